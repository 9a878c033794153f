package layout

// front weighs units that are placed on page one; it is under 0 where that
// takes back what begin put in.
func (p *plan) front(at spot, n int) Badness {
	if at.page > 1 {
		return 0
	}
	b := p.crowded(at, n)
	if at.next < 2 && at.next+n >= 2 {
		b -= weigh.Lonely
	}
	if p.boxed && p.boxesIn(0, at.next) == 0 && p.boxesIn(at.next, n) > 0 {
		b -= weigh.BriefsInFront
	}
	return b
}

// crowded weighs that the front page has more stories than is good.
func (p *plan) crowded(at spot, n int) Badness {
	if at.page > 1 {
		return 0
	}
	return Badness(max(0, min(n, at.next+n-weigh.FrontStories))) * weigh.Crowded
}

// boxesIn counts the boxes of briefs among units.
func (p *plan) boxesIn(first, n int) int {
	count := 0
	for _, u := range p.units[first : first+n] {
		if u.briefs != nil {
			count++
		}
	}
	return count
}

// pinned weighs units that belong on other pages.
func (p *plan) pinned(at spot, n int) Badness {
	var b Badness
	for _, u := range p.units[at.next : at.next+n] {
		if u.pin > 0 && u.pin != at.page {
			b += weigh.Pin
		}
	}
	return b
}

func (p *plan) tryBand(at spot, cost Badness, top, n int) {
	b := p.band(at.next, n)
	front := p.front(at, n) + p.pinned(at, n)
	for h := b.low; h <= b.high && top+h <= p.rows; h++ {
		if b.cost[h] >= hopeless {
			continue
		}
		by := move{kind: moveBand, units: n, rows: h, how: int(b.how[h])}
		more := front + p.frontOf(at, p.arrangements(n)[by.how].cells)
		p.reach(spot{at.page, at.next + n, top + h, at.pictured || b.pictured}, cost+b.cost[h]+more, at, by)
	}
}

// tryAlone leaves white beside a story for which the editor wants fewer columns
// than the page has, so that there is always a place for it.
func (p *plan) tryAlone(at spot, cost Badness, top int) {
	u := p.units[at.next]
	span := u.wish.Columns
	if p.relaxed && span == 0 {
		span = p.columns - 1
	}
	if span < 1 || span >= p.columns {
		return
	}
	s := p.shapesOver(u, span)
	cells := []cell{{0, span, 1}}
	more := p.front(at, 1) + p.pinned(at, 1) + p.frontOf(at, cells)
	for h := s.low; h <= s.high && top+h <= p.rows; h++ {
		if s.cost[h] < hopeless {
			by := move{kind: moveAlone, units: 1, rows: h, cells: cells}
			to := spot{at.page, at.next + 1, top + h, at.pictured || u.pictured}
			p.reach(to, cost+s.cost[h]+more+whiteOf(h, p.columns-span), at, by)
		}
	}
}

// frontOf weighs the cells of the first stories: the lead should be broad.
func (p *plan) frontOf(at spot, cells []cell) Badness {
	if at.page > 1 || at.next > 0 {
		return 0
	}
	var b Badness
	if wanted := (2*p.columns + 2) / 3; cells[0].span < wanted && p.units[0].wish.Columns == 0 {
		b += Badness(wanted-cells[0].span) * weigh.LeadNarrow
	}
	return b
}

// tryRun goes on over the whole width, and overleaf where it must.
func (p *plan) tryRun(at spot, cost Badness, top int) {
	u := p.units[at.next]
	r := p.runFrom(u, top, p.columns)
	if r == nil || r.pages > 0 && u.wish.NoJump && p.fitsPage(u) {
		return
	}
	p.land(at, cost+p.front(at, 1)+p.pinned(at, 1), u.pictured, move{kind: moveRun, units: 1, run: r})
}

// fitsPage reports a unit that a page can always hold whole.
func (p *plan) fitsPage(u *unit) bool {
	return !p.relaxed && (u.wish.Columns > 0 || p.shapesOver(u, p.columns).high >= 0)
}

// land notes where a run ends. Pages that it fills on its way are full.
func (p *plan) land(at spot, cost Badness, pictured bool, by move) {
	to := spot{at.page + by.run.pages, at.next + by.units, min(by.run.row, p.rows), pictured}
	cost += by.run.cost
	if by.run.pages == 0 {
		to.pictured = at.pictured || pictured
	} else {
		cost += Badness(by.run.pages) * weigh.Page
		if !at.pictured && !pictured {
			cost += weigh.Dull
		}
	}
	p.reach(to, cost, at, by)
}

// tryCells begins a story that goes on overleaf in some columns, with others
// beside it that fill the rest of the page.
func (p *plan) tryCells(at spot, cost Badness, top int) {
	u := p.units[at.next]
	height := p.rows - top
	if u.wish.NoJump && p.fitsPage(u) {
		return
	}
	for span := p.columns - 1; span >= (p.columns+1)/2; span-- {
		r := p.runFrom(u, top, span)
		if r == nil || r.pages == 0 {
			continue
		}
		for n := 1; n <= mostStacked && at.next+n < len(p.units); n++ {
			beside := p.pillar(at.next+1, n, p.columns-span)
			if height > beside.high || height < beside.low || beside.cost[height] >= hopeless {
				continue
			}
			cells := []cell{{0, span, 1}, {span, p.columns - span, n}}
			by := move{kind: moveCell, units: 1 + n, rows: height, cells: cells, run: r}
			more := beside.cost[height] + p.front(at, 1+n) + p.pinned(at, 1+n) + p.frontOf(at, cells)
			pictured := u.pictured
			p.land(at, cost+more, pictured, by)
		}
	}
}
