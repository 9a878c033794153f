package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/command"
)

// imported makes a drafts file with one short article.
func imported(t *testing.T) (file, id string) {
	t.Helper()
	dir := t.TempDir()
	file = filepath.Join(dir, "a.bantin")
	mustRun(t, "new", file)
	text := filepath.Join(dir, "a.txt")
	write(t, text, goodText)
	return file, fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--json")).Articles[0].ID
}

func TestEditReplacesOnlyWhatItNames(t *testing.T) {
	file, id := imported(t)
	before := fromJSON[article](t, mustRun(t, "show", file, id, "--json"))
	r := runWith(t, `{"headline":"Tít mới","status":"submitted","event_date":"5/2/2026"}`, "edit", file, id, "--json", "-")
	if r.code != command.Done {
		t.Fatal(r.code, r.err)
	}
	after := fromJSON[article](t, mustRun(t, "show", file, id, "--json"))
	if after.Headline != "Tít mới" || after.Status != bulletin.Submitted || after.EventDate.String() != "2026-02-05" {
		t.Errorf("not replaced: %+v", after)
	}
	if len(after.Body) != len(before.Body) || after.Body[0] != before.Body[0] || after.Standfirst != before.Standfirst {
		t.Errorf("the rest changed:\n%+v\n%+v", before, after)
	}
	if n := len(fromJSON[[]any](t, mustRun(t, "log", file, id, "--json"))); n != 2 {
		t.Errorf("%d versions in the log, want 2", n)
	}
}

// TestHeadlinesArePlain: what looks like emphasis in a headline is text.
func TestHeadlinesArePlain(t *testing.T) {
	file, id := imported(t)
	runWith(t, `{"headline":"Thẻ <b> trong bài"}`, "edit", file, id)
	if out := mustRun(t, "list", file); !strings.Contains(out, "Thẻ <b> trong bài") {
		t.Errorf("the list shows %s", out)
	}
}

func TestWhatShowPrintsEditTakesBack(t *testing.T) {
	file, id := imported(t)
	shown := mustRun(t, "show", file, id, "--json")
	r := runWith(t, shown, "edit", file, id, "--json", "-")
	if r.code != command.Done || !strings.Contains(r.out, "Nothing changed") {
		t.Errorf("%d %s%s", r.code, r.out, r.err)
	}
}

func TestTwoEditsOfOneVersionAreBothKept(t *testing.T) {
	file, id := imported(t)
	shown := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	codes := []int{}
	for _, headline := range []string{"Tít của Lan", "Tít của Minh"} {
		shown["headline"] = headline
		raw, err := json.Marshal(shown)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, runWith(t, string(raw), "edit", file, id, "--json", "-").code)
	}
	if codes[0] != command.Done || codes[1] != command.TroubleFound {
		t.Errorf("exit codes %v, want the second to tell of the conflict", codes)
	}
	after := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	if heads := after["heads"].([]any); len(heads) != 2 {
		t.Errorf("%d versions stand side by side, want both", len(heads))
	}
}

// TestAStaleEditTakesNothingFromOthers: what the JSON does not name is as in
// the version that it names, not as somebody else has made it since.
func TestAStaleEditTakesNothingFromOthers(t *testing.T) {
	file, id := imported(t)
	before := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	runWith(t, `{"headline":"Tít của Lan"}`, "edit", file, id)
	r := runWith(t, `{"revision":"`+before["revision"].(string)+`","note":"Của Minh"}`, "edit", file, id)
	if r.code == command.NotDone {
		t.Fatal(r.err)
	}
	log := fromJSON[[]map[string]any](t, mustRun(t, "log", file, id, "--json"))
	minh := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json", "--revision", log[0]["revision"].(string)))
	if minh["note"] != "Của Minh" || minh["headline"] != before["headline"] {
		t.Errorf("the stale edit says %q, %q", minh["headline"], minh["note"])
	}
	now := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	if now["headline"] != "Tít của Lan" || now["note"] != "Của Minh" {
		t.Errorf("together: %q, %q", now["headline"], now["note"])
	}
}

