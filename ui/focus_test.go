package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/ui/setup"
)

// TestTabWalksAsOneReads: the pages of the settings come before what is on
// them, and the line of facts before the foot of the sheet.
func TestTabWalksAsOneReads(t *testing.T) {
	w := opened(t, 1)
	where := func(o fyne.Focusable) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o.(fyne.CanvasObject))
	}
	c := w.win.Canvas()
	c.Focus(w.facts.genre)
	before := where(c.Focused())
	for range 5 { // the facts, and then the sheet, which keeps Tab to itself
		c.FocusNext()
		now := where(c.Focused())
		if now.Y < before.Y-10 || now.Y < before.Y+10 && now.X <= before.X {
			t.Fatalf("Tab leads from %v to %v", before, now)
		}
		before = now
	}
	w.askSettings(setup.Here)
	c.Unfocus()
	c.FocusNext()
	first := where(c.Focused())
	for range 5 {
		c.FocusNext()
	}
	if now := where(c.Focused()); now.X <= first.X+50 {
		t.Errorf("five pages on, Tab is at %v, which is not beside the first page at %v", now, first)
	}
}

// TestSomethingHasTheKeysAtOnce: the sheet when a file was opened and when one
// comes back to it, the stories on the make-up table.
func TestSomethingHasTheKeysAtOnce(t *testing.T) {
	w, _ := withIssue(t)
	c := w.win.Canvas()
	if c.Focused() != fyne.Focusable(w.sheet) {
		t.Errorf("when the file was opened %T has the keys", c.Focused())
	}
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	if c.Focused() == nil || c.Focused() != w.makeup.First() {
		t.Errorf("on the table %T has the keys", c.Focused())
	}
	w.makeUp()
	if c.Focused() != fyne.Focusable(w.sheet) {
		t.Errorf("behind the table %T has the keys", c.Focused())
	}
}
