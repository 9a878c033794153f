package preview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// Holes is what happens with the places that are left white for pictures, each
// by its number in the holes.
type Holes struct {
	All      []bulletin.Hole
	Chosen   int // -1 for none
	Hint     string
	Say      func(bulletin.Hole) string // its size in words
	OnChoose func(nth int)
	OnChange func(nth int, to bulletin.Hole)
	OnRemove func(nth int)
	OnDraw   func(bulletin.Hole) // a new one
	OnLost   func()              // the one that had the keys is shown no more; may be nil
}

// ShowHoles shows the holes as they are now.
func (p *Pane) ShowHoles() { p.stage.Refresh() }

// FocusHole gives a hole the keys, where it is shown.
func (p *Pane) FocusHole(nth int) {
	for _, h := range p.stage.holes {
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.stage); h.at.Nth == nth && c != nil {
			c.Focus(h)
		}
	}
}

// hole is a place that is left white: it is moved by dragging, sized by its
// lower right corner, and all that by the keys as well.
type hole struct {
	widget.BaseWidget
	s       *stage
	at      layout.PlacedHole
	shown   bulletin.Hole // as it is being dragged
	resize  bool
	dragged bool
	moved   fyne.Position // by the drag
	focused bool
}

var (
	_ fyne.Tappable      = (*hole)(nil)
	_ fyne.Draggable     = (*hole)(nil)
	_ fyne.Focusable     = (*hole)(nil)
	_ desktop.Hoverable  = (*hole)(nil)
	_ desktop.Mouseable  = (*hole)(nil)
	_ desktop.Cursorable = (*hole)(nil)
)

// putHoles puts the holes of the shown pages onto the stage.
func (d *stageDrawing) putHoles() {
	s := d.s
	doc, holes := s.p.View.Document, s.p.Holes
	if doc == nil || holes == nil {
		return
	}
	n := 0
	for _, at := range doc.Holes {
		where, size, shown := s.onStage(at.Page-1, at.Box)
		if !shown || at.Nth >= len(holes.All) {
			continue
		}
		if n == len(s.holes) {
			h := &hole{s: s}
			h.ExtendBaseWidget(h)
			s.holes = append(s.holes, h)
		}
		h := s.holes[n]
		n++
		h.at = at
		if !h.dragged {
			h.shown = holes.All[at.Nth]
			h.Move(where)
			h.Resize(size)
		}
		h.Refresh()
		d.objects = append(d.objects, h)
	}
	gone := s.holes[n:]
	s.holes = s.holes[:n:n]
	for _, h := range gone {
		if h.focused && holes.OnLost != nil {
			parts.OnUI(holes.OnLost)
		}
	}
	if s.drawn != nil {
		d.objects = append(d.objects, s.drawn.frame)
	}
}

// byPixel is how many units of the page a unit of the screen is.
func (s *stage) byPixel() float32 {
	if width := s.p.pageSize().Width; width > 0 {
		return float32(s.p.View.Document.Trim.Width) / width
	}
	return 1
}

// sized is how large an area on the stage is in columns and lines.
func (s *stage) sized(size fyne.Size) (columns, rows int) {
	by, grid := s.byPixel(), s.p.View.Document.Grid
	return grid.ColumnsIn(layout.Length(size.Width * by)), grid.RowsIn(layout.Length(size.Height * by))
}

// onScreen is the size of so many columns and lines on the stage.
func (s *stage) onScreen(columns, rows int) fyne.Size {
	by, grid := s.byPixel(), s.p.View.Document.Grid
	return fyne.NewSize(float32(grid.Across(columns))/by, float32(layout.Length(rows)*grid.Leading)/by)
}

const gripSide = 16

func (h *hole) Tapped(*fyne.PointEvent)        { h.choose() }
func (h *hole) MouseIn(*desktop.MouseEvent)    { parts.ShowHint(h, h.s.p.Holes.Hint) }
func (h *hole) MouseMoved(*desktop.MouseEvent) {}
func (h *hole) MouseOut()                      { parts.HideHint(h) }
func (h *hole) Cursor() desktop.Cursor         { return desktop.PointerCursor }
func (h *hole) MouseUp(*desktop.MouseEvent)    {}

