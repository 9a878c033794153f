package ui

import (
	"reflect"
	"slices"

	"bantin/bulletin"
)

// issueStep is one change of an issue.
type issueStep struct {
	issue         bulletin.ID
	before, after bulletin.Issue
}

// issueSteps are the changes of issues that can be taken back and made again,
// the last one at the end.
type issueSteps struct {
	done, undone []issueStep
	storing      bool // one is on its way
}

// stepped keeps a change for undo. What was undone before cannot be made again
// beside it.
func (s *issueSteps) stepped(step issueStep) {
	s.done, s.undone = append(s.done, step), nil
}

// undoIssue takes back the last change of an issue.
func (w *window) undoIssue(id bulletin.ID) {
	w.step(id, &w.steps.done, &w.steps.undone, func(s issueStep) (from, to bulletin.Issue) { return s.after, s.before })
}

// redoIssue makes the change of an issue that was taken back last once more.
func (w *window) redoIssue(id bulletin.ID) {
	w.step(id, &w.steps.undone, &w.steps.done, func(s issueStep) (from, to bulletin.Issue) { return s.before, s.after })
}

// step goes one step from one list to the other. Where the issue is not as the
// step left it, because somebody else changed it, going on would take that
// back too: the steps are forgotten.
func (w *window) step(id bulletin.ID, from, to *[]issueStep, ways func(issueStep) (from, to bulletin.Issue)) {
	last, at := lastOf(*from, id), w.issueIndex(id)
	if last < 0 || at < 0 || w.steps.storing || !w.canAdd() {
		return
	}
	s := (*from)[last]
	was, shall := ways(s)
	if !sameIssue(w.issues[at].Issue, was) {
		w.steps = issueSteps{}
		w.tell(w.say.Say("desk.makeup.cannot_undo", nil))
		return
	}
	w.storeStep(id, shall, func() {
		*from = slices.Delete(*from, last, last+1)
		*to = append(*to, s)
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
func (w *window) storeStep(id bulletin.ID, s bulletin.Issue, then func()) {
	w.steps.storing = true
	w.saveIssue(id, s, w.issues[w.issueIndex(id)].Heads, func(heads []bulletin.RevisionID) {
		w.steps.storing = false
		if at := w.issueIndex(id); at >= 0 {
			w.issues[at].Issue, w.issues[at].Heads = s, heads
		}
		then()
	})
}

// sameIssue reports whether two issues say the same.
func sameIssue(a, b bulletin.Issue) bool {
	a.Normalize()
	b.Normalize()
	return reflect.DeepEqual(a, b)
}
