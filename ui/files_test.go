package ui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFileGetsItsEndingAndReplacesNoOther(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	check(t, os.WriteFile(at("Số 11"), nil, 0o600)) // as the dialog makes it
	check(t, os.WriteFile(at("ảnh.jpg"), []byte("a photo"), 0o600))
	if got := named(at("Số 11"), pdfEnding); got != at("Số 11.pdf") {
		t.Errorf("it is called %q", got)
	}
	if _, err := os.Stat(at("Số 11")); err == nil {
		t.Error("the empty file is left behind")
	}
	check(t, os.WriteFile(at("Số 11.pdf"), []byte("printed"), 0o600))
	if got := named(at("Số 11"), pdfEnding); got != at("Số 11 (2).pdf") {
		t.Errorf("beside another it is called %q", got)
	}
	for name, want := range map[string]string{"Số 11.pdf": "Số 11.pdf", "Số 12.PDF": "Số 12.PDF", "ảnh.jpg": "ảnh.jpg.pdf"} {
		if got := named(at(name), pdfEnding); got != at(want) {
			t.Errorf("%q is called %q", name, got)
		}
	}
	if raw, err := os.ReadFile(at("ảnh.jpg")); err != nil || string(raw) != "a photo" {
		t.Errorf("the photo is %q, %v", raw, err)
	}
}

func TestEveryPurposeHasItsFolder(t *testing.T) {
	w := opened(t, 0)
	drafts, photos := filepath.Dir(w.file.Path()), t.TempDir()
	w.remember("picture", filepath.Join(photos, "a.jpg"))
	if got := w.folderFor("picture"); got != photos {
		t.Errorf("pictures begin in %q", got)
	}
	if got := w.folderFor("export"); got != drafts {
		t.Errorf("pages begin in %q", got)
	}
	check(t, os.Remove(photos))
	if got := w.folderFor("picture"); got != drafts {
		t.Errorf("pictures of a folder that is gone begin in %q", got)
	}
}
