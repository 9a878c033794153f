package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/keys"
	"bantin/ui/list"
	"bantin/ui/pop"
)

// offerIssueActs offers what can be done with an issue of the list, which is
// chosen first.
func (w *window) offerIssueActs(s list.Issue, at fyne.Position) {
	w.list.ChooseIssue(s)
	act := func(name string, s fyne.Shortcut, do func()) *fyne.MenuItem {
		return keys.Shown(fyne.NewMenuItem(w.say.Say("desk.menu."+name, nil), do), s)
	}
	pop.Show(fyne.NewMenu("",
		act("make_up", keys.MakeUp, w.makeUp),
		act("issue_facts", keys.IssueFacts, w.askIssue),
		act("export", keys.Export, w.askExport),
		fyne.NewMenuItemSeparator(),
		act("delete_issue", keys.DeleteIssue, w.deleteIssue)), w.win.Canvas(), at)
}

// deleteIssue puts the issue at hand among the deleted ones; its articles stay
// as they are.
func (w *window) deleteIssue() {
	s := w.issueAtHand()
	switch {
	case s == nil:
		w.tellNoIssue()
	case !w.canAdd():
	case len(s.Conflicts) > 0: // only one side would come back
		w.notices.Say(w.say.Say("desk.issue.settle_first", bulletin.Args{"issue": w.issueName(s.Issue)}),
			w.say.Say("desk.menu.settle", nil), w.askSettleIssue)
	default:
		id := s.ID
		w.steps.afterStoring(func() { w.deleteIssueNow(id) })
	}
}

func (w *window) deleteIssueNow(id bulletin.ID) {
	at := w.issueIndex(id)
	if at < 0 {
		return
	}
	w.take()
	gone := w.issues[at]
	w.steps.storing = true
	w.storeIssue(func(file *storage.File, save storage.Save) ([]bulletin.RevisionID, error) {
		save.Reason, save.Expected = bulletin.ReasonDelete, gone.Heads
		saved, err := file.DeleteIssue(context.Background(), id, save)
		return saved.Heads, err
	}, func(heads []bulletin.RevisionID) {
		gone.Heads = heads
		w.issues = slices.DeleteFunc(w.issues, func(s storage.StoredIssue) bool { return s.ID == id })
		w.leaveIssue(id)
		atTable := w.making == id
		if atTable {
			w.leaveMakeup("")
		}
		w.win.Canvas().Unfocus() // so that Ctrl+Z is of the issue, not of the sheet
		w.deleted(deletion{
			id, func() string {
				return w.say.Say("desk.issue.deleted", bulletin.Args{"issue": w.issueName(gone.Issue)})
			}, func() { w.bringBackIssueTo(gone, atTable) },
		})
		w.steps.stored()
	})
}

// bringBackIssue restores a deleted issue and shows its stories.
func (w *window) bringBackIssue(gone storage.StoredIssue) { w.bringBackIssueTo(gone, false) }

// bringBackIssueTo is bringBackIssue; to the make-up table where one was at it when
// it was deleted.
func (w *window) bringBackIssueTo(gone storage.StoredIssue, table bool) {
	if !w.canAdd() {
		return
	}
	w.steps.afterStoring(func() {
		w.steps.storing = true
		w.storeIssue(func(file *storage.File, save storage.Save) ([]bulletin.RevisionID, error) {
			save.Reason, save.Expected = bulletin.ReasonRestore, gone.Heads
			saved, err := file.SaveIssue(context.Background(), gone.ID, gone.Issue, save)
			return saved.Heads, err
		}, func([]bulletin.RevisionID) {
			w.isBack(gone.ID)
			w.notices.Say(w.say.Say("desk.issue.restored", bulletin.Args{"issue": w.issueName(gone.Issue)}), "", nil)
			w.steps.stored()
			w.issuesRead, w.ofIssues = false, func() {
				w.chooseIssue(gone.ID)
				if at := w.issueAtHand(); table && at != nil && at.ID == gone.ID {
					w.makeUp()
				}
			}
		})
	})
}

// chooseIssue shows the stories of an issue in the list.
func (w *window) chooseIssue(id bulletin.ID) {
	for _, s := range w.list.Issues {
		if s.ID == id && w.making == "" {
			w.list.ChooseIssue(s)
		}
	}
}

// offerIssueBack offers to restore an issue that stands among the deleted.
func (w *window) offerIssueBack(s list.Issue, at fyne.Position) {
	for _, gone := range w.goneIssues {
		if gone.ID == s.ID {
			pop.Show(fyne.NewMenu("", fyne.NewMenuItem(w.say.Say("desk.issue.restore", nil), func() { w.bringBackIssue(gone) })), w.win.Canvas(), at)
		}
	}
}
