package storage_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// A copy that is made while somebody saves and adds photos is whole, and has
// every save that was made before its end.
func TestCopyWhileOthersSave(t *testing.T) {
	f := create(t)
	for n := range 6 {
		addPhoto(t, f, "ảnh.jpg", photo(t, uint8(40+n)))
	}
	g := open(t, f.Path())
	var done sync.WaitGroup
	stop := make(chan struct{})
	for _, file := range []*storage.File{f, g} {
		done.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					save(t, file, bulletin.NewID(), article("Bài", "chữ"))
				}
			}
		})
	}
	for n := range 3 {
		before := len(list(t, f, storage.Query{}))
		path := filepath.Join(t.TempDir(), "bản sao #1?.bantin")
		steps := 0
		damage, err := f.CopyTo(ctx, path, func(done, total int) {
			if steps++; done > total {
				t.Errorf("%d of %d", done, total)
			}
		})
		if err != nil || len(damage) > 0 || steps == 0 {
			t.Fatal(n, damage, err, steps)
		}
		c := open(t, path)
		if after := len(list(t, c, storage.Query{})); after < before {
			t.Errorf("%d articles in the copy, %d were saved before", after, before)
		}
		if damage, err := c.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%v %v", damage, err)
		}
		c.Close()
		if names := beside(t, path); len(names) != 1 {
			t.Errorf("beside it: %v", names)
		}
	}
	close(stop)
	done.Wait()
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

func TestCopyOfAFileThatIsReadOnly(t *testing.T) {
	f, err := storage.OpenReadOnly(ctx, full(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	path := filepath.Join(t.TempDir(), "a.bantin")
	if damage, err := f.CopyTo(ctx, path, nil); err != nil || len(damage) > 0 {
		t.Fatal(damage, err)
	}
	if found := list(t, open(t, path), storage.Query{}); len(found) != 2 {
		t.Error(found)
	}
}

func TestCopyRefuses(t *testing.T) {
	f := open(t, full(t))
	_, err := f.CopyTo(ctx, f.Path(), nil)
	wantTrouble(t, err, "file_exists")
	_, err = f.CopyTo(ctx, filepath.Join(t.TempDir(), "không có", "a"), nil)
	wantTrouble(t, err, "folder_missing")
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	path := filepath.Join(t.TempDir(), "a")
	if _, err := f.CopyTo(cancelled, path, nil); err == nil || len(beside(t, path)) > 0 {
		t.Errorf("%v %v", err, beside(t, path))
	}
}

// Damage goes into the copy and is named.
func TestCopyNamesDamage(t *testing.T) {
	path := full(t)
	sqlite(t, path, "UPDATE revisions SET document = replace(document, 'Đông vui', 'Đông vuj')")
	f := open(t, path)
	to := filepath.Join(t.TempDir(), "a")
	damage, err := f.CopyTo(ctx, to, nil)
	if err != nil || len(damage) != 1 || damage[0].Kind != storage.DamageRevision {
		t.Errorf("%v %v", damage, err)
	}
	if _, err := os.Stat(to); err != nil {
		t.Error(err)
	}
}
