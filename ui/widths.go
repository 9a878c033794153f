package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/keys"
	"bantin/ui/look"
)

// widthStep is how far a key moves the edge of a pane, at the usual size of text.
const widthStep = 24

// rememberWidths gives panes the widths that they were last given, or the usual ones,
// and remembers those that they are given from now on.
func (w *window) rememberWidths(p *panes, keyLeft, keyRight string, left, right float64) {
	p.LeftWidth = float32(w.settings.p.FloatWithFallback(keyLeft, left))
	p.RightWidth = float32(w.settings.p.FloatWithFallback(keyRight, right))
	p.OnDragged = func() {
		w.settings.p.SetFloat(keyLeft, float64(p.LeftWidth))
		w.settings.p.SetFloat(keyRight, float64(p.RightWidth))
		w.askPreview(false)
	}
}

// widthItems make the panes on screen wider and narrower: the first two keys move the
// edge at the left, with Shift they move the one at the right.
func (w *window) widthItems() []*fyne.MenuItem {
	const shift = keys.CtrlShift
	return []*fyne.MenuItem{
		w.item("left_narrower", key(fyne.KeyLeftBracket, ctrl), func() { w.panesOnScreen().leftEdge.moved(-widthStep * look.Scale()) }),
		w.item("left_wider", key(fyne.KeyRightBracket, ctrl), func() { w.panesOnScreen().leftEdge.moved(widthStep * look.Scale()) }),
		w.item("right_wider", key(fyne.KeyLeftBracket, shift), func() { w.moveRightEdge(-widthStep * look.Scale()) }),
		w.item("right_narrower", key(fyne.KeyRightBracket, shift), func() { w.moveRightEdge(widthStep * look.Scale()) }),
	}
}

// panesOnScreen are those of the make-up table, or those of the article.
func (w *window) panesOnScreen() *panes {
	if w.making != "" && w.table != nil {
		return w.table
	}
	return w.panes
}

// moveRightEdge moves the edge of the right pane, which opens where it was shut.
func (w *window) moveRightEdge(dx float32) {
	p := w.panesOnScreen()
	if !p.Right.Visible() {
		w.toggleRight()
		return
	}
	p.rightEdge.moved(dx)
}
