package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// panes lays three things side by side: the left and the right one keep the
// widths that the person gave them, the middle one takes what is left.
type panes struct {
	widget.BaseWidget

	Left, Middle, Right   fyne.CanvasObject
	LeftWidth, RightWidth float32
	OnDragged             func()    // a width has changed
	Least                 fyne.Size // what they ask for

	leftEdge, rightEdge *edge
}

const (
	narrowestList   = 200
	widestList      = 460
	narrowestSheet  = 420
	narrowestPaper  = 280
	widestPaper     = 1100
	edgeGrip        = 7 // what the mouse can catch
	dividerWidth    = 1
	narrowestWindow = 900
	lowestWindow    = 480
)

func newPanes(left, middle, right fyne.CanvasObject) *panes {
	p := &panes{Left: left, Middle: middle, Right: right, Least: fyne.NewSize(narrowestWindow, lowestWindow)}
	p.leftEdge = newEdge(func(dx float32) { p.drag(&p.LeftWidth, p.Left, dx) })
	p.rightEdge = newEdge(func(dx float32) { p.drag(&p.RightWidth, p.Right, -dx) })
	p.ExtendBaseWidget(p)
	return p
}

// drag changes a width from what is seen, which a small window may have made less than
// what the person gave.
func (p *panes) drag(width *float32, of fyne.CanvasObject, dx float32) {
	*width = of.Size().Width + dx
	p.fit()
	p.Refresh()
	if p.OnDragged != nil {
		p.OnDragged()
	}
}

// fit pulls the widths into their bounds.
func (p *panes) fit() {
	p.LeftWidth = min(max(p.LeftWidth, narrowestList), widestList)
	if p.RightWidth != 0 {
		p.RightWidth = min(max(p.RightWidth, narrowestPaper), widestPaper)
	}
}

// usualRight is the right pane's width before the person has chosen one.
func (p *panes) usualRight() float32 {
	return min(max(p.Size().Width*0.31, 400), 640)
}

// ShowRight opens or shuts the right pane.
func (p *panes) ShowRight(open bool) {
	if open {
		p.Right.Show()
		p.rightEdge.Show()
	} else {
		p.Right.Hide()
		p.rightEdge.Hide()
	}
	p.Refresh()
}

func (p *panes) CreateRenderer() fyne.WidgetRenderer {
	return &panesRenderer{p, []fyne.CanvasObject{p.Left, p.Middle, p.Right, p.leftEdge, p.rightEdge}}
}

type panesRenderer struct {
	p       *panes
	objects []fyne.CanvasObject
}

func (r *panesRenderer) Destroy()                     {}
func (r *panesRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *panesRenderer) MinSize() fyne.Size           { return r.p.Least }
func (r *panesRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *panesRenderer) Layout(size fyne.Size) {
	p := r.p
	p.fit()
	left, right := p.LeftWidth, p.RightWidth
	if right == 0 {
		right = p.usualRight()
	}
	if !p.Right.Visible() {
		right = 0
	}
	if over := left + right + narrowestSheet*look.Scale() - size.Width; over > 0 && right > 0 {
		right = max(narrowestPaper*min(look.Scale(), 1.4), right-over)
	}
	if size.Width < narrowestWindow { // on a small screen
		left = narrowestList
	}
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(max(width, 0), size.Height))
	}
	put(p.Left, 0, left)
	put(p.Middle, left+dividerWidth, size.Width-left-right-2*dividerWidth)
	put(p.Right, size.Width-right, right)
	put(p.leftEdge, left-edgeGrip/2, edgeGrip)
	put(p.rightEdge, size.Width-right-dividerWidth-edgeGrip/2, edgeGrip)
}

// edge is the line between two panes, which the mouse can move.
type edge struct {
	widget.BaseWidget
	moved   func(dx float32)
	hovered bool
}

var (
	_ fyne.Draggable     = (*edge)(nil)
	_ desktop.Cursorable = (*edge)(nil)
	_ desktop.Hoverable  = (*edge)(nil)
)

func newEdge(moved func(dx float32)) *edge {
	e := &edge{moved: moved}
	e.ExtendBaseWidget(e)
	return e
}

func (e *edge) Dragged(ev *fyne.DragEvent)     { e.moved(ev.Dragged.DX) }
func (e *edge) DragEnd()                       {}
func (e *edge) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (e *edge) MouseIn(*desktop.MouseEvent)    { e.hovered = true; e.Refresh() }
func (e *edge) MouseMoved(*desktop.MouseEvent) {}
func (e *edge) MouseOut()                      { e.hovered = false; e.Refresh() }

func (e *edge) CreateRenderer() fyne.WidgetRenderer {
	return &edgeRenderer{e, canvas.NewRectangle(look.Color(look.Rule))}
}

type edgeRenderer struct {
	e    *edge
	line *canvas.Rectangle
}

func (r *edgeRenderer) Destroy()                     {}
func (r *edgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *edgeRenderer) MinSize() fyne.Size           { return fyne.NewSize(edgeGrip, 1) }

func (r *edgeRenderer) Layout(size fyne.Size) {
	r.line.Resize(fyne.NewSize(dividerWidth, size.Height))
	r.line.Move(fyne.NewPos(edgeGrip/2, 0))
}

func (r *edgeRenderer) Refresh() {
	r.line.FillColor = look.Color(look.Rule)
	if r.e.hovered {
		r.line.FillColor = look.Color(theme.ColorNamePrimary)
	}
	r.line.Refresh()
}

// usualList is the list's width before the person has chosen one.
func usualList(scale float32) float64 { return 272 * float64(min(scale, 1.4)) }

// Holds is what stands in the panes, for whoever brings something in them into sight.
func (p *panes) Holds() []fyne.CanvasObject { return []fyne.CanvasObject{p.Left, p.Middle, p.Right} }
