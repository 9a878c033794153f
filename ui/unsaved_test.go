package ui

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/manuscript"
)

// TestAFileReplacedUnderneathIsLeftWithEverything: the text stays on the sheet,
// and all of it goes on in another file.
func TestAFileReplacedUnderneathIsLeftWithEverything(t *testing.T) {
	w := opened(t, 2)
	path, id := w.file.Path(), w.writing.id
	replaced(t, path)
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
	id := w.writing.id
	replaced(t, w.file.Path())
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	on := func(id bulletin.ID) {
		t.Helper()
		w.open(id)
		wait(t, "it is on the sheet", func() bool { return w.writing.id == id && w.coming.id == "" })
	}
	on(w.otherThan(id))
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

// TestAPictureComesToWhatCannotBeSaved and takes nothing of it away, while another
// article is on the sheet.
func TestAPictureComesToWhatCannotBeSaved(t *testing.T) {
	w := opened(t, 2)
	path, id := w.file.Path(), w.writing.id
	var raw bytes.Buffer
	check(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 64, 48))))
	info, err := w.file.AddPhoto(t.Context(), "a.png", raw.Bytes())
	check(t, err)
	replaced(t, path)
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	w.open(w.otherThan(id))
	wait(t, "another is on the sheet", func() bool { return w.writing.id != id && w.coming.id == "" })
	a := &arrival{w: w, file: w.file, keeper: w.keeper, article: id, photo: anyFrame}
	came := make(chan error, 1)
	go func() { came <- a.bring(context.Background(), info) }()
	wait(t, "the picture is put into its article", func() bool { return len(came) > 0 })
	check(t, <-came)
	w.open(id)
	wait(t, "it is on the sheet again", func() bool { return w.writing.id == id && w.coming.id == "" })
	if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, "Mới: ") || w.photos() != 1 {
		t.Errorf("the headline is %q, with %d photos", got, w.photos())
	}
}

// replaced puts another file in the place of an open one: it is read on, and
// takes no more.
func replaced(t *testing.T, path string) {
	t.Helper()
	stranger := filepath.Join(t.TempDir(), "b.bantin")
	other, err := storage.Create(context.Background(), stranger)
	check(t, err)
	check(t, other.Close())
	if err := os.Rename(stranger, path); err != nil {
		t.Skip("an open file cannot be replaced here:", err)
	}
}

// otherThan is another article of the list.
func (w *window) otherThan(id bulletin.ID) bulletin.ID {
	if other := w.listing.At(0).ID; other != id {
		return other
	}
	return w.listing.At(1).ID
}

// TestAFullDiskIsOfferedAnotherFile: the sentence speaks of another place, and
// the notice leads there; it can be tried here again, too.
func TestAFullDiskIsOfferedAnotherFile(t *testing.T) {
	w := opened(t, 1)
	w.kept(desk.Kept{Article: w.writing.id, Err: bulletin.NewTrouble("disk_full", bulletin.Args{"file": "a.bantin", "folder": "/"}, nil), Waiting: true, Passing: true})
	for _, word := range []string{"desk.save_elsewhere", "desk.retry"} {
		if !w.notices.Offers(ofSaving, w.say.Say(word, nil)) {
			t.Errorf("%s is not offered", word)
		}
	}
	buttons := w.notices.cards[ofSaving].acts.Objects
	buttons[1].(*fyne.Container).Objects[0].(*quiet).Tapped(nil)
	wait(t, "a file is asked for", func() bool { return w.busy() })
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

// TestThatTheFileIsAwayIsSaidOnceAndNotWhenItIsBack.
func TestThatTheFileIsAwayIsSaidOnceAndNotWhenItIsBack(t *testing.T) {
	w := opened(t, 1)
	moved := bulletin.NewTrouble("file_moved", bulletin.Args{"file": "a.bantin"}, nil)
	away := w.file.Path() + ".away"
	check(t, os.Rename(w.file.Path(), away))
	w.complain(moved) // as of a list that could not be read
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	w.complain(moved)
	if w.notices.Has(ofNews) {
		t.Errorf("it is said twice: %q", w.notice())
	}
	w.notices.Drop(ofSaving)
	w.complain(moved)
	check(t, os.Rename(away, w.file.Path()))
	w.retry()
	wait(t, "nothing is said of it any more", func() bool { return !w.notices.Has(ofSaving) && !w.notices.Has(ofNews) })
}
