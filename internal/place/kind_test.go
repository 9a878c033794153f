package place_test

import (
	"os"
	"path/filepath"
	"testing"

	"bantin/internal/place"
)

func TestSyncedFolders(t *testing.T) {
	root := t.TempDir()
	for _, c := range []struct {
		folder, mark string
		kind         place.Kind
		why          string
	}{
		{"Bản tin", "", place.Local, ""},
		{"OneDrive/Bản tin/2026", "", place.Synced, "OneDrive"},
		{"OneDrive - Trung tâm TT&VH/a", "", place.Synced, "OneDrive"},
		{"Dropbox (Cơ quan)", "", place.Synced, "Dropbox"},
		{"Google Drive/x", "", place.Synced, "Google Drive"},
		{"onedriver", "", place.Local, ""},
		{"chung/bài", "chung/.stfolder", place.Synced, "Syncthing"},
		{"hộp", "hộp/.dropbox", place.Synced, "Dropbox"},
	} {
		folder := filepath.Join(root, c.folder)
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if c.mark != "" {
			if err := os.Mkdir(filepath.Join(root, c.mark), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		// The file need not be there, nor its folder.
		for _, path := range []string{folder, filepath.Join(folder, "a.bantin"), filepath.Join(folder, "sắp có", "a.bantin")} {
			if kind, why := place.Of(path); kind != c.kind || why != c.why {
				t.Errorf("%s: %s %s, want %s %s", path, kind, why, c.kind, c.why)
			}
		}
	}
	link := filepath.Join(root, "lối tắt")
	if err := os.Symlink(filepath.Join(root, "OneDrive"), link); err == nil {
		if kind, _ := place.Of(filepath.Join(link, "a.bantin")); kind != place.Synced {
			t.Errorf("behind a link: %s", kind)
		}
	}
}
