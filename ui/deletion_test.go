package ui

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
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

// TestUndoBringsBackWhatWasDeleted by the key alone, when its notice was sent away.
func TestUndoBringsBackWhatWasDeleted(t *testing.T) {
	w := opened(t, 2)
	id := w.writing.id
	w.delete()
	wait(t, "the next one is open", func() bool { return w.writing.open && w.writing.id != id })
	w.notices.Drop(ofDeletion)
	w.win.Canvas().Unfocus()
	w.undo()
	if w.writing.id != id || w.writing.deleted {
		t.Fatalf("on the sheet is %s", w.writing.id)
	}
	w.win.Canvas().Unfocus()
	w.undo() // nothing is left to be brought back
	if w.writing.id != id || w.writing.deleted {
		t.Error("undone twice")
	}
}

// TestUndoOfASettledDeletion asks again what was asked before, by the key alone.
func TestUndoOfASettledDeletion(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	_, err = w.file.DeleteArticle(ctx, id, storage.Save{Author: "Thu", Expected: base.Heads})
	check(t, err)
	a := base.Article.Clone()
	a.Headline = "Sửa lúc người kia xóa"
	_, err = w.file.SaveArticle(ctx, id, a, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.refreshFromFile()
	w.untilContested(t, 1)
	asked, err := w.file.Article(ctx, id)
	check(t, err)
	side := merge.Theirs
	if asked.Conflicts[0].Ours == merge.FieldDeleted {
		side = merge.Ours
	}
	w.settleVersions(settling{
		subject: bulletin.SubjectArticle, id: id, heads: asked.Heads, asked: asked.Conflicts, choices: merge.Choices{asked.Conflicts[0].Key(): side},
	}, w.settled)
	wait(t, "it is deleted", func() bool { return w.writing.deleted && w.notices.Has(ofDeletion) })
	w.notices.Drop(ofDeletion)
	w.win.Canvas().Focus(w.sheet)
	w.undo()
	w.untilContested(t, 1)
	if w.writing.deleted {
		t.Error("still deleted")
	}
}

// TestWhatWasSaidOfADeletionGoesInTheEnd, while the deletion can be taken back all
// the same; what is said of a later one stays for a while of its own.
func TestWhatWasSaidOfADeletionGoesInTheEnd(t *testing.T) {
	w := opened(t, 3)
	first := w.writing.id
	w.delete()
	wait(t, "another is open", func() bool { return w.writing.open && w.writing.id != first })
	card := w.notices.cards[ofDeletion]
	if card == nil {
		t.Fatal("nothing is said of the deletion")
	}
	second := w.writing.id
	w.delete()
	wait(t, "another is open", func() bool { return w.writing.open && w.writing.id != second })
	w.notices.expire(ofDeletion, card)
	if !w.notices.Has(ofDeletion) {
		t.Error("the first deletion takes away what is said of the second")
	}
	w.notices.expire(ofDeletion, w.notices.cards[ofDeletion])
	if w.notices.Has(ofDeletion) {
		t.Error("it stays for ever")
	}
	w.undoDeletion()
	wait(t, "the deleted one is back", func() bool { return w.writing.id == second && !w.writing.deleted })
}
