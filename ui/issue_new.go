package ui

import (
	"context"
	"strconv"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// askNewIssue makes an issue that begins with the open article.
func (w *window) askNewIssue() {
	if !w.canWrite() {
		return
	}
	if w.saveNow(); !w.writing.stored {
		w.tell(w.say.Say("desk.still_blank", nil))
		return
	}
	f := w.newForm()
	name := f.line("issue.name", w.office.Bulletin)
	number := f.line("issue.number", nextNumber(w.issues))
	date := f.line("issue.date", bulletin.DateOf(time.Now()).Short())
	f.ask("desk.issue.title", "desk.issue.make", 420, func() error {
		day, err := bulletin.ParseDate(date.Text())
		if err != nil {
			return err
		}
		w.newIssue(w.office.NewIssue(name.Text(), number.Text(), day))
		return nil
	})
	w.win.Canvas().Focus(number)
	number.SelectAll()
}

// nextNumber is the number after the newest issue's, where that is a number.
func nextNumber(issues []storage.StoredIssue) string {
	highest := 0
	for _, s := range issues {
		if n, err := strconv.Atoi(s.Issue.Number); err == nil {
			highest = max(highest, n)
		}
	}
	return strconv.Itoa(highest + 1)
}

// newIssue stores an issue with the open article as its first story.
func (w *window) newIssue(s bulletin.Issue) {
	s.Slots = []bulletin.Slot{{Article: w.writing.id}}
	id := bulletin.NewID()
	w.saveIssue(id, s, nil, func(heads []bulletin.RevisionID) {
		w.notices.Say(w.say.Say("desk.issue_made", bulletin.Args{"issue": w.issueName(s)}),
			w.say.Say("desk.undo_delete", nil), func() {
				w.storeIssue(func(file *storage.File, save storage.Save) ([]bulletin.RevisionID, error) {
					save.Reason, save.Expected = bulletin.ReasonDelete, heads
					saved, err := file.DeleteIssue(context.Background(), id, save)
					return saved.Heads, err
				}, func([]bulletin.RevisionID) { w.leaveIssue(id) })
			})
	})
}

// leaveIssue shows all drafts where an issue is shown that is gone.
func (w *window) leaveIssue(id bulletin.ID) {
	if w.listing.Issue() == id {
		w.listing.Show("")
		w.list.chosen()
	}
}
