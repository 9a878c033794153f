package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestAFileReplacedUnderneathIsLeftWithEverything: the text stays on the sheet,
// and all of it goes on in another file.
func TestAFileReplacedUnderneathIsLeftWithEverything(t *testing.T) {
	w := opened(t, 2)
	path, id := w.file.Path(), w.writing.id
	stranger := filepath.Join(t.TempDir(), "b.bantin")
	other, err := storage.Create(context.Background(), stranger)
	check(t, err)
	check(t, other.Close())
	if err := os.Rename(stranger, path); err != nil {
		t.Skip("an open file cannot be replaced here:", err)
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	fresh := filepath.Join(t.TempDir(), "c.bantin")
	w.saveElsewhere(fresh)
	wait(t, "the other file is at hand", func() bool { return w.file.Path() == fresh })
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	if !strings.HasPrefix(a.Article.Headline, "Mới: ") {
		t.Errorf("headline %q", a.Article.Headline)
	}
	if n := len(w.stored(t, storage.Query{})); n != 2 {
		t.Errorf("%d articles", n)
	}
	wait(t, "nothing waits any more", func() bool { return !w.notices.Has(ofSaving) && len(w.keeper.Waiting()) == 0 })
}

// TestWhatCannotBeSavedIsOnTheSheetAgain when one comes back to its article, or
// that is read anew, and what is typed then is typed behind it.
func TestWhatCannotBeSavedIsOnTheSheetAgain(t *testing.T) {
	w := opened(t, 2)
	path, id := w.file.Path(), w.writing.id
	stranger := filepath.Join(t.TempDir(), "b.bantin")
	other, err := storage.Create(context.Background(), stranger)
	check(t, err)
	check(t, other.Close())
	if err := os.Rename(stranger, path); err != nil {
		t.Skip("an open file cannot be replaced here:", err)
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	another := w.listing.At(0).ID
	if another == id {
		another = w.listing.At(1).ID
	}
	on := func(id bulletin.ID) {
		t.Helper()
		w.open(id)
		wait(t, "it is on the sheet", func() bool { return w.writing.id == id && w.coming.id == "" })
	}
	on(another)
	on(id)
	w.reopen()
	wait(t, "it is read anew", func() bool { return w.coming.id == "" })
	if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, "Mới: ") {
		t.Errorf("the headline is %q", got)
	}
	w.typeAt(manuscript.Headline, "Rất ")
	fresh := filepath.Join(t.TempDir(), "c.bantin")
	w.saveElsewhere(fresh)
	wait(t, "the other file is at hand", func() bool { return w.file.Path() == fresh })
	w.take()
	check(t, w.keeper.Flush())
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	if !strings.HasPrefix(a.Article.Headline, "Rất Mới: ") || len(a.Heads) != 1 {
		t.Errorf("kept is %q in %d versions", a.Article.Headline, len(a.Heads))
	}
}

// TestWhoClosesWithoutASaveIsOfferedAnotherFile: and what was written goes
// there.
func TestWhoClosesWithoutASaveIsOfferedAnotherFile(t *testing.T) {
	w := opened(t, 1)
	w.askClosing(bulletin.NewTrouble("disk_full", bulletin.Args{"file": "a.bantin"}, nil))
	if len(w.closing.Aside) != 2 {
		t.Fatalf("%d ways out", len(w.closing.Aside))
	}
	w.closing.Aside[1].(*quiet).Tapped(nil)
	wait(t, "a file is asked for", func() bool { return w.busy() && w.closing == nil })
}
