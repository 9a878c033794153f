package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/storage"
	"bantin/ui/parts"
)

func TestMakingUpIsUndoneAndRedoneStepByStep(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := func() []bulletin.Slot {
		stored, err := w.file.Issue(context.Background(), id)
		check(t, err)
		return stored.Issue.Slots
	}
	first, last := slots()[0].Article, slots()[1].Article
	settled := func() bool { return !w.steps.storing }
	moved := func() bool { return settled() && slots()[0].Article == last }
	pinned := func() bool { return settled() && slots()[0].Page == 2 }

	w.makeup.OnMove([]bulletin.ID{last}, first)
	wait(t, "the story moves up", moved)
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Page = 2 })
	wait(t, "it is pinned", pinned)
	w.undo()
	wait(t, "the pin is pulled", func() bool { return settled() && slots()[0].Page == 0 })
	w.undo()
	wait(t, "the story moves back", func() bool { return settled() && slots()[0].Article == first })
	w.redo()
	wait(t, "and up again", moved)
	w.redo()
	wait(t, "and is pinned again", pinned)
	w.makeup.OnOut(last)
	wait(t, "it is taken out", func() bool { return settled() && len(slots()) == 1 })
	w.undo()
	wait(t, "and put back with its pin", func() bool { return len(slots()) == 2 && pinned() })
}

// TestTheStoryThatComesBackIsChosen: after Delete and Ctrl+Z the keys stand where
// they stood before.
func TestTheStoryThatComesBackIsChosen(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := func() []bulletin.Slot { return w.issues[0].Issue.Slots }
	first, second := slots()[0].Article, slots()[1].Article
	w.makeup.Choose(first, false)
	w.win.Canvas().Focus(w.makeup.First())
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	wait(t, "the story is taken out", func() bool { return !w.steps.storing && len(slots()) == 1 && w.makeup.Chosen() == second })
	w.undo()
	wait(t, "it is back", func() bool { return !w.steps.storing && len(slots()) == 2 })
	wait(t, "and chosen", func() bool { return w.makeup.Chosen() == first })
}

// TestThePlaceForAPictureThatComesBackIsChosen: else the list shows a story while the
// arrows change the size of the place.
func TestThePlaceForAPictureThatComesBackIsChosen(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	holes := func(n int) bool { return !w.steps.storing && len(w.issues[0].Issue.Holes) == n }
	w.addHole()
	wait(t, "a place is made and chosen", func() bool { return holes(1) && w.makeup.Chosen() == "" })
	w.win.Canvas().Focus(w.makeup.First())
	w.pressed(fyne.KeyDelete)
	wait(t, "it is gone, and a story is chosen", func() bool { return holes(0) && w.makeup.Chosen() != "" })
	w.undo()
	wait(t, "it is back", func() bool { return holes(1) })
	wait(t, "and chosen", func() bool { return w.makeup.Chosen() == "" })
}

func TestWhatSomebodyElseChangedIsNotUndone(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	last := w.issues[0].Issue.Slots[1].Article
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Lead = true })
	wait(t, "it leads", func() bool { return !w.steps.storing && w.issues[0].Issue.Slots[1].Lead })
	other := w.issues[0].Issue
	other.Number = "12"
	_, err := w.file.SaveIssue(context.Background(), id, other, storage.Save{Author: "Mai", Reason: bulletin.ReasonSave, Expected: w.issues[0].Heads})
	check(t, err)
	w.loadIssues()
	wait(t, "the number is known", func() bool { return w.issues[0].Issue.Number == "12" })
	w.undo()
	wait(t, "it is told", func() bool { return w.notices.Has(ofNews) && !w.steps.storing })
	stored, err := w.file.Issue(context.Background(), id)
	check(t, err)
	if stored.Issue.Number != "12" || !stored.Issue.Slots[1].Lead {
		t.Errorf("the file has %+v", stored.Issue)
	}
}

// TestMakingUpMayBeFasterThanTheDisk: what is done while a change is on its way
// to the file builds on it, and undo takes back the last of them.
func TestMakingUpMayBeFasterThanTheDisk(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := w.issues[0].Issue.Slots
	first, last := slots[0].Article, slots[1].Article
	w.makeup.OnMove([]bulletin.ID{last}, first)
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Page = 2 })
	w.makeup.OnWish(first, func(s *bulletin.Slot) { s.Lead = true })
	w.undo()
	wait(t, "all is stored", func() bool { return !w.steps.storing && len(w.steps.later) == 0 })
	stored, err := w.file.Issue(context.Background(), id)
	check(t, err)
	got := stored.Issue.Slots
	if len(stored.Heads) != 1 || got[0].Article != last || got[0].Page != 2 || got[1].Lead {
		t.Errorf("%d versions, stories %+v", len(stored.Heads), got)
	}
}

