package layout

// cell is some columns of a band and how many of its units stand there, one
// under another.
type cell struct{ col, span, units int }

// arrangement is how the columns of a band are split; units stand in the cells
// in the order of the cells, from left to right or, reversed, from right to
// left.
type arrangement struct {
	cells    []cell // in the order of the units
	reversed bool
}

// mostCells and mostStacked bound what is tried side by side and one under
// another.
const (
	mostCells   = 4
	mostStacked = 4
	mostInBand  = 7
)

// arrangements are all ways of splitting columns among so many units.
func arrangements(columns, units int) []arrangement {
	var all []arrangement
	splits(columns, mostCells, nil, func(spans []int) {
		splits(units, len(spans), nil, func(counts []int) {
			if len(counts) != len(spans) || len(spans) == 1 && units > 1 {
				return // over the whole width, one under another, are bands of their own
			}
			for _, n := range counts {
				if n > mostStacked {
					return
				}
			}
			all = append(all, arranged(spans, counts, false))
			if len(spans) > 1 {
				all = append(all, arranged(spans, counts, true))
			}
		})
	})
	return all
}

func arranged(spans, counts []int, reversed bool) arrangement {
	a := arrangement{reversed: reversed}
	col := 0
	for _, span := range spans {
		a.cells = append(a.cells, cell{col: col, span: span})
		col += span
	}
	if reversed {
		for i, k := 0, len(a.cells)-1; i < k; i, k = i+1, k-1 {
			a.cells[i], a.cells[k] = a.cells[k], a.cells[i]
		}
	}
	for i := range a.cells {
		a.cells[i].units = counts[i]
	}
	return a
}

// splits calls try with every ordered way of writing n as at most `most` whole
// numbers over 0.
func splits(n, most int, begun []int, try func([]int)) {
	if n == 0 {
		try(begun)
		return
	}
	if most == 0 {
		return
	}
	for first := n; first >= 1; first-- {
		splits(n-first, most-1, append(begun[:len(begun):len(begun)], first), try)
	}
}

// pillar is units one under another in the same columns, by height.
type pillar struct {
	cost      []Badness
	low, high int
}

// bandOf is so many units side by side, by height.
type bandOf struct {
	pillar
	how      []int16 // index into the arrangements for their number
	pictured bool
}

// pillar is listed units one under another over so many columns.
func (p *plan) pillar(list []int, span int) *pillar {
	key := pillarKey{span: span}
	for i, at := range list {
		key.units[i] = p.all[at]
	}
	return p.packs.pillar(key, func() *pillar { return p.newPillar(list, span) })
}

func (p *plan) newPillar(list []int, span int) *pillar {
	n := len(list) - 1
	last := p.shapesOver(p.all[list[n]], span)
	if n == 0 {
		return &pillar{last.cost, last.low, last.high}
	}
	above := p.pillar(list[:n], span)
	made := &pillar{cost: hopelessFor(p.rows), low: p.rows + 1, high: -1}
	for a := above.low; a <= above.high; a++ {
		if above.cost[a] >= hopeless {
			continue
		}
		for h := last.low; h <= last.high && a+p.gap+h <= p.rows; h++ {
			cost, at := above.cost[a]+last.cost[h], a+p.gap+h
			if last.cost[h] < hopeless && cost < made.cost[at] {
				made.cost[at] = cost
				made.low, made.high = min(made.low, at), max(made.high, at)
			}
		}
	}
	return made
}

func hopelessFor(rows int) []Badness {
	cost := make([]Badness, rows+1)
	for i := range cost {
		cost[i] = hopeless
	}
	return cost
}

// heights gives the heights of the units of a pillar of the given height.
func (p *plan) heights(list []int, span, height int) []int {
	n := len(list) - 1
	if n == 0 {
		return []int{height}
	}
	last, above := p.shapesOver(p.all[list[n]], span), p.pillar(list[:n], span)
	want := p.pillar(list, span).cost[height]
	for a := above.low; a <= above.high; a++ {
		h := height - p.gap - a
		if h >= last.low && h <= last.high && above.cost[a]+last.cost[h] == want {
			return append(p.heights(list[:n], span, a), h)
		}
	}
	panic("layout: a pillar without units of its height")
}

// besides is the units of a choice but for the first, one under another over so
// many columns.
func (p *plan) besides(c *choice, span int) *pillar {
	if c.beside[span] == nil {
		c.beside[span] = p.pillar(c.list[1:], span)
	}
	return c.beside[span]
}

// band is the units of a choice side by side over the columns of the page, with
// what a narrow lead weighs.
func (p *plan) band(at spot, c *choice) *bandOf {
	g, lead := p.gridOn(at.page), p.leadIn(at, c)
	known := &c.bands[g.kind]
	if g.kind == 0 && lead >= 0 {
		known = &c.bands[2]
	}
	if *known == nil {
		key := bandKey{columns: g.columns, lead: lead, broad: p.broad}
		for i, at := range c.list {
			key.units[i] = p.all[at]
		}
		*known = p.packs.band(key, func() *bandOf { return p.newBand(g, c.list, lead) })
	}
	return *known
}

func (p *plan) newBand(g *grid, list []int, lead int) *bandOf {
	b := &bandOf{pillar: pillar{hopelessFor(p.rows), p.rows + 1, -1}, how: make([]int16, p.rows+1)}
	for _, at := range list {
		b.pictured = b.pictured || p.all[at].pictured
	}
	for how, a := range p.packs.arrangements(g.columns, len(list)) {
		p.tryArrangement(b, list, how, &a, p.leadNarrow(lead, a.cells))
	}
	return b
}

func (p *plan) tryArrangement(b *bandOf, list []int, how int, a *arrangement, more Badness) {
	var pillars [mostCells]*pillar
	low, high, at := 0, p.rows, 0
	for i, c := range a.cells {
		s := p.pillar(list[at:at+c.units], c.span)
		pillars[i] = s
		low, high = max(low, s.low), min(high, s.high)
		at += c.units
	}
	if low > high {
		return
	}
	base := more + p.weighArrangement(list, a)
	// A cell that cannot have a height is not made up for by one that weighs less
	// than nothing.
	for h := low; h <= high; h++ {
		cost, hope := base, true
		for i := range a.cells {
			cost += pillars[i].cost[h]
			hope = hope && pillars[i].cost[h] < hopeless
		}
		if hope && cost < b.cost[h] {
			b.cost[h], b.how[h] = cost, int16(how)
			b.low, b.high = min(b.low, h), max(b.high, h)
		}
	}
}

// weighArrangement weighs what is seen across the cells.
func (p *plan) weighArrangement(list []int, a *arrangement) Badness {
	return p.faultsAcross(list, a).sum()
}

func (p *plan) faultsAcross(list []int, a *arrangement) faults {
	var f faults
	at := 0
	for i, c := range a.cells {
		u := p.all[list[at]]
		if i > 0 {
			before, above := a.cells[i-1], p.all[list[at-a.cells[i-1].units]]
			if before.span == c.span && u.briefs == nil && above.briefs == nil {
				f.add(FlawTombstone, weigh.Tombstone)
			}
			if above.place() < u.place() && before.span < c.span || above.place() > u.place() && before.span > c.span {
				f.add(FlawOrder, weigh.RankDown)
			}
		}
		at += c.units
	}
	if a.reversed {
		f.add(FlawOrder, weigh.RankDown)
	}
	return f
}
