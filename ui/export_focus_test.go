package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestEnterExportsAfterAClickBesideEverything: a press on an empty part of a
// panel takes the keyboard from everything in it; Enter does all the same what
// the filled button does.
func TestEnterExportsAfterAClickBesideEverything(t *testing.T) {
	w := opened(t, 1)
	w.askExport()
	wait(t, "the panel is there", w.busy)
	c := w.win.Canvas()
	panel := c.Overlays().Top()
	if c.Focused() == nil {
		t.Fatal("nothing in the panel has the keyboard")
	}
	c.Unfocus() // as such a press does
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wait(t, "it goes on to where to export to", func() bool { return c.Overlays().Top() != panel })
}
