package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// keep lies under a panel and far around it and keeps the keyboard where it is:
// Fyne takes it away from everything when the mouse is pressed where nothing
// bears the focus, and letters then go nowhere. Nobody can walk to it.
type keep struct {
	widget.BaseWidget
	pressed func() // the mouse was, on what bears no focus
}

var (
	_ desktop.Mouseable = (*keep)(nil)
	_ fyne.Focusable    = (*keep)(nil)
	_ fyne.Disableable  = (*keep)(nil)
)

// keepReach is farther than any screen is wide.
const keepReach = 20_000

func newKeep(pressed func()) fyne.CanvasObject {
	k := &keep{pressed: pressed}
	k.ExtendBaseWidget(k)
	k.Move(fyne.NewPos(-keepReach, -keepReach))
	k.Resize(fyne.NewSquareSize(2 * keepReach))
	return container.NewWithoutLayout(k)
}

// CreateRenderer draws nothing.
func (k *keep) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// MouseDown tells that somebody has clicked on the panel.
func (k *keep) MouseDown(*desktop.MouseEvent) { k.pressed() }

// MouseUp does nothing.
func (k *keep) MouseUp(*desktop.MouseEvent) {}

// Disabled is always so: such things are left out by Tab.
func (k *keep) Disabled() bool { return true }

// Enable does nothing.
func (k *keep) Enable() {}

// Disable does nothing.
func (k *keep) Disable() {}

// FocusGained does nothing: it never has the keyboard.
func (k *keep) FocusGained() {}

// FocusLost does nothing.
func (k *keep) FocusLost() {}

// TypedRune does nothing.
func (k *keep) TypedRune(rune) {}

// TypedKey does nothing.
func (k *keep) TypedKey(*fyne.KeyEvent) {}
