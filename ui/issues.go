package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/list"
	"bantin/ui/pop"
)

// loadIssues reads the file's issues for the list and the menu. What was asked
// for earlier is not shown any more: it may be older than what is stored since.
func (w *window) loadIssues() {
	w.asked++
	file, asked := w.file, w.asked
	go func() {
		issues, gone, err := file.AllIssues(context.Background())
		onUI(func() {
			switch {
			case file != w.file || asked != w.asked:
			case err != nil:
				w.complain(err)
			default:
				slices.SortStableFunc(issues, func(a, b storage.StoredIssue) int { return newerFirst(a.Issue.Date, b.Issue.Date) })
				w.issues, w.goneIssues, w.issuesRead = issues, gone, true
				w.showIssues()
				if w.followIssues != nil {
					w.followIssues()
				}
				if do := w.ofIssues; do != nil {
					w.ofIssues = nil
					do()
				}
			}
		})
	}()
}

// withIssues does something that needs the file's issues: at once, or when they
// have been read, of which only what was asked for last is done. Where there are none
// they are read anew, for another program may have written one a moment ago.
func (w *window) withIssues(do func()) func() {
	return func() {
		if w.file == nil || w.issuesRead && len(w.issues) > 0 {
			do()
			return
		}
		w.ofIssues = do
		w.loadIssues()
	}
}

func newerFirst(a, b bulletin.Date) int {
	switch x, y := a.String(), b.String(); {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return 0
}

// showIssues brings everything that names issues in line with the file.
func (w *window) showIssues() {
	w.list.ShowIssues(w.issues, w.goneIssues, w.issueName)
	w.showMakeup()
	w.issuesChanged()
	w.askPreview(true)
}

// issuesChanged brings menu and preview in line with the issue in question.
func (w *window) issuesChanged() {
	w.issueItems()
	name := ""
	if s := w.issueAtHand(); s != nil {
		name = w.issueName(s.Issue)
	}
	if w.making != "" {
		name = "" // nothing else is made up here
	}
	w.preview.Offer(name)
	w.noteIssue()
}

// issueName is what an issue is called: "Bản tin Ngàn Sa số 11".
func (w *window) issueName(s bulletin.Issue) string {
	name := s.Name
	if name == "" {
		name = w.say.Say("desk.bulletin", nil)
	}
	if s.Number == "" {
		return name
	}
	return w.say.Say("desk.issue_name", bulletin.Args{"name": name, "number": s.Number})
}

// issueAtHand is the issue that is chosen in the list, or the newest one that
// the open article stands in, or nil.
func (w *window) issueAtHand() *storage.StoredIssue {
	for i := range w.issues {
		if w.issues[i].ID == w.making {
			return &w.issues[i]
		}
	}
	for i := range w.issues {
		if w.issues[i].ID == w.listing.Issue() {
			return &w.issues[i]
		}
	}
	if !w.writing.open || w.listing.Issue() != "" {
		return nil
	}
	for i := range w.issues {
		if slotOf(w.issues[i].Issue, w.writing.id) >= 0 {
			return &w.issues[i]
		}
	}
	return nil
}

// slotOf is an article's place in an issue, or -1.
func slotOf(s bulletin.Issue, article bulletin.ID) int {
	return slices.IndexFunc(s.Slots, func(slot bulletin.Slot) bool { return slot.Article == article })
}

// chooseOtherIssue offers the issues that do not stand in the list.
func (w *window) chooseOtherIssue(at fyne.Position, others []list.Issue) {
	var items []*fyne.MenuItem
	for _, s := range others {
		items = append(items, fyne.NewMenuItem(s.Name, func() { w.list.ChooseIssue(s) }))
	}
	pop.Show(fyne.NewMenu("", items...), w.win.Canvas(), at)
}

// turnStories puts the articles that are chosen in the list at the end of an issue,
// or takes them out where it has them all; of one, it is turnStory.
func (w *window) turnStories(id bulletin.ID) {
	at, several := w.issueIndex(id), w.severalChosen()
	switch {
	case several == nil || at < 0:
		w.turnStory(id)
	case w.busy():
	case slices.ContainsFunc(several, func(a bulletin.ID) bool { return slotOf(w.issues[at].Issue, a) < 0 }):
		w.putInto(several, id)
	default:
		w.takeOutOf(id, several)
	}
}

// turnStory puts the open article at the end of an issue, or takes it out.
func (w *window) turnStory(id bulletin.ID) {
	at := slices.IndexFunc(w.issues, func(s storage.StoredIssue) bool { return s.ID == id })
	if at < 0 || w.busy() || !w.canWrite() {
		return
	}
	if w.take(); !w.writing.stored {
		w.tell(w.say.Say("desk.still_blank", nil))
		return
	}
	article, done := w.writing.id, "desk.issue_added"
	slot := slotOf(w.issues[at].Issue, article)
	if slot >= 0 {
		done = "desk.issue_taken_out"
	}
	headline := w.headlineOf(w.writing.article)
	w.changeIssue(id, func(s *bulletin.Issue) {
		if slot >= 0 {
			s.Slots = slices.Delete(s.Slots, slot, slot+1)
		} else {
			s.Slots = append(s.Slots, bulletin.Slot{Article: article})
		}
	}, func(name string) string { return w.say.Say(done, bulletin.Args{"headline": headline, "issue": name}) })
}

// saveIssue stores an issue in the background, behind the articles that wait
// to be saved.
func (w *window) saveIssue(id bulletin.ID, s bulletin.Issue, heads []bulletin.RevisionID, then func(heads []bulletin.RevisionID)) {
	w.saveIssueFor(bulletin.ReasonSave, id, s, heads, then)
}

// saveIssueFor stores an issue for a reason; see saveIssue.
func (w *window) saveIssueFor(reason bulletin.Reason, id bulletin.ID, s bulletin.Issue, heads []bulletin.RevisionID, then func(heads []bulletin.RevisionID)) {
	w.storeIssue(func(file *storage.File, save storage.Save) ([]bulletin.RevisionID, error) {
		save.Reason, save.Expected = reason, heads
		saved, err := file.SaveIssue(context.Background(), id, s, save)
		return saved.Heads, err
	}, then)
}

func (w *window) storeIssue(store func(*storage.File, storage.Save) ([]bulletin.RevisionID, error), then func([]bulletin.RevisionID)) {
	file, keeper, save := w.file, w.keeper, storage.Save{Author: w.settings.author()}
	go func() {
		err := keeper.Flush()
		var heads []bulletin.RevisionID
		if err == nil {
			heads, err = store(file, save)
		}
		onUI(func() {
			switch {
			case file != w.file:
			case err != nil:
				w.complain(err)
				w.steps.stored()
			default:
				w.wroteIn()
				then(heads)
				w.loadIssues()
			}
		})
	}()
}
