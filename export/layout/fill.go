package layout

import "slices"

// placed is a strip at a row of its column.
type placed struct {
	strip
	row int
}

// column is one column of a filled area.
type column struct {
	strips []placed
	used   int // rows
	below  int // empty rows wished after the last strip
}

// place adds a chunk if it fits in rows.
func (c *column) place(next chunk, rows int) bool {
	gap := 0
	if c.used > 0 {
		gap = max(c.below, next.above())
	}
	if c.used+gap+next.rows() > rows {
		return false
	}
	row := c.used + gap
	for i, s := range next.strips {
		if i > 0 {
			row += max(next.strips[i-1].below, s.above)
		}
		c.strips = append(c.strips, placed{s, row})
		row += s.rows
	}
	c.used, c.below = row, next.below()
	return true
}

// fill pours a flow into columns of so many rows. A photo that does not fit
// where it is called for waits for the head of the next column while the text
// runs on, but not a byline that stands alone. rest is what found no room.
// Where that would be photos only, the last lines of the story stay with them.
func fill(flow []chunk, columns, rows int) (filled []column, rest []chunk) {
	filled, rest = fillWith(flow, columns, rows, chunk.closing)
	if photosOnly(rest) {
		return fillWith(flow, columns, rows, chunk.closes)
	}
	return filled, rest
}

func photosOnly(flow []chunk) bool {
	return len(flow) > 0 && !slices.ContainsFunc(flow, func(c chunk) bool { return !c.photo })
}

// fillWith is fill; waits says which text waits with the photos.
func fillWith(flow []chunk, columns, rows int, waits func(chunk) bool) (filled []column, rest []chunk) {
	filled = make([]column, columns)
	var waiting []chunk
	for i := range filled {
		c := &filled[i]
		for len(waiting) > 0 && c.place(waiting[0], rows) {
			waiting = waiting[1:]
		}
		flow, waiting = c.take(flow, waiting, rows, waits)
		for len(flow) == 0 && len(waiting) > 0 && c.place(waiting[0], rows) {
			waiting = waiting[1:]
		}
	}
	return filled, append(waiting, flow...)
}

// take adds to the column what fits, in order; photos that do not fit go to
// those waiting.
func (c *column) take(flow, waiting []chunk, rows int, waits func(chunk) bool) (rest, later []chunk) {
	for len(flow) > 0 {
		next := flow[0]
		mayWait := next.photo || len(waiting) > 0 && waits(next)
		if len(waiting) > 0 && mayWait || !c.place(next, rows) {
			if !mayWait {
				break
			}
			waiting = queue(waiting, next)
		}
		flow = flow[1:]
	}
	return flow, waiting
}

// queue adds to those waiting without writing where they came from.
func queue(waiting []chunk, next chunk) []chunk {
	return append(waiting[:len(waiting):len(waiting)], next)
}

// level pours a flow into the fewest rows that hold all of it, at most rows,
// so that the columns end on one line; false when it does not fit.
func level(flow []chunk, columns, rows int) (filled []column, height int, ok bool) {
	total := 0
	for _, c := range flow {
		total += c.rows()
	}
	for height = (total + columns - 1) / columns; height <= rows; height++ {
		if filled, rest := fill(flow, columns, height); len(rest) == 0 {
			for i := range filled {
				filled[i].spread(height)
			}
			return filled, height, true
		}
	}
	return nil, 0, false
}

// widestSpread is how many rows a short column is opened to end level.
const widestSpread = 3

// spread opens a column that ends a little short: first above its byline, else
// round its photos, crossheads and quotes.
func (c *column) spread(rows int) {
	short := rows - c.used
	if short <= 0 || short > widestSpread || len(c.strips) == 0 {
		return
	}
	last := len(c.strips) - 1
	if c.strips[last].closing {
		for i := last; i >= 0 && c.strips[i].closing; i-- {
			c.strips[i].row += short
		}
		c.used = rows
		return
	}
	for i := last; i > 0 && short > 0; i-- {
		if !c.strips[i].movable {
			continue
		}
		for k := i; k <= last; k++ {
			c.strips[k].row++
		}
		c.used++
		short--
	}
}
