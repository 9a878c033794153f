package ui

import (
	"testing"
)

// TestAfterADeletionTheNextArticleIsOpen and the list shows whole rows from the
// top.
func TestAfterADeletionTheNextArticleIsOpen(t *testing.T) {
	w := opened(t, 30)
	first, next := w.writing.id, w.listing.At(1).ID
	w.delete()
	wait(t, "the next one opens", func() bool { return w.writing.id == next && w.writing.open })
	w.flush()
	if w.listing.Row(first) >= 0 || w.list.Rows.At() != 0 || !w.list.Chosen.Has(next) || w.list.Rows.Top() != 0 {
		t.Errorf("row %d, at %d, chosen %v, top %v", w.listing.Row(first), w.list.Rows.At(), w.list.Chosen.Has(next), w.list.Rows.Top())
	}
	w.undo()
	wait(t, "the first is back", func() bool { return w.writing.id == first && w.writing.open })
	last := w.listing.At(w.listing.Len() - 1).ID
	before := w.listing.At(w.listing.Len() - 2).ID
	w.open(last)
	wait(t, "the last opens", func() bool { return w.writing.id == last })
	w.delete()
	wait(t, "the one above it opens", func() bool { return w.writing.id == before && w.writing.open })
}

// TestWalkingDownTheListShowsWholeRows: the first row on screen is never cut.
func TestWalkingDownTheListShowsWholeRows(t *testing.T) {
	w := opened(t, 30)
	for i := range 20 {
		w.list.Rows.StandAt(i)
		if top := w.list.Rows.Top(); top != float32(int(top)) {
			t.Errorf("at row %d the list begins with row %v", i, top)
		}
	}
}
