package command_test

import (
	"bytes"
	"strings"
	"testing"

	"bantin/command"
)

// TestMergeTellsWhatItTookOver: what only the other side has changed goes into the
// article unasked, so it is named, in words and for programs.
func TestMergeTellsWhatItTookOver(t *testing.T) {
	for lang, place := range map[string]string{"vi": "tít phụ", "en": "deck"} {
		mine, theirs, _ := two(t)
		var said, ill bytes.Buffer
		command.Run([]string{"--lang=" + lang, "merge", mine, theirs}, strings.NewReader(""), &said, &ill, noDesk)
		if !strings.Contains(strings.ToLower(said.String()), place+".") {
			t.Errorf("%s: what was taken over is not told:\n%s%s", lang, said.String(), ill.String())
		}
	}
	mine, theirs, id := two(t)
	type change struct{ ID, Kind, Field, After string }
	got := fromJSON[struct {
		Joined []change `json:"joined"`
	}](t, run(t, "merge", mine, theirs, "--json").out)
	if want := (change{id, "article", "deck", "Phụ của Minh"}); len(got.Joined) != 1 || got.Joined[0] != want {
		t.Errorf("told %+v, not %+v", got.Joined, want)
	}
}
