package makeup_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestFindingsAreSeenInALowWindow: where the window is low, or the text large,
// the wishes scroll, and what was noticed keeps some lines.
func TestFindingsAreSeenInALowWindow(t *testing.T) {
	s := newShop(t)
	for _, high := range []float32{740, 510, 440} {
		s.win.Resize(fyne.NewSize(960, high))
		s.table.Choose(s.slot(0).Article, false)
		found := s.table.Found.Object
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(found).Y
		if found.Size().Height < 100 || top+found.Size().Height > high+1 {
			t.Errorf("in a window %v high what was noticed is %v high, from %v on", high, found.Size().Height, top)
		}
	}
}
