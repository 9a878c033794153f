package command_test

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/command"
)

type issueShown struct {
	ID       bulletin.ID `json:"id"`
	Revision string      `json:"revision"`
	bulletin.Issue
}

// TestIssueFromAFileIsMadeUpAsWished writes a story list with wishes, reads it
// back, edits it and looks at the pages.
func TestIssueFromAFileIsMadeUpAsWished(t *testing.T) {
	file, first := imported(t)
	text := filepath.Join(t.TempDir(), "b.txt")
	write(t, text, strings.Replace(goodText, "\n", " lần hai\n", 1))
	second := fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--json")).Articles[0].ID
	list := filepath.Join(t.TempDir(), "so.toml")
	write(t, list, `number = "7"
date = "1/12/2026"
page_multiple = 2
[[story]]
article = "`+first[:8]+`"
columns = 1
headline_size = "small"
[[story]]
article = "`+second+`"
page = 2
no_jump = true
[[hole]]
page = 1
columns = 1
rows = 8
`)
	id := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--from", list, "--number", "8", "--json")).ID
	shown := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json"))
	if shown.Number != "8" || shown.PageMultiple != 2 || len(shown.Slots) != 2 || shown.Slots[0].Article != bulletin.ID(first) ||
		shown.Slots[1].Page != 2 || !shown.Slots[1].NoJump || len(shown.Holes) != 1 || shown.Holes[0].Rows != 8 {
		t.Fatalf("%+v", shown.Issue)
	}
	out := filepath.Join(t.TempDir(), "o.pdf")
	report := fromJSON[struct {
		Pages   int `json:"pages"`
		Stories []struct {
			Article   string `json:"article"`
			FirstPage int    `json:"first_page"`
			Columns   int    `json:"columns"`
		} `json:"stories"`
		Makeup struct {
			Badness float64 `json:"badness"`
			Pages   []struct {
				Page    int     `json:"page"`
				Badness float64 `json:"badness"`
				Flaws   []struct{ Badness float64 }
			} `json:"pages"`
		} `json:"makeup"`
	}](t, mustRun(t, "export", file, "--issue", id, "--force", "-o", out, "--json"))
	if report.Pages != 2 || len(report.Stories) != 2 || report.Stories[0].Columns != 1 || report.Stories[1].FirstPage != 2 {
		t.Errorf("%+v", report)
	}
	var sum float64
	for _, p := range report.Makeup.Pages {
		var page float64
		for _, f := range p.Flaws {
			page += f.Badness
		}
		if d := page - p.Badness; d > 0.05 || d < -0.05 {
			t.Errorf("page %d: %v, its flaws %v", p.Page, p.Badness, page)
		}
		sum += p.Badness
	}
	if d := sum - report.Makeup.Badness; d > 0.1 || d < -0.1 {
		t.Errorf("all %v, the pages %v", report.Makeup.Badness, sum)
	}
	if why := mustRun(t, "export", file, "--issue", id, "--force", "-o", out, "--why"); !strings.Contains(why, "Page 2") {
		t.Errorf("--why says %s", why)
	}
	var why, trouble bytes.Buffer
	vietnamese := []string{"--lang=vi", "export", file, "--issue", id, "--force", "-o", out, "--why"}
	if code := command.Run(vietnamese, strings.NewReader(""), &why, &trouble, noDesk); code != command.Done {
		t.Fatal(trouble.String())
	}
	if !regexp.MustCompile(`\d,\d`).MatchString(why.String()) || regexp.MustCompile(`\d\.\d\b`).MatchString(why.String()) {
		t.Errorf("--why in Vietnamese says %s", why.String())
	}
	for _, wish := range []string{`"page_multiple":-3`, `"slots":[{"article":"` + second[:8] + `","columns":12}]`, `"holes":[{"page":-1,"columns":1,"rows":2}]`} {
		if r := runWith(t, "{"+wish+"}", "issue", "edit", file, id); r.code != command.NotDone || r.err == "" {
			t.Errorf("%s: exit code %d, %s", wish, r.code, r.err)
		}
	}
	if r := runWith(t, `{"slots":[{"article":"`+second[:8]+`","lead":true}],"holes":[]}`, "issue", "edit", file, id); r.code != command.Done {
		t.Fatal(r.err)
	}
	shown = fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json"))
	if len(shown.Slots) != 1 || !shown.Slots[0].Lead || shown.Slots[0].Page != 0 || len(shown.Holes) != 0 || shown.Number != "8" {
		t.Errorf("%+v", shown.Issue)
	}
}

