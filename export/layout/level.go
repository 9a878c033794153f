package layout

// level pours a flow into the fewest rows that hold all of it, so that the
// columns end on one line, or as near to it as what cannot be cut allows; see
// levelled. Beside a photo that is taller than the text the columns of text
// end level with one another.
func level(flow []chunk, a area, rows int) (columns []column, height int, ok bool) {
	height, _, ok = levelled(flow, a, rows)
	if !ok {
		return nil, 0, false
	}
	a = a.balanced(flow, height)
	columns = make([]column, a.columns)
	fill(flow, a, height, columns, false)
	lowest := 0
	for i := range columns {
		lowest = max(lowest, columns[i].used)
	}
	for i := range columns {
		columns[i].to = max(columns[i].used, lowest)
		if i == a.columns-1 {
			columns[i].to = max(columns[i].used, lowest-a.foot)
		}
		columns[i].spread()
	}
	return columns, height, true
}

// balanced is the area with its columns cut so that they end as level as can
// be.
func (a area) balanced(flow []chunk, height int) area {
	best, least := a, a.unlevel(flow, height)
	for rows := height - 1; rows > 0; rows-- {
		try := a
		for i := range a.columns {
			try.cuts[i] = height - rows
		}
		off := try.unlevel(flow, height)
		if off < 0 {
			break
		}
		if off < least {
			best, least = try, off
		}
	}
	for range 2 {
		for i := range a.columns - 1 {
			best, least = best.cutAt(i, flow, height, least)
		}
	}
	if least > a.columns {
		best = a.cutTogether(flow, height, best, least)
	}
	return best
}

// cutTogether is the most level of the areas with several columns cut at once,
// none by more than cutAt looks at: what one column gives up another takes. It
// stops where only so many more could be tried.
func (a area) cutTogether(flow []chunk, height int, best area, least int) area {
	const tries, most = 600, 3
	for range tries {
		i := 0
		for ; i < a.columns-1 && a.cuts[i] == most; i++ {
			a.cuts[i] = 0
		}
		if i == a.columns-1 {
			break
		}
		a.cuts[i]++
		if off := a.unlevel(flow, height); off >= 0 && off < least {
			best, least = a, off
		}
	}
	return best
}

// cutAt is the area with one column cut further where that makes it more
// level.
func (a area) cutAt(column int, flow []chunk, height, least int) (area, int) {
	const most = 6
	best, try := a, a
	for try.cuts[column] = a.cuts[column] + 1; try.cuts[column] <= a.cuts[column]+most; try.cuts[column]++ {
		off := try.unlevel(flow, height)
		if off < 0 {
			break
		}
		if off < least {
			best, least = try, off
		}
	}
	return best, least
}

// unlevel says how far the columns are from ending on one line: the sum of the
// squares of what each ends higher than the lowest. It is under 0 where the
// flow does not fit.
func (a area) unlevel(flow []chunk, height int) int {
	var columns [mostColumns]column
	if len(fill(flow, a, height, columns[:a.columns], true)) > 0 {
		return -1
	}
	lowest, sum := 0, 0
	for i := range a.columns {
		if columns[i].used > columns[i].from {
			lowest = max(lowest, columns[i].used)
		}
	}
	for i := range a.columns {
		c := &columns[i]
		if c.used == c.from && c.from >= lowest {
			continue // under a photo that is taller than the text
		}
		off := max(0, lowest-c.used)
		sum += off * off
	}
	return sum
}

// widestSpread is how many rows a short column is opened to end level.
const widestSpread = 3

// spread opens a column that ends a little short, round its photos, crossheads
// and quotes; the byline is moved down by a line at most.
func (c *column) spread() {
	short := c.to - c.used
	if short <= 0 || short > widestSpread || len(c.strips) == 0 {
		return
	}
	last := len(c.strips) - 1
	for i := last; i > 0 && short > 0; i-- {
		first := c.strips[i].closing && !c.strips[i-1].closing
		if !first && !c.strips[i].movable {
			continue
		}
		for k := i; k <= last; k++ {
			c.strips[k].row++
		}
		c.used++
		short--
	}
}
