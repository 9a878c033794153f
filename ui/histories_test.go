package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func TestTheHistoryFollowsWhatIsSavedAndDeleted(t *testing.T) {
	w := opened(t, 2)
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 1 })
	w.typeAt(manuscript.Headline, "Mới tinh: ")
	w.saveNow()
	wait(t, "the save is among the versions", func() bool { return len(w.history.Versions()) == 2 })
	if changes := w.history.Changes(); !strings.Contains(changes, "Mới tinh: ") {
		t.Errorf("the newest version changed %q", changes)
	}
	w.history.Choose(1)
	before := w.history.Changes()
	w.typeAt(manuscript.Headline, "Rất ")
	w.saveNow()
	wait(t, "the next save is, too", func() bool { return len(w.history.Versions()) == 3 })
	if after := w.history.Changes(); after != before {
		t.Errorf("the chosen version was\n%s\nand is now\n%s", before, after)
	}
	w.history.Choose(0, 2)
	if said := w.history.Changes(); !strings.Contains(said, "Bản mới: ") || strings.Index(said, "Bản cũ: ") < strings.Index(said, "Bản mới: ") {
		t.Errorf("which of two is the older one: %q", said)
	}
	w.delete()
	wait(t, "the history goes with the article", func() bool { return len(w.history.Versions()) == 0 })
	w.flush()
	w.undoDeletion()
	wait(t, "and comes back with it", func() bool {
		v := w.history.Versions()
		return len(v) > 3 && v[0].Reason == bulletin.ReasonRestore
	})
	restore := w.say.Say("desk.history.restore", nil)
	for i, v := range w.history.Versions() {
		w.history.Choose(i)
		if offered := buttonIn(w.history.Object, restore) != nil; offered != (i > 0 && !v.Deleted) {
			t.Errorf("version %d, deleted %v: restoring is offered: %v", i, v.Deleted, offered)
		}
	}
}

// TestEverySaveCanBeHad: what the program saves while somebody writes is one step,
// what is handed in another, and each save is there for who asks for it.
func TestEverySaveCanBeHad(t *testing.T) {
	w := opened(t, 1)
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 1 })
	autosave := func() {
		w.writing.dirty = true
		w.put(bulletin.ReasonAutosave)
		w.flush()
	}
	for _, word := range []string{"Một ", "Hai "} {
		w.typeAt(manuscript.Headline, word)
		autosave()
	}
	w.writing.article.Status = bulletin.Submitted
	w.facts.article.Status = bulletin.Submitted
	autosave()
	w.typeAt(manuscript.Headline, "Ba ")
	autosave()
	w.loadHistory()
	wait(t, "there are the steps", func() bool { return len(w.history.Versions()) == 4 })
	if said := w.history.Versions(); said[2].Saves != 2 {
		t.Errorf("the steps are %+v", said)
	}
	each := buttonIn(w.history.Object, w.say.Say("desk.history.each", nil))
	test.Tap(each)
	wait(t, "there is every save", func() bool { return len(w.history.Versions()) == 5 })
	test.Tap(each)
	wait(t, "there are the steps again", func() bool { return len(w.history.Versions()) == 4 })
}

// TestAStepOfAnArticleThatWasWrittenOn is not taken back, and that is said of
// the article.
func TestAStepOfAnArticleThatWasWrittenOn(t *testing.T) {
	w := opened(t, 1)
	was := w.writing.article.Clone()
	is := was.Clone()
	is.Headline = "Chữa"
	w.steps.stepped(issueStep{article: w.writing.id, was: was, is: is})
	w.typeAt(manuscript.Headline, "Viết thêm ")
	w.undoIssue("")
	wait(t, "it is told", func() bool { return w.notices.Has(ofNews) })
	if got, want := w.notice(), w.say.Say("desk.cannot_undo_article", nil); got != want {
		t.Errorf("%q", got)
	}
}

// TestWhatTheProgramDoesToTheTextIsTakenBackLikeTyping: a version that was
// restored, or a choice between two, is one step of the sheet; the typing before
// it can be taken back after it, and the caret stays.
func TestWhatTheProgramDoesToTheTextIsTakenBackLikeTyping(t *testing.T) {
	w := opened(t, 1)
	old := w.writing.article.Headline
	w.typeAt(manuscript.Headline, "Mới: ")
	typed := w.textOf(manuscript.Headline)
	w.saveNow()
	w.flush()
	w.sheet.Do(func(m *manuscript.Manuscript) { m.Go(manuscript.Place{Block: m.BodyStart()}, false) })
	sheet, caret := w.sheet.Manuscript(), w.sheet.Manuscript().Caret()
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 2 })
	w.restoreVersion(w.history.Versions()[1])
	wait(t, "the old headline is back", func() bool { return w.writing.open && w.textOf(manuscript.Headline) == old })
	if w.sheet.Manuscript() != sheet || sheet.Caret() != caret {
		t.Errorf("the caret is at %v, not %v", w.sheet.Manuscript().Caret(), caret)
	}
	w.sheet.Undo()
	if got := w.textOf(manuscript.Headline); got != typed {
		t.Errorf("the restored version taken back, it says %q", got)
	}
	w.saveNow()
	w.flush()
	a, err := w.file.Article(context.Background(), w.writing.id)
	check(t, err)
	if a.Article.Headline != typed || len(a.Heads) != 1 {
		t.Errorf("stored are %q and %d newest versions", a.Article.Headline, len(a.Heads))
	}
	w.sheet.Undo()
	if got := w.textOf(manuscript.Headline); got != old {
		t.Errorf("the typing taken back, too, it says %q", got)
	}
	w.sheet.Redo()
	w.sheet.Redo()
	if got := w.textOf(manuscript.Headline); got != old {
		t.Errorf("all done again, it says %q", got)
	}
}
