package newsroom_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// writtenInPlace are the published files that the colleague writes into.
const writtenInPlace = "Máy 0*.bantin"

// writeUntilKilled saves straight in files that others publish, one after the
// other, and prints what was acknowledged. A file that is not there just now, is
// being replaced or has been, takes nothing; then nothing is acknowledged.
func writeUntilKilled() error {
	fmt.Println("ready")
	for i := 0; ; i++ {
		names, err := filepath.Glob(os.Getenv(workVariable))
		if err != nil {
			return err
		}
		if len(names) > 0 {
			_ = saveInto(names[rand.IntN(len(names))], i)
		}
		time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
	}
}

func saveInto(path string, i int) error {
	f, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	for range 1 + rand.IntN(3) {
		if err := saveSomething(f, i); err != nil {
			return err
		}
	}
	return nil
}

// putBackUntilKilled saves and puts its working file back to a stick by turns.
func putBackUntilKilled() error {
	f, err := storage.Open(ctx, os.Getenv(workVariable))
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for i := 0; ; i++ {
		if err := saveSomething(f, i); err != nil {
			return err
		}
		_, err := newsroom.PutBack(ctx, f, os.Getenv(folderVariable), nil)
		if err != nil && bulletin.TroubleKey(err) != "newsroom_busy" {
			return err
		}
	}
}

// TestTortureOfAStick kills who puts a file back, and who works on the one that
// is there, at any moment: whatever was acknowledged is in both in the end.
func TestTortureOfAStick(t *testing.T) {
	lives := 8
	if os.Getenv("BANTIN_TORTURE") != "" {
		lives = 300
	}
	stick := filepath.Join(t.TempDir(), "bài chung.bantin")
	minh := &worker{path: filepath.Join(t.TempDir(), "a.bantin"), name: "Minh", role: "stick", acknowledged: map[string]bool{}}
	colleague := &worker{path: stick, name: "Hà", role: "colleague", acknowledged: map[string]bool{}}
	f, err := storage.Create(ctx, minh.path)
	if err != nil {
		t.Fatal(err)
	}
	// On a slow machine none of Minh's lives may be long enough to put the first
	// file there, and the colleague would have nothing to write into.
	if err := saveSomething(f, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := newsroom.PutBack(ctx, f, stick, nil); err != nil {
		t.Fatal(err)
	}
	f.Close()
	done := make(chan struct{})
	for _, w := range []*worker{minh, colleague} {
		go func() {
			for range lives {
				w.live(t, stick, time.Duration(50+rand.IntN(400))*time.Millisecond)
			}
			done <- struct{}{}
		}()
	}
	<-done
	<-done
	if f, err = storage.Open(ctx, minh.path); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := newsroom.PutBack(ctx, f, stick, nil)
	if err != nil || r.Kept || len(r.Left) > 0 {
		t.Fatalf("%+v %v", r, err)
	}
	t.Logf("%d acknowledged saves in the working file, %d on the stick; beside it: %s",
		len(minh.acknowledged), len(colleague.acknowledged), files(t, filepath.Dir(stick)))
	there, err := storage.OpenReadOnly(ctx, r.File)
	if err != nil {
		t.Fatal(err)
	}
	defer there.Close()
	for _, f := range []*storage.File{f, there} {
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: %v %v", f.Path(), damage, err)
		}
		for _, w := range []*worker{minh, colleague} {
			for revision := range w.acknowledged {
				if _, err := f.Revision(ctx, bulletin.RevisionID(revision)); err != nil {
					t.Errorf("%s lacks what %s has saved: %v", f.Path(), w.name, err)
				}
			}
			if len(w.acknowledged) == 0 {
				t.Errorf("%s has saved nothing", w.name)
			}
		}
	}
}
