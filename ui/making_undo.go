package ui

import (
	"context"
	"reflect"
	"slices"

	"bantin/bulletin"
	"bantin/ui/desk"
)

// issueStep is one change of an issue, or of an article while the pages of an
// issue were looked at.
type issueStep struct {
	issue         bulletin.ID // "" for that of an article by itself
	before, after bulletin.Issue
	article       bulletin.ID // "" for a change of the issue itself
	was, is       bulletin.Article
	say           func(name string) string // what it did; nil where one sees that
}

// stepOf is the step of a fix.
func stepOf(issue bulletin.ID, m desk.Mended) issueStep {
	return issueStep{issue, m.Issue, m.NewIssue, m.Article, m.Text, m.NewText, nil}
}

// issueSteps are the changes of issues that can be taken back and made again,
// the last one at the end.
type issueSteps struct {
	done, undone []issueStep
	storing      bool // one is on its way
	later        []func()
}

// afterStoring does something at once, or, while a change is on its way to the
// file, as soon as it is there: each change builds on the one before it.
func (s *issueSteps) afterStoring(do func()) {
	if s.storing {
		s.later = append(s.later, do)
		return
	}
	do()
}

// stored does what waited for a change to be stored, up to the next change.
func (s *issueSteps) stored() {
	s.storing = false
	for len(s.later) > 0 && !s.storing {
		do := s.later[0]
		s.later = s.later[1:]
		do()
	}
}

// stepped keeps a change for undo. What was undone before cannot be made again
// beside it.
func (s *issueSteps) stepped(step issueStep) {
	s.done, s.undone = append(s.done, step), nil
}

// undoIssue takes back the last change of an issue.
func (w *window) undoIssue(id bulletin.ID) {
	w.steps.afterStoring(func() {
		w.step(id, &w.steps.done, &w.steps.undone, func(s issueStep) issueStep {
			s.before, s.after, s.was, s.is = s.after, s.before, s.is, s.was
			return s
		}, func(issueStep) {})
	})
}

// redoIssue makes the change of an issue that was taken back last once more, and
// says again what it did.
func (w *window) redoIssue(id bulletin.ID) {
	w.steps.afterStoring(func() {
		w.step(id, &w.steps.undone, &w.steps.done, func(s issueStep) issueStep { return s }, w.sayStep)
	})
}

// step goes one step from one list to the other. Where things are not as the
// step left them, because somebody else changed them, going on would take that
// back too: the steps are forgotten.
func (w *window) step(id bulletin.ID, from, to *[]issueStep, way func(issueStep) issueStep, then func(issueStep)) {
	last := lastOf(*from, id)
	if last < 0 || !w.canAdd() {
		return
	}
	s := (*from)[last]
	took := func() {
		w.notices.Stepped() // what is offered there would take back the step before
		*from = slices.Delete(*from, last, last+1)
		*to = append(*to, s)
		then(s)
	}
	if s.article != "" {
		w.stepArticle(way(s), took)
		return
	}
	at := w.issueIndex(id)
	if at < 0 {
		return
	}
	if !sameIssue(w.issues[at].Issue, way(s).before) {
		w.cannotStep("desk.makeup.cannot_undo")
		return
	}
	w.awaitBack(id, way(s))
	w.storeStep(id, way(s).after, bulletin.ReasonSave, took)
}

// awaitBack has the table choose the story, or the place for a picture, that a step
// brings back.
func (w *window) awaitBack(id bulletin.ID, s issueStep) {
	if w.making != id || w.makeup == nil {
		return
	}
	for _, slot := range s.after.Slots {
		if slotOf(s.before, slot.Article) < 0 {
			w.makeup.Await(slot.Article)
			return
		}
	}
	if was, is := s.before.Holes, s.after.Holes; len(is) > len(was) {
		nth := 0
		for nth < len(was) && reflect.DeepEqual(was[nth], is[nth]) {
			nth++
		}
		w.makeup.AwaitHole(nth)
	}
}

// cannotStep says why a step cannot be taken back or made again.
func (w *window) cannotStep(why string) {
	w.steps = issueSteps{later: w.steps.later}
	w.tell(w.say.Say(why, nil))
}

// stepArticle makes the change of an article that a step is.
func (w *window) stepArticle(s issueStep, then func()) {
	w.take()
	w.steps.storing = true
	file, keeper, author := w.file, w.keeper, w.settings.author()
	done := false
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			done, err = desk.PutText(ctx, file, s.article, s.was, s.is, author)
		}
		return err
	}, func(err error) {
		if file != w.file {
			return
		}
		switch {
		case err != nil:
			w.complain(err)
		case done:
			then()
		default:
			w.cannotStep("desk.cannot_undo_article")
		}
		w.steps.stored()
		w.refreshFromFile()
		w.lookOver()
	})
}

// lastOf is the place of the last step of an issue, or -1.
func lastOf(steps []issueStep, id bulletin.ID) int {
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].issue == id {
			return i
		}
	}
	return -1
}

// storeStep stores an issue as it is after a step, and knows at once what is
// stored: the next step builds on it.
func (w *window) storeStep(id bulletin.ID, s bulletin.Issue, reason bulletin.Reason, then func()) {
	w.steps.storing = true
	w.saveIssueFor(reason, id, s, w.issues[w.issueIndex(id)].Heads, func(heads []bulletin.RevisionID) {
		if at := w.issueIndex(id); at >= 0 {
			w.issues[at].Issue, w.issues[at].Heads = s, heads
			w.issueItems()
		}
		then()
		w.steps.stored()
	})
}

// sameIssue reports whether two issues say the same. A list of which the last
// one was taken out is none, as it comes back from the file.
func sameIssue(a, b bulletin.Issue) bool {
	for _, s := range []*bulletin.Issue{&a, &b} {
		s.Normalize()
		if len(s.Slots) == 0 {
			s.Slots = nil
		}
		if len(s.Holes) == 0 {
			s.Holes = nil
		}
	}
	return reflect.DeepEqual(a, b)
}
