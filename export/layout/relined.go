package layout

import (
	"cmp"
	"slices"

	"bantin/assets/styles"
)

// What cannot be parted may leave a column several rows short that has no gap to
// open. Whoever sets pages by hand then sets one of its paragraphs a line longer,
// or crops a photo by a row; or makes them shorter, so that what did not fit does.

const (
	mostRelined = 3 // rows by which one column is made longer or shorter
	relinedRow  = 2 // what each weighs beside columns that end off a line; see offRow
	mostCropped = 2 // rows of one photo
)

// pliable is a paragraph or a photo that may be made some rows higher or lower.
type pliable interface {
	// reach is by how many rows it may be made higher (1) or lower (-1).
	reach(toward int) int
	// harm is how much worse it looks then; a photo is the same to the eye.
	harm(toward int) int64
}

// linesOf is a text whose lines stand on grid lines.
type linesOf struct {
	setting
	source          Source
	leading, ascent Length
	bent            [2]*bentLines // in a line fewer, and in a line more, once asked for
}

// bentLines is a text in another number of lines, nil where that cannot be had.
type bentLines struct {
	text     *linesOf
	demerits int64 // of a line
}

// leastBent is the least number of lines of which two stand together at either
// end and none is single.
const leastBent = 4

// mayBend reports a paragraph that a line may be added to or taken from.
func (t *linesOf) mayBend() bool {
	return t.voice.Align == styles.Justified && len(t.lines) >= leastBent
}

// bend is the text in a line more (1) or fewer (-1).
func (t *linesOf) bend(by int) *bentLines {
	known := &t.bent[(by+1)/2]
	if *known == nil {
		*known = &bentLines{}
		n := len(t.lines) + by
		if n < leastBent {
			return *known
		}
		if set, demerits, ok := t.inLines(n); ok {
			text := &linesOf{setting: set, source: t.source, leading: t.leading, ascent: t.ascent}
			*known = &bentLines{text, demerits / int64(n)}
		}
	}
	return *known
}

func (t *linesOf) reach(toward int) int {
	if t.bend(toward).text == nil {
		return 0
	}
	return 1
}

func (t *linesOf) harm(toward int) int64 { return t.bend(toward).demerits }

// painted puts lines of the text on the page.
func (t *linesOf) painted(from, to int) func(x, top Length, atTop bool) []Item {
	return func(x, top Length, _ bool) []Item {
		var items []Item
		for i, l := range t.lines[from:to] {
			items = append(items, t.place(l, x, top+Length(i)*t.leading+t.ascent, t.source)...)
		}
		return items
	}
}

// pliableFigure is a photo that may be cropped by some rows.
type pliableFigure struct {
	*setter
	*figure
}

func (f *pliableFigure) reach(toward int) int {
	least, most := f.rowsRange(f.setter)
	if toward < 0 {
		return min(f.rows-least, mostCropped)
	}
	return min(most-f.rows, mostCropped)
}

func (f *pliableFigure) harm(int) int64 { return 0 }

// painted puts the photo on the page, so many rows higher.
func (f *pliableFigure) painted(by int) func(x, top Length, atTop bool) []Item {
	fig := f.withRows(f.setter, f.rows+by)
	inset, gap := f.capInset(), Length(f.style.Photo.Gap)
	return func(x, top Length, atTop bool) []Item { return fig.paint(inset, gap, x, top, atTop) }
}

// pliant is what ends in the column and may be made higher (1) or lower (-1), as
// often as by how many rows, what harms least first. Of a paragraph that begins in
// the column before, only what stands here changes.
func (s *levelling) pliant(c *column, toward int) (all []pliable) {
	for i := range c.strips {
		p := &c.strips[i]
		if p.of == nil || s.begun[p.of] {
			continue
		}
		if t, ok := p.of.(*linesOf); ok && (p.till < len(t.lines) || toward < 0 && c.linesBefore(i) == 0) {
			continue
		}
		for range p.of.reach(toward) {
			all = append(all, p.of)
		}
	}
	slices.SortStableFunc(all, func(a, b pliable) int { return cmp.Compare(a.harm(toward), b.harm(toward)) })
	return all
}

// begunBefore are the paragraphs of a flow whose first lines are not in it.
func begunBefore(flow []chunk) map[pliable]bool {
	begun, seen := map[pliable]bool{}, map[pliable]bool{}
	for i := range flow {
		for k := range flow[i].strips {
			s := &flow[i].strips[k]
			if s.of == nil || seen[s.of] {
				continue
			}
			seen[s.of] = true
			if _, ok := s.of.(*linesOf); ok && s.till > s.rows {
				begun[s.of] = true
			}
		}
	}
	return begun
}

