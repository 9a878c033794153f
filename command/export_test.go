package command_test

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestExportForTheFoldingAndTheCutting(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "mau.bantin")
	mustRun(t, "sample", file)
	issue := fromJSON[[]struct{ ID string }](t, mustRun(t, "issue", "list", file, "--json"))[0].ID
	out := filepath.Join(dir, "a.pdf")

	said := mustRun(t, "export", file, "--issue", issue, "--booklet", "-o", out)
	if !strings.Contains(said, "turned about the short edge") {
		t.Errorf("a booklet says %q", said)
	}
	if got := tool(t, "pdfinfo", out); !strings.Contains(got, "841.89 pts (A4)") && !strings.Contains(got, "1190.55 x 841.89") {
		t.Errorf("two pages of A4 stand on\n%s", got)
	}
	mustRun(t, "export", file, "--issue", issue, "--marks", "--pages", "2-3", "-o", out, "--force")
	if got := tool(t, "pdftotext", "-l", "1", out, "-"); !strings.Contains(got, "trang 2 · Coated FOGRA39") {
		t.Errorf("no slug in\n%s", got)
	}
	for _, wrong := range [][]string{
		{"--pages", "x"},
		{"--pages", "400-"},
		{"--paper", "b5"},
		{"--paper", "a3"},
		{"--booklet", "--profile", "print"},
		{"--booklet", "--creep", "3"},
		{"--creep", "0.1"},
		{"--booklet", "--creep", "-1"},
		{"--marks", "--profile", "screen"},
	} {
		args := append([]string{"export", file, "--issue", issue, "--force", "-o", filepath.Join(dir, "none.pdf")}, wrong...)
		if r := run(t, args...); r.code != 2 || r.err == "" || strings.Contains(r.err, "trouble.") {
			t.Errorf("%v: exit code %d, %s", wrong, r.code, r.err)
		}
	}
}
