package ui

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// TestTakingBackABatchThatIsStoppedIsOfferedAgain: it says how far it came, and
// the rest is taken back from there.
func TestTakingBackABatchThatIsStoppedIsOfferedAgain(t *testing.T) {
	w := opened(t, 0)
	var ids []bulletin.ID
	for range 300 {
		id := bulletin.NewID()
		_, err := w.file.SaveArticle(context.Background(), id, bulletin.Article{Headline: "Bài", Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		ids = append(ids, id)
	}
	w.batch("desk.batch_status", bulletin.Args{"status": "Chờ duyệt"}, func(ctx context.Context, b *desk.Batch, p desk.Progress) error {
		return b.SetStatus(ctx, ids, bulletin.Submitted, p)
	})
	undo, rest := w.say.Say("desk.undo_delete", nil), w.say.Say("desk.undo_rest", nil)
	wait(t, "it is done", func() bool { return !w.busy() && w.notices.Offers(ofNews, undo) })
	drafts := func() int { return len(w.stored(t, storage.Query{Status: bulletin.Draft})) }
	w.notices.Act(ofNews)
	wait(t, "the progress is shown", w.busy)
	w.dialog.Hide() // as Escape and the button do
	wait(t, "the rest is offered", func() bool { return w.notices.Offers(ofNews, rest) })
	n := drafts()
	if want := w.say.Say("desk.batch_partly_undone", bulletin.Args{"n": n, "total": 300}); w.notice() != want || n == 300 {
		t.Errorf("%d are back, and it says %q", n, w.notice())
	}
	w.notices.Act(ofNews)
	wait(t, "all are back", func() bool { return drafts() == 300 })
}

// TestAWorkThatWasStoppedIsNoError of the program.
func TestAWorkThatWasStoppedIsNoError(t *testing.T) {
	w := opened(t, 1)
	w.complain(context.Canceled)
	if want := w.say.Say("trouble.cancelled", nil); w.notice() != want {
		t.Errorf("it says %q", w.notice())
	}
}
