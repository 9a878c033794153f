package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/ui/parts"
)

// TestArrowsChooseAmongWords, in a row and in a column, and stop at its ends;
// what is chosen has the keys.
func TestArrowsChooseAmongWords(t *testing.T) {
	test.NewTempApp(t)
	for name, make := range map[string]func([]string, int, func(int)) *parts.Choice{"row": parts.NewChoice, "column": parts.NewColumn} {
		var chosen []int
		c := make([]string{"In", "Văn phòng", "Màn hình"}, 0, func(i int) { chosen = append(chosen, i) })
		win := test.NewTempWindow(t, c.Object)
		win.Canvas().Focus(c.Buttons()[0])
		for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft} {
			win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
		if len(chosen) != 3 || chosen[0] != 1 || chosen[1] != 2 || chosen[2] != 1 {
			t.Errorf("%s: chosen in turn: %v", name, chosen)
		}
		if got := win.Canvas().Focused(); got != fyne.Focusable(c.Buttons()[c.Chosen()]) {
			t.Errorf("%s: %T has the keys", name, got)
		}
	}
}
