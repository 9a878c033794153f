package layout

import "slices"

// onFront weighs units that are placed on page one; it is under 0 where that
// takes back what begin put in.
func (p *plan) onFront(at spot, c *choice) Badness {
	if at.page > 1 {
		return 0
	}
	b, placed := p.crowded(at, c), at.placed()
	if p.front == nil && placed < 2 && placed+c.begun() >= 2 {
		b -= weigh.Lonely
	}
	if p.boxed && !p.boxBefore(at.taken) && p.boxesIn(c.list[:c.begun()]) > 0 {
		b -= weigh.BriefsInFront
	}
	return b
}

// crowded weighs that the front page has more stories than is good.
func (p *plan) crowded(at spot, c *choice) Badness {
	if at.page > 1 {
		return 0
	}
	n := c.begun()
	return Badness(max(0, min(n, at.placed()+n-weigh.FrontStories))) * weigh.Crowded
}

// begun is how many units of a choice begin on the page on which it is placed.
func (c *choice) begun() int {
	n := len(c.list)
	for _, ahead := range c.ahead {
		n -= ahead
	}
	return n
}

// pageOf is the page on which a unit of a choice that is placed there begins.
func (c *choice) pageOf(at spot, unit int) int {
	page, from := at.page, c.begun()
	for _, ahead := range c.ahead {
		if slices.Index(c.list, unit) < from {
			break
		}
		page, from = page+1, from+ahead
	}
	return page
}

// boxesIn counts the boxes of briefs among units.
func (p *plan) boxesIn(list []int) int {
	count := 0
	for _, at := range list {
		if p.all[at].briefs != nil {
			count++
		}
	}
	return count
}

// boxBefore reports that a box of briefs is placed already.
func (p *plan) boxBefore(t taken) bool {
	for i, u := range p.units[:t.next] {
		if u.briefs != nil && i != t.next-t.waits {
			return true
		}
	}
	return slices.ContainsFunc(p.fixed[:t.fixed], func(u *unit) bool { return u.briefs != nil })
}

// pinned weighs units that belong on other pages.
func (p *plan) pinned(at spot, c *choice) Badness {
	if c.fixed == 0 {
		return 0
	}
	var b Badness
	for _, i := range c.list {
		if u := p.all[i]; u.pin > 0 && u.pin != c.pageOf(at, i) {
			away := u.pin - c.pageOf(at, i)
			b += weigh.Pin*Badness(u.pinnedStories()) + weigh.PinFar*Badness(min(max(away, -away), mostFar))
		}
	}
	return b
}

// pinnedStories counts the stories of a unit that the editor pinned; a hole is one.
func (u *unit) pinnedStories() int {
	n := 0
	for i := range u.briefs {
		if u.briefs[i].wish.Page == u.pin {
			n++
		}
	}
	return max(1, n)
}

// here weighs what is placed by where it is placed, in whatever columns.
func (p *plan) here(at spot, c *choice) Badness {
	return p.onFront(at, c) + p.pinned(at, c) + p.leadBelow(at, c)
}

// hereIn is here, with what the columns weigh.
func (p *plan) hereIn(at spot, c *choice, cells []cell) Badness {
	return p.here(at, c) + p.leadNarrow(p.leadIn(at, c), cells)
}

func (p *plan) tryBand(at spot, cost Badness, top int, c *choice) {
	b := p.band(at, c)
	if at.page == 1 || c.fixed > 0 {
		cost += p.here(at, c)
	}
	for h := b.low; h <= b.high && top+h <= p.rowsOn(at.page); h++ {
		if b.cost[h] >= hopeless {
			continue
		}
		by := move{kind: moveBand, what: c, rows: h, how: int(b.how[h])}
		p.reach(spot{at.page, top + h, c.to, at.pictured || b.pictured}, cost+b.cost[h], at, by)
	}
}

// tryAlone leaves white beside a story for which the editor wants fewer columns
// than the page has, or this page, so that there is always a place for it; and
// beside any where there are few.
func (p *plan) tryAlone(at spot, cost Badness, top int, c *choice) {
	u := p.all[c.list[0]]
	least, most, columns := u.wish.Columns, u.wish.Columns, p.columnsOn(at.page)
	switch {
	case least > 0:
	case u.pin > 0 || p.beside && u.hole == nil && u.briefs == nil:
		least, most = 1, columns-1
	case p.relaxed:
		least, most = columns-1, columns-1
	}
	for span := max(1, least); span <= min(most, columns-1); span++ {
		s := p.shapesOver(u, span)
		cells := []cell{{0, span, 1}}
		more := p.hereIn(at, c, cells)
		for h := s.low; h <= s.high && top+h <= p.rowsOn(at.page); h++ {
			if s.cost[h] < hopeless {
				by := move{kind: moveAlone, what: c, rows: h, span: span}
				to := spot{at.page, top + h, c.to, at.pictured || u.pictured}
				p.reach(to, cost+s.cost[h]+more+whiteOf(h, columns-span), at, by)
			}
		}
	}
}

// leadIn is where among units the one stands that leads the issue and should be
// broad; under 0 where none does.
func (p *plan) leadIn(at spot, c *choice) int {
	if at.page > 1 || at.next > 0 || len(p.units) == 0 || p.units[0].wish.Columns > 0 {
		return -1
	}
	return slices.Index(c.list, 0)
}