// TestBadIssueFilesAreRefused: with the line and the key, and nothing stored.
func TestBadIssueFilesAreRefused(t *testing.T) {
	file, id := imported(t)
	for name, c := range map[string]struct{ text, says string }{
		"misspelt":  {"[[story]]\narticle = \"" + id + "\"\ncolums = 2\n", "line 3"},
		"no number": {"[[story]]\narticle = \"" + id + "\"\npage = \"hai\"\n", "line 3"},
		"twice":     {"[[story]]\narticle = \"" + id + "\"\n[[story]]\narticle = \"" + id + "\"\n", "twice"},
		"size":      {"[[story]]\narticle = \"" + id + "\"\nheadline_size = \"huge\"\n", "large, medium, small"},
		"negative":  {"[[story]]\narticle = \"" + id + "\"\npage = -1\n", "cannot stand on page -1"},
		"columns":   {"[[story]]\narticle = \"" + id + "\"\ncolumns = 3\n", "over 3 columns"},
		"multiple":  {"page_multiple = -3\n[[story]]\narticle = \"" + id + "\"\n", "multiples of -3"},
		"hole":      {"[[story]]\narticle = \"" + id + "\"\n[[hole]]\npage = 1\ncolumns = 9\nrows = 800\n", "9 × 800"},
		"hole page": {"[[story]]\narticle = \"" + id + "\"\n[[hole]]\npage = 0\ncolumns = 1\nrows = 8\n", "page 0"},
		"photo":     {"[[story]]\narticle = \"" + id + "\"\nphoto_size = \"odd\"\n", "small, column, wide"},
		"empty":     {"number = \"1\"\n", "at least one"},
	} {
		t.Run(name, func(t *testing.T) {
			list := filepath.Join(t.TempDir(), "so.toml")
			write(t, list, c.text)
			r := run(t, "issue", "new", file, "--from", list)
			if r.code != command.NotDone || !strings.Contains(r.err, c.says) {
				t.Errorf("exit code %d: %s", r.code, r.err)
			}
		})
	}
	if out := mustRun(t, "issue", "list", file, "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("stored: %s", out)
	}
}

// TestContentsAndBriefsAreAsTheFileSays: no_contents leaves the list of main
// stories out, alone takes a brief out of its box, and a key that is misspelt
// is named.
func TestContentsAndBriefsAreAsTheFileSays(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mau.bantin")
	mustRun(t, "sample", file)
	issues := fromJSON[[]struct {
		ID    string          `json:"id"`
		Slots []bulletin.Slot `json:"slots"`
	}](t, mustRun(t, "issue", "list", file, "--json"))
	made := func(head, wish string) (bulletin.Issue, string) {
		var b strings.Builder
		b.WriteString("number = \"9\"\ndate = \"1/12/2026\"\n" + head)
		for _, s := range issues[0].Slots {
			b.WriteString("[[story]]\narticle = \"" + string(s.Article) + "\"\n" + wish)
		}
		list, out := filepath.Join(t.TempDir(), "so.toml"), filepath.Join(t.TempDir(), "o.pdf")
		write(t, list, b.String())
		id := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--from", list, "--json")).ID
		mustRun(t, "export", file, "--issue", id, "--force", "--profile", "screen", "-o", out)
		text, err := exec.Command("pdftotext", "-layout", out, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json")).Issue, string(text)
	}
	const contents, box = "TRONG SỐ NÀY", "TIN VẮN"
	plain, text := made("", "")
	if plain.NoContents || !strings.Contains(text, contents) || !strings.Contains(text, box) {
		t.Fatalf("without wishes: %v, contents %v, a box %v", plain.NoContents, strings.Contains(text, contents), strings.Contains(text, box))
	}
	boxed := text
	bare, text := made("no_contents = true\n", "")
	if !bare.NoContents || strings.Contains(text, contents) {
		t.Errorf("no_contents is %v, and contents stand there: %v", bare.NoContents, strings.Contains(text, contents))
	}
	parted, alone := made("", "alone = true\n")
	if alone == text || alone == boxed {
		t.Error("briefs that stand alone stand as those in a box do")
	}
	for _, s := range parted.Slots {
		if !s.Alone {
			t.Errorf("%s is not alone", s.Article)
		}
	}
	list := filepath.Join(t.TempDir(), "sai.toml")
	write(t, list, "no_content = true\n[[story]]\narticle = \""+string(issues[0].Slots[0].Article)+"\"\n")
	if r := run(t, "issue", "new", file, "--from", list); r.code != command.NotDone || !strings.Contains(r.err, "no_content") || !strings.Contains(r.err, "1") {
		t.Errorf("exit code %d, %s", r.code, r.err)
	}
}
