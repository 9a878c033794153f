package preview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"bantin/ui/loop"
	"bantin/ui/parts"
)

// repaintAfter is how long the pages' size has to rest before they are painted
// in it: while a window is being drawn larger it changes all the time.
const repaintAfter = 150 * time.Millisecond

// repainting is the wait for pages in the size that they are shown in.
type repainting struct {
	due   loop.Due
	asked float64 // DPI that was asked for last because the size had changed, 0 for none
}

// paintSoon asks for the pages anew where they were painted in another size
// than they are shown in.
func (p *Pane) paintSoon() {
	if p.isPainted() {
		p.painting.due.Stop()
		p.painting.asked = 0
		return
	}
	p.painting.due.In(repaintAfter, parts.OnUI, p.paintAgain)
}

// paintAgain asks once for each size: what does not come out in it would be
// asked for without end.
func (p *Pane) paintAgain() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.stage)
	if c == nil || p.isPainted() {
		return
	}
	if dpi := p.DPI(c.Scale()); dpi != p.painting.asked {
		p.painting.asked = dpi
		p.OnAsk()
	}
}

// isPainted reports whether the pages are as fine as they should be, or there
// is nobody to see it.
func (p *Pane) isPainted() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.stage)
	if c == nil || p.View.Document == nil {
		return true
	}
	const pointsInInch = 72
	width := p.View.Document.Trim.Width.Points() * p.DPI(c.Scale()) / pointsInInch
	for _, leaf := range p.stage.leaves {
		if leaf.Picture != nil && math.Abs(float64(leaf.Picture.Rect.Dx())-width) > 1 {
			return false
		}
	}
	return true
}
