package layout

// level pours a flow into its area, which holds all of it in so many rows, so
// that the columns end on one line, or as near to it as what cannot be cut
// allows. Columns that end in text end level with one another, also beside one
// that ends in a taller photo. It is driven out where it may be, by so many rows.
func (m *makeup) level(flow []chunk, height int) (columns []column, driven int) {
	a := m.area
	columns = make([]column, a.columns)
	rest := fill(flow, a, height, columns, false)
	if cut := m.unit.balanced(flow, a, height, columns, rest); cut != a {
		a = cut
		fill(flow, a, height, columns, false)
	}
	columns = m.relined(flow, a, height, columns, nil)
	a.spread(columns)
	if m.module && !m.boxed {
		return m.drivenOut(flow, height, columns)
	}
	return columns, 0
}

// spread opens the area's short columns, to end level with the lowest.
func (a area) spread(columns []column) {
	lowest := lowestText(columns)
	for i := range columns {
		columns[i].to = max(columns[i].used, a.lineOf(i, lowest))
		columns[i].spread()
	}
}

// lineOf is the row that a column ends on where all of them end on line.
func (a area) lineOf(column, line int) int {
	if column == a.columns-1 {
		return line - a.foot
	}
	return line
}

// uneven is how many rows the area's columns end higher than the lowest when
// they are opened, over the one that lines which do not divide leave, squared: a
// column that ends three rows off is seen more than three that end one row off.
func (a area) uneven(columns []column) int {
	lowest, sum := lowestText(columns), 0
	for i := range columns {
		short := a.lineOf(i, lowest) - columns[i].used
		over := max(0, short-spreadBy(short, columns[i].opens)-1)
		sum += over * over
	}
	return sum
}

// unevenAt is uneven for all of a flow in its most level columns of so many rows.
func (u *unit) unevenAt(flow []chunk, a area, height int) int {
	var all [mostColumns]column
	columns := all[:a.columns]
	rest := fill(flow, a, height, columns, true)
	if cut := u.balanced(flow, a, height, columns, rest); cut != a {
		a = cut
		fill(flow, a, height, columns, true)
	}
	return a.uneven(columns)
}

// cutKey is what the cuts of columns depend on: a flow that is kept, by its
// first chunk and length, its area and its height, and whether it goes on
// overleaf.
type cutKey struct {
	first       *chunk
	length, row int
	area
	goesOn bool
}

// mostCuts is how many cuts are remembered of a unit.
const mostCuts = 64

// balanced is the area with its columns cut so that they end as level as can be,
// the area itself where its columns, filled as they are and up to rest, do so. What
// had to be searched for is remembered for the unit's flows from one layout to the
// next.
func (u *unit) balanced(flow []chunk, a area, height int, columns []column, rest []chunk) area {
	if len(rest) > 0 {
		return a
	}
	line := lowestText(columns)
	if asSet(columns, line) <= offRow*a.columns {
		return a
	}
	return u.cut(cutKey{&flow[0], len(flow), height, a, false}, func() area { return a.balanced(flow, height, unlevel(columns, line)) })
}

// goingOn is the same of an area that is full of a flow that goes on overleaf.
func (u *unit) goingOn(flow []chunk, a area, height int, columns []column, rest []chunk) area {
	if len(rest) == 0 || offFoot(columns, false) <= offRow*a.columns {
		return a
	}
	return u.cut(cutKey{&flow[0], len(flow), height, a, true}, func() area { return a.goingOn(flow, height, offFoot(columns, true)) })
}

func (u *unit) cut(key cutKey, find func() area) area {
	known, ok := u.cuts[key]
	if !ok {
		if len(u.cuts) >= mostCuts {
			clear(u.cuts)
		}
		known = find()
		u.cuts[key] = known
	}
	return known
}

// lowestText is where the lowest column ends that ends in text; the lowest of
// all where none does.
func lowestText(columns []column) int {
	text, all := 0, 0
	for i := range columns {
		c := &columns[i]
		all = max(all, c.used)
		if !c.photoLast && c.used > c.from {
			text = max(text, c.used)
		}
	}
	if text > 0 {
		return text
	}
	return all
}

// lowestOf is where the lowest column ends.
func lowestOf(columns []column) int {
	lowest := 0
	for i := range columns {
		lowest = max(lowest, columns[i].used)
	}
	return lowest
}

// unlevel weighs that filled columns do not end on a line: the squares of what
// each ends higher, and a part of that where one that ends in a photo ends
// lower.
func unlevel(columns []column, line int) int {
	sum := 0
	for i := range columns {
		sum += columns[i].off(line)
	}
	return sum
}