// MouseDown notes whether the corner is taken, or the whole.
func (h *hole) MouseDown(ev *desktop.MouseEvent) {
	size := h.Size()
	h.resize = ev.Position.X > size.Width-gripSide && ev.Position.Y > size.Height-gripSide
}

// now is the hole as the issue has it; false where it was removed, though it is
// still seen or has the keys.
func (h *hole) now() (bulletin.Hole, bool) {
	if holes := h.s.p.Holes; holes != nil && h.at.Nth < len(holes.All) {
		return holes.All[h.at.Nth], true
	}
	return bulletin.Hole{}, false
}

func (h *hole) choose() {
	if _, is := h.now(); !is {
		return
	}
	h.s.p.Holes.OnChoose(h.at.Nth)
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h)
	}
}

// Dragged sizes the hole, or moves it.
func (h *hole) Dragged(ev *fyne.DragEvent) {
	h.dragged = true
	parts.HideHint(h)
	if !h.resize {
		h.moved = ev.AbsolutePosition
		h.Move(h.Position().AddXY(ev.Dragged.DX, ev.Dragged.DY))
		h.s.p.Carry(ev.AbsolutePosition)
		return
	}
	size := h.Size().AddWidthHeight(ev.Dragged.DX, ev.Dragged.DY)
	h.Resize(fyne.NewSize(max(size.Width, gripSide), max(size.Height, gripSide)))
	h.shown.Columns, h.shown.Rows = h.s.sized(h.Size())
	h.Refresh()
}

// DragEnd tells what became of the hole.
func (h *hole) DragEnd() {
	h.dragged = false
	to, is := h.now()
	if !is {
		return
	}
	if h.resize {
		to.Columns, to.Rows = h.shown.Columns, h.shown.Rows
	} else if page, on := h.s.p.PageAt(h.moved); on {
		to.Page = page + 1
	}
	h.s.p.OfferPage(-1)
	h.s.Refresh() // back to where it stands, until the pages come
	h.s.p.Holes.OnChange(h.at.Nth, to)
}

func (h *hole) FocusGained()   { h.focused = true; h.Refresh() }
func (h *hole) FocusLost()     { h.focused = false; h.Refresh() }
func (h *hole) TypedRune(rune) {}

// TypedKey sizes the hole by the arrows, moves it from page to page, and takes
// it away.
func (h *hole) TypedKey(key *fyne.KeyEvent) {
	to, is := h.now()
	if !is {
		typing.PassOn(h, key)
		return
	}
	grid := h.s.p.View.Document.Grid
	switch key.Name {
	case fyne.KeyLeft:
		to.Columns = max(1, to.Columns-1)
	case fyne.KeyRight:
		to.Columns = min(grid.Columns, to.Columns+1)
	case fyne.KeyUp:
		to.Rows = max(1, to.Rows-1)
	case fyne.KeyDown:
		to.Rows = min(grid.Rows, to.Rows+1)
	case fyne.KeyPageUp:
		to.Page = max(1, to.Page-1)
	case fyne.KeyPageDown:
		to.Page = min(len(h.s.p.View.Document.Pages), to.Page+1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		h.s.p.Holes.OnRemove(h.at.Nth)
		return
	default:
		typing.PassOn(h, key)
		return
	}
	h.s.p.Holes.OnChange(h.at.Nth, to)
}

// CreateRenderer gives the hole its frame, its grip and its words.
func (h *hole) CreateRenderer() fyne.WidgetRenderer {
	d := &holeDrawing{
		h: h, frame: canvas.NewRectangle(color.Transparent),
		grip:  canvas.NewRectangle(color.Transparent),
		label: canvas.NewRectangle(color.Transparent),
		words: parts.Words("", 11, look.SansBold, theme.ColorNamePrimary),
	}
	d.words.Alignment = fyne.TextAlignCenter
	d.grip.CornerRadius, d.label.CornerRadius = 2, 3
	for i := range d.cross {
		d.cross[i] = canvas.NewLine(color.Transparent)
	}
	return d
}

type holeDrawing struct {
	h     *hole
	frame *canvas.Rectangle
	cross [2]*canvas.Line
	grip  *canvas.Rectangle
	label *canvas.Rectangle // under the words, so that the cross does not run through them
	words *canvas.Text
}

func (d *holeDrawing) Destroy()           {}
func (d *holeDrawing) MinSize() fyne.Size { return fyne.NewSquareSize(gripSide) }

func (d *holeDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.frame, d.cross[0], d.cross[1], d.label, d.words, d.grip}
}

