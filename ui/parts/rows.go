package parts

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
	"bantin/ui/typing"
)

// Rows is a list of any length of which only what is on screen exists. Rows
// are all equally high. It shows which rows are chosen and which one the keys
// stand at; what choosing means, its owner says. Set its fields before it is
// shown.
type Rows struct {
	widget.BaseWidget

	Length func() int
	Fresh  func() fyne.CanvasObject
	Fill   func(i int, o fyne.CanvasObject)
	Height func() float32 // of a row
	Chosen func(i int) bool

	OnTap   func(i int, with fyne.KeyModifier) // by the mouse, or by the keys that walk
	OnEnter func(i int)                        // Enter, or a double click
	OnMenu  func(i int, at fyne.Position)      // the right button
	OnAll   func()                             // Ctrl+A
	OnErase func()                             // Delete
	OnBack  func()                             // Backspace
	OnRune  func(rune)                         // what is typed
	// OnDrag tells where on the screen a row is being dragged to, OnDrop where
	// it was let go. Without OnDrop rows cannot be dragged.
	OnDrag func(i int, at fyne.Position)
	OnDrop func(i int, at fyne.Position)
	Late   bool // the mouse chooses when it is let go: what it does must not carry the drop away from under a drag

	scroll  *container.Scroll
	area    *rowArea
	at      int // that the keys stand at
	mark    int // a line is drawn above this row, -1 for none
	hovered int
	focused bool
}

// Prepare makes the list ready after its fields were set.
func (r *Rows) Prepare() *Rows {
	r.at, r.mark, r.hovered = -1, -1, -1
	r.area = &rowArea{rows: r}
	r.area.ExtendBaseWidget(r.area)
	r.scroll = container.NewVScroll(r.area)
	r.scroll.OnScrolled = func(fyne.Position) { r.area.Refresh() }
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer gives the list its drawing.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// Refresh shows the rows as they are now. Where they became fewer, the keys
// stand at the last.
func (r *Rows) Refresh() {
	r.at = min(r.at, r.Length()-1)
	r.area.Refresh()
	r.scroll.Refresh()
}

// Resize fills the rows into the new size.
func (r *Rows) Resize(size fyne.Size) {
	r.BaseWidget.Resize(size)
	r.area.Refresh()
}

// At is the row that the keys stand at, or -1.
func (r *Rows) At() int { return r.at }

// StandAt lets the keys stand at a row and brings it into view.
func (r *Rows) StandAt(i int) {
	r.at = i
	r.See(i)
	r.area.Refresh()
}

// See brings a row into view.
func (r *Rows) See(i int) {
	if i < 0 || i >= r.Length() || r.scroll.Size().Height == 0 {
		return
	}
	top, height := float32(i)*r.Height(), r.Height()
	switch {
	case top < r.scroll.Offset.Y:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+height > r.scroll.Offset.Y+r.scroll.Size().Height:
		r.scroll.ScrollToOffset(fyne.NewPos(0, r.wholeRows(top+height-r.scroll.Size().Height)))
	}
}

// wholeRows is the next offset at which the first row on screen is not cut.
func (r *Rows) wholeRows(offset float32) float32 {
	return float32(math.Ceil(float64(offset/r.Height()))) * r.Height()
}

// Top is the row that the list begins with on screen; part of a row where that
// one is cut.
func (r *Rows) Top() float32 { return r.scroll.Offset.Y / r.Height() }

// ScrollToTop shows the first row.
func (r *Rows) ScrollToTop() { r.scroll.ScrollToTop(); r.area.Refresh() }

// ScrollToBottom shows the last row.
func (r *Rows) ScrollToBottom() { r.scroll.ScrollToBottom(); r.area.Refresh() }

// Focusable is what has the focus while the keys walk through the rows.
func (r *Rows) Focusable() fyne.Focusable { return r.area }

// Drawn makes sure that the list can be given the keyboard: of what has not been
// painted for a minute Fyne forgets what stands in it, and does not find it there.
func (r *Rows) Drawn() {
	r.BaseWidget.Refresh()
	r.scroll.Refresh()
}

// RowAt is the row at a place of the screen, and whether it is in its lower
// half; -1 beside the list, the length below its last row.
func (r *Rows) RowAt(at fyne.Position) (row int, lower bool) {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll)
	size := r.scroll.Size()
	in := at.Subtract(from)
	if in.X < 0 || in.Y < 0 || in.X > size.Width || in.Y > size.Height {
		return -1, false
	}
	y := (in.Y + r.scroll.Offset.Y) / r.Height()
	row = min(int(y), r.Length())
	return row, y-float32(row) >= 0.5
}

