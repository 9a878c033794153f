package ui

import "fyne.io/fyne/v2"

// issueMenu is what can be done with an issue: of the open article, of the
// list, or of the make-up table.
func (w *window) issueMenu() *fyne.Menu {
	w.addTo = w.item("add_to_issue", nil, nil)
	w.addTo.Disabled = true // until an issue is known
	return fyne.NewMenu(w.say.Say("desk.menu.issue", nil),
		w.onArticle("new_issue", key(fyne.KeyB, ctrlShift), w.askNewIssue),
		w.addTo,
		fyne.NewMenuItemSeparator(),
		w.item("make_up", key(fyne.KeyF6, 0), w.withIssues(w.makeUp)),
		w.item("issue_facts", key(fyne.KeyI, ctrlAlt), w.withIssues(w.askIssue)),
		w.item("delete_issue", key(fyne.KeyX, ctrlAlt), w.withIssues(w.deleteIssue)),
		fyne.NewMenuItemSeparator(),
		w.item("variants", key(fyne.KeyF4, 0), w.withIssues(w.atTable(w.showVariants))),
		w.item("improve", key(fyne.KeyF5, 0), w.withIssues(w.atTable(w.improve))),
		w.item("hole", key(fyne.KeyP, ctrlAlt), w.withIssues(w.atTable(w.addHole))))
}

// atTable makes of something that is done on the make-up table one that leads
// there from elsewhere.
func (w *window) atTable(do func()) func() {
	return func() {
		switch {
		case w.making != "":
			do()
		case w.file != nil && len(w.issues) == 0:
			w.tellNoIssue()
		case w.file != nil:
			w.notices.Say(w.say.Say("desk.makeup.elsewhere", nil), w.say.Say("desk.makeup.go", nil), w.makeUp)
		}
	}
}

// tellNoIssue says that there is no issue that something could be done with,
// and how there will be.
func (w *window) tellNoIssue() {
	key := "desk.issue.which"
	if len(w.issues) == 0 {
		key = "desk.makeup.no_issue"
	}
	w.tell(w.say.Say(key, nil))
}