// Layout draws the frame with a cross in it, as picture boxes are drawn
// everywhere.
func (d *holeDrawing) Layout(size fyne.Size) {
	d.frame.Resize(size)
	for i, line := range d.cross {
		line.Position1, line.Position2 = fyne.NewPos(0, 0), fyne.NewPos(size.Width, size.Height)
		if i == 1 {
			line.Position1, line.Position2 = fyne.NewPos(size.Width, 0), fyne.NewPos(0, size.Height)
		}
	}
	const grip = 8
	d.grip.Resize(fyne.NewSquareSize(grip))
	d.grip.Move(fyne.NewPos(size.Width-grip/2-1, size.Height-grip/2-1))
	height := d.words.MinSize().Height
	d.words.Resize(fyne.NewSize(size.Width, height))
	d.words.Move(fyne.NewPos(0, (size.Height-height)/2))
	const beside = 5
	wide := d.words.MinSize().Width + 2*beside
	d.label.Resize(fyne.NewSize(wide, height))
	d.label.Move(fyne.NewPos((size.Width-wide)/2, (size.Height-height)/2))
}

// Refresh shows what the hole is like now.
func (d *holeDrawing) Refresh() {
	h := d.h
	chosen := h.s.p.Holes != nil && h.s.p.Holes.Chosen == h.at.Nth
	strong, weak := onPaper(theme.ColorNamePrimary), onPaper(look.Faint)
	d.frame.FillColor, d.frame.StrokeColor, d.frame.StrokeWidth = onPaper(theme.ColorNameHover), weak, 1
	d.grip.FillColor = color.Transparent
	if chosen || h.focused || h.dragged {
		d.frame.StrokeColor, d.frame.StrokeWidth = strong, 1.5
		d.grip.FillColor = strong
	}
	if h.focused {
		d.frame.StrokeWidth = 2.5
	}
	for _, line := range d.cross {
		line.StrokeColor, line.StrokeWidth = weak, 1
	}
	d.words.Color, d.words.Text = strong, ""
	if h.s.p.Holes != nil {
		d.words.Text = h.s.p.Holes.Say(h.shown)
	}
	if d.words.MinSize().Width > h.Size().Width {
		d.words.Text = ""
	}
	d.label.FillColor = color.Transparent
	if d.words.Text != "" {
		d.label.FillColor = onPaper(look.Paper)
	}
	d.Layout(h.Size())
	canvas.Refresh(h)
}

// onPaper is a colour as it is by day: printed pages are white by night, too.
func onPaper(name fyne.ThemeColorName) color.Color {
	return look.Theme{Shade: look.Light}.Color(name, theme.VariantLight)
}

// drawing is a hole that is being drawn.
type drawing struct {
	page  int
	from  fyne.Position
	hole  bulletin.Hole
	frame *canvas.Rectangle
}

// draw draws a hole while Ctrl is held, and reports that it does.
func (s *stage) draw(ev *fyne.DragEvent) bool {
	if s.p.Holes == nil || s.p.View.Document == nil {
		return false
	}
	if s.drawn == nil {
		d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
		from := ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY)
		page, _, _, on := s.under(from)
		if !ok || !on || d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault == 0 {
			return false
		}
		s.drawn = &drawing{page: page, from: from, frame: canvas.NewRectangle(look.Color(theme.ColorNameSelection))}
		s.drawn.frame.StrokeColor, s.drawn.frame.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
	}
	size := fyne.NewSize(max(1, ev.Position.X-s.drawn.from.X), max(1, ev.Position.Y-s.drawn.from.Y))
	columns, rows := s.sized(size)
	s.drawn.hole = bulletin.Hole{Page: s.drawn.page + 1, Columns: columns, Rows: rows}
	s.drawn.frame.Move(s.drawn.from)
	s.drawn.frame.Resize(s.onScreen(columns, rows))
	s.Refresh()
	return true
}

// drew makes the hole that was drawn.
func (s *stage) drew() {
	if s.drawn == nil {
		return
	}
	made := s.drawn.hole
	s.drawn = nil
	s.Refresh()
	s.p.Holes.OnDraw(made)
}
