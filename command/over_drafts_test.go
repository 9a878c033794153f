package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingIsWrittenOverDrafts: whatever a command writes out, a drafts file
// that stands there stays, by whatever name or link it is reached.
func TestNothingIsWrittenOverDrafts(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	other := filepath.Join(dir, "b.bantin")
	write(t, other, "a damaged drafts file, perhaps to be salvaged")
	whole := read(t, file)
	renamed := filepath.Join(dir, "renamed.pdf")
	if err := os.WriteFile(renamed, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	damaged := read(t, other)
	link := func(name, to string) string {
		path := filepath.Join(dir, name)
		if err := os.Symlink(to, path); err != nil {
			return to // no links can be made here
		}
		return path
	}
	for _, out := range []string{other, renamed, file, link("x.toml", file), link("l.pdf", file), link("m.pdf", other)} {
		for _, args := range [][]string{
			{"style", "export", file, "a5-bulletin", out},
			{"rules", "export", file, "press-law-2016", out},
			{"export", file, "--article", id, "-o", out},
		} {
			refused(t, run(t, args...))
		}
	}
	if !bytes.Equal(read(t, file), whole) || !bytes.Equal(read(t, renamed), whole) || !bytes.Equal(read(t, other), damaged) {
		t.Error("a drafts file was written over")
	}
}

// TestNothingIsWrittenOverOthersFiles: a letter is not replaced by a style.
func TestNothingIsWrittenOverOthersFiles(t *testing.T) {
	file, _ := imported(t)
	letter := filepath.Join(t.TempDir(), "thư.doc")
	write(t, letter, "Kính gửi")
	r := run(t, "style", "export", file, "a5-bulletin", letter)
	refused(t, r)
	if string(read(t, letter)) != "Kính gửi" || !strings.Contains(r.err, "another kind") {
		t.Errorf("%q", r.err)
	}
}

// TestPagesAreWrittenToAFileOfTheirOwn: not to standard output, and not under a
// name that belongs to a drafts file, whether one stands there or not.
func TestPagesAreWrittenToAFileOfTheirOwn(t *testing.T) {
	file, id := imported(t)
	dir := t.TempDir()
	for _, name := range []string{"so4.bantin", "so4.bantin-journal", "so4.BANTIN-WAL"} {
		out := filepath.Join(dir, name)
		refused(t, run(t, "export", file, "--article", id, "-o", out))
		if _, err := os.Lstat(out); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	r := run(t, "export", file, "--article", id, "-o", "-")
	refused(t, r)
	if _, err := os.Lstat("-"); err == nil || !strings.Contains(r.err, "standard output") {
		t.Errorf("%q", r.err)
	}
}
