package storage_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// TestWhatOthersWriteIsHeard, by a file that is written in and by one that is only
// read; what is written through the same File is no news.
func TestWhatOthersWriteIsHeard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.bantin")
	f, err := storage.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	save(t, f, bulletin.NewID(), article("Một"))
	other := open(t, path)
	reader, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()

	watching, stop := context.WithCancel(ctx)
	watch := func(f *storage.File) (heard chan struct{}, ended chan error) {
		heard, ended = make(chan struct{}, 100), make(chan error, 1)
		go func() { ended <- f.Watch(watching, time.Millisecond, func() { heard <- struct{}{} }) }()
		return heard, ended
	}
	own, ownEnded := watch(f)
	read, readEnded := watch(reader)
	for len(read) == 0 { // until both look: a first look that comes late hears nothing
		save(t, f, bulletin.NewID(), article("Hai"))
	}
	if len(own) > 0 {
		t.Error("what was written through it is news to it")
	}
	for len(own) == 0 {
		save(t, other, bulletin.NewID(), article("Ba"))
	}
	stop()
	for _, ended := range []chan error{ownEnded, readEnded} {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}
