package editor

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// sheet is the manuscript set in a column: where every row of it stands. Y
// counts from the top of the sheet, X from the left edge of the editor.
type sheet struct {
	m      *manuscript.Manuscript
	blocks []laid // as many as the manuscript has
	width  float32
	left   float32 // of the column
	column float32 // its width
	height float32
}

// laid is a block in its place.
type laid struct {
	set    setting
	rows   []row   // one empty row for an object
	top    float32 // of the first row
	height float32 // of all rows, or of the object
}

func (l *laid) bottom() float32 { return l.top + l.height }

const (
	// columnWidth is the width of the text: about 70 letters.
	columnWidth = 600
	// nameMargin is kept free at the left for the names of blocks.
	nameMargin = 88
	// thinMargin is kept free at the right, and at the left where there is no
	// room for names.
	thinMargin = 26
	// narrowColumn is the width under which names give way to text.
	narrowColumn = 440
	// footRoom is the white below the last line, so that one need not write at
	// the edge of the screen.
	footRoom = 140
)

// fit chooses the column for a width and sets everything anew.
func (s *sheet) fit(width float32) {
	scale := look.Scale()
	s.width = width
	s.column = min(columnWidth*scale, width-nameMargin*scale-thinMargin)
	s.left = max(nameMargin*scale, (width-s.column)/2)
	if s.column < narrowColumn*scale {
		s.column = max(80, min(narrowColumn*scale, width-2*thinMargin))
		s.left = max(width-thinMargin-s.column, thinMargin)
	}
	s.left, s.column = whole(s.left), whole(s.column)
	s.blocks = make([]laid, s.m.Len())
	for i := range s.blocks {
		s.set(i)
	}
	s.place(0)
}

// set breaks block i into rows.
func (s *sheet) set(i int) {
	b, l := s.m.Block(i), &s.blocks[i]
	l.set = settingOf(b.Kind)
	if b.Kind == manuscript.Figure {
		l.rows = []row{{}}
		l.height = figureSize(&b.Photo, s.column).Height
		return
	}
	l.rows = s.broken(i)
	l.height = float32(len(l.rows)) * l.set.leading
}

// broken breaks block i into rows. Those that are centred end about evenly.
func (s *sheet) broken(i int) []row {
	w := s.wrapper(i)
	if s.blocks[i].set.align == fyne.TextAlignCenter {
		return w.evenRows()
	}
	return w.rows(0, nil)
}

func (s *sheet) wrapper(i int) wrapper {
	b, l := s.m.Block(i), &s.blocks[i]
	return wrapper{b.Runes(), b.Styles(), &l.set, s.room(l)}
}

// room is the width of a block's rows.
func (s *sheet) room(l *laid) float32 {
	if l.set.align == fyne.TextAlignCenter {
		return s.column - 2*l.set.indent
	}
	return s.column - l.set.indent
}

// edited follows a change of the manuscript.
func (s *sheet) edited(e manuscript.Edited) {
	if s.width == 0 {
		return
	}
	if e.Text {
		l := &s.blocks[e.Block]
		if w := s.wrapper(e.Block); l.set.align == fyne.TextAlignCenter {
			l.rows = w.evenRows() // which may all have changed
		} else {
			l.rows = w.rewrap(l.rows, e.At, e.Removed, e.Inserted)
		}
		if height := float32(len(l.rows)) * l.set.leading; height != l.height {
			l.height = height
			s.place(e.Block)
		}
		return
	}
	s.blocks = slices.Replace(s.blocks, e.Block, e.Block+e.Out, make([]laid, e.In)...)
	for i := e.Block; i < e.Block+e.In; i++ {
		s.set(i)
	}
	s.place(e.Block)
}

// place computes the tops of blocks from the one at index from.
func (s *sheet) place(from int) {
	y, below := float32(0), float32(0)
	if from > 0 && from <= len(s.blocks) {
		before := &s.blocks[from-1]
		y, below = before.bottom(), before.set.below
	}
	for i := from; i < len(s.blocks); i++ {
		l := &s.blocks[i]
		y += below + l.set.above
		l.top = y
		y += l.height
		below = l.set.below
	}
	s.height = y + footRoom*look.Scale()
}

