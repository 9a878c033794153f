package layout

// lineRange is how far above the lowest row the line is looked for on which
// the columns end.
const lineRange = 12

// levelling is the search for the most level way of cutting the columns, by
// dynamic programming: what follows depends on what is poured already.
type levelling struct {
	area
	found               area // the most level so far
	height, line, least int
	goesOn              bool              // what is left stands overleaf
	relines             bool              // paragraphs may be set a line longer or shorter; see relined
	keeps               int               // chunks that stand overleaf then
	begun               map[pliable]bool  // paragraphs whose first lines stand on the page before; they stay
	deepest             int               // cut above the foot that can be level enough, in rows
	waits               func(*chunk) bool // which text waits with photos; see fill
	known               map[poured][]pouring
	best                map[poured]int // for the line
}

// deepestCut is how many rows a column may be cut so that it is not more off
// alone than all columns together were: off their line, which is at most
// lineRange above the foot.
func (a area) deepestCut(least int) int {
	off := 1
	for offRow*off*off < least {
		off++
	}
	return lineRange + off + widestSpread + a.foot
}

// poured is what is left after some columns: the last so many chunks of the
// flow, and photos that wait.
type poured struct {
	column, left, waiting int
	text                  textEnds
}

// textEnds is how the columns so far end that end in text. Columns are measured by
// the lowest of those, so that a line is of use that one of them ends on.
type textEnds uint8

const (
	noText textEnds = iota
	textHigher
	textOnLine
)

// with is the same with one more column.
func (t textEnds) with(w *pouring, line int) textEnds {
	switch {
	case w.photoLast || w.used <= w.from:
		return t
	case w.used == line:
		return textOnLine
	}
	return max(t, textHigher)
}

// pouring is one way of filling a column.
type pouring struct {
	from, used      int // of the column
	opens           int
	photoLast       bool
	cut             int
	flow, waiting   []chunk
	longer, shorter []pliable // see column.pliant
}

// hopelessCut is more than any way of cutting columns weighs.
const hopelessCut = 1 << 40

// stateOf is known by the chunks that are left: photos wait in their order, so
// that the sum of their places tells which they are as long as those are few.
func stateOf(column int, flow, waiting []chunk) poured {
	sum := len(waiting)
	for i := range waiting {
		sum = sum*1_000_003 + waiting[i].strips[0].order
	}
	return poured{column: column, left: len(flow), waiting: sum}
}

// from is the least that the columns from one on can weigh.
func (s *levelling) from(column int, flow, waiting []chunk, text textEnds) int {
	if column == s.columns {
		if s.measured() && text == textHigher {
			return hopelessCut
		}
		return s.left(flow, waiting)
	}
	state := stateOf(column, flow, waiting)
	ways := s.ways(state, flow, waiting)
	state.text = text
	cost, ok := s.best[state]
	if ok {
		return cost
	}
	cost = hopelessCut
	for i := range ways {
		w := &ways[i]
		weight := s.weigh(state.column, w)
		if weight >= min(cost, s.least) {
			continue
		}
		if cost = min(cost, weight+s.from(column+1, w.flow, w.waiting, s.textAfter(text, column, w))); cost == 0 {
			break
		}
	}
	s.best[state] = cost
	return cost
}

// measured reports columns that are measured by the lowest that ends in text.
func (s *levelling) measured() bool { return !s.goesOn && !s.relines }

func (s *levelling) textAfter(text textEnds, column int, w *pouring) textEnds {
	if !s.measured() {
		return noText
	}
	return text.with(w, s.lineFor(column))
}

// left is what it weighs that something is left: where the story goes on
// overleaf nothing, as long as that is not photos alone.
func (s *levelling) left(flow, waiting []chunk) int {
	switch {
	case s.relines && len(flow)+len(waiting) != s.keeps:
		return hopelessCut
	case len(flow)+len(waiting) == 0:
		return 0
	case !s.goesOn, photosOnly(waiting) && len(flow) == 0, photosOnly(flow) && len(waiting) == 0, photosOnly(flow) && photosOnly(waiting):
		return hopelessCut
	}
	return 0
}

// weigh is what one column adds; text does not go below the line, which is
// higher in the last column where something stands under it.
func (s *levelling) weigh(column int, w *pouring) int {
	line := s.lineFor(column)
	by := w.relinedBy(line)
	if used := w.used + by; !w.photoLast && used > w.from && used > line {
		return hopelessCut
	}
	return offLine(w.from, w.used+by, w.opens, line) + relinedRow*abs(by)
}

// lineFor is the row that a column should end on.
func (s *levelling) lineFor(column int) int {
	if s.goesOn {
		return s.lineOf(column, s.line)
	}
	return s.line
}

// ways are the ways of filling a column, by where it is cut.
func (s *levelling) ways(state poured, flow, waiting []chunk) []pouring {
	known, ok := s.known[state]
	if ok {
		return known
	}
	var columns [mostColumns]column
	s.open(columns[:s.columns], s.height, true)
	open, over := columns[state.column], 0
	if s.relines {
		open.dry, over = false, mostRelined
	}
	for to := open.to + over; to >= max(open.from, open.to-s.deepest); to-- {
		c := open
		c.to = to
		rest, later := c.pour(flow, waiting, s.waits)
		if n := len(known); n > 0 && known[n-1].used == c.used && len(known[n-1].flow) == len(rest) {
			continue
		}
		if known == nil {
			known = make([]pouring, 0, min(to-open.from+1, lineRange))
		}
		w := pouring{from: c.from, used: c.used, opens: c.opens, photoLast: c.photoLast, cut: open.to - to, flow: rest, waiting: later}
		if s.relines {
			w.longer, w.shorter = s.pliant(&c, 1), s.pliant(&c, -1)
		}
		known = append(known, w)
	}
	s.known[state] = known
	return known
}

// cut notes the cuts of the best way for the line.
func (s *levelling) cut(flow []chunk) {
	a := s.area
	for i, w := range s.cheapest(flow) {
		a.cuts[i] += int16(w.cut)
	}
	s.found = a
}

// cheapest is the best way for the line of each column.
func (s *levelling) cheapest(flow []chunk) (best []*pouring) {
	var waiting []chunk
	text := noText
	for i := range s.columns {
		state := stateOf(i, flow, waiting)
		ways := s.ways(state, flow, waiting)
		state.text = text
		want := s.best[state]
		for k := range ways {
			w := &ways[k]
			after := s.textAfter(text, i, w)
			if s.weigh(i, w)+s.from(i+1, w.flow, w.waiting, after) == want {
				best = append(best, w)
				flow, waiting, text = w.flow, w.waiting, after
				break
			}
		}
	}
	return best
}
