package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestTheWindowComesBackAsLargeOnScreen: after one start at 200 % it has at 100 %
// as many pixels as it had before.
func TestTheWindowComesBackAsLargeOnScreen(t *testing.T) {
	w := opened(t, 0)
	w.settings.keepWindowSize(fyne.NewSize(683, 370), 2)
	for pixels, want := range map[float32]fyne.Size{1: {Width: 1366, Height: 740}, 2: {Width: 683, Height: 370}} {
		if got := w.settings.windowSize(pixels); got != want {
			t.Errorf("with %v pixels to a unit: %v", pixels, got)
		}
	}
	w.rememberWindow()
	if got, now := w.settings.windowSize(2*w.win.Canvas().Scale()), w.win.Canvas().Size(); got.Width*2 != now.Width {
		t.Errorf("of %v it is %v at twice the scale", now, got)
	}
}