// asSet is unlevel for columns that are not opened.
func asSet(columns []column, line int) int {
	sum := 0
	for i := range columns {
		sum += offLine(columns[i].from, columns[i].used, 0, line)
	}
	return sum
}

// off is what a column adds to unlevel.
func (c *column) off(line int) int { return offLine(c.from, c.used, c.opens, line) }

// offLine is that of one from a row to another with so many gaps that may be
// opened. A row that is opened weighs an eighth of one that is missing.
func offLine(from, used, opens, line int) int {
	if used == from && from >= line {
		return 0 // under a photo that is taller than the text
	}
	off := line - used
	if off < 0 {
		return offRow * off * off / 4
	}
	by := spreadBy(off, opens)
	return offRow*(off-by)*(off-by) + by
}

// offRow is what a column weighs that ends one row off.
const offRow = 8

// balanced is the area with its columns cut so that they end as level as can
// be; least is what they weigh as they are. Where the last lines of the story stay with
// its photos, they do so in the columns as they are filled, too, so that what the search
// believes is measured there.
func (a area) balanced(flow []chunk, height, least int) area {
	found := a
	for _, waits := range []func(*chunk) bool{(*chunk).closing, (*chunk).closes} {
		s := levelling{area: a, found: found, height: height, least: least, deepest: a.deepestCut(least), waits: waits, known: map[poured][]pouring{}}
		s.cutAtLines(flow)
		found, least = s.found, s.least
		if least <= offRow*a.columns {
			break
		}
	}
	return found
}

// cutAtLines looks for the line on which the columns end most level.
func (s *levelling) cutAtLines(flow []chunk) {
	for line := s.height; line > s.height-lineRange && line > 0; line-- {
		s.line, s.best = line, map[poured]int{}
		if s.from(0, flow, nil, noText) >= s.least {
			continue
		}
		was := s.found
		s.cut(flow)
		if off := s.found.offLevel(flow, s.height); off < s.least {
			s.least = off
		} else {
			s.found = was
		}
	}
}

// offLevel is unlevel for all of a flow in so many rows, hopelessCut where it has no
// room.
func (a area) offLevel(flow []chunk, height int) int {
	var all [mostColumns]column
	columns := all[:a.columns]
	if len(fill(flow, a, height, columns, true)) > 0 {
		return hopelessCut
	}
	return unlevel(columns, lowestText(columns))
}

// goingOn is the area, full of a flow that goes on overleaf, with its columns
// cut so that they end as level as can be: what they give up stands overleaf,
// and what they leave white at the foot of the page weighs half as much as
// columns that end a row off. least is what they weigh as they are.
func (a area) goingOn(flow []chunk, height, least int) area {
	s := levelling{area: a, found: a, height: height, least: least, deepest: a.deepestCut(least), goesOn: true, waits: (*chunk).closing, known: map[poured][]pouring{}}
	for line := height; line > height-lineRange && line > 0 && (height-line)*a.columns*offRow/2 < s.least; line-- {
		s.line, s.best = line, map[poured]int{}
		if cost := s.from(0, flow, nil, noText) + (height-line)*a.columns*offRow/2; cost < s.least {
			s.least = cost
			s.cut(flow)
		}
	}
	return s.found
}

// offFoot is unlevel for columns that go on overleaf, each of which may be
// filled to its foot, opened or as they are set.
func offFoot(columns []column, open bool) int {
	sum := 0
	for i := range columns {
		opens := 0
		if open {
			opens = columns[i].opens
		}
		sum += offLine(columns[i].from, columns[i].used, opens, columns[i].to)
	}
	return sum
}

// widestSpread is how many rows a short column is opened at most to end level. One
// that ends over twice as many short is not opened at all.
const widestSpread = 4

// spreadBy is by how many rows a column is opened that ends so many rows short
// and has so many gaps that may be: each by one.
func spreadBy(short, gaps int) int {
	if short <= 0 || short > 2*widestSpread {
		return 0
	}
	return min(short, gaps, widestSpread)
}

// spread opens a column that ends a little short, round its photos, quotes and
// questions and over its crossheads; the byline is moved down by a line at most.
func (c *column) spread() {
	by := spreadBy(c.to-c.used, c.opens)
	for i := len(c.strips) - 1; i > 0 && by > 0; i-- {
		if !opensBetween(&c.strips[i-1].strip, &c.strips[i].strip) {
			continue
		}
		for k := i; k < len(c.strips); k++ {
			c.strips[k].row++
		}
		c.used++
		by--
	}
}
