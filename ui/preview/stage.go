package preview

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/look"
)

// stage is the tabletop with the pages on it: it finds what is under the mouse,
// marks where the caret stands, and pins what was noticed to its place.
type stage struct {
	widget.BaseWidget
	p        *Pane
	leaves   []desk.Leaf
	pictures [2]*canvas.Image
	table    tabletop
	blank    blank
	caret    *canvas.Rectangle
	at       *bulletin.Place // of the caret, nil where there is none
	pins     []*pin
	framed   bulletin.ID    // the story with a frame around it
	hovered  bulletin.ID    // the story that the mouse is over
	mouse    *fyne.Position // where it is on the screen, nil while it is not over the pages
	holes    []*hole
	drawn    *drawing // a hole that is being drawn, nil for none
	offered  int      // the page that something is dragged over, 1 for the first
	outlines []*canvas.Rectangle
	nails    []*nail
}

var (
	_ fyne.Tappable      = (*stage)(nil)
	_ fyne.Draggable     = (*stage)(nil)
	_ desktop.Cursorable = (*stage)(nil)
)

func newStage(p *Pane) *stage {
	s := &stage{p: p, caret: canvas.NewRectangle(color.Transparent), blank: newBlank()}
	for i := range s.pictures {
		s.pictures[i] = canvas.NewImageFromImage(nil)
		// Painted at their size already; Fyne would scale them here, where the
		// window waits, at the least difference.
		s.pictures[i].FillMode, s.pictures[i].ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	}
	s.caret.CornerRadius = 1.5
	s.ExtendBaseWidget(s)
	return s
}

func (s *stage) show(leaves []desk.Leaf) {
	if len(leaves) > 0 || s.p.View.Err == nil {
		s.leaves = leaves
	}
	for i := range s.pictures {
		if i < len(s.leaves) && s.leaves[i].Picture != nil {
			s.pictures[i].Image = s.leaves[i].Picture
			s.pictures[i].ScaleMode = s.scaling(s.leaves[i].Picture)
			s.pictures[i].Refresh()
		}
	}
}

// rescale has a painted page stretched smoothly once it has another size on
// screen than it was painted in: pixel by pixel, whole rows of it would be
// left out.
func (s *stage) rescale(i int) {
	if mode := s.scaling(s.leaves[i].Picture); s.pictures[i].ScaleMode != mode {
		s.pictures[i].ScaleMode = mode
		s.pictures[i].Refresh()
	}
}

// scaling is how a painted page is brought on screen: pixel by pixel where it
// has the size that it is shown in, which is sharper and half the work.
func (s *stage) scaling(page *image.RGBA) canvas.ImageScale {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		shown := s.p.pageSize()
		if x, y := c.PixelCoordinateForPosition(fyne.NewPos(shown.Width, shown.Height)); page.Rect.Dx() == x && page.Rect.Dy() == y {
			return canvas.ImageScalePixels
		}
	}
	return canvas.ImageScaleFastest
}

// origin is the upper left corner of the i-th leaf on the stage.
func (s *stage) origin(i int) fyne.Position {
	page, size := s.p.pageSize(), s.Size()
	x := max(stageMargin, (size.Width-s.p.pagesSize().Width)/2)
	y := max(stageMargin, (min(size.Height, s.p.scroll.Size().Height)-page.Height)/2)
	if s.p.spread() && len(s.leaves) > i && (s.leaves[i].Page%2 == 0) {
		x += page.Width + spreadGap // right pages have odd numbers
	}
	return fyne.NewPos(x, min(y, 3*stageMargin))
}

// under is the page at a place of the stage, counted from 0, and the point of
// it.
func (s *stage) under(at fyne.Position) (page int, x, y layout.Length, ok bool) {
	d, size := s.p.View.Document, s.p.pageSize()
	if d == nil {
		return 0, 0, 0, false
	}
	for i, leaf := range s.leaves {
		in := at.Subtract(s.origin(i))
		if in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height && leaf.Page < len(d.Pages) {
			return leaf.Page, layout.Length(in.X / size.Width * float32(d.Trim.Width)),
				layout.Length(in.Y / size.Height * float32(d.Trim.Height)), true
		}
	}
	return 0, 0, 0, false
}

// onStage is where an area of a page is seen, if its page is shown.
func (s *stage) onStage(page int, box layout.Rect) (at fyne.Position, size fyne.Size, ok bool) {
	d, shown := s.p.View.Document, s.p.pageSize()
	for i, leaf := range s.leaves {
		if leaf.Page == page && d != nil && d.Trim.Width > 0 {
			by := shown.Width / float32(d.Trim.Width)
			return s.origin(i).AddXY(float32(box.X)*by, float32(box.Y)*by),
				fyne.NewSize(float32(box.Width)*by, float32(box.Height)*by), true
		}
	}
	return at, size, false
}

// Tapped goes to the text that stands where the page was clicked.
func (s *stage) Tapped(ev *fyne.PointEvent) {
	if page, x, y, ok := s.under(ev.Position); ok {
		if place, ok := desk.PlaceAt(s.p.View.Document.Pages[page], x, y); ok && s.p.OnPlace != nil {
			s.p.OnPlace(place)
		}
	}
}

