package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/history"
)

// loadIssueHistory reads the versions of the issue on the make-up table, while
// they are looked at.
func (w *window) loadIssueHistory() {
	if w.making == "" || w.makeup == nil || !w.makeup.SeesHistory() {
		return
	}
	id, file, each := w.making, w.file, w.makeup.History.Each()
	go func() {
		all, err := file.History(context.Background(), id)
		lineage, failed := file.Lineage(context.Background(), id)
		err = errors.Join(err, failed)
		versions := versionsOf[bulletin.Issue](all, lineage, each)
		onUI(func() {
			switch {
			case file != w.file || id != w.making || each != w.makeup.History.Each():
			case err != nil:
				w.complain(err)
			default:
				w.issueVersions = versions
				w.makeup.History.Show(history.Issue(w.say, versions, w.listedHeadline))
			}
		})
	}()
}

// restoreIssue makes an older version of the issue the newest one, which can be
// taken back as every step can. Where something is still to be chosen in the
// issue that is asked first.
func (w *window) restoreIssue(step desk.Step) {
	at := w.issueIndex(w.making)
	if at >= 0 && len(w.issues[at].Conflicts) > 0 && w.canAdd() {
		w.askRestoreIssueOver(w.issues[at], step.Revision)
		return
	}
	for _, v := range w.issueVersions {
		if v.Revision == step.Revision {
			w.changeIssueFor(bulletin.ReasonRestore, w.making, func(s *bulletin.Issue) { *s = v.Text },
				func(string) string { return w.say.Say("desk.history.restored", nil) })
		}
	}
}

func (w *window) askRestoreIssueOver(asked storage.StoredIssue, version bulletin.RevisionID) {
	w.askRestoreOver(len(asked.Conflicts), w.askSettleIssue, func() { w.restoreIssueOver(asked, version) })
}

// restoreIssueOver lets an older version take the place of all sides of what
// was still to be chosen when that was asked; where others have come meanwhile it
// is asked again.
func (w *window) restoreIssueOver(asked storage.StoredIssue, version bulletin.RevisionID) {
	id := asked.ID
	w.steps.afterStoring(func() {
		at := w.issueIndex(id)
		if at < 0 {
			return
		}
		if now := w.issues[at]; len(now.Conflicts) > 0 && !slices.Equal(now.Heads, asked.Heads) {
			w.askRestoreIssueOver(now, version)
			return
		}
		w.take()
		w.steps.storing = true
		heads := w.issues[at].Heads
		w.storeIssue(func(file *storage.File, save storage.Save) ([]bulletin.RevisionID, error) {
			save.Expected, save.Settles = heads, true
			restored, err := file.Restore(context.Background(), bulletin.SubjectIssue, id, version, save)
			return restored.Heads, err
		}, func([]bulletin.RevisionID) {
			w.notices.Say(w.say.Say("desk.history.restored_over", nil), "", nil)
			w.steps.stored()
		})
	})
}

// showHistory shows the versions of the article on the sheet, or of the issue
// on the make-up table.
func (w *window) showHistory() {
	if w.making != "" {
		w.makeup.ShowHistory()
		w.giveKeyboard(w.makeup.History.Focusable())
		return
	}
	w.openTab(tabHistory)
	if w.writing.stored {
		w.giveKeyboard(w.history.Focusable())
	}
}

// showCheck shows what was noticed on the pages.
func (w *window) showCheck() {
	if w.making != "" {
		w.makeup.ShowFindings()
		w.giveKeyboard(w.check.Focusable())
		return
	}
	w.openTab(tabCheck)
	w.giveKeyboard(w.check.Focusable())
}

// giveKeyboard puts the keyboard on something, nil for nothing. Escape brings it
// back to the text.
func (w *window) giveKeyboard(to fyne.Focusable) {
	if w.file != nil && to != nil {
		w.win.Canvas().Focus(to)
	}
}
