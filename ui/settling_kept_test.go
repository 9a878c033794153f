package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// TestWhatWasChosenIsKept when the panel is shut before all is joined, and it is
// said that nothing is joined yet.
func TestWhatWasChosenIsKept(t *testing.T) {
	w, id := contested(t)
	before := w.conflicted.conflicts[0]
	w.askSettle()
	wait(t, "the panel", w.busy)
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key2})
	w.dialog.Hide()
	if !w.saysKey("desk.settle.not_yet") {
		t.Errorf("it is said that %q", w.told())
	}
	w.askSettle()
	wait(t, "the panel again", w.busy)
	panel := w.dialog.(*parts.Panel)
	panel.Submit()
	if panel.Visible() {
		t.Fatal("what was chosen is forgotten")
	}
	w.untilSettled(t)
	if got := w.textOf(manuscript.Headline); got != before.Theirs && got != before.Ours {
		t.Errorf("settled as %q", got)
	}
	if w.taken[id] != nil {
		t.Error("the choice is kept although it was carried out")
	}
}
