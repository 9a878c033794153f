package ui

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"

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

// TestPicturesAreLookedForWherePicturesAre: in the person's pictures, else in
// what was downloaded, else at home; never first among the drafts.
func TestPicturesAreLookedForWherePicturesAre(t *testing.T) {
	w := opened(t, 0)
	before := xdg.UserDirs
	t.Cleanup(func() { xdg.UserDirs = before })
	pictures, downloads, home := t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for _, c := range []struct{ pictures, downloads, want string }{
		{pictures, downloads, pictures},
		{filepath.Join(home, "Pictures"), downloads, downloads},
		{filepath.Join(home, "Pictures"), filepath.Join(home, "Downloads"), home},
	} {
		xdg.UserDirs.Pictures, xdg.UserDirs.Download = c.pictures, c.downloads
		for _, purpose := range []string{"picture", "logo"} {
			if got := w.folderFor(purpose); got != c.want {
				t.Errorf("with %q and %q, %s begins in %q", c.pictures, c.downloads, purpose, got)
			}
		}
	}
	taken := t.TempDir()
	w.remember("picture", files.Many, filepath.Join(taken, "a.jpg"))
	if got := w.folderFor("picture"); got != taken {
		t.Errorf("the next picture is looked for in %q", got)
	}
}
