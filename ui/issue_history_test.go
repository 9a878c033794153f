package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

func TestAnIssueHasItsHistory(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := func() []bulletin.Slot { return w.issues[0].Issue.Slots }
	last := slots()[1].Article
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Page = 2 })
	wait(t, "the story is pinned", func() bool { return !w.steps.storing && slots()[1].Page == 2 })
	w.showHistory()
	wait(t, "both versions are there", func() bool { return len(w.makeup.History.Versions()) == 2 })
	if changes := w.makeup.History.Changes(); !strings.Contains(changes, "+trang 2") {
		t.Errorf("changed:\n%s", changes)
	}
	w.makeup.OnMove([]bulletin.ID{last}, slots()[0].Article)
	wait(t, "the move is a version, too", func() bool { return len(w.makeup.History.Versions()) == 3 })
	w.makeup.History.Choose(2)
	w.restoreIssue(w.makeup.History.Versions()[2])
	wait(t, "the first version is back", func() bool {
		return !w.steps.storing && slots()[1].Article == last && slots()[1].Page == 0
	})
	stored, err := w.file.History(context.Background(), w.making)
	check(t, err)
	if stored[0].Reason != bulletin.ReasonRestore {
		t.Errorf("it was stored because of %q", stored[0].Reason)
	}
	w.undo()
	wait(t, "and is taken back", func() bool { return !w.steps.storing && slots()[0].Article == last && slots()[0].Page == 2 })
}

func TestTwoVersionsOfAnIssueAreSettled(t *testing.T) {
	w, id := withIssue(t)
	ctx := context.Background()
	base := w.issues[0]
	change := func(author, number string, page int) {
		s := base.Issue
		s.Slots = append([]bulletin.Slot{}, base.Issue.Slots...)
		s.Number, s.Slots[0].Page = number, page
		_, err := w.file.SaveIssue(ctx, id, s, storage.Save{Author: author, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	change("Thu", "12", 2)
	change("Hường", "13", 3)
	w.list.ChooseIssue(w.list.Issues[0])
	w.loadIssues()
	wait(t, "the conflict is told", func() bool { return w.notices.Has(ofIssue) && len(w.issues[0].Conflicts) == 2 })
	w.makeUp()
	if !w.notices.Has(ofIssue) {
		t.Fatal("the make-up table does not tell of it")
	}
	w.askSettle()
	wait(t, "both sides are shown", w.busy)
	key := func(name fyne.KeyName) { w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.Key2)
	key(fyne.Key1)
	key(fyne.KeyReturn)
	wait(t, "it is settled", func() bool { return len(w.issues[0].Conflicts) == 0 && len(w.issues[0].Heads) == 1 })
	wait(t, "nothing is left to tell", func() bool { return !w.notices.Has(ofIssue) })
	got := w.issues[0].Issue
	if (got.Number == "12") == (got.Slots[0].Page == 2) {
		t.Errorf("number %q, page %d: one side each was chosen", got.Number, got.Slots[0].Page)
	}
}

func TestRestoringAnIssueOverAConflictIsAskedFirst(t *testing.T) {
	w, id := withIssue(t)
	ctx := context.Background()
	base := w.issues[0]
	for _, number := range []string{"12", "13"} {
		s := base.Issue
		s.Number = number
		_, err := w.file.SaveIssue(ctx, id, s, storage.Save{Author: number, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.list.ChooseIssue(w.list.Issues[0])
	w.loadIssues()
	wait(t, "the conflict is told", func() bool { return w.notices.Has(ofIssue) && len(w.issues[0].Conflicts) == 1 })
	w.makeUp()
	w.makeup.ShowHistory()
	wait(t, "the versions come", func() bool { return len(w.makeup.History.Versions()) == 3 })
	w.restoreIssue(w.makeup.History.Versions()[2])
	wait(t, "it is asked", w.busy)
	if s, err := w.file.Issue(ctx, id); err != nil || len(s.Conflicts) != 1 {
		t.Errorf("before it was answered: %d conflicts, %v", len(s.Conflicts), err)
	}
	first := w.dialog.(*parts.Panel)
	third := base.Issue
	third.Number = "21"
	_, err := w.file.SaveIssue(ctx, id, third, storage.Save{Author: "21", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.loadIssues()
	wait(t, "a third version", func() bool { return len(w.issues[0].Heads) == 3 })
	first.Submit() // to what was asked of two
	wait(t, "it is asked again", func() bool { return w.busy() && w.dialog.(*parts.Panel) != first })
	if s, err := w.file.Issue(ctx, id); err != nil || len(s.Heads) != 3 {
		t.Errorf("answered for what was not asked: %d versions, %v", len(s.Heads), err)
	}
	w.dialog.(*parts.Panel).Submit()
	wait(t, "the first version is back", func() bool {
		return !w.steps.storing && len(w.issues[0].Heads) == 1 && w.issues[0].Issue.Number == base.Issue.Number
	})
	if !w.saysKey("desk.history.restored_over") {
		t.Error(w.notice())
	}
}
