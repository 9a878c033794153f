package field

import (
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// Look is how a text is set. Lengths are in Fyne's units; the person's
// text size is already in them.
type Look struct {
	Style   fyne.TextStyle
	Size    float32
	Leading float32 // line height as a multiple of Size
	Align   fyne.TextAlign
	Ink     fyne.ThemeColorName
}

func (l Look) lineHeight() float32 { return float32(int(l.Size*l.Leading + 0.5)) }

// lineBreak breaks a line without ending the paragraph.
const lineBreak = '\u2028'

// text is a text in paragraphs, wrapped to a width. Places in it are counted
// in runes. A change costs as much as the paragraphs that it touches.
type text struct {
	runes   []rune
	paras   []paragraph // never empty
	width   float32     // 0 wraps nothing
	look    Look
	measure func(s string, l Look) float32
}

// paragraph is a stretch of the text without a newline.
type paragraph struct {
	start, end int // end is the newline or the end of the text
	rows       []row
	top        float32 // of the first row
	height     float32
}

// row is a line on screen: text[start:end], counted from the text's start.
type row struct{ start, end int }

func (t *text) set(s string) {
	t.runes = []rune(s)
	t.paras = t.split(0, len(t.runes))
	t.place(0)
}

// rewrap sets everything anew, after the width has changed.
func (t *text) rewrap() {
	t.paras = t.split(0, len(t.runes))
	t.place(0)
}

// replace puts other runes in the place of text[from:to].
func (t *text) replace(from, to int, with []rune) {
	first, last := t.paraAt(from), t.paraAt(to)
	start, end := t.paras[first].start, t.paras[last].end
	delta := len(with) - (to - from)
	t.runes = slices.Replace(t.runes, from, to, with...)
	fresh := t.split(start, end+delta)
	for i := last + 1; i < len(t.paras); i++ {
		t.paras[i].shift(delta)
	}
	t.paras = slices.Replace(t.paras, first, last+1, fresh...)
	t.place(first)
}

func (p *paragraph) shift(by int) {
	p.start += by
	p.end += by
	for i := range p.rows {
		p.rows[i].start += by
		p.rows[i].end += by
	}
}

// split makes paragraphs of text[start:end].
func (t *text) split(start, end int) []paragraph {
	var out []paragraph
	for {
		stop := start
		for stop < end && t.runes[stop] != '\n' {
			stop++
		}
		out = append(out, t.wrap(start, stop))
		if stop >= end {
			return out
		}
		start = stop + 1
	}
}

// wrap breaks text[start:end] into rows, after spaces where it can.
func (t *text) wrap(start, end int) paragraph {
	p := paragraph{start: start, end: end}
	room := t.width
	if t.width <= 0 {
		room = 1 << 20
	}
	rowStart, x := start, float32(0)
	for at := start; at < end; {
		stop := t.wordEnd(at, end)
		word := string(t.runes[at:stop])
		full := t.measure(word, t.look)
		bare := full
		if trimmed := strings.TrimRight(word, " \u2028"); trimmed != word {
			bare = t.measure(trimmed, t.look)
		}
		if x > 0 && x+bare > room {
			p.rows = append(p.rows, row{rowStart, at})
			rowStart, x = at, 0
		}
		if bare > room {
			rowStart, x = t.breakWord(&p, rowStart, at, stop, room)
		} else {
			x += full
		}
		at = stop
		if t.runes[at-1] == lineBreak {
			p.rows = append(p.rows, row{rowStart, at})
			rowStart, x = at, 0
		}
	}
	p.rows = append(p.rows, row{rowStart, end})
	p.height = float32(len(p.rows)) * t.look.lineHeight()
	return p
}

// wordEnd is where the word that begins at a place ends, its following spaces
// included.
func (t *text) wordEnd(at, end int) int {
	for at < end && t.runes[at] != ' ' && t.runes[at] != lineBreak {
		at++
	}
	for at < end && t.runes[at] == ' ' {
		at++
	}
	if at < end && t.runes[at] == lineBreak {
		at++
	}
	return at
}

// breakWord breaks a word that is wider than a row.
func (t *text) breakWord(p *paragraph, rowStart, at, stop int, room float32) (start int, x float32) {
	for ; at < stop; at++ {
		w := t.measure(string(t.runes[at]), t.look)
		if x+w > room && at > rowStart {
			p.rows = append(p.rows, row{rowStart, at})
			rowStart, x = at, 0
		}
		x += w
	}
	return rowStart, x
}

// place computes the tops of the paragraphs from the one at index from.
func (t *text) place(from int) {
	y := float32(0)
	if from > 0 {
		y = t.paras[from-1].bottom()
	}
	for i := from; i < len(t.paras); i++ {
		t.paras[i].top = y
		y = t.paras[i].bottom()
	}
}

func (p *paragraph) bottom() float32 { return p.top + p.height }

func (t *text) height() float32 { return t.paras[len(t.paras)-1].bottom() }

// paraAt is the index of the paragraph that holds the place offset.
func (t *text) paraAt(offset int) int {
	return sort.Search(len(t.paras)-1, func(i int) bool { return t.paras[i].end >= offset })
}

// rowAt finds the row of a place; a place between two rows belongs to the
// lower one.
func (t *text) rowAt(offset int) (para, index int) {
	para = t.paraAt(offset)
	rows := t.paras[para].rows
	index = sort.Search(len(rows)-1, func(i int) bool { return rows[i].end > offset })
	return para, index
}

// rowLeft is the x at which a row's text starts.
func (t *text) rowLeft(r row) float32 {
	if t.look.Align == fyne.TextAlignLeading {
		return 0
	}
	free := t.width - t.measure(strings.TrimRight(t.visible(r), " "), t.look)
	if t.look.Align == fyne.TextAlignCenter {
		return free / 2
	}
	return free
}

// visible is the text of a row without line breaks.
func (t *text) visible(r row) string {
	return strings.TrimSuffix(string(t.runes[r.start:r.end]), string(lineBreak))
}

// point is where the caret stands at a place: its x, and the top and height
// of its row.
func (t *text) point(offset int) (x, y, height float32) {
	para, index := t.rowAt(offset)
	p := &t.paras[para]
	r := p.rows[index]
	height = t.look.lineHeight()
	y = p.top + float32(index)*height
	return t.rowLeft(r) + t.measure(string(t.runes[r.start:offset]), t.look), y, height
}

// at is the place nearest to a point.
func (t *text) at(x, y float32) int {
	para := sort.Search(len(t.paras)-1, func(i int) bool { return t.paras[i].bottom() > y })
	p := &t.paras[para]
	index := int((y - p.top) / t.look.lineHeight())
	index = min(max(index, 0), len(p.rows)-1)
	return t.inRow(p, index, x)
}

// inRow is the place in a row nearest to x.
func (t *text) inRow(p *paragraph, index int, x float32) int {
	r := p.rows[index]
	x -= t.rowLeft(r)
	last := r.end
	if index < len(p.rows)-1 { // the place behind the last rune is the next row's
		last = max(last-1, r.start)
	}
	width := func(n int) float32 { return t.measure(string(t.runes[r.start:r.start+n]), t.look) }
	return r.start + sort.Search(last-r.start, func(n int) bool { return (width(n)+width(n+1))/2 >= x })
}
