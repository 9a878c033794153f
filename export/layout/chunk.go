package layout

// strip is a piece of a column that is never cut: a line, a few lines, a photo
// with its caption. Its height and the room round it are whole grid lines.
type strip struct {
	rows         int
	above, below int     // empty lines wished; not at the head of a column
	order        int     // in the reading of its story
	lines        int     // of body text
	movable      bool    // room may be opened above it, to end a short column level
	airy         bool    // and as well below it
	closing      bool    // the byline: may stand lower, to end a short column level
	of           pliable // what it is part of and may be a row higher or lower, or nil
	till         int     // lines of that up to its end
	paint        func(x, top Length, atTop bool) []Item
}

// chunk is strips that stay in one column: the first two lines of a paragraph,
// a crosshead with the lines after it.
type chunk struct {
	strips []strip
	high   int  // without the room above and below
	photo  bool // may stand later than its place when it does not fit there
	quote  bool // should not be the last of its column
	wide   bool // across all columns of its story
	inner  bool // a line with others of its paragraph before and after it
	opens  int8 // gaps between its strips that may be opened
}

// opensBetween reports a gap that may be opened by a row, so that a column ends
// level.
func opensBetween(a, b *strip) bool {
	return b.movable || a.airy || b.closing && !a.closing
}

func chunkOf(strips ...strip) chunk {
	c := chunk{strips: strips}
	for i, s := range strips {
		if i > 0 {
			c.high += max(strips[i-1].below, s.above)
			if opensBetween(&strips[i-1], &strips[i]) {
				c.opens++
			}
		}
		c.high += s.rows
	}
	return c
}

// rows is the height of the chunk without the room above and below it.
func (c *chunk) rows() int { return c.high }

func (c *chunk) above() int { return c.strips[0].above }
func (c *chunk) below() int { return c.strips[len(c.strips)-1].below }

// closes reports the end of a story, with its byline.
func (c *chunk) closes() bool { return c.strips[len(c.strips)-1].closing }

// closing reports a byline that stands alone.
func (c *chunk) closing() bool { return c.strips[0].closing }

// lines counts the lines of body text in chunks.
func lines(chunks []chunk) int {
	n := 0
	for i := range chunks {
		for k := range chunks[i].strips {
			n += chunks[i].strips[k].lines
		}
	}
	return n
}

// rowsOf is how many grid lines of one column a flow over so many takes, without
// the room between chunks.
func rowsOf(flow []chunk, columns int) int {
	n := 0
	for i := range flow {
		if n += flow[i].high; flow[i].wide {
			n += flow[i].high * (columns - 1)
		}
	}
	return n
}

// joined is two chunks that stay together.
func joined(a, b *chunk) chunk {
	strips := make([]strip, 0, len(a.strips)+len(b.strips))
	return chunkOf(append(append(strips, a.strips...), b.strips...)...)
}

// keepRows is the tallest chunk that is kept in one piece; what is higher (a
// crosshead of a hundred words) may be cut anywhere.
const keepRows = 9

// keep joins two chunks unless they would be too tall.
func keep(chunks []chunk, next chunk) []chunk {
	last := len(chunks) - 1
	if last < 0 || chunks[last].photo || next.photo || chunks[last].wide || chunks[last].rows()+next.rows() > keepRows {
		return append(chunks, next)
	}
	chunks[last] = joined(&chunks[last], &next)
	return chunks
}
