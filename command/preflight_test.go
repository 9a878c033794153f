package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/command"
	"bantin/internal/real"
)

type preflightAnswer struct {
	Profile  string `json:"profile"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	Hints    int    `json:"hints"`
	Findings []struct {
		bulletin.Finding
		Message string `json:"message"`
	} `json:"findings"`
}

// rules lists what was found.
func (a *preflightAnswer) rules() string {
	var names []string
	for _, f := range a.Findings {
		names = append(names, f.Rule)
	}
	return strings.Join(names, " ")
}

// withoutPhoto makes a drafts file whose article has a caption but no photo.
func withoutPhoto(t *testing.T) (file, id string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "a.bantin")
	mustRun(t, "new", file)
	text := filepath.Join(t.TempDir(), "a.txt")
	write(t, text, goodText+"\nẢnh: Bà con trồng cây trên đê\n")
	return file, fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--json")).Articles[0].ID
}

// issueOf makes an issue of one article.
func issueOf(t *testing.T, file, id string) string {
	t.Helper()
	out := mustRun(t, "issue", "new", file, "--articles", id, "--date", "10/4/2026", "--json")
	return fromJSON[map[string]string](t, out)["id"]
}

// TestPreflightTellsOfInks takes a photo in the four inks from its file to the
// finding.
func TestPreflightTellsOfInks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.bantin")
	mustRun(t, "new", file)
	text := filepath.Join(t.TempDir(), "a.txt")
	write(t, text, goodText)
	photo := filepath.Join("..", "storage", "picture", "testdata", "cmyk.jpg")
	id := fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--photo", photo, "--json")).Articles[0].ID
	for profile, wanted := range map[string]bool{"print": true, "office": true, "screen": false} {
		answer := fromJSON[preflightAnswer](t, run(t, "preflight", file, "--article", id, "--profile", profile, "--json").out)
		if got := strings.Contains(answer.rules(), "photo_inks"); got != wanted {
			t.Errorf("%s: %q", profile, answer.rules())
		}
	}
}

// TestPreflightTellsErrorsApart: the empty frame, and four things that no copy may
// lack.
func TestPreflightTellsErrorsApart(t *testing.T) {
	file, id := withoutPhoto(t)
	r := run(t, "preflight", file, "--issue", issueOf(t, file, id)[:6], "--json")
	answer := fromJSON[preflightAnswer](t, r.out)
	if r.code != command.TroubleFound || answer.Errors != 5 || answer.Profile != "print" {
		t.Errorf("%d %+v", r.code, answer)
	}
	f := answer.Findings[0]
	if f.Rule != "empty_frame" || f.Message == "" || f.Where.Photo == "" || f.Where.Page != 1 || f.Fix != bulletin.FixDropFrame {
		t.Errorf("%+v", f)
	}
	r = run(t, "preflight", file, "--article", id, "--json")
	if answer := fromJSON[preflightAnswer](t, r.out); r.code != command.Done || answer.Errors != 0 || answer.rules() != "empty_frame" {
		t.Errorf("a single article that waits for its photo: %d %+v", r.code, answer)
	}
	r = run(t, "preflight", file, "--article", id, "--profile", "office")
	if r.code != command.Done || !strings.Contains(r.out, "Warning, page 1, photo 1 “Bà con trồng cây trên đê”: This photo frame") || !strings.Contains(r.out, "0 errors, 1 warning") {
		t.Errorf("%d %s", r.code, r.out)
	}
	file, id = imported(t)
	if out := mustRun(t, "preflight", file, "--article", id); out != "Nothing to mend.\n" {
		t.Errorf("%q", out)
	}
	if out := mustRun(t, "preflight", file, "--article", id, "--json"); !strings.Contains(out, `"findings": []`) {
		t.Errorf("%q", out)
	}
}

func TestPreflightRefusesWhatCannotBeMeant(t *testing.T) {
	file, id := imported(t)
	bad := filepath.Join(t.TempDir(), "rules.toml")
	write(t, bad, "law = \"x\"\nclause = \"y\"\n[[rule]]\nkind = \"be_good\"\n")
	for _, args := range [][]string{
		{"preflight", file},
		{"preflight", file, "--issue", "a", "--article", "b"},
		{"preflight", file, "--article", "zzzz"},
		{"preflight", file, "--issue", "zzzz"},
		{"preflight", file, "--article", id, "--profile", "gold"},
		{"preflight", file, "--article", id, "--style", "no-such-style"},
		{"preflight", file, "--article", id, "--rules", bad},
		{"preflight", file, "--article", id, "--rules", bad + "x"},
		{"export", file, "--article", id, "--rules", bad, "-o", bad + ".pdf"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) { refused(t, run(t, args...)) })
	}
}

func TestExportForPrintRefusesErrors(t *testing.T) {
	file, id := withoutPhoto(t)
	issue := issueOf(t, file, id)
	dir := t.TempDir()
	out, pictures := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "trang")
	write(t, out, "old")
	args := []string{"export", file, "--issue", issue, "-o", out, "--png", pictures}

	r := run(t, args...)
	if r.code != command.TroubleFound || r.out != "" ||
		!strings.Contains(r.err, "photo 1 “Bà con trồng cây trên đê”: This photo frame has no photo") || !strings.Contains(r.err, "--force") {
		t.Errorf("%d %s%s", r.code, r.out, r.err)
	}
	if raw := read(t, out); string(raw) != "old" {
		t.Error("the older file was written over")
	}
	if _, err := os.Stat(pictures); err == nil {
		t.Error("pictures were made")
	}

	r = run(t, append(args, "--json")...)
	report := fromJSON[map[string]any](t, r.out)
	if r.code != command.TroubleFound || report["refused"] != true || report["out"] != nil || len(report["findings"].([]any)) < 1 {
		t.Errorf("%d %s", r.code, r.out)
	}

	mustRun(t, "export", file, "--issue", issue, "-o", out, "--profile", "office")
	mustRun(t, "export", file, "--issue", issue, "--png", pictures) // for looking
	forced := fromJSON[map[string]any](t, mustRun(t, append(args, "--force", "--json")...))
	if forced["refused"] != nil || forced["pdf_bytes"].(float64) < 1000 {
		t.Errorf("%v", forced)
	}
	tool(t, "qpdf", "--check", out)
}

// TestPreflightOfAnIssue measures an issue by the law, and by the office's own
// rules.
func TestPreflightOfAnIssue(t *testing.T) {
	file, id := importReal(t)
	issue := issueOf(t, file, id)
	told := run(t, "preflight", file, "--issue", issue, "--json")
	if told.code != command.TroubleFound {
		t.Errorf("an issue without a licence is good for print: %d", told.code)
	}
	answer := fromJSON[preflightAnswer](t, told.out)
	// A new issue is no larger than the law allows; on A4 it would be.
	const want = "law_name law_body law_licence law_responsible"
	large := fromJSON[preflightAnswer](t, run(t, "preflight", file, "--issue", issue, "--style", "a4-bulletin", "--json").out)
	if got := large.rules(); !strings.HasPrefix(got, want) || !strings.Contains(got, " law_trim ") {
		t.Errorf("on A4: %s", got)
	}
	if got := answer.rules(); !strings.HasPrefix(got, want) || !strings.Contains(got, "law_licence_date law_printed_at") || strings.Contains(got, "outdated") {
		t.Errorf("%s", got)
	}
	for _, f := range answer.Findings {
		if strings.HasPrefix(f.Rule, "law_") && !strings.Contains(f.Message, "103/2016/QH13") {
			t.Errorf("no source: %s", f.Message)
		}
	}
	stopped := filepath.Join(t.TempDir(), "a.pdf")
	if r := run(t, "export", file, "--issue", issue, "-o", stopped); r.code != command.TroubleFound || !strings.Contains(r.err, "licence") || !strings.Contains(r.err, "--force") {
		t.Errorf("an issue without a licence went to print: %d %s", r.code, r.err)
	}
	if _, err := os.Stat(stopped); err == nil {
		t.Error("written all the same")
	}
	for _, more := range [][]string{{"--profile", "office"}, {"--profile", "screen"}, {"--force"}} {
		if r := run(t, append([]string{"export", file, "--issue", issue, "-o", stopped}, more...)...); r.code != command.Done {
			t.Errorf("%v was stopped: %s", more, r.err)
		}
	}

	own := filepath.Join(t.TempDir(), "rules.toml")
	write(t, own, "law = \"Quy chế của xã\"\nclause = \"mục 3\"\n[[rule]]\nkind = \"max_trim\"\nwidth_mm = 148\nheight_mm = 210\nseverity = \"error\"\n")
	r := run(t, "preflight", file, "--issue", issue, "--rules", own, "--json")
	answer = fromJSON[preflightAnswer](t, r.out)
	if r.code != command.TroubleFound || answer.Errors != 1 || !strings.Contains(answer.Findings[0].Message, "Quy chế của xã, mục 3") {
		t.Errorf("%d %s", r.code, r.out)
	}
	out := filepath.Join(t.TempDir(), "b.pdf")
	if r := run(t, "export", file, "--issue", issue, "--rules", own, "-o", out); r.code != command.TroubleFound {
		t.Errorf("the office's own rule did not stop the export: %s", r.err)
	}
}

func TestPreflightNamesThePhotoThatIsTooSmall(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.bantin")
	mustRun(t, "new", file)
	text := filepath.Join(t.TempDir(), "a.txt")
	write(t, text, goodText+"\nẢnh: Bà con trồng cây trên đê\n")
	id := fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--json", "--photo", real.Photo(t, "small-480px.jpg"))).Articles[0].ID
	wide := fromJSON[article](t, mustRun(t, "show", file, id, "--json"))
	wide.Photos[0].Size = bulletin.SizeWide
	photos, err := json.Marshal(map[string]any{"photos": wide.Photos})
	if err != nil {
		t.Fatal(err)
	}
	if r := runWith(t, string(photos), "edit", file, id, "--json", "-"); r.code != command.Done {
		t.Fatal(r.err)
	}
	r := run(t, "preflight", file, "--article", id)
	if r.code != command.TroubleFound || !strings.Contains(r.out, "ERROR, page 1, photo 1 “Bà con trồng cây trên đê”: This photo has only ") {
		t.Errorf("%d %s", r.code, r.out)
	}
}
