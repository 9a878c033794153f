package layout

// placed is a strip at a row of its column.
type placed struct {
	strip
	row int
}

// column is one column of an area that a flow is poured into.
type column struct {
	from, to int  // the rows that are free at first
	dry      bool // only measured: strips are not kept
	strips   []placed
	used     int // row under the last strip
	below    int // empty rows wished after it
	// photoLast says that the last strip is a photo.
	photoLast bool
	// parts says that no photo stands right under another; see partedBy.
	parts    bool
	pictured bool // a photo stands in it
	under    int  // rows of text under the last one
	opens    int  // gaps between its strips that may be opened
	last     *strip
}

// partedBy is how many rows of text stand between two photos of a page of one
// column, where there is so much: one right under the other they would look
// like a mistake there, and not like a strip of pictures as in a narrow column.
const partedBy = 5

// mostColumns is what a style may have, and so a story.
const mostColumns = 8

// area is the columns of one story on one page, all of one height but for what
// stands at their heads or feet already.
type area struct {
	columns        int
	lead, leadRows int                // so many columns begin under a photo: those at the right
	left           bool               // or at the left
	foot           int                // rows kept free under the last column
	parts          bool               // no photo stands right under another
	cuts           [mostColumns]int16 // rows kept free under each column, to end level
}

// areaOver is an area of so many columns.
func (st *setter) areaOver(columns int) area {
	return area{columns: columns, parts: st.style.Grid.Columns == 1}
}

// open gives the area's columns, empty, of so many rows.
func (a area) open(columns []column, rows int, dry bool) {
	for i := range columns {
		c := column{to: rows - int(a.cuts[i]), dry: dry, parts: a.parts}
		if a.underLead(i) {
			c.from = a.leadRows
		}
		if i == a.columns-1 {
			c.to -= a.foot
		}
		c.used = c.from
		columns[i] = c
	}
}

// underLead reports a column that begins under the photo.
func (a area) underLead(column int) bool {
	if a.left {
		return column < a.lead
	}
	return column >= a.columns-a.lead
}

// place adds a chunk if it fits.
func (c *column) place(next *chunk) bool {
	gap := 0
	if c.used > c.from {
		gap = max(c.below, next.above())
	}
	end := c.used + gap + next.high
	if end > c.to {
		return false
	}
	if !c.dry {
		row := c.used + gap
		for i, s := range next.strips {
			if i > 0 {
				row += max(next.strips[i-1].below, s.above)
			}
			c.strips = append(c.strips, placed{s, row})
			row += s.rows
		}
	}
	if next.photo {
		c.pictured, c.under = true, 0
	} else {
		c.under += end - c.used
	}
	if c.last != nil && opensBetween(c.last, &next.strips[0]) {
		c.opens++
	}
	c.opens += int(next.opens)
	c.last = &next.strips[len(next.strips)-1]
	c.used, c.below, c.photoLast = end, next.below(), next.photo
	return true
}

// fill pours a flow into columns of so many rows. A photo that does not fit
// where it is called for waits for the head of the next column while the text
// runs on, but not a byline that stands alone. rest is what found no room.
// Where that would be photos only, the last lines of the story stay with them.
func fill(flow []chunk, a area, rows int, columns []column, dry bool) (rest []chunk) {
	a.open(columns, rows, dry)
	rest = pourInto(flow, columns, (*chunk).closing)
	if photosOnly(rest) {
		a.open(columns, rows, dry)
		return pourInto(flow, columns, (*chunk).closes)
	}
	return rest
}

func photosOnly(flow []chunk) bool {
	for i := range flow {
		if !flow[i].photo {
			return false
		}
	}
	return len(flow) > 0
}

// pourInto is fill into open columns; waits says which text waits with the
// photos.
func pourInto(flow []chunk, columns []column, waits func(*chunk) bool) (rest []chunk) {
	var waiting []chunk
	for i := range columns {
		flow, waiting = columns[i].pour(flow, waiting, waits)
	}
	if len(waiting) == 0 {
		return flow
	}
	return append(waiting[:len(waiting):len(waiting)], flow...)
}

// pour fills one column: with the photos that wait for its head, and what
// follows.
func (c *column) pour(flow, waiting []chunk, waits func(*chunk) bool) (rest, later []chunk) {
	for len(waiting) > 0 && !c.tooNear(&waiting[0], flow) && c.place(&waiting[0]) {
		waiting = waiting[1:]
	}
	flow, waiting = c.take(flow, waiting, waits)
	for len(flow) == 0 && len(waiting) > 0 && c.place(&waiting[0]) {
		waiting = waiting[1:]
	}
	return flow, waiting
}

// take adds to the column what fits, in order; photos that do not fit go to
// those waiting.
func (c *column) take(flow, waiting []chunk, waits func(*chunk) bool) (rest, later []chunk) {
	for len(flow) > 0 {
		if c.parts && len(waiting) > 0 && !c.tooNear(&waiting[0], flow) && c.place(&waiting[0]) {
			waiting = waiting[1:]
			continue
		}
		next := &flow[0]
		mayWait := next.photo || len(waiting) > 0 && waits(next)
		if len(waiting) > 0 && mayWait || c.tooNear(next, flow[1:]) || c.endsBadly(flow) || !c.place(next) {
			if !mayWait {
				break
			}
			// Without writing where those waiting came from.
			waiting = append(waiting[:len(waiting):len(waiting)], *next)
		}
		flow = flow[1:]
	}
	return flow, waiting
}

// tooNear reports a photo that would stand right under another although text
// follows that may stand between them.
func (c *column) tooNear(next *chunk, flow []chunk) bool {
	if !c.parts || !c.pictured || !next.photo || c.under >= partedBy {
		return false
	}
	rows := c.under
	for i := range flow {
		if flow[i].photo || flow[i].wide {
			continue
		}
		if rows += flow[i].high; rows >= partedBy {
			return true
		}
	}
	return false
}

// endsBadly reports that the next of a flow would be the column's last, and
// should not be: a single line under a photo, or a quotation; or that it would
// be a single line of its paragraph in the column.
func (c *column) endsBadly(flow []chunk) bool {
	next := &flow[0]
	if next.inner && c.used == c.from && len(flow) > 1 {
		return c.used+next.high+flow[1].high > c.to
	}
	alone := next.quote || c.photoLast && !next.photo && next.high == 1
	if !alone || len(flow) < 2 || c.used == c.from {
		return false
	}
	gap := max(c.below, next.above())
	after := max(next.below(), flow[1].above())
	return c.used+gap+next.high <= c.to && c.used+gap+next.high+after+flow[1].high > c.to
}

// levelled is the fewest rows, at most rows, that hold all of a flow, so that
// the columns end on one line; false when it does not fit. short is how many
// rows the columns together end higher than that, uneven what area.uneven is at
// least, if lines were dealt out to the columns as one likes.
func levelled(flow []chunk, a area, rows int) (height, short, uneven int, ok bool) {
	var columns [mostColumns]column
	total := a.lead*a.leadRows + a.foot
	for i := range flow {
		total += flow[i].high
	}
	for height = max((total+a.columns-1)/a.columns, a.leadRows); height <= rows; height++ {
		if len(fill(flow, a, height, columns[:a.columns], true)) > 0 {
			continue
		}
		uneven = -a.columns
		for i := range a.columns {
			off := columns[i].to - columns[i].used
			short += off
			uneven += off - spreadBy(off, columns[i].opens)
		}
		uneven = max(0, uneven)
		return height, short, (uneven*uneven + a.columns - 1) / a.columns, true
	}
	return 0, 0, 0, false
}