// MarkBefore draws a line above a row, where what is dragged would go; -1
// takes it away.
func (r *Rows) MarkBefore(i int) {
	if r.mark != i {
		r.mark = i
		r.area.Refresh()
	}
}

// rowArea is the list at its full height: it takes the mouse and the keys.
type rowArea struct {
	widget.BaseWidget
	rows    *Rows
	dragged int // the row that is being dragged, -1 for none
	pressed int // the row that the button went down on
	before  int // the one that it went down on before that
	late    bool
	with    fyne.KeyModifier
}

var (
	_ desktop.Mouseable      = (*rowArea)(nil)
	_ desktop.Hoverable      = (*rowArea)(nil)
	_ fyne.DoubleTappable    = (*rowArea)(nil)
	_ fyne.Draggable         = (*rowArea)(nil)
	_ fyne.Focusable         = (*rowArea)(nil)
	_ fyne.Shortcutable      = (*rowArea)(nil)
	_ fyne.SecondaryTappable = (*rowArea)(nil)
)

func (a *rowArea) row(at fyne.Position) int {
	if i := int(at.Y / a.rows.Height()); i >= 0 && i < a.rows.Length() {
		return i
	}
	return -1
}

func (a *rowArea) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a); c != nil {
		c.Focus(a)
	}
	a.before = a.pressed
	a.dragged, a.pressed, a.late = -1, a.row(ev.Position), false
	if a.pressed < 0 || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	a.rows.at = a.pressed
	if a.rows.Late || a.rows.Chosen(a.pressed) && ev.Modifier == 0 {
		a.late, a.with = true, ev.Modifier // several chosen rows may be dragged; a mere click chooses one
		return
	}
	a.rows.OnTap(a.pressed, ev.Modifier)
}

func (a *rowArea) MouseUp(*desktop.MouseEvent) {
	if a.late && a.dragged < 0 && a.pressed >= 0 && a.pressed < a.rows.Length() {
		a.rows.OnTap(a.pressed, a.with)
	}
	a.late = false
}

func (a *rowArea) DoubleTapped(ev *fyne.PointEvent) {
	// Two quick clicks on two rows, or with Shift, choose.
	if i := a.row(ev.Position); i >= 0 && i == a.before && typing.HeldKeys() == 0 && a.rows.OnEnter != nil {
		a.rows.OnEnter(i)
	}
}

func (a *rowArea) TappedSecondary(ev *fyne.PointEvent) {
	i := a.row(ev.Position)
	if i < 0 || a.rows.OnMenu == nil {
		return
	}
	if !a.rows.Chosen(i) {
		a.rows.OnTap(i, 0)
	}
	a.rows.OnMenu(i, ev.AbsolutePosition)
}

func (a *rowArea) Dragged(ev *fyne.DragEvent) {
	if a.rows.OnDrop == nil || a.pressed < 0 {
		return
	}
	a.dragged = a.pressed
	if a.rows.OnDrag != nil {
		a.rows.OnDrag(a.dragged, ev.AbsolutePosition)
	}
	a.with = 0
	lastDrag = ev.AbsolutePosition
}

// lastDrag is where the mouse was last while something was dragged: Fyne does
// not say where it was let go.
var lastDrag fyne.Position

func (a *rowArea) DragEnd() {
	if a.dragged < 0 {
		return
	}
	i := a.dragged
	a.rows.MarkBefore(-1)
	a.rows.OnDrop(i, lastDrag)
	a.late = false
}

func (a *rowArea) MouseIn(ev *desktop.MouseEvent)    { a.hover(a.row(ev.Position)) }
func (a *rowArea) MouseMoved(ev *desktop.MouseEvent) { a.hover(a.row(ev.Position)) }
func (a *rowArea) MouseOut()                         { a.hover(-1) }

func (a *rowArea) hover(i int) {
	if a.rows.hovered != i {
		a.rows.hovered = i
		a.Refresh()
	}
}