// linesBefore is how many lines of its paragraph, single in their chunk, stand in
// the column before a strip.
func (c *column) linesBefore(i int) (n int) {
	for k := range c.strips[:i] {
		if s := &c.strips[k]; s.of == c.strips[i].of && s.rows == 1 {
			n++
		}
	}
	return n
}

// relinedBy is by how many rows the column is made longer, or, where negative,
// shorter, so that it ends on a line: what it cannot be opened by.
func (w *pouring) relinedBy(line int) int {
	short := line - w.used
	if short < 0 {
		return -min(-short, len(w.shorter), mostRelined)
	}
	return min(short-spreadBy(short, w.opens), len(w.longer), mostRelined)
}

// relined is the columns of an area that a flow was poured into, up to rest, or,
// where they end two rows apart or more, the same with some of its paragraphs a
// line longer or shorter and some photos cropped, if that makes them end more
// level. What stands overleaf stays the same, and so does all that was planned.
func (m *makeup) relined(flow []chunk, a area, height int, columns []column, rest []chunk) []column {
	off := a.uneven(columns)
	if off == 0 || m.unit.briefs != nil {
		return columns
	}
	s := levelling{
		area: m.area, height: height, goesOn: len(rest) > 0, relines: true, keeps: len(rest),
		least: hopelessCut, deepest: lineRange + mostRelined, known: map[poured][]pouring{},
		begun: begunBefore(flow), waits: (*chunk).closing,
	}
	s.foot = a.foot
	bent, cut, ok := s.bent(flow)
	if !ok {
		return columns
	}
	better := make([]column, a.columns)
	left := fill(bent, cut, height, better, false)
	now := cut.uneven(better)
	if now >= off || !sameChunks(left, rest) || lowestOf(better) > max(height, lowestOf(columns)) {
		return columns
	}
	m.evened += off - now
	return better
}

// bent is the flow with what is made higher and lower so that its columns end most
// level, and the area cut for it.
func (s *levelling) bent(flow []chunk) (bent []chunk, a area, ok bool) {
	for line := s.height; line > s.height-lineRange && line > 0; line-- {
		s.line, s.best = line, map[poured]int{}
		white := 0
		if s.goesOn {
			white = (s.height - line) * s.columns * offRow / 2
		}
		if cost := s.from(0, flow, nil, noText) + white; cost < s.least {
			s.least, ok = cost, true
			bent, a = s.bentAt(flow)
		}
	}
	return bent, a, ok
}

// bentAt is bent for the line.
func (s *levelling) bentAt(flow []chunk) ([]chunk, area) {
	a, rows := s.area, map[pliable]int{}
	for i, w := range s.cheapest(flow) {
		by := w.relinedBy(s.lineFor(i))
		a.cuts[i] += int16(w.cut - by)
		for _, p := range w.longer[:max(0, by)] {
			rows[p]++
		}
		for _, p := range w.shorter[:max(0, -by)] {
			rows[p]--
		}
	}
	return relinedFlow(flow, rows), a
}

// relinedFlow is a flow with some of it higher or lower by so many rows.
func relinedFlow(flow []chunk, rows map[pliable]int) []chunk {
	all := make([]chunk, 0, len(flow)+len(rows))
	for i := range flow {
		c := flow[i]
		c.strips = slices.Clone(c.strips)
		keeps := true
		for k := range c.strips {
			s := &c.strips[k]
			by := rows[s.of]
			if by == 0 {
				continue
			}
			switch of := s.of.(type) {
			case *pliableFigure:
				s.rows, s.paint = s.rows+by, of.painted(by)
				c.high += by
			case *linesOf:
				from, n := s.till-s.rows, len(of.lines)
				to := of.bend(by).text
				if s.till == n {
					if by > 0 {
						all = append(all, innerLine(s, to, from))
					}
					from += by
				} else if by < 0 && s.till == n-2 {
					keeps = false // the line that is saved
				}
				s.paint = to.painted(from, from+s.rows)
			}
		}
		if keeps {
			all = append(all, c)
		}
	}
	return all
}

// innerLine is a line between others of its paragraph.
func innerLine(like *strip, t *linesOf, at int) chunk {
	s := strip{rows: 1, order: like.order, lines: 1, paint: t.painted(at, at+1)}
	return chunk{strips: []strip{s}, high: 1, inner: true}
}

// sameChunks reports what begins with the same texts and is as high.
func sameChunks(a, b []chunk) bool {
	return slices.EqualFunc(a, b, func(x, y chunk) bool { return x.high == y.high && x.strips[0].order == y.strips[0].order })
}
