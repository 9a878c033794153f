package layout

// mostOpenedBrief is by how many rows the room over a brief grows at most.
const mostOpenedBrief = 3

// openBriefs deals rows that are free under a box to the room between its
// briefs, so that it ends with what stands beside it; it returns how many. Where
// a column holds one brief only there is nothing to open: white stands under a
// box, not in it.
func openBriefs(columns []column, free int) int {
	rows := free
	for i := range columns {
		rows = min(rows, mostOpenedBrief*columns[i].gaps())
	}
	if rows <= 0 {
		return 0
	}
	for i := range columns {
		columns[i].deal(rows)
	}
	return rows
}

// gaps counts the strips of a column that may move down from the one before.
func (c *column) gaps() int {
	n := 0
	for i := range c.strips {
		if i > 0 && c.strips[i].movable {
			n++
		}
	}
	return n
}

// deal opens a column by so many rows, evenly.
func (c *column) deal(rows int) {
	gaps, passed := c.gaps(), 0
	for i := range c.strips {
		if i > 0 && c.strips[i].movable {
			passed++
		}
		c.strips[i].row += rows * passed / gaps
	}
	c.used += rows
}
