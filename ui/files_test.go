package ui

import (
	"os"
	"path/filepath"
	"testing"

	"bantin/ui/files"
)

func TestEveryPurposeHasItsFolder(t *testing.T) {
	w := opened(t, 0)
	drafts, photos := filepath.Dir(w.file.Path()), t.TempDir()
	w.remember("text", files.Many, filepath.Join(photos, "a.jpg"))
	if got := w.folderFor("text"); got != photos {
		t.Errorf("texts begin in %q", got)
	}
	if got := w.folderFor("export"); got != drafts {
		t.Errorf("pages begin in %q", got)
	}
	check(t, os.Remove(photos))
	if got := w.folderFor("text"); got != drafts {
		t.Errorf("texts of a folder that is gone begin in %q", got)
	}
}