// firstBelow is the first block that reaches below y.
func (s *sheet) firstBelow(y float32) int {
	return sort.Search(len(s.blocks)-1, func(i int) bool { return s.blocks[i].bottom() > y })
}

// rowOf is the row of a place; a place between two rows belongs to the lower
// one.
func (s *sheet) rowOf(p manuscript.Place) int {
	rows := s.blocks[p.Block].rows
	return sort.Search(len(rows)-1, func(i int) bool { return rows[i].end > p.Offset })
}

// pieces are what is drawn of a row.
func (s *sheet) pieces(block, index int) []piece {
	r := &s.blocks[block].rows[index]
	if r.pieces == nil {
		w := s.wrapper(block)
		r.pieces = w.pieces(*r)
	}
	return r.pieces
}

// rowLeft is the x at which a row begins.
func (s *sheet) rowLeft(block, index int) float32 {
	l := &s.blocks[block]
	left := s.left + l.set.indent
	if l.set.align == fyne.TextAlignLeading {
		return left
	}
	free := s.room(l)
	for _, p := range s.pieces(block, index) {
		free -= p.width
	}
	if l.set.align == fyne.TextAlignCenter {
		return left + free/2
	}
	return left + free
}

// rowTop is the y of a row's top.
func (s *sheet) rowTop(block, index int) float32 {
	return s.blocks[block].top + float32(index)*s.blocks[block].set.leading
}

// xIn is the x of a place in a row, also of the one at its end.
func (s *sheet) xIn(block, index, offset int) float32 {
	x := s.rowLeft(block, index)
	set := &s.blocks[block].set
	for _, p := range s.pieces(block, index) {
		runes := []rune(p.text)
		if offset >= p.at+len(runes) {
			x = s.rowLeft(block, index) + p.x + p.width
			continue
		}
		if offset > p.at {
			x = s.rowLeft(block, index) + p.x + look.Width(string(runes[:offset-p.at]), set.size, p.style)
		}
		break
	}
	return x
}

// point is where the caret stands at a place: its x, and the top and the height
// of its row.
func (s *sheet) point(p manuscript.Place) (x, y, height float32) {
	l := &s.blocks[p.Block]
	if s.m.Block(p.Block).Kind == manuscript.Figure {
		return s.left, l.top, l.height
	}
	index := s.rowOf(p)
	return s.xIn(p.Block, index, p.Offset), s.rowTop(p.Block, index), l.set.leading
}

// at is the place nearest to a point.
func (s *sheet) at(x, y float32) manuscript.Place {
	i := s.firstBelow(y)
	if i > 0 {
		if above := &s.blocks[i-1]; y < s.blocks[i].top && y-above.bottom() < s.blocks[i].top-y {
			i--
		}
	}
	l := &s.blocks[i]
	index := min(max(int((y-l.top)/max(1, l.set.leading)), 0), len(l.rows)-1)
	return s.inRow(i, index, x)
}

// inRow is the place in a row nearest to x.
func (s *sheet) inRow(block, index int, x float32) manuscript.Place {
	l := &s.blocks[block]
	r := l.rows[index]
	if s.m.Block(block).Kind.IsObject() {
		return manuscript.Place{Block: block}
	}
	last := r.end
	if index < len(l.rows)-1 { // the place behind the last letter is the next row's
		last = max(last-1, r.start)
	}
	left := s.rowLeft(block, index)
	for _, p := range s.pieces(block, index) {
		runes := []rune(p.text)
		if x-left > p.x+p.width {
			continue
		}
		width := func(n int) float32 { return look.Width(string(runes[:min(n, len(runes))]), l.set.size, p.style) }
		n := sort.Search(len(runes), func(n int) bool { return (width(n)+width(n+1))/2 >= x-left-p.x })
		return manuscript.Place{Block: block, Offset: min(p.at+n, last)}
	}
	return manuscript.Place{Block: block, Offset: last}
}
