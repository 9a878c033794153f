package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/typing"
)

// Pressable is the part of a widget that is pressed by a click, by Space or by
// Enter, and knows whether mouse or keyboard are on it. It is embedded; Extend
// comes before the widget is shown.
type Pressable struct {
	widget.BaseWidget
	OnPress          func()
	Hovered, Focused bool

	whole fyne.CanvasObject
}

var (
	_ fyne.Tappable     = (*Pressable)(nil)
	_ desktop.Hoverable = (*Pressable)(nil)
)

// pressing is a widget in which a Pressable is embedded.
type pressing interface {
	fyne.Widget
	fyne.Focusable
}

// Extend tells which widget it is a part of.
func (p *Pressable) Extend(whole pressing) {
	p.whole = whole
	p.ExtendBaseWidget(whole)
}

// Tapped presses it.
func (p *Pressable) Tapped(*fyne.PointEvent) { p.OnPress() }

// MouseIn lights it up.
func (p *Pressable) MouseIn(*desktop.MouseEvent) { p.Hovered = true; p.Refresh() }

// MouseMoved does nothing: it is lit already.
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the light go.
func (p *Pressable) MouseOut() { p.Hovered = false; p.Refresh() }

// FocusGained shows that the keyboard is on it.
func (p *Pressable) FocusGained() { p.Focused = true; p.Refresh() }

// FocusLost shows that it is not any more.
func (p *Pressable) FocusLost() { p.Focused = false; p.Refresh() }

// TypedRune does nothing: keys come by name.
func (p *Pressable) TypedRune(rune) {}

// TypedKey presses it by Space and Enter, and passes other keys on.
func (p *Pressable) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.OnPress()
	default:
		typing.PassOn(p.whole, key)
	}
}