func TestContentsAndBriefsOnTheirOwnAreSwitchedAndUndone(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	wait(t, "the house styles are known", func() bool { return w.makeup.Lists })
	now := func() bulletin.Issue { return w.issues[0].Issue }
	alone := func() bool { return now().Slots[slotOf(now(), w.makeup.Chosen())].Alone && !w.steps.storing }
	press := func(key string, in fyne.CanvasObject) {
		t.Helper()
		var q *parts.Quiet
		wait(t, key+" is offered", func() bool { q = buttonIn(in, w.say.Say(key, nil)); return q != nil && !w.steps.storing })
		q.Tapped(nil)
	}
	press("desk.makeup.contents", w.makeup.Stories)
	wait(t, "the contents are left out", func() bool { return now().NoContents && !w.steps.storing })
	press("desk.makeup.alone", w.makeup.Right)
	wait(t, "the story stands on its own", alone)
	w.undo()
	wait(t, "or not", func() bool { return !alone() && now().NoContents && !w.steps.storing })
	w.undo()
	wait(t, "the contents are back", func() bool { return !now().NoContents && !w.steps.storing })
}

// TestTheLastPlaceForAPictureIsTakenOutAndBack, though the file has been read
// again meanwhile.
func TestTheLastPlaceForAPictureIsTakenOutAndBack(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	holes := func(n int) func() bool {
		return func() bool { return len(w.issues[0].Issue.Holes) == n && !w.steps.storing }
	}
	w.makeup.OnHoles(func(all []bulletin.Hole) []bulletin.Hole {
		return append(all, bulletin.Hole{Page: 1, Columns: 1, Rows: 9})
	})
	wait(t, "the place is there", holes(1))
	w.makeup.Pages.Holes.OnRemove(0)
	wait(t, "it is taken out", holes(0))
	w.issues = nil
	w.loadIssues()
	wait(t, "the file is read again", func() bool { return len(w.issues) == 1 })
	w.undo()
	wait(t, "it is back", holes(1))
}

// TestABetterMakeUpIsOneStep: it is said what was added, one undo takes all of
// it back, and where nothing better is found the issue stays as it is.
func TestABetterMakeUpIsOneStep(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	before := w.issues[0].Issue
	stored := func() bulletin.Issue {
		s, err := w.file.Issue(context.Background(), id)
		check(t, err)
		return s.Issue
	}
	ended := func() bool { return !w.improving && !w.steps.storing && w.notices.Has(ofNews) }
	w.improve()
	w.improve() // a second click
	wait(t, "something better is found", ended)
	better := stored()
	if !w.saysKey("desk.makeup.improved") || sameIssue(better, before) || len(w.steps.done) != 1 {
		t.Fatalf("%d steps, said: %s", len(w.steps.done), w.told())
	}
	w.notices.Clear()
	w.improve()
	wait(t, "nothing more is found", ended)
	if !w.saysKey("desk.makeup.improve_none") || !sameIssue(stored(), better) {
		t.Errorf("said: %s", w.told())
	}
	w.undo()
	wait(t, "all is as before", func() bool { return !w.steps.storing && sameIssue(stored(), before) })
}

// TestNothingIsImprovedThatWasLeft: the table was left while a change was
// stored, after which the search would have begun.
func TestNothingIsImprovedThatWasLeft(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	w.steps.storing = true
	w.improve()
	w.leaveMakeup("")
	w.steps.stored()
	if w.improving {
		t.Error("a make-up is looked for that nobody waits for")
	}
}

// TestWhatWasFoundForAnotherIssueIsNotUsed: somebody changed the issue during
// the search.
func TestWhatWasFoundForAnotherIssueIsNotUsed(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	before := w.issues[0].Issue
	before.Number = "10"
	w.improved(id, improvement{before: before, found: layout.Improvement{Wishes: []layout.Wish{{Article: before.Slots[0].Article, Columns: 2}}}})
	if !w.saysKey("desk.makeup.improve_changed") || w.issues[0].Issue.Slots[0].Columns != 0 {
		t.Errorf("said %q, slots %+v", w.told(), w.issues[0].Issue.Slots)
	}
}
