package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// drawing shows the rows of the sheet that are on screen, in layers: grounds,
// pictures, text, and what lies over them.
type drawing struct {
	e       *Editor
	grounds rects
	texts   texts
	overs   rects
	names   texts // over everything: of blocks, on pictures
	shown   []fyne.CanvasObject
	objects []fyne.CanvasObject
}

func newDrawing(e *Editor) *drawing {
	d := &drawing{e: e}
	d.draw()
	return d
}

// Layout sets the sheet for a new size.
func (d *drawing) Layout(fyne.Size) { d.draw() }

// MinSize is the editor's.
func (d *drawing) MinSize() fyne.Size { return d.e.MinSize() }

// Objects are what is on screen now.
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Destroy ends the blinking.
func (d *drawing) Destroy() {
	d.e.rest()
}

// Refresh sets everything in the colours and sizes of the theme.
func (d *drawing) Refresh() {
	d.e.Restyle()
	canvas.Refresh(d.e)
}

func (d *drawing) draw() {
	e := d.e
	size := e.Size()
	d.grounds.used, d.overs.used = 0, 0
	d.texts.begin()
	d.names.begin()
	d.shown = d.shown[:0]
	if e.sheet.width > 0 && size.Height > 0 {
		from, to := e.offset, e.offset+size.Height
		for i := e.sheet.firstBelow(from); i < len(e.sheet.blocks) && e.sheet.blocks[i].top-bandPad < to; i++ {
			d.block(i, from, to)
		}
		d.caret()
		d.margin()
		d.dropLine()
		d.scrollBar()
	}
	d.objects = d.grounds.appendTo(d.objects[:0])
	d.objects = append(d.objects, d.shown...)
	d.objects = d.texts.appendTo(d.objects)
	d.objects = d.overs.appendTo(d.objects)
	d.objects = d.names.appendTo(d.objects)
	canvas.Refresh(e)
}

// block draws the rows of a block that lie between two heights.
func (d *drawing) block(i int, from, to float32) {
	s := &d.e.sheet
	l, b := &s.blocks[i], s.m.Block(i)
	y := l.top - d.e.offset
	switch b.Kind {
	case manuscript.Banner:
		if b.Len() > 0 || d.e.ghostOf(i) != "" {
			d.band(l, y)
		}
	case manuscript.Quote:
		d.grounds.put(s.left, y, 3, l.height, look.Color(look.Rule), 1.5)
	case manuscript.Figure:
		d.figure(i, y)
		return
	case manuscript.Echo:
		d.echo(i, y)
		return
	}
	if b.Len() == 0 {
		d.selected(i, 0, y)
		d.ghost(i, y)
		return
	}
	first := max(0, int((from-l.top)/l.set.leading))
	for index := first; index < len(l.rows) && s.rowTop(i, index) < to; index++ {
		d.row(i, index)
	}
}

func (d *drawing) band(l *laid, y float32) {
	s := &d.e.sheet
	pad := whole(5 * look.Scale())
	d.grounds.put(s.left, y-pad, s.column, l.height+2*pad, look.Color(look.Band), 3)
}

func (d *drawing) row(block, index int) {
	s := &d.e.sheet
	l := &s.blocks[block]
	y := s.rowTop(block, index) - d.e.offset
	d.found(block, index, y)
	d.selected(block, index, y)
	d.foundHere(block, index, y)
	left := s.rowLeft(block, index)
	for _, p := range s.pieces(block, index) {
		d.put(p.text, &l.set, p.style, l.set.ink, left+p.x, y)
	}
	d.marks(block, index, y)
}

// put sets text in the middle of a row's height.
func (d *drawing) put(s string, set *setting, style fyne.TextStyle, ink fyne.ThemeColorName, x, y float32) {
	height := look.Height(set.size, style)
	d.texts.put(s, set.size, style, look.Color(ink), whole(x), whole(y+(set.leading-height)/2))
}

// selected draws the ground of what is selected in a row.
func (d *drawing) selected(block, index int, y float32) {
	sel := d.e.m.Selection()
	if sel.IsEmpty() {
		return
	}
	from, to := sel.Ends()
	s := &d.e.sheet
	r := s.blocks[block].rows[index]
	start, end := manuscript.Place{Block: block, Offset: r.start}, manuscript.Place{Block: block, Offset: r.end}
	if end.Before(from) || to.Before(start) || to == start && index > 0 {
		return
	}
	left := s.xIn(block, index, max(r.start, offsetIn(from, block, r.start)))
	right := s.xIn(block, index, min(r.end, offsetIn(to, block, r.end)))
	if end.Before(to) && index == len(s.blocks[block].rows)-1 { // the end of the block is selected too
		right += s.blocks[block].set.size / 3
	}
	if right > left {
		d.grounds.put(left, y, right-left, s.blocks[block].set.leading, look.Color(look.Chosen), 0)
	}
}

// offsetIn is the offset of a place in a block, or other when it lies
// elsewhere.
func offsetIn(p manuscript.Place, block, other int) int {
	if p.Block == block {
		return p.Offset
	}
	return other
}

// found draws the grounds of what the search has found in a row.
func (d *drawing) found(block, index int, y float32) {
	for _, m := range d.e.matchesIn(block) {
		d.ofMatch(m, block, index, y, look.Found)
	}
}

// foundHere draws the one of them that the person looks at, in front of the
// ground of what is selected: stronger than the others, in a frame.
func (d *drawing) foundHere(block, index int, y float32) {
	f := d.e.find
	if !f.isOpen() || f.current < 0 || f.current >= len(d.e.matches) || d.e.matches[f.current].Block != block {
		return
	}
	if ground := d.ofMatch(d.e.matches[f.current], block, index, y, look.FoundHere); ground != nil {
		ground.StrokeColor, ground.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
		ground.Refresh()
	}
}

// ofMatch draws the ground of what a row has of a match, nil where it has
// nothing.
func (d *drawing) ofMatch(m manuscript.Match, block, index int, y float32, ink fyne.ThemeColorName) *canvas.Rectangle {
	s := &d.e.sheet
	r := s.blocks[block].rows[index]
	if m.To <= r.start || m.From >= r.end || m.To > s.m.Block(block).Len() {
		return nil
	}
	left, right := s.xIn(block, index, max(m.From, r.start)), s.xIn(block, index, min(m.To, r.end))
	return d.grounds.put(left-1, y+2, right-left+2, s.blocks[block].set.leading-4, look.Color(ink), 2)
}

// caretWidth is thin enough to stand between letters and thick enough to be
// found.
const caretWidth = 2

func (d *drawing) caret() {
	e := d.e
	at := e.m.Caret()
	if !e.focused || !e.blinking.seen || e.m.Block(at.Block).Kind.IsObject() {
		return
	}
	x, y, height := e.sheet.point(at)
	tall := whole(e.sheet.blocks[at.Block].set.size * 1.25)
	d.overs.put(whole(x-caretWidth/2), whole(y-e.offset+(height-tall)/2), caretWidth, tall, look.Color(theme.ColorNamePrimary), 0)
}

func (d *drawing) scrollBar() {
	top, height := d.e.bar()
	if height == 0 {
		return
	}
	width := float32(barWidth)
	ink := look.Color(look.Rule)
	if d.e.mouse.overBar || d.e.mouse.dragging == draggingBar {
		width += 3
		ink = look.Color(look.Faint)
	}
	d.overs.put(d.e.Size().Width-width-3, top+2, width, height-4, ink, width/2)
}
