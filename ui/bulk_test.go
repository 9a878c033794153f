package ui

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/parts"
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

// TestABatchIsTakenBackAndDoneAgain by the keys of undo and redo, as often as one
// likes.
func TestABatchIsTakenBackAndDoneAgain(t *testing.T) {
	w := opened(t, 3)
	w.win.Canvas().Unfocus()
	ids := []bulletin.ID{w.listing.At(0).ID, w.listing.At(1).ID, w.listing.At(2).ID}
	w.batch("desk.batch_section", bulletin.Args{"section": "Kinh tế"}, func(ctx context.Context, b *desk.Batch, p desk.Progress) error {
		return b.SetSection(ctx, ids, "Kinh tế", p)
	})
	inSection := func(n int) func() bool {
		return func() bool {
			has := 0
			for _, a := range w.stored(t, storage.Query{}) {
				if a.Section == "Kinh tế" {
					has++
				}
			}
			return !w.busy() && w.notices.Has(ofNews) && has == n
		}
	}
	wait(t, "it is done", inSection(3))
	for range 2 {
		w.undo()
		wait(t, "it is taken back, and said", func() bool {
			return inSection(0)() && w.notice() == w.say.Say("desk.batch_undone", bulletin.Args{"n": 3}) && w.notices.Offers(ofNews, w.say.Say("desk.menu.redo", nil))
		})
		w.redo()
		wait(t, "it is done again", inSection(3))
	}
}

// TestWhatWasPutIntoAnIssueIsTakenOutAndPutInAgain from the list.
func TestWhatWasPutIntoAnIssueIsTakenOutAndPutInAgain(t *testing.T) {
	w, id := withIssue(t)
	w.win.Canvas().Unfocus()
	stories := func(n int) func() bool {
		return func() bool {
			s, err := w.file.Issue(context.Background(), id)
			return err == nil && len(s.Issue.Slots) == n && !w.steps.storing
		}
	}
	w.putInto([]bulletin.ID{w.listing.At(1).ID}, id)
	wait(t, "it is there", stories(3))
	w.undo()
	wait(t, "it is out", stories(2))
	w.redo()
	wait(t, "it is there again, and that is said", func() bool { return stories(3)() && strings.Contains(w.notice(), "Ngàn Sa") })
}

// TestTheKeyOfANewIssueTakesAllThatAreChosen, as their menu does.
func TestTheKeyOfANewIssueTakesAllThatAreChosen(t *testing.T) {
	w := opened(t, 3)
	for i := range 3 {
		if id := w.listing.At(i).ID; !w.list.Chosen.Has(id) {
			w.list.Chosen.Toggle(id)
		}
	}
	w.askNewIssue()
	wait(t, "it is asked", w.busy)
	w.dialog.(*parts.Panel).Submit()
	wait(t, "the issue is there", func() bool { return len(w.issues) == 1 })
	if n := len(w.issues[0].Issue.Slots); n != 3 {
		t.Fatalf("it has %d stories", n)
	}
	id := w.issues[0].ID
	w.turnStories(id)
	wait(t, "all are taken out by the menu", func() bool { return len(w.issues[0].Issue.Slots) == 0 && !w.steps.storing })
	w.turnStories(id)
	wait(t, "and put in again", func() bool { return len(w.issues[0].Issue.Slots) == 3 })
}
