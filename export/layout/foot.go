package layout

// footing is units of a page under a story that goes on overleaf: bands, one under
// another, by the height of them all.
type footing struct {
	pillar
	first    []footBand // by height
	pictured bool
}

// footBand is the first band of a footing: so many units, of so many rows, in an
// arrangement, or, where span is not 0, one unit over so many columns beside white.
type footBand struct{ units, rows, how, span int }

// footKey names listed units over the columns of a kind of page.
type footKey struct {
	list [mostInBand]int16
	kind int
}

// footing is listed units over the columns of a page.
func (p *plan) footing(page int, list []int) *footing {
	g := p.gridOn(page)
	key := footKey{kind: g.kind}
	for i, at := range list {
		key.list[i] = int16(at + 1)
	}
	known := p.footings[key]
	if known == nil {
		known = p.newFooting(page, g, list)
		if p.footings == nil {
			p.footings = map[footKey]*footing{}
		}
		p.footings[key] = known
	}
	return known
}

func (p *plan) newFooting(page int, g *grid, list []int) *footing {
	f := &footing{pillar: pillar{hopelessFor(p.rows), p.rows + 1, -1}, first: make([]footBand, p.rows+1)}
	for _, at := range list {
		f.pictured = f.pictured || p.all[at].pictured
	}
	for n := 1; n <= len(list); n++ {
		var rest *footing
		if n < len(list) {
			rest = p.footing(page, list[n:])
		}
		b := p.bandUnder(g, list[:n])
		for h := b.low; h <= b.high; h++ {
			f.add(footBand{n, h, int(b.how[h]), 0}, b.cost[h], rest, p.gap)
		}
	}
	for span := 1; span < g.columns; span++ {
		p.besideWhite(f, page, g, list, span)
	}
	return f
}

// bandUnder is units side by side that do not lead an issue.
func (p *plan) bandUnder(g *grid, list []int) *bandOf {
	key := bandKey{columns: g.columns, lead: -1}
	for i, at := range list {
		key.units[i] = p.all[at]
	}
	return p.packs.band(key, func() *bandOf { return p.newBand(g, list, -1) })
}

// besideWhite adds the footings whose first unit stands over so many columns, the
// others white.
func (p *plan) besideWhite(f *footing, page int, g *grid, list []int, span int) {
	var rest *footing
	if len(list) > 1 {
		rest = p.footing(page, list[1:])
	}
	s := p.shapesOver(p.all[list[0]], span)
	for h := s.low; h <= s.high; h++ {
		f.add(footBand{1, h, 0, span}, s.cost[h]+whiteOf(h, g.columns-span), rest, p.gap)
	}
}

// add notes a first band over the rest, if there is one, for all heights in which it
// is the best so far.
func (f *footing) add(b footBand, cost Badness, rest *footing, gap int) {
	note := func(h int, cost Badness) {
		if h < len(f.cost) && cost < f.cost[h] {
			f.cost[h], f.first[h] = cost, b
			f.low, f.high = min(f.low, h), max(f.high, h)
		}
	}
	if rest == nil {
		note(b.rows, cost)
		return
	}
	for h := rest.low; h <= rest.high; h++ {
		if rest.cost[h] < hopeless {
			note(b.rows+gap+h, cost+rest.cost[h])
		}
	}
}

// worthATry are the cheapest height of a footing, and the lowest.
func (f *footing) worthATry() []int {
	best := -1
	for h := f.low; h <= f.high; h++ {
		if f.cost[h] < hopeless && (best < 0 || f.cost[h] < f.cost[best]) {
			best = h
		}
	}
	switch best {
	case -1:
		return nil
	case f.low:
		return []int{best}
	}
	return []int{best, f.low}
}

// foot puts units under one another, as a footing has them, from a row of the page
// on.
func (r *realiser) foot(under []int, row, rows int) {
	columns, p := r.plan.columnsOn(r.page), r.plan
	for len(under) > 0 {
		b := p.footing(r.page, under).first[rows]
		list := under[:b.units]
		cells, across := []cell{{0, b.span, 1}}, faults(nil)
		if b.span == 0 {
			a := &p.packs.arrangements(columns, b.units)[b.how]
			cells, across = a.cells, p.faultsAcross(list, a)
		} else {
			across.add(FlawWhite, whiteOf(b.rows, columns-b.span))
			r.leaveWhite(r.page, b.rows*(columns-b.span))
		}
		r.row = row - p.gap
		r.separateOver(list, cells)
		r.row = row
		r.cells(list, cells, b.rows, 0)
		r.blame(across, r.page)
		under, row, rows = under[b.units:], row+b.rows+p.gap, rows-b.rows-p.gap
	}
}