func (a *rowArea) MinSize() fyne.Size {
	return fyne.NewSize(80, float32(a.rows.Length())*a.rows.Height())
}

func (a *rowArea) CreateRenderer() fyne.WidgetRenderer {
	around := canvas.NewRectangle(color.Transparent)
	around.CornerRadius, around.StrokeWidth = 5, 1
	return &rowDrawing{a: a, line: canvas.NewRectangle(color.Transparent), around: around}
}

// rowDrawing keeps as many rows as fit on the screen and fills them anew.
type rowDrawing struct {
	a       *rowArea
	grounds []*canvas.Rectangle
	bars    []*canvas.Rectangle // at the left of those that are chosen
	rows    []fyne.CanvasObject
	line    *canvas.Rectangle
	around  *canvas.Rectangle // all of the list, while the keys stand at no row
	objects []fyne.CanvasObject
}

func (d *rowDrawing) Destroy()                     {}
func (d *rowDrawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *rowDrawing) MinSize() fyne.Size           { return d.a.MinSize() }
func (d *rowDrawing) Layout(fyne.Size)             { d.draw() }

func (d *rowDrawing) Refresh() {
	d.draw()
	canvas.Refresh(d.a)
}

func (d *rowDrawing) draw() {
	r := d.a.rows
	height, width := r.Height(), r.scroll.Size().Width
	first := max(0, int(r.scroll.Offset.Y/height))
	count := min(int(r.scroll.Size().Height/height)+2, r.Length()-first)
	d.objects = d.objects[:0]
	for n := range max(0, count) {
		if n == len(d.rows) {
			ground := canvas.NewRectangle(color.Transparent)
			ground.CornerRadius = 5
			d.grounds = append(d.grounds, ground)
			bar := canvas.NewRectangle(color.Transparent)
			bar.CornerRadius = barWidth / 2
			d.bars = append(d.bars, bar)
			d.rows = append(d.rows, r.Fresh())
		}
		i, y := first+n, float32(first+n)*height
		d.grounds[n].FillColor, d.grounds[n].StrokeColor, d.grounds[n].StrokeWidth = d.ground(i)
		d.grounds[n].Move(fyne.NewPos(5, y+1))
		d.grounds[n].Resize(fyne.NewSize(max(0, width-10), height-2))
		d.bars[n].FillColor = d.bar(i)
		d.bars[n].Move(fyne.NewPos(barAt, y+1+barInset))
		d.bars[n].Resize(fyne.NewSize(barWidth, max(0, height-2-2*barInset)))
		d.rows[n].Move(fyne.NewPos(0, y))
		d.rows[n].Resize(fyne.NewSize(width, height))
		r.Fill(i, d.rows[n])
		d.objects = append(d.objects, d.grounds[n], d.bars[n], d.rows[n])
	}
	if r.focused && !d.a.stands() { // else nothing would show where the keys are
		d.around.StrokeColor = look.Color(theme.ColorNamePrimary)
		d.around.Move(fyne.NewPos(5, r.scroll.Offset.Y+1))
		d.around.Resize(fyne.NewSize(max(0, width-10), max(0, r.scroll.Size().Height-2)))
		d.objects = append(d.objects, d.around)
	}
	if r.mark >= 0 {
		d.line.FillColor = look.Color(theme.ColorNamePrimary)
		d.line.Move(fyne.NewPos(8, float32(r.mark)*height-1))
		d.line.Resize(fyne.NewSize(max(0, width-16), 2))
		d.objects = append(d.objects, d.line)
	}
}

// A chosen row has a bar at its left: its ground alone looks like that of the row
// under the mouse.
const barAt, barWidth, barInset = 6, 3, 6

func (d *rowDrawing) bar(i int) color.Color {
	if d.a.rows.Chosen(i) {
		return look.Color(theme.ColorNamePrimary)
	}
	return color.Transparent
}

// ground is how a row is marked.
func (d *rowDrawing) ground(i int) (fill, stroke color.Color, width float32) {
	r := d.a.rows
	fill, stroke = color.Transparent, color.Transparent
	switch {
	case r.Chosen(i):
		fill = look.Color(theme.ColorNameSelection)
	case i == r.hovered:
		fill = look.Color(look.Touched)
	}
	if r.focused && i == r.at {
		stroke, width = look.Color(theme.ColorNamePrimary), 1
	}
	return fill, stroke, width
}
