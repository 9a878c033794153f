package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

// TestAListShowsThatItHasTheKeys, also before they stand at one of its rows, and where
// it has none.
func TestAListShowsThatItHasTheKeys(t *testing.T) {
	test.NewTempApp(t)
	for _, length := range []int{0, 3} {
		r := (&Rows{
			Length: func() int { return length },
			Fresh:  func() fyne.CanvasObject { return Space(1, 1) },
			Fill:   func(int, fyne.CanvasObject) {},
			Height: func() float32 { return 20 },
			Chosen: func(int) bool { return false },
			OnTap:  func(int, fyne.KeyModifier) {},
		}).Prepare()
		win := test.NewTempWindow(t, r)
		win.Resize(fyne.NewSize(200, 200))
		framed := func() bool {
			for _, o := range test.LaidOutObjects(win.Content()) {
				if box, ok := o.(*canvas.Rectangle); ok && box.StrokeWidth > 0 && box.StrokeColor == look.Color(theme.ColorNamePrimary) && box.Size().Height > 0 {
					return true
				}
			}
			return false
		}
		if framed() {
			t.Errorf("%d rows: a frame, and the keys are elsewhere", length)
		}
		win.Canvas().Focus(r.Focusable())
		if !framed() {
			t.Errorf("%d rows: nothing shows that the list has the keys", length)
		}
		if length > 0 {
			r.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			if !framed() || r.At() != 0 {
				t.Errorf("the first Down leads to row %d", r.At())
			}
		}
	}
}
