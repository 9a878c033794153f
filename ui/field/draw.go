package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

// drawing shows the rows of a field that are on screen, with objects that are
// used again and again.
type drawing struct {
	f        *Field
	selected pool[*canvas.Rectangle]
	rows     pool[*canvas.Text]
	ghost    *canvas.Text
	caret    *canvas.Rectangle
	objects  []fyne.CanvasObject
}

func newDrawing(f *Field) *drawing {
	d := &drawing{f: f, ghost: canvas.NewText("", nil), caret: canvas.NewRectangle(color.Transparent)}
	d.selected.fresh = func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	d.rows.fresh = func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	d.draw()
	return d
}

// pool hands out objects in order, the same ones for each drawing.
type pool[T fyne.CanvasObject] struct {
	all   []T
	used  int
	fresh func() T
}

func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.fresh())
	}
	p.used++
	return p.all[p.used-1]
}

func (d *drawing) Layout(fyne.Size)             { d.draw() }
func (d *drawing) MinSize() fyne.Size           { return d.f.MinSize() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Destroy()                     {}

func (d *drawing) Refresh() {
	d.draw()
	canvas.Refresh(d.f)
}

func (d *drawing) draw() {
	t := &d.f.text
	d.selected.used, d.rows.used = 0, 0
	d.objects = d.objects[:0]
	if d.f.OneRow {
		d.slide()
	}
	for i := range t.paras {
		d.paragraph(&t.paras[i])
	}
	for _, r := range d.selected.all[:d.selected.used] {
		d.objects = append(d.objects, r)
	}
	for _, r := range d.rows.all[:d.rows.used] {
		d.objects = append(d.objects, r)
	}
	d.drawGhost()
	d.drawCaret()
	canvas.Refresh(d.f)
}

func (d *drawing) paragraph(p *paragraph) {
	height := d.f.text.look.lineHeight()
	for i, r := range p.rows {
		y := p.top + float32(i)*height
		d.selection(p, r, y, height)
		d.row(r, y, height)
	}
}

func (d *drawing) row(r row, y, height float32) {
	t := &d.f.text
	shown := t.visible(r)
	if d.f.OneRow {
		shown = d.fitting(shown, t.look)
	}
	d.put(shown, t.look, t.look.Ink, t.rowLeft(r), y, height)
}

func (d *drawing) put(s string, l Look, name fyne.ThemeColorName, x, y, height float32) {
	if s == "" {
		return
	}
	set(d.rows.next(), s, l, name, x, y, height)
}

// set brings a canvas text into the given state and refreshes it only when
// something changed, since a refresh draws the letters anew.
func set(o *canvas.Text, s string, l Look, name fyne.ThemeColorName, x, y, height float32) {
	c := ink(name)
	if o.Text != s || o.TextSize != l.Size || o.TextStyle != l.Style || o.Color != c {
		o.Text, o.Color = s, c
		look.Set(o, l.Size, l.Style)
		o.Resize(fyne.NewSize(look.Width(s, l.Size, l.Style), look.Height(l.Size, l.Style))) // Fyne would learn the typeface anew to tell
		o.Refresh()
	}
	o.Move(fyne.NewPos(x, y+(height-o.Size().Height)/2))
}

func (d *drawing) selection(p *paragraph, r row, y, height float32) {
	from, to := d.f.selection()
	if !d.f.showsSelection() || from == to || to < r.start || from > r.end || (to == r.start && from < to) {
		return
	}
	t := &d.f.text
	left := d.xIn(r, max(from, r.start))
	right := d.xIn(r, min(to, r.end))
	if to > r.end && r.end == p.end { // the newline is selected too
		right += d.f.text.look.Size / 3
	}
	rect := d.selected.next()
	rect.FillColor = ink(d.f.ChosenInk)
	rect.Move(fyne.NewPos(left-d.slid(t), y))
	rect.Resize(fyne.NewSize(right-left, height))
}

// xIn is the x of a place within a row, also of the place at its end.
func (d *drawing) xIn(r row, offset int) float32 {
	t := &d.f.text
	return t.rowLeft(r) + t.measure(string(t.runes[r.start:offset]), t.look)
}

func (d *drawing) drawGhost() {
	if d.f.Len() > 0 || d.f.Ghost == "" || d.f.ReadOnly {
		return
	}
	p := &d.f.text.paras[0]
	shown := d.f.Ghost
	x := float32(0)
	if width := d.f.Size().Width; width > 0 {
		shown = Clamp(shown, d.f.text.look, width, 1)[0]
	}
	switch free := d.f.Size().Width - x - d.f.text.measure(shown, d.f.text.look); d.f.text.look.Align {
	case fyne.TextAlignCenter:
		x += free / 2
	case fyne.TextAlignTrailing:
		x += free
	}
	set(d.ghost, shown, d.f.text.look, d.f.GhostInk, x, p.top, d.f.text.look.lineHeight())
	d.objects = append(d.objects, d.ghost)
}

// caretWidth is thin enough to stand between letters and thick enough to be
// found.
const caretWidth = 2

func (d *drawing) drawCaret() {
	if !d.f.focused {
		return
	}
	x, y, height := d.f.text.point(d.f.caret)
	tall := d.f.text.look.Size * 1.25
	d.caret.FillColor = ink(theme.ColorNamePrimary)
	d.caret.Move(fyne.NewPos(x-caretWidth/2-d.slid(&d.f.text), y+(height-tall)/2))
	d.caret.Resize(fyne.NewSize(caretWidth, tall))
	d.objects = append(d.objects, d.caret)
}

// slide chooses the first rune of a OneRow field so that the caret is seen.
func (d *drawing) slide() {
	t, room := &d.f.text, d.f.Size().Width-caretWidth
	if room <= 0 {
		d.f.firstRune = 0 // it has no size yet
		return
	}
	width := func(from, to int) float32 { return t.measure(string(t.runes[from:to]), t.look) }
	first := min(d.f.firstRune, d.f.caret)
	for first < d.f.caret && width(first, d.f.caret) > room {
		first++
	}
	for first > 0 && width(first-1, len(t.runes)) <= room {
		first-- // no room is left empty behind the text
	}
	d.f.firstRune = first
}

// slid is how far a OneRow field is scrolled sideways.
func (d *drawing) slid(t *text) float32 {
	if d.f.firstRune == 0 {
		return 0
	}
	return t.measure(string(t.runes[:d.f.firstRune]), t.look)
}

// fitting is the part of a OneRow field's text that has room.
func (d *drawing) fitting(s string, l Look) string {
	runes := []rune(s)[d.f.firstRune:]
	for len(runes) > 0 && wide(string(runes), l) > d.f.Size().Width {
		runes = runes[:len(runes)-1]
	}
	return string(runes)
}

func themeColor(name fyne.ThemeColorName) color.Color {
	if name == "" {
		name = theme.ColorNameForeground
	}
	return theme.Color(name)
}
