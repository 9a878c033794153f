//go:build unix

package torture_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// writer saves one article again and again and remembers what was acknowledged.
type writer struct {
	f      *storage.File
	id     bulletin.ID
	heads  []bulletin.RevisionID
	all    []bulletin.RevisionID
	random *rand.Rand
}

func newWriter(f *storage.File) *writer {
	return &writer{f: f, id: bulletin.NewID(), random: rand.New(rand.NewPCG(7, 7))}
}

func (w *writer) save() error {
	saved, err := w.f.SaveArticle(ctx, w.id, article(w.random), storage.Save{Expected: w.heads})
	if err == nil {
		w.heads, w.all = []bulletin.RevisionID{saved.Revision}, append(w.all, saved.Revision)
	}
	return err
}

func (w *writer) mustSave(t *testing.T) {
	t.Helper()
	if err := w.save(); err != nil {
		t.Fatal(err)
	}
}

// mustHold makes sure that a file has everything that was acknowledged.
func (w *writer) mustHold(t *testing.T, path string) {
	t.Helper()
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	mustBeSound(t, f)
	for _, id := range w.all {
		if _, err := f.Revision(ctx, id); err != nil {
			t.Fatalf("acknowledged and lost: %v", err)
		}
	}
}

func opened(t *testing.T, path string) *storage.File {
	t.Helper()
	f, err := storage.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// The folder vanishes (a stick is pulled out, a share goes), and comes back:
// the save that failed is made then, by the same open file.
func TestTheFolderVanishesAndComesBack(t *testing.T) {
	home := t.TempDir()
	folder, away := filepath.Join(home, "usb"), filepath.Join(home, "away")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	create(t, folder)
	w := newWriter(opened(t, working(folder)))
	w.mustSave(t)
	for range 3 {
		if err := os.Rename(folder, away); err != nil {
			t.Fatal(err)
		}
		err := w.save()
		if !storage.MayPass(err) {
			t.Fatalf("a save into a folder that is gone: %v", err)
		}
		mustBeSentence(t, "folder gone", err)
		if err := os.Rename(away, folder); err != nil {
			t.Fatal(err)
		}
		w.mustSave(t)
	}
	w.mustHold(t, working(folder))
}

// Another copy of the file is put in its place, as a synchronising program
// does: what was acknowledged is in the file that was open, and a save is not
// made where nobody would find it.
func TestTheFileIsReplaced(t *testing.T) {
	folder := t.TempDir()
	create(t, folder)
	older, err := os.ReadFile(working(folder))
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, working(folder))
	w := newWriter(f)
	w.mustSave(t)
	put := func(b []byte) {
		t.Helper()
		fresh := filepath.Join(folder, "fresh")
		if err := os.WriteFile(fresh, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(fresh, working(folder)); err != nil {
			t.Fatal(err)
		}
	}
	put(older)
	if err := w.save(); bulletin.TroubleKey(err) != "file_moved" {
		t.Fatalf("a save into a file that was replaced: %v", err)
	}
	// All that was open can still be written elsewhere, whole.
	saved := filepath.Join(folder, "bản của tôi.bantin")
	if damage, err := f.CopyTo(ctx, saved, nil); err != nil || len(damage) > 0 {
		t.Fatal(damage, err)
	}
	w.mustHold(t, saved)
	// And the one that took its place can be worked with, with all that the
	// other had received into it.
	g := opened(t, working(folder))
	if _, err := g.Receive(ctx, saved, nil); err != nil {
		t.Fatal(err)
	}
	w.f = g
	w.mustSave(t)
	w.mustHold(t, working(folder))
}

// Somebody else holds the file: the save waits, fails with a sentence when it
// takes too long, and succeeds once the file is free.
func TestTheFileIsLocked(t *testing.T) {
	folder := t.TempDir()
	create(t, folder)
	w := newWriter(opened(t, working(folder)))
	w.mustSave(t)
	release := holdWriteLock(t, working(folder))
	err := w.save()
	if bulletin.TroubleKey(err) != "file_busy" || !storage.MayPass(err) {
		t.Errorf("a save into a locked file: %v", err)
	}
	release()
	w.mustSave(t)
	w.mustHold(t, working(folder))
}

// Every trouble that passes by itself is told from those that somebody must do
// something about.
func TestWhatMayPass(t *testing.T) {
	for key, want := range map[string]bool{
		"disk_full": true, "file_busy": true, "disk_write_failed": true, "file_missing": true, "folder_missing": true,
		"file_damaged": false, "file_moved": true, "file_read_only": false, "file_torn": false, "revision_missing": false,
	} {
		err := fmt.Errorf("save: %w", bulletin.NewTrouble(key, nil, nil))
		if storage.MayPass(err) != want {
			t.Errorf("%s: %v", key, !want)
		}
	}
	if storage.MayPass(nil) || storage.MayPass(os.ErrClosed) {
		t.Error("no trouble of the disk")
	}
}
