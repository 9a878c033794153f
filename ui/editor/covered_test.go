package editor

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestTheCaretStandsAboveWhatCoversTheFoot of the view, also at the end of the
// sheet, and all of the sheet can be seen above it.
func TestTheCaretStandsAboveWhatCoversTheFoot(t *testing.T) {
	e := opened(t, long(400), usual)
	cover := float32(120)
	e.Covered = func() float32 { return cover }
	check := func(what string) {
		t.Helper()
		_, y, height := e.sheet.point(e.m.Caret())
		if y < e.offset || y+height > e.offset+e.Size().Height-cover {
			t.Errorf("%s: the caret at %v is not in %v … %v", what, y, e.offset, e.offset+e.Size().Height-cover)
		}
	}
	pressCtrl(e, fyne.KeyEnd, 0)
	check("Ctrl+End")
	typeIn(e, "abc")
	check("typing")
	for range 20 {
		press(e, fyne.KeyUp)
	}
	for range 20 {
		press(e, fyne.KeyDown)
		check("Down")
	}
	e.scrollTo(e.sheet.height)
	if seen := e.offset + e.Size().Height - cover; seen < e.sheet.height {
		t.Errorf("of %v one can see %v", e.sheet.height, seen)
	}
	cover = 0
	e.scrollTo(e.sheet.height)
	if seen := e.offset + e.Size().Height; seen > e.sheet.height {
		t.Errorf("with nothing before it one sees %v of %v", seen, e.sheet.height)
	}
}
