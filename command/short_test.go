package command_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLongHeadlinesAreCut in lines for people, and whole in JSON.
func TestLongHeadlinesAreCut(t *testing.T) {
	dir := t.TempDir()
	file, text := filepath.Join(dir, "a.bantin"), filepath.Join(dir, "dài.txt")
	headline := strings.TrimSpace(strings.Repeat("Ra quân trồng cây đầu xuân ", 60))
	write(t, text, headline+"\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây ở khu dân cư.\n\nBà con mang theo cuốc xẻng từ sớm.\n")
	mustRun(t, "new", file)
	mustRun(t, "import", file, text)
	id := fromJSON[[]struct{ ID, Headline string }](t, mustRun(t, "list", file, "--json"))[0]
	edit := `{"headline": "` + headline + `", "byline": "` + headline + `"}`
	if r := runWith(t, edit, "edit", file, id.ID, "--json", "-"); r.code != 0 {
		t.Fatal(r.err)
	}
	for _, command := range [][]string{{"list", file}, {"search", file, "trồng cây"}, {"import", file, text}} {
		for line := range strings.Lines(mustRun(t, command...)) {
			if n := utf8.RuneCountInString(line); n > 300 {
				t.Errorf("%s prints a line of %d letters", command[0], n)
			}
		}
	}
	whole := false
	for _, a := range fromJSON[[]struct{ ID, Headline string }](t, mustRun(t, "list", file, "--json")) {
		whole = whole || a.ID == id.ID && a.Headline == headline
	}
	if !whole {
		t.Error("the headline is cut in JSON")
	}
}

// TestWhatIsRefusedForOneReasonIsOneLine, with its number and the first few;
// JSON has each.
func TestWhatIsRefusedForOneReasonIsOneLine(t *testing.T) {
	dir := t.TempDir()
	theirs, mine, text := filepath.Join(dir, "họ.bantin"), filepath.Join(dir, "tôi.bantin"), filepath.Join(dir, "a.txt")
	mustRun(t, "new", theirs)
	mustRun(t, "new", mine)
	write(t, text, goodText)
	for range 12 {
		mustRun(t, "import", theirs, text)
	}
	spoil(t, theirs, `"headline":"Ra quân`, `"headline":"Xa quân`)
	refusedAll := run(t, "merge", mine, theirs)
	if lines := strings.Count(refusedAll.err, "• "); lines != 1 || !strings.Contains(refusedAll.err, "11 more") {
		t.Errorf("twelve articles that were left out are told as\n%s", refusedAll.err)
	}
	again := fromJSON[struct{ Refused []struct{ What, Why string } }](t, run(t, "merge", mine, theirs, "--json").out)
	if len(again.Refused) != 12 {
		t.Errorf("JSON has %d of twelve", len(again.Refused))
	}
}