// TestNobodySettlesAConflictUnawares: where two versions stand side by side, an
// edit that does not name them is refused, and each can be read.
func TestNobodySettlesAConflictUnawares(t *testing.T) {
	file, id := imported(t)
	shown := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	for _, headline := range []string{"Tít của Lan", "Tít của Minh"} {
		runWith(t, `{"revision":"`+shown["revision"].(string)+`","headline":"`+headline+`"}`, "edit", file, id)
	}
	blind := runWith(t, `{"headline":"Gộp"}`, "edit", file, id)
	if refused(t, blind); !strings.Contains(blind.err, "bantin settle") {
		t.Errorf("it is not said how to choose: %s", blind.err)
	}
	if out := mustRun(t, "list", file); !strings.Contains(out, "to be chosen") {
		t.Errorf("the list does not tell: %s", out)
	}
	now := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
	heads := now["heads"].([]any)
	read := map[string]bool{}
	for _, head := range heads {
		text := mustRun(t, "show", file, id, "--revision", head.(string)[:8], "--json")
		read[fromJSON[article](t, text).Headline] = true
	}
	if !read["Tít của Lan"] || !read["Tít của Minh"] {
		t.Errorf("not both versions can be read: %v", read)
	}
	both, err := json.Marshal(map[string]any{"headline": "Tít chung", "heads": heads})
	if err != nil {
		t.Fatal(err)
	}
	if r := runWith(t, string(both), "edit", file, id); r.code != command.Done {
		t.Errorf("naming both versions does not settle it: %s%s", r.out, r.err)
	}
}

func TestRestoreBringsBackAnEarlierVersion(t *testing.T) {
	file, id := imported(t)
	first := fromJSON[article](t, mustRun(t, "show", file, id, "--json"))
	runWith(t, `{"headline":"Tít mới"}`, "edit", file, id)
	log := fromJSON[[]map[string]any](t, mustRun(t, "log", file, id, "--json"))
	mustRun(t, "restore", file, id, log[1]["revision"].(string)[:8])
	if now := fromJSON[article](t, mustRun(t, "show", file, id, "--json")); now.Headline != first.Headline {
		t.Errorf("restored to %q, want %q", now.Headline, first.Headline)
	}
	if log := fromJSON[[]any](t, mustRun(t, "log", file, id, "--json")); len(log) != 3 {
		t.Errorf("%d versions, want all three", len(log))
	}
	refused(t, run(t, "restore", file, id, "ffffffff"))
}

func TestEditRefusesWhatCannotBeMeant(t *testing.T) {
	file, id := imported(t)
	for _, in := range []string{
		``, `{`, `[]`, `{"headline": 5}`, `{"status":"finished"}`, `{"event_date":"tomorrow"}`,
		`{"body":[{"kind":"song","text":"la"}]}`, `{"body":[{"kind":"photo","photo":"p9"}]}`,
		`{"photos":[{"id":"p1","sha256":"00"}]}`, `{"headlin":"misspelt"}`, `{"id":"0123456789abcdef"}`,
	} {
		t.Run(in, func(t *testing.T) { refused(t, runWith(t, in, "edit", file, id, "--json", "-")) })
	}
	if n := len(fromJSON[[]any](t, mustRun(t, "log", file, id, "--json"))); n != 1 {
		t.Errorf("%d versions in the log, want only the first", n)
	}
}

// TestStrangeCharactersReachThePage sends an emoji, an unpaired surrogate,
// Chinese, Hebrew and control characters through to the PDF; for print only by
// force, as marks would stand in their places.
func TestStrangeCharactersReachThePage(t *testing.T) {
	file, id := imported(t)
	in := `{"headline":"Ngày hội 🎉 lớn","standfirst":"một \ud83d nửa","body":[{"kind":"paragraph","text":"Chữ 漢 và שלום, \u0007 chuông, 👩🏽‍🌾 nông dân. Hết."}]}`
	if r := runWith(t, in, "edit", file, id, "--json", "-"); r.code != command.Done {
		t.Fatal(r.err)
	}
	out := filepath.Join(t.TempDir(), "a.pdf")
	if r := run(t, "export", file, "--article", id, "-o", out); r.code != command.TroubleFound {
		t.Errorf("it may go to print: %d %s", r.code, r.err)
	}
	answer := mustRun(t, "export", file, "--article", id, "-o", out, "--force", "--json")
	report := fromJSON[preflightAnswer](t, answer)
	found := 0
	for _, f := range report.Findings {
		if f.Rule == "missing_glyph" {
			found++
		}
		if f.Message == "" {
			t.Errorf("%s has no sentence", f.Rule)
		}
	}
	if found == 0 {
		t.Errorf("no finding names the missing letters: %+v", report.Findings)
	}
	text := tool(t, "pdftotext", out, "-")
	for _, want := range []string{"Ngày hội", "lớn", "nông dân. Hết."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the PDF:\n%s", want, text)
		}
	}
	tool(t, "qpdf", "--check", out)
}
