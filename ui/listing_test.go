package ui

import (
	"context"
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
