package ui

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
)

func TestAnIssueIsMadeUpOnItsTable(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	if w.making != id {
		t.Fatal("the table did not open")
	}
	wait(t, "the pages come", func() bool { return strings.Contains(w.makeup.String(), "trang 1") })
	slots := func() []bulletin.Slot { return w.issues[0].Issue.Slots }
	last := slots()[1].Article
	w.makeup.OnMove([]bulletin.ID{last}, slots()[0].Article)
	wait(t, "the story moves up", func() bool { return slots()[0].Article == last })
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Page = 2 })
	wait(t, "it is pinned", func() bool { return slots()[0].Page == 2 })
	wait(t, "the table says so", func() bool { return strings.Contains(w.makeup.String(), "pinned true") })
	w.makeup.OnFold(true)
	wait(t, "the pages fold", func() bool { return w.issues[0].Issue.PageMultiple == 4 })
	stored, err := w.file.Issue(context.Background(), id)
	check(t, err)
	if stored.Issue.Slots[0].Article != last || stored.Issue.Slots[0].Page != 2 || stored.Issue.PageMultiple != 4 {
		t.Errorf("the file has %+v", stored.Issue)
	}
	w.makeup.OnOut(last)
	wait(t, "it is taken out", func() bool { return len(slots()) == 1 })
	w.notices.Act(ofNews)
	wait(t, "and back again", func() bool { return len(slots()) == 2 })
	w.makeup.OnOpen(last)
	wait(t, "writing goes on", func() bool { return w.making == "" && w.writing.id == last })
}

func TestAFixOfTheIssueIsMadeAndTakenBack(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := w.issues[0].Issue.Slots
	w.mend(bulletin.Finding{Rule: "story_unapproved", Fix: bulletin.FixDropStory, Where: bulletin.Place{Article: slots[0].Article, Block: -1}})
	wait(t, "the story is dropped", func() bool { return len(w.issues[0].Issue.Slots) == len(slots)-1 })
	w.undo()
	wait(t, "and back", func() bool { return len(w.issues[0].Issue.Slots) == len(slots) })
}
