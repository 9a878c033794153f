package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/keys"
)

// issueMenu is what can be done with an issue: of the open article, of the
// list, or of the make-up table.
func (w *window) issueMenu() *fyne.Menu {
	w.addTo = w.item("add_to_issue", nil, nil)
	w.addTo.Disabled, w.offered = true, nil // until an issue is known
	return fyne.NewMenu(w.say.Say("desk.menu.issue", nil),
		w.item("new_issue", key(fyne.KeyB, ctrlShift), w.askNewIssue),
		w.addTo,
		fyne.NewMenuItemSeparator(),
		w.item("make_up", keys.MakeUp, w.withIssues(w.makeUp)),
		w.item("issue_facts", keys.IssueFacts, w.withIssues(w.askIssue)),
		w.item("own_styles", nil, w.askOwnStyles),
		w.item("delete_issue", keys.DeleteIssue, w.withIssues(w.deleteIssue)),
		fyne.NewMenuItemSeparator(),
		w.item("variants", keys.Variants, w.withIssues(w.atTable(w.showVariants))),
		w.item("improve", key(fyne.KeyF5, 0), w.withIssues(w.atTable(w.improve))),
		w.item("hole", key(fyne.KeyP, ctrlAlt), w.withIssues(w.atTable(w.addHole))))
}

// issueItems lists the issues in the menu, those that the open article stands
// in with a tick. The menu bar is made anew only where that differs from what it
// offers, and once no menu is open: Fyne shuts the one that is.
func (w *window) issueItems() {
	if w.addTo == nil || w.addTo.Disabled == w.takesNoStory() && slices.Equal(w.offered, w.offers()) {
		return
	}
	if w.menuIsOpen() {
		time.AfterFunc(time.Second/5, func() { onUI(w.issueItems) })
		return
	}
	w.offered = w.offers()
	w.addTo.ChildMenu = fyne.NewMenu("")
	for _, o := range w.offered {
		i := fyne.NewMenuItem(o.name, func() { w.turnStories(o.id) })
		i.Checked = o.has
		w.addTo.ChildMenu.Items = append(w.addTo.ChildMenu.Items, i)
	}
	w.addTo.Disabled = w.takesNoStory()
	w.win.MainMenu().Refresh()
}

// offer is an issue in the menu.
type offer struct {
	id   bulletin.ID
	name string
	has  bool // the open article stands in it
}

func (w *window) offers() (all []offer) {
	for _, s := range w.issues {
		all = append(all, offer{s.ID, w.issueName(s.Issue), slotOf(s.Issue, w.writing.id) >= 0})
	}
	return all
}

func (w *window) takesNoStory() bool {
	return len(w.issues) == 0 || !w.writing.open || w.readOnly()
}

// menuIsOpen reports whether the menu bar has the keyboard, as it has while a
// menu is open. Fyne has no word for that but the name of what has it.
func (w *window) menuIsOpen() bool {
	return strings.Contains(strings.ToLower(fmt.Sprintf("%T", w.win.Canvas().Focused())), "menubaritem")
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
