package layout

import "slices"

// mostOver bounds the stories of a page, and holes there, that stand beside and
// under one that goes on overleaf; mostFiling those that fill up page one with
// them, of the editor's order.
const (
	mostOver   = 5
	mostFiling = 2
)

// besides counts the units of a choice that stand beside its first, over others.
func (c *choice) besides() int { return c.begun() - 1 - c.under }

// leadChoices are the first choices where the leading story is to be the head of
// page one: those that begin with it.
func (p *plan) leadChoices(t taken, free []choice) []choice {
	all := append(make([]choice, 0, len(free)), free...)
	for n := 1; n <= mostFixed && n <= len(p.fixed); n++ {
		for _, c := range free {
			if !c.leave && len(c.list) <= mostBesideFixed {
				all = append(all, p.withFixed(c, n))
			}
		}
	}
	all = append(all, p.overChoices(t)...)
	all = append(all, p.chainChoices(t)...)
	return slices.DeleteFunc(all, func(c choice) bool { return c.list[0] != 0 })
}

// withFixed is a choice with the next n of those that belong on a page after it.
func (p *plan) withFixed(c choice, n int) choice {
	c.fixed, c.pin = n, p.fixed[c.to.fixed+n-1].pin
	c.list = concat(c.list, series(len(p.units)+c.to.fixed, n))
	c.to.fixed += n
	return c
}

// overChoices are a story and those that belong on its page, or on that on which
// it is placed, some of them beside it and the others under it.
func (p *plan) overChoices(t taken) []choice {
	most := 0
	for most < mostOver && t.fixed+most < len(p.fixed) && p.fixed[t.fixed+most].pin == p.fixed[t.fixed].pin {
		most++
	}
	var all []choice
	for n := 1; n <= most; n++ {
		fixed := choice{to: taken{t.next, t.fixed + n, t.waits}, fixed: n, pin: p.fixed[t.fixed].pin, page: p.fixed[t.fixed].pin}
		others := series(len(p.units)+t.fixed, n)
		for i := range others {
			rest := slices.Delete(slices.Clone(others), i, i+1)
			fixed.passed = i
			all = p.sharedOut(all, fixed, others[i], rest)
		}
		if fixed.passed = 0; t.waits > 0 {
			continue
		}
		if t.next < len(p.units) {
			later := fixed
			later.list, later.ahead[0], later.page = concat([]int{t.next}, others), n, fixed.pin-1
			later.to.next++
			all = append(all, later)
		}
		for more := range mostFiling + 1 {
			if t.next+more >= len(p.units) || more > 0 && t.next > 0 {
				break
			}
			with := fixed
			with.to.next += more + 1
			all = p.sharedOut(all, with, t.next, concat(others, series(t.next+1, more)))
		}
	}
	return all
}

// sharedOut adds the choices in which some of the others stand beside the first
// and the rest, one at least, under it.
func (p *plan) sharedOut(all []choice, c choice, first int, others []int) []choice {
	if u := p.all[first]; u.hole != nil || u.briefs != nil {
		return all
	}
	for beside := range 1<<len(others) - 1 {
		list, under := []int{first}, []int(nil)
		for i, at := range others {
			if beside>>i&1 == 1 {
				list = append(list, at)
			} else {
				under = append(under, at)
			}
		}
		if len(list)-1 > mostStacked || len(list)+len(under) > mostInBand {
			continue
		}
		c.list, c.under, c.on = concat(list, under), len(under), 0
		all = append(all, c)
		if c.on = c.under; p.mayGoOn(under) {
			all = append(all, c)
		}
	}
	return all
}

// mayGoOn reports units that may all begin on a page and go on overleaf.
func (p *plan) mayGoOn(list []int) bool {
	return !slices.ContainsFunc(list, func(i int) bool {
		u := p.all[i]
		return u.hole != nil || u.briefs != nil || u.wish.NoJump && p.fitsPage(u)
	})
}

// tryUnder tries the ways of placing a choice of which some stand under its first,
// where that is their page.
func (p *plan) tryUnder(at spot, cost Badness, top int, c *choice) {
	if top >= p.rowsOn(at.page) || p.all[c.list[0]].wish.NoJump && p.fitsPage(p.all[c.list[0]]) {
		return
	}
	cost += Badness(c.passed) * weigh.Passed
	switch {
	case c.page != at.page:
	case c.chained():
		p.tryChain(at, cost, top, c)
	default:
		p.tryOver(at, cost, top, c)
	}
}

// spares reports a run of which nothing is taller than its place, and would lie on
// what stands under it.
func (r *run) spares() bool { return r.cost < weigh.Overset }

// tryOver begins a story that goes on overleaf at the head of what is left of a
// page, over others that belong there, or beside and over them.
func (p *plan) tryOver(at spot, cost Badness, top int, c *choice) {
	u := p.all[c.list[0]]
	foot := p.footing(at.page, c.list[len(c.list)-c.under:])
	for _, h := range foot.worthATry() {
		p.eachOver(at, top, h, p.feetAfter(at.page), c, func(more Badness, here rest, by move) {
			for _, r := range p.runsFrom(u, here, by.span) {
				if by.run = r; r.pages > 0 && r.spares() {
					p.land(at, cost+more+foot.cost[h], u.pictured || foot.pictured, by)
				}
			}
		})
	}
}

// eachOver calls try with the ways of placing the first of a choice over a foot of
// so many rows, with what stands beside it: what that weighs, and what is left for
// the story of the page, with the feet of the next ones.
func (p *plan) eachOver(at spot, top, foot int, f feet, c *choice, try func(more Badness, here rest, by move)) {
	beside, columns := c.besides(), p.columnsOn(at.page)
	end := p.rowsOn(at.page)
	if foot > 0 {
		end -= foot + p.gap
	}
	if end <= top {
		return
	}
	by := move{kind: moveOver, what: c, foot: foot, span: columns}
	here := rest{row: top, rows: end, feet: f, shared: foot > 0}
	if beside == 0 {
		try(p.hereIn(at, c, []cell{{0, columns, 1}}), here, by)
		return
	}
	for by.span = columns - 1; by.span >= (columns+1)/2; by.span-- {
		var more Badness
		span := columns - by.span
		if by.rows, more = p.below(p.pillar(c.list[1:1+beside], span), end-top, span); by.rows >= 0 {
			try(more+p.hereIn(at, c, []cell{{0, by.span, 1}, {by.span, span, beside}}), here, by)
		}
	}
}

// overOthers puts a story that goes on overleaf, with what stands beside it, over
// others.
func (r *realiser) overOthers(s *step) {
	top, order, list, page := r.row, r.order, s.what.list, r.page
	under, beside := list[len(list)-s.what.under:], s.what.besides()
	foot := r.plan.rowsOn(page) - s.foot
	r.order = order + (1+beside)*orderOfStory
	r.foot(under, foot, s.foot)
	last := r.order
	r.row, r.order, r.rows, r.shared = top, order, foot-r.plan.gap, true
	if beside > 0 {
		r.beside(s, list[:1+beside], r.plan.cellsOf(s))
	} else {
		r.runOn(r.plan.all[list[0]], s.run, 0, s.span, page)
	}
	r.order = last
}
