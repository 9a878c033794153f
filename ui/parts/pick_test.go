package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/parts"
	"bantin/ui/pop"
)

func TestAPickOpensItsMenuAndTakesAnAnswer(t *testing.T) {
	test.NewTempApp(t)
	heard := -1
	pick := parts.NewPick([]string{"một", "hai", "ba"}, 0, func(i int) { heard = i })
	win := test.NewTempWindow(t, container.NewVBox(widget.NewLabel("Bản Tin"), pick.Button))
	win.Resize(fyne.NewSize(400, 300))
	test.TapCanvas(win.Canvas(), middle(pick.Button))
	menu := openMenu(t, win.Canvas())
	if below := fyne.CurrentApp().Driver().AbsolutePositionForObject(pick.Button).Y; top(menu) <= below {
		t.Errorf("the menu is at %v, not below the pick at %v", top(menu), below)
	}
	test.Tap(menu.Items()[1].(fyne.Tappable))
	if heard != 1 || pick.Chosen() != 1 || pick.Button.Word != "hai ▾" {
		t.Errorf("heard %d, chosen %d, it says %q", heard, pick.Chosen(), pick.Button.Word)
	}
}

// openMenu is the menu that is in front of a window.
func openMenu(t *testing.T, c fyne.Canvas) *pop.Menu {
	t.Helper()
	menu, ok := c.Overlays().Top().(*pop.Menu)
	if !ok {
		t.Fatalf("not a menu but %T is open", c.Overlays().Top())
	}
	return menu
}

func middle(o fyne.CanvasObject) fyne.Position {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return at.AddXY(size.Width/2, size.Height/2)
}

func top(m *pop.Menu) float32 {
	at, _ := m.Box()
	return at.Y
}
