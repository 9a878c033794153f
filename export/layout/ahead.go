package layout

// ahead is the least that the rest of an issue can cost: of each story what it
// costs at its cheapest, with its part of the pages that it takes. A beginning
// that costs as much as the best plan with it cannot become better than that.
type ahead struct {
	free, fixed []Badness // of the units from one on
}

func (p *plan) newAhead() ahead {
	return ahead{p.sumsAhead(p.units), p.sumsAhead(p.fixed)}
}

func (p *plan) sumsAhead(units []*unit) []Badness {
	sums := make([]Badness, len(units)+1)
	for i := len(units) - 1; i >= 0; i-- {
		sums[i] = sums[i+1] + p.leastOf(units[i])
	}
	return sums
}

// least is the least that the rest from a spot on can cost. It is under 0 where
// what begin put in may be taken back.
func (p *plan) least(at spot) Badness {
	least := p.ahead.free[at.next] + p.ahead.fixed[at.fixed]
	least -= p.shareOfPage((p.rowsOn(at.page)-at.row)*p.columnsOn(at.page)) + 1
	if at.waits > 0 {
		least += p.leastOf(p.units[at.next-at.waits])
	}
	if p.unlisted() {
		least -= weigh.Contents
	}
	if at.page == 1 {
		least -= weigh.Lonely + weigh.BriefsInFront
	}
	return least
}

// shareOfPage is the part of what a page costs that so many cells of it take,
// each a grid line of one column.
func (b *bench) shareOfPage(cells int) Badness {
	return Badness(cells) * weigh.Page / Badness(b.style.Grid.Rows*b.style.Grid.Columns)
}

// leastOf is the least that a unit can cost wherever it stands.
func (b *bench) leastOf(u *unit) Badness {
	if !u.weighed {
		u.weighed, u.least = true, b.newLeastOf(u)
	}
	return u.least
}

func (b *bench) newLeastOf(u *unit) Badness {
	if u.wish.Filler {
		return 0
	}
	columns := b.style.Grid.Columns
	least := hopeless
	if u.hole == nil && u.briefs == nil { // it may go on overleaf, or run on here
		least = b.shareOfPage(u.lines)
		if b.shapesOver(u, columns).high < 0 {
			least += b.breaks.each
		}
	}
	for span := 1; span <= columns; span++ {
		s := b.shapesOver(u, span)
		for h := s.low; h <= s.high; h++ {
			if s.cost[h] < hopeless {
				least = min(least, s.cost[h]+b.shareOfPage(h*span))
			}
		}
	}
	return least
}

// leastBreak is what it costs at least, over leastOf, that a story goes on
// overleaf.
func (b *bench) leastBreak(u *unit) Badness {
	if u.hole != nil || u.briefs != nil || b.shapesOver(u, b.style.Grid.Columns).high < 0 {
		return 0
	}
	for _, g := range u.guises {
		if b.neededBreaks(g) > 0 {
			return b.breaks.each
		}
	}
	if u.guises == nil && b.neededBreaks(u) > 0 {
		return b.breaks.each
	}
	return b.breaks.each + b.breaks.more
}
