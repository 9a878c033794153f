package command_test

import (
	"bytes"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/command"
)

// TestTheDeskHearsWhichLanguageWasAskedFor, and that none was.
func TestTheDeskHearsWhichLanguageWasAskedFor(t *testing.T) {
	for asked, want := range map[string]translations.Language{"": "", "--lang=vi": translations.Vietnamese, "--lang=en": translations.English} {
		var out, ill bytes.Buffer
		got := translations.Language("nothing")
		desk := func(_ string, asked translations.Language) int { got = asked; return command.Done }
		if code := command.Run(strings.Fields(asked), strings.NewReader(""), &out, &ill, desk); code != command.Done || got != want {
			t.Errorf("%q: the desk heard %q, exit code %d: %s", asked, got, code, ill.String())
		}
	}
}