// Dragged moves the pages as a hand does; with Ctrl it draws a hole.
func (s *stage) Dragged(ev *fyne.DragEvent) {
	if s.draw(ev) {
		return
	}
	s.p.scroll.ScrollToOffset(s.p.scroll.Offset.Subtract(fyne.NewPos(ev.Dragged.DX, ev.Dragged.DY)))
}

// DragEnd makes the hole that was drawn; pages are where they were left.
func (s *stage) DragEnd() { s.drew() }

// Cursor is a hand over a page.
func (s *stage) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Where is where a place of the text is seen, on which object.
func (p *Pane) Where(place bulletin.Place) (at fyne.Position, on fyne.CanvasObject, ok bool) {
	if p.View.Document == nil {
		return at, nil, false
	}
	page, box, found := desk.Find(p.View.Document, place)
	at, _, seen := p.stage.onStage(page, box)
	return at, p.stage, found && seen
}

// FollowCaret marks where the place of the caret stands on the pages, and turns to
// its page where that is not shown, unless somebody has turned to another since
// Written was called.
func (p *Pane) FollowCaret(place bulletin.Place) {
	p.ShowCaret(&place, false)
	if p.byHand || p.View.Document == nil {
		return
	}
	page, _, ok := desk.Find(p.View.Document, place)
	if shown := desk.Spread(p.Page, p.Pages); ok && page != p.Page && (!p.Facing || !slices.Contains(shown, page)) {
		p.turnTo(page)
	}
}

// Written hears that somebody writes: the pages follow the caret again.
func (p *Pane) Written() { p.byHand = false }

// ShowCaret marks where a place of the text stands on the pages and, where
// turn is set, turns to its page. nil takes the mark away.
func (p *Pane) ShowCaret(place *bulletin.Place, turn bool) {
	p.stage.at = place
	if place != nil && turn && p.View.Document != nil {
		page, box, ok := desk.Find(p.View.Document, *place)
		if _, _, seen := p.stage.onStage(page, box); ok && !seen {
			p.Written()
			p.turnTo(page)
			return
		}
		p.seeCaret(page, box)
	}
	p.stage.Refresh()
}

// seeCaret scrolls a large page to the place of the caret.
func (p *Pane) seeCaret(page int, box layout.Rect) {
	at, size, ok := p.stage.onStage(page, box)
	if !ok || p.zoom == 0 {
		return
	}
	room, offset := p.scroll.Size(), p.scroll.Offset
	if at.Y < offset.Y || at.Y+size.Height > offset.Y+room.Height {
		offset.Y = max(0, at.Y-room.Height/3)
		p.scroll.ScrollToOffset(offset)
	}
}

func (s *stage) MinSize() fyne.Size {
	if s.p.zoom == 0 {
		return fyne.NewSize(1, 1)
	}
	return s.p.pagesSize().AddWidthHeight(2*stageMargin, 2*stageMargin)
}

func (s *stage) CreateRenderer() fyne.WidgetRenderer { return &stageDrawing{s: s} }

type stageDrawing struct {
	s       *stage
	objects []fyne.CanvasObject
}

func (d *stageDrawing) Destroy()                     {}
func (d *stageDrawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *stageDrawing) MinSize() fyne.Size           { return d.s.MinSize() }

func (d *stageDrawing) Refresh() {
	d.Layout(d.s.Size())
	canvas.Refresh(d.s)
}

func (d *stageDrawing) Layout(fyne.Size) {
	s, page := d.s, d.s.p.pageSize()
	var pages []area
	var pictures []fyne.CanvasObject
	for i := range s.leaves {
		if i >= len(s.pictures) || s.leaves[i].Picture == nil {
			continue
		}
		at := s.origin(i)
		s.pictures[i].Move(at)
		s.pictures[i].Resize(page)
		s.rescale(i)
		pages = append(pages, area{at.X, at.Y, at.X + page.Width, at.Y + page.Height})
		pictures = append(pictures, s.pictures[i])
	}
	if len(pages) == 0 && s.p.awaits {
		at := s.origin(0)
		pages = append(pages, area{at.X, at.Y, at.X + page.Width, at.Y + page.Height})
		pictures = append(pictures, s.blank.lay(s.p.say.Say("desk.preview.awaits", nil), at, page)...)
	}
	s.p.paintSoon()
	d.objects = append(append(d.objects[:0], s.table.lay(s.Size(), pages)...), pictures...)
	d.putCaret()
	d.putFrames()
	d.putHoles()
	d.putNails()
	for _, pin := range s.pins {
		if pin.settle() {
			d.objects = append(d.objects, pin)
		}
	}
}

// putCaret marks the line that the caret stands in with a bar beside it.
func (d *stageDrawing) putCaret() {
	s := d.s
	if s.at == nil || s.p.View.Document == nil {
		return
	}
	page, box, found := desk.Find(s.p.View.Document, *s.at)
	at, size, ok := s.onStage(page, box)
	if !found || !ok || size.Height == 0 {
		return
	}
	s.caret.FillColor = look.Color(theme.ColorNamePrimary)
	s.caret.Move(at.AddXY(-5, 0))
	s.caret.Resize(fyne.NewSize(3, max(size.Height, 6)))
	d.objects = append(d.objects, s.caret)
}
