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
		fyne.NewMenuItemSeparator(),
		w.item("variants", key(fyne.KeyF4, 0), w.showVariants),
		w.item("improve", key(fyne.KeyF5, 0), w.improve),
		w.item("hole", key(fyne.KeyP, ctrlAlt), w.addHole))
}
