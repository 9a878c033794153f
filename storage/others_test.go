package storage_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

type opener func(ctx context.Context, path string) (*storage.File, error)

// leaveHotJournal copies a database as it is in the middle of a transaction
// that has outgrown its memory: pages changed, the old ones in the journal.
func leaveHotJournal(t *testing.T, from, to string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: from}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, statement := range []string{
		"PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE",
		"UPDATE revisions SET document = document || zeroblob(20000), author = 'half done'",
		"UPDATE photos SET original = zeroblob(300000)",
	} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	for _, suffix := range []string{"", "-journal"} {
		b, err := os.ReadFile(from + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.ExecContext(ctx, "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
}

// saveManyTimes saves over what it last read, whatever others do meanwhile.
func saveManyTimes(path string) error {
	f, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	found, err := f.Articles(ctx, storage.Query{})
	if err != nil {
		return err
	}
	for i := range 25 {
		a, err := f.Article(ctx, found[0].ID)
		if err != nil {
			return err
		}
		next := article("Bài", fmt.Sprint(os.Getpid(), " ", i, " ", bulletin.NewID()))
		if _, err := f.SaveArticle(ctx, a.ID, next, storage.Save{Expected: a.Heads, Settles: true}); err != nil {
			return err
		}
	}
	return nil
}

// Three programs and two Files of this one save the same article at once: no
// revision is lost, and the file is whole.
func TestManyWritersOnOneFile(t *testing.T) {
	f := create(t)
	save(t, f, bulletin.NewID(), article("Bài"))
	g := open(t, f.Path())
	var running sync.WaitGroup
	for range 3 {
		running.Go(func() {
			if err := play("save 25 times", f.Path()).Run(); err != nil {
				t.Error(err)
			}
		})
	}
	for _, file := range []*storage.File{f, g} {
		running.Go(func() {
			for i := range 25 {
				a, err := file.Article(ctx, list(t, file, storage.Query{Text: "bai"})[0].ID)
				if err == nil {
					_, err = file.SaveArticle(ctx, a.ID, article("Bài", fmt.Sprint(i, bulletin.NewID())), storage.Save{Expected: a.Heads, Settles: true})
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	history, err := f.History(ctx, list(t, f, storage.Query{})[0].ID)
	if err != nil || len(history) != 1+5*25 {
		t.Errorf("%d revisions, %v", len(history), err)
	}
	if damage, err := g.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

// writeWithoutPause holds the lock for writing nearly all the time, until the
// function that it returns is called.
func writeWithoutPause(t *testing.T, path string) (stop func()) {
	t.Helper()
	u := url.URL{Scheme: "file", Path: path, RawQuery: "_txlock=immediate&_pragma=busy_timeout(5000)"}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		t.Fatal(err)
	}
	stopping, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			tx, err := db.BeginTx(ctx, nil)
			if err != nil {
				t.Error(err)
				return
			}
			select {
			case <-stopping:
				tx.Rollback()
				return
			case <-time.After(150 * time.Millisecond):
			}
			tx.Rollback()
			time.Sleep(2 * time.Millisecond)
		}
	}()
	return func() {
		close(stopping)
		<-stopped
		db.Close()
	}
}

// A save gets its turn beside a program that writes without a pause.
func TestSaveBesideABusyWriter(t *testing.T) {
	f := create(t)
	defer writeWithoutPause(t, f.Path())()
	for range 5 {
		save(t, f, bulletin.NewID(), article("Bài"))
	}
}

// One File serves many goroutines; -race looks on.
func TestManyGoroutines(t *testing.T) {
	f := create(t)
	original := photo(t, 50)
	var running sync.WaitGroup
	for n := range 6 {
		running.Go(func() {
			id, heads := bulletin.NewID(), []bulletin.RevisionID(nil)
			for i := range 8 {
				heads = save(t, f, id, article(fmt.Sprint("Bài ", n), fmt.Sprint("lần ", i)), heads...).Heads
				load(t, f, id)
				list(t, f, storage.Query{Text: "bài"})
				addPhoto(t, f, "ảnh.jpg", original)
			}
		})
	}
	running.Wait()
	if n := len(list(t, f, storage.Query{})); n != 6 {
		t.Errorf("%d articles", n)
	}
}

func TestCancelledCalls(t *testing.T) {
	f := create(t)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	id := bulletin.NewID()
	if _, err := f.SaveArticle(cancelled, id, article("x"), storage.Save{}); err == nil || bulletin.TroubleKey(err) != "" {
		t.Errorf("%v", err)
	}
	if n := len(list(t, f, storage.Query{})); n != 0 {
		t.Error("a cancelled save was written")
	}
	save(t, f, id, article("x"))
}

// TestASaveWaitsItsTurn: who waits for others that save one after the other is
// not refused; who waits for one that never ends is.
func TestASaveWaitsItsTurn(t *testing.T) {
	if !storage.WaitsOn(3, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6) {
		t.Error("refused while others merely worked")
	}
	if storage.WaitsOn(3, 1, 1, 2, 2, 2, 2, 2) {
		t.Error("waits for ever")
	}
}
