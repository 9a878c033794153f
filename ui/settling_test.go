package ui

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// TestSettlingSaysThatNobodyHasApprovedTheWhole: two people changed an approved
// article.
func TestSettlingSaysThatNobodyHasApprovedTheWhole(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	save := func(heads []bulletin.RevisionID, headline, deck string) []bulletin.RevisionID {
		a := base.Article.Clone()
		a.Headline, a.Deck, a.Status = headline, deck, bulletin.Approved
		saved, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: headline, Reason: bulletin.ReasonSave, Expected: heads})
		check(t, err)
		return saved.Heads
	}
	approved := save(base.Heads, "Đã duyệt", "")
	save(approved, "Thu", "Phụ của Thu")
	save(approved, "Hường", "Phụ của Hường")
	w.refreshFromFile()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 2 })
	choices := merge.Choices{w.conflicted.conflicts[0].Key(): merge.Ours, w.conflicted.conflicts[1].Key(): merge.Theirs}
	w.settle(choices)
	wait(t, "it is settled, and said", func() bool { return w.saysKey("desk.settle.unapproved") || w.saysKey("desk.settle.done") })
	a, err := w.file.Article(ctx, id)
	check(t, err)
	if a.Article.Status == bulletin.Approved || !w.saysKey("desk.settle.unapproved") {
		t.Errorf("it is %s; unapproved is said: %v", a.Article.Status, w.saysKey("desk.settle.unapproved"))
	}
}
