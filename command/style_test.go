package command_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
	"bantin/storage"
)

type styleAnswer struct {
	Name, Title string
	Own         bool
	WidthMM     float64 `json:"width_mm"`
	Columns     int
	ColumnMM    float64 `json:"column_mm"`
	Problem     string
}

// TestOwnStyle goes the way of an office: takes a style out, bases its own on
// it, adds it, prints in it, changes and removes it.
func TestOwnStyle(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "goc.toml")
	mustRun(t, "style", "export", file, "19x27-bulletin", out)
	if taken := string(read(t, out)); !strings.Contains(taken, `width = "190mm"`) {
		t.Fatalf("exported %q", taken)
	}
	own := filepath.Join(dir, "Xa-Tan-Lap.toml")
	write(t, own, "title = \"Kiểu xã Tân Lập\"\nbased_on = \"19x27-bulletin\"\n[grid]\ngutter = \"6mm\"\n")
	mustRun(t, "style", "add", file, own)

	all := fromJSON[[]styleAnswer](t, mustRun(t, "style", "list", file, "--json"))
	last := all[len(all)-1]
	if len(all) < 8 || last.Name != "xa-tan-lap" || last.Title != "Kiểu xã Tân Lập" || !last.Own || last.WidthMM != 190 || last.ColumnMM != 78 {
		t.Errorf("%d styles, last %+v", len(all), last)
	}
	if text := mustRun(t, "style", "show", file, "xa-tan-lap"); !strings.Contains(text, "190 × 270 mm, columns: 2") || !strings.Contains(text, "19x27-bulletin") {
		t.Errorf("%q", text)
	}
	pdf := filepath.Join(dir, "a.pdf")
	mustRun(t, "export", file, "--article", id, "--style", "xa-tan-lap", "-o", pdf)
	if len(read(t, pdf)) < 1000 {
		t.Error("nothing was printed")
	}

	write(t, own, "based_on = \"xa-tan-lap\"\n") // itself
	refused(t, run(t, "style", "add", file, own))
	write(t, own, "based_on = \"a5-bulletin\"\n")
	mustRun(t, "style", "add", file, own)
	if s := fromJSON[styleAnswer](t, mustRun(t, "style", "show", file, "xa-tan-lap", "--json")); s.Columns != 1 || s.WidthMM != 148 {
		t.Errorf("after the change %+v", s)
	}
	if out := mustRun(t, "check", file); strings.Contains(out, "style/") {
		t.Errorf("check: %s", out)
	}
	mustRun(t, "style", "remove", file, "xa-tan-lap")
	refused(t, run(t, "style", "show", file, "xa-tan-lap"))
}

func TestStylesThatCannotBeMeant(t *testing.T) {
	file, _ := imported(t)
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "tot.toml"), filepath.Join(dir, "hong.toml")
	write(t, good, "based_on = \"a4-bulletin\"\n")
	write(t, bad, "based_on = \"a4-bulletin\"\n\n[grid]\ncolumns = 90\n")
	r := run(t, "style", "add", file, bad)
	if r.code != command.NotDone || !strings.Contains(r.err, "line 4, grid.columns: 90") {
		t.Errorf("%d %s", r.code, r.err)
	}
	for _, args := range [][]string{
		{"style"},
		{"style", "list"},
		{"style", "show", file, "khong-co"},
		{"style", "export", file, "khong-co", filepath.Join(dir, "x.toml")},
		{"style", "export", file, "a4-bulletin", file},
		{"style", "add", file, bad},
		{"style", "add", file, good, "--name", "Kiểu mới"},
		{"style", "add", file, good, "--name", "a4-bulletin"},
		{"style", "add", file, filepath.Join(dir, "khong-co.toml")},
		{"style", "remove", file, "a4-bulletin"},
		{"style", "remove", file, "khong-co"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) { refused(t, run(t, args...)) })
	}
	if all := fromJSON[[]styleAnswer](t, mustRun(t, "style", "list", file, "--json")); len(all) != 7 {
		t.Errorf("%d styles", len(all))
	}
}

// TestAStyleInUseStays: it is said which issue asks for it.
func TestAStyleInUseStays(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	own, made := filepath.Join(dir, "tet.toml"), filepath.Join(dir, "số.toml")
	write(t, own, "based_on = \"19x27-bulletin\"\n")
	mustRun(t, "style", "add", file, own)
	write(t, made, "name = \"Bản tin Tân Lập\"\nnumber = \"4\"\nstyle = \"tet\"\n[[story]]\narticle = \""+id+"\"\n")
	mustRun(t, "issue", "new", file, "--from", made)
	r := run(t, "style", "remove", file, "tet")
	if refused(t, r); !strings.Contains(r.err, "“Bản tin Tân Lập” no. 4") {
		t.Error(r.err)
	}
	if len(fromJSON[[]styleAnswer](t, mustRun(t, "style", "list", file, "--json"))) != 8 {
		t.Error("it is gone")
	}
}

// TestAnIssueWhoseStyleIsGoneCanBeChanged: what has nothing to do with the style
// is changed all the same, and another style that is not there is refused.
func TestAnIssueWhoseStyleIsGoneCanBeChanged(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	own, made := filepath.Join(dir, "tet.toml"), filepath.Join(dir, "số.toml")
	write(t, own, "based_on = \"19x27-bulletin\"\n")
	mustRun(t, "style", "add", file, own)
	write(t, made, "name = \"Bản tin\"\nnumber = \"4\"\nstyle = \"tet\"\n[[story]]\narticle = \""+id+"\"\n")
	issue := fromJSON[map[string]string](t, mustRun(t, "issue", "new", file, "--from", made, "--json"))["id"]
	f, err := storage.Open(t.Context(), file)
	if err == nil {
		err = errors.Join(f.RemoveStyle(t.Context(), "tet"), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	if r := runWith(t, `{"number": "5"}`, "issue", "edit", file, issue, "--json", "-"); r.code != command.Done {
		t.Error(r.err)
	}
	refused(t, runWith(t, `{"style": "xuan"}`, "issue", "edit", file, issue, "--json", "-"))
}

// TestReceivedStylesAreTold: the office's own house style comes along with an
// issue that asks for it, and that is said.
func TestReceivedStylesAreTold(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	own, out := filepath.Join(dir, "xa-tan-lap.toml"), filepath.Join(dir, "gửi.bantin")
	write(t, own, "title = \"Kiểu xã Tân Lập\"\nbased_on = \"19x27-bulletin\"\n[grid]\ngutter = \"6mm\"\n")
	mustRun(t, "style", "add", file, own)
	made := filepath.Join(dir, "số.toml")
	write(t, made, "name = \"Bản tin\"\nnumber = \"4\"\nstyle = \"xa-tan-lap\"\n[[story]]\narticle = \""+id+"\"\n")
	mustRun(t, "issue", "new", file, "--from", made)
	mustRun(t, "send", file, out)
	for _, asJSON := range []bool{true, false} {
		to := filepath.Join(t.TempDir(), "nhận.bantin")
		mustRun(t, "new", to)
		if !asJSON {
			if said := mustRun(t, "merge", to, out); !strings.Contains(said, "house styles: xa-tan-lap") {
				t.Error(said)
			}
			continue
		}
		came := fromJSON[struct {
			NewStyles []string `json:"new_styles"`
		}](t, mustRun(t, "merge", to, out, "--json"))
		if len(came.NewStyles) != 1 || came.NewStyles[0] != "xa-tan-lap" {
			t.Errorf("%v", came.NewStyles)
		}
	}
}
