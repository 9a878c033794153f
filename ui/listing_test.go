package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
)

// TestEnterRanksWhatWasFound: as one types, the newest comes first; Enter puts
// first, and opens, what fits best, and the list says so until something else is
// searched for.
func TestEnterRanksWhatWasFound(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	save := func(a bulletin.Article) bulletin.ID {
		id := bulletin.NewID()
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		return id
	}
	best := save(bulletin.Article{Headline: "Lễ hội đua ghe ngo"})
	newest := save(bulletin.Article{Headline: "Tin vắn", Body: []bulletin.Block{{Text: "Sau phần lễ là hội thi nấu ăn; chiều có đua thuyền và ghe, thuyền ngo đến muộn."}}})
	w.refreshFromFile()
	wait(t, "all are listed", func() bool { return w.listing.Len() == 3 })
	typeInto(w.list.Search, "le hoi ghe ngo")
	wait(t, "the newest is first", func() bool { return w.listing.Len() == 2 && w.listing.At(0).ID == newest })
	if w.writing.id == best || w.list.Ranked {
		t.Error("ranked before Enter")
	}
	w.list.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wait(t, "the best is opened", func() bool { return w.listing.At(0).ID == best && w.writing.open && w.writing.id == best })
	if !w.list.Ranked {
		t.Error("the next save would undo the order")
	}
	typeInto(w.list.Search, " x")
	if w.list.Ranked {
		t.Error("another search is ranked before Enter")
	}
}

// TestDownFromTheSearchStandsOnAHit: the keys go from the search to the first of
// what was found, however far down the open article stood in the whole list, and
// to the open one where it was found itself.
func TestDownFromTheSearchStandsOnAHit(t *testing.T) {
	w := opened(t, 10)
	ctx := context.Background()
	for range 3 {
		_, err := w.file.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Đua ghe ngo"}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "all are listed", func() bool { return w.listing.Len() == 13 })
	down := func() { w.list.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }
	open := func(row int) {
		w.list.Rows.StandAt(row)
		w.list.Rows.OnTap(row, 0)
		wait(t, "it is opened", func() bool { return w.writing.id == w.listing.At(row).ID })
	}
	open(11)
	typeInto(w.list.Search, "ghe ngo")
	down() // before the answer has come
	wait(t, "the hits are listed", func() bool { return w.listing.Len() == 3 })
	wait(t, "the first hit is opened", func() bool { return w.writing.id == w.listing.At(0).ID })
	if at := w.list.Rows.At(); at != 0 {
		t.Errorf("the keys stand at row %d", at)
	}
	open(2)
	down()
	if at := w.list.Rows.At(); at != 2 || w.writing.id != w.listing.At(2).ID {
		t.Errorf("the keys stand at row %d, the open article is a hit in row 2", at)
	}
	w.list.Search.Rewrite("")
	wait(t, "all are listed again", func() bool { return w.listing.Len() == 13 })
	open(12)
	typeInto(w.list.Search, "ghe")
	wait(t, "the hits are listed", func() bool { return w.listing.Len() == 3 })
	if at := w.list.Rows.At(); at >= 3 {
		t.Errorf("the keys stand at row %d of three", at)
	}
}

// TestAnArticleWithoutAHeadlineIsListedByItsFirstWords, also among those that are
// deleted.
func TestAnArticleWithoutAHeadlineIsListedByItsFirstWords(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	id := bulletin.NewID()
	stored, err := w.file.SaveArticle(ctx, id, bulletin.Article{Body: []bulletin.Block{{Text: "Sáng nay trời mưa to."}}}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	w.refreshFromFile()
	wait(t, "its first words are known", func() bool { return w.listing.Begins[id] == "Sáng nay trời mưa to." })
	_, err = w.file.DeleteArticle(ctx, id, storage.Save{Author: "Thu", Reason: bulletin.ReasonDelete, Expected: stored.Heads})
	check(t, err)
	w.askDeleted()
	wait(t, "what is deleted is offered", w.busy)
	if !strings.Contains(saidIn(w.win.Canvas().Overlays().Top()), "Sáng nay trời mưa to.") {
		t.Error("its first words are not offered")
	}
}
