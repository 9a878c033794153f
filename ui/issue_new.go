package ui

import (
	"cmp"
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// askNewIssue makes an issue of the articles that are chosen in the list, or one that
// begins with the open article.
func (w *window) askNewIssue() {
	if several := w.severalChosen(); several != nil {
		w.askNewIssueOf(several)
		return
	}
	if !w.canWrite() {
		return
	}
	if w.take(); !w.writing.stored {
		w.tell(w.say.Say("desk.still_blank", nil))
		return
	}
	w.askNewIssueOf([]bulletin.ID{w.writing.id})
}

// askNewIssueOf makes an issue of the articles given.
func (w *window) askNewIssueOf(ids []bulletin.ID) {
	f := parts.NewForm(w.say)
	name := f.Line("issue.name", cmp.Or(w.office.Bulletin, w.lastIssue().Name))
	number := f.Line("issue.number", nextNumber(w.issues))
	_, day := f.Day("issue.date", bulletin.DateOf(time.Now()))
	w.showPanel(f.In(&parts.Panel{
		Title: w.say.Say("desk.issue.title", nil), Width: 420, First: number,
		Agree: w.say.Say("desk.issue.make", nil), OnAgree: func() error {
			date, err := day()
			if err != nil {
				return err
			}
			issue := w.office.NewIssue(name.Text(), number.Text(), date)
			issue.GoOnFrom(w.lastIssue())
			if issue.Style == "" {
				issue.Style = styles.NewIssue
			}
			w.newIssue(issue, ids)
			return nil
		},
	}))
	number.SelectAll()
}

// lastIssue is the newest issue, an empty one where there is none.
func (w *window) lastIssue() bulletin.Issue {
	if len(w.issues) == 0 {
		return bulletin.Issue{}
	}
	return w.issues[0].Issue
}

// numbered are the ways in which offices number: 11, or 11 (128).
var numbered = regexp.MustCompile(`^(\d+)(?: \((\d+)\))?$`)

// nextNumber is the number after the newest issue's, where that is a number.
func nextNumber(issues []storage.StoredIssue) string {
	if len(issues) == 0 {
		return "1"
	}
	parts := numbered.FindStringSubmatch(strings.TrimSpace(issues[0].Issue.Number))
	if parts == nil {
		return ""
	}
	next := after(parts[1])
	if parts[2] != "" {
		next += " (" + after(parts[2]) + ")"
	}
	return next
}

func after(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return number
	}
	return strconv.Itoa(n + 1)
}

// newIssue stores an issue with articles as its stories.
func (w *window) newIssue(s bulletin.Issue, ids []bulletin.ID) {
	for _, a := range ids {
		s.Slots = append(s.Slots, bulletin.Slot{Article: a})
	}
	id := bulletin.NewID()
	w.saveIssue(id, s, nil, func(heads []bulletin.RevisionID) {
		key := "desk.issue_made"
		if len(ids) > 1 {
			key = "desk.issue_made_of"
		}
		w.notices.Say(w.say.Say(key, bulletin.Args{"issue": w.issueName(s), "n": len(ids)}),
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
		w.list.ShowAll()
	}
}