// leadNarrow weighs the cell of the lead among units that stand in cells.
func (p *plan) leadNarrow(lead int, cells []cell) Badness {
	wanted := widthOfLead(p.columns)
	for _, one := range cells {
		if lead >= 0 && lead < one.units {
			narrow := Badness(max(0, wanted-one.span)) * weigh.LeadNarrow
			if one.span < p.broad {
				narrow += uncrowned
			}
			return narrow
		}
		lead -= one.units
	}
	return 0
}

// widthOfLead is how many columns of a page the leading story takes at least.
func widthOfLead(columns int) int { return (2*columns + 2) / 3 }

// leadBelow weighs a lead that does not come first, or not on page one where
// nobody wants it elsewhere: what is pinned to page one stands there with it.
func (p *plan) leadBelow(at spot, c *choice) Badness {
	if at.next > 0 || len(p.units) == 0 {
		return 0
	}
	switch i := slices.Index(c.list, 0); {
	case i < 0:
		return 0
	case at.page > 1 && p.units[0].pin <= 1:
		return weigh.LeadInside
	case at.page == 1 && (i > 0 || at.placed() > 0):
		return weigh.LeadBelow
	}
	return 0
}

// tryRun goes on over the whole width, and overleaf where it must.
func (p *plan) tryRun(at spot, cost Badness, top int, c *choice) {
	u, columns := p.all[c.list[0]], p.columnsOn(at.page)
	if p.shapesOver(u, columns).low > p.rowsOn(at.page)-top && p.mayNotBreak(at, cost, u) {
		return
	}
	cells := []cell{{0, columns, 1}}
	for _, r := range p.runsFrom(u, p.pageFrom(at, top), columns) {
		if r.pages == 0 || !u.wish.NoJump || !p.fitsPage(u) {
			p.land(at, cost+p.hereIn(at, c, cells), u.pictured, move{kind: moveRun, what: c, run: r})
		}
	}
}

// mayNotBreak reports a story that cannot go on overleaf from a spot without
// making the issue worse than one that is known.
func (p *plan) mayNotBreak(at spot, cost Badness, u *unit) bool {
	if p.foresight == nil || p.bound == hopeless {
		return false
	}
	least := cost + p.least(at) + p.leastBreak(u)
	if least < p.bound {
		return false
	}
	p.bounded = true
	p.giveUp(least)
	return true
}

// pageFrom is what is left of a page from a row on.
func (p *plan) pageFrom(at spot, row int) rest {
	return rest{row: row, rows: p.rowsOn(at.page), feet: p.feetAfter(at.page)}
}

// feetAfter are the feet of the pages after one that the front takes.
func (p *plan) feetAfter(page int) (f feet) {
	for i := range f {
		f[i] = p.footOn(page + 1 + i)
	}
	return f
}

// fitsPage reports a unit that a page can always hold whole: the leading story
// page one, under the nameplate and beside the contents: it would leave that empty
// otherwise.
func (p *plan) fitsPage(u *unit) bool {
	if p.relaxed {
		return false
	}
	if u.rank == 0 && u.pin <= 1 {
		span := p.columnsOn(1)
		if u.wish.Columns > 0 {
			span = min(span, u.wish.Columns)
		}
		s := p.shapesOver(u, span)
		return s.high >= 0 && s.low <= p.rowsOn(1)-p.start
	}
	return u.wish.Columns > 0 || p.shapesOver(u, p.columns).high >= 0
}

// land notes where a run ends. Pages that it fills on its way are full.
func (p *plan) land(at spot, cost Badness, pictured bool, by move) {
	to := spot{at.page + by.run.pages, min(by.run.row, p.rows), by.what.to, pictured}
	cost += by.run.cost
	if by.run.pages == 0 {
		to.pictured = at.pictured || pictured
	} else {
		cost += Badness(by.run.pages) * (weigh.Page + p.overleaf)
		if !at.pictured && !pictured {
			cost += weigh.Dull
		}
	}
	p.reach(to, cost, at, by)
}

// tryCells begins a story that goes on overleaf in some columns, with others
// beside it that fill the rest of the page, or leave white under them.
func (p *plan) tryCells(at spot, cost Badness, top int, c *choice) {
	u, n := p.all[c.list[0]], len(c.list)-1
	if n > mostStacked || u.wish.NoJump && p.fitsPage(u) || p.mayNotBreak(at, cost, u) {
		return
	}
	height, columns := p.rowsOn(at.page)-top, p.columnsOn(at.page)
	for span := columns - 1; span >= (columns+1)/2; span-- {
		rows, besides := p.below(p.besides(c, columns-span), height, columns-span)
		if rows < 0 {
			continue
		}
		cells := []cell{{0, span, 1}, {span, columns - span, n}}
		for _, r := range p.runsFrom(u, p.pageFrom(at, top), span) {
			if r.pages > 0 {
				by := move{kind: moveCell, what: c, rows: rows, span: span, run: r}
				p.land(at, cost+besides+p.hereIn(at, c, cells), u.pictured, by)
			}
		}
	}
}

// below is the cheapest height of a pillar that stands in a place of the given
// height, and what it costs with the white under it; -1 where it is too high.
func (p *plan) below(s *pillar, height, span int) (rows int, cost Badness) {
	rows, cost = -1, hopeless
	for h := s.low; h <= min(s.high, height); h++ {
		if s.cost[h] >= hopeless {
			continue
		}
		if with := s.cost[h] + whiteOf(height-h, span); with < cost {
			rows, cost = h, with
		}
	}
	return rows, cost
}
