package layout

import (
	"cmp"
	"slices"
)

// Several stories may begin on one page and all go on overleaf: one under another,
// each going on where the one above it ends. mostOn is how many of the cheapest
// ways are tried of all but the last; leastResumed the rows that stand under the
// head of a continuation, at least, where it is not at the head of a page.
const (
	mostOn       = 4
	leastResumed = 6
)

// tryAllOn begins the first of a choice at the head of what is left of a page,
// with others beside it, and all that belong under it, so that they all go on
// overleaf.
func (p *plan) tryAllOn(at spot, cost Badness, top int, c *choice) {
	under := c.list[len(c.list)-c.under:]
	pictured := p.all[c.list[0]].pictured
	for _, i := range under {
		u := p.all[i]
		if u.hole != nil || u.briefs != nil || u.wish.NoJump && p.fitsPage(u) {
			return
		}
		pictured = pictured || u.pictured
	}
	for _, share := range [...]int{25, 33, 50, 67} {
		foot := (p.rowsOn(at.page) - top) * share / 100
		p.eachOver(at, top, foot, c, func(more Badness, here rest, by move) {
			for _, first := range cheapestOn(p.runsFrom(p.all[c.list[0]], here, by.span), mostOn) {
				ended := onward{at.page + first.pages, first.row}
				for _, then := range p.allOn(at.page, ended, under, p.tiers(at.page, foot, len(under))) {
					all := *first
					all.then, all.cost = then.run, first.cost+then.cost
					all.pages, all.row = then.ended.page-at.page, then.ended.row
					by.run = &all
					p.land(at, cost+more, pictured, by)
				}
			}
		})
	}
}

// tier is the rows of a page from one to another.
type tier struct{ from, to int }

// tiers are so many tiers, as high as one another, of the last rows of a page, with
// gaps between them.
func (p *plan) tiers(page, rows, n int) []tier {
	all, bottom := make([]tier, n), p.rowsOn(page)
	each := (rows + p.gap) / n
	for i := range all {
		all[i] = tier{bottom - rows + i*each, bottom - rows + (i+1)*each - p.gap}
	}
	all[n-1].to = bottom
	return all
}

// allRuns are the runs of stories that go on one after another, and where the last
// one ends.
type allRuns struct {
	run   *run
	ended onward
	cost  Badness
}

// allOn are the ways of beginning stories in tiers of a page and going on from
// where something has ended.
func (p *plan) allOn(page int, ended onward, under []int, tiers []tier) []allRuns {
	if len(under) == 0 {
		return []allRuns{{ended: ended}}
	}
	to, white := p.resumed(ended)
	here := rest{tiers[0].from, tiers[0].to, p.footOn(to.page), to.row, true}
	var all []allRuns
	for _, r := range cheapestOn(p.runsFrom(p.all[under[0]], here, p.columnsOn(page)), mostOn+mostWaysOfLead*(2-min(2, len(under)))) {
		if r.of != nil && r.of.rank < r.of.place() {
			continue // its headline would shout over a few lines
		}
		for _, then := range p.allOn(page, onward{to.page + r.pages - 1, r.row}, under[1:], tiers[1:]) {
			one := *r
			one.then = then.run
			all = append(all, allRuns{&one, then.ended, r.cost + white.sum() + then.cost})
		}
	}
	return all
}

// cheapestOn are the cheapest few of the runs that end on a later page.
func cheapestOn(all []*run, most int) []*run {
	on := make([]*run, 0, len(all))
	for _, r := range all {
		if r.pages > 0 && r.spares() {
			on = append(on, r)
		}
	}
	slices.SortStableFunc(on, func(a, b *run) int { return cmp.Compare(a.cost, b.cost) })
	return on[:min(len(on), most)]
}

// resumed is where a story goes on that began under one that ends there: under that
// or, where it leaves too little of the page, on the next.
func (p *plan) resumed(ended onward) (to onward, white faults) {
	to = onward{ended.page, ended.row + p.gap}
	if to.row+continuedRows+leastResumed <= p.rowsOn(to.page) {
		return to, nil
	}
	white.add(FlawWhite, whiteOf(p.rowsOn(ended.page)-ended.row, p.columns))
	return onward{ended.page + 1, 0}, white
}

// putAllOn puts the stories that begin in tiers of a page under one that was put,
// and go on where that has ended.
func (r *realiser) putAllOn(under []int, first *run, page int, tiers []tier) {
	for then := first; then != nil; then = then.then {
		ended := onward{r.page, r.row}
		to, white := r.plan.resumed(ended)
		if to.row > 0 {
			r.ruleOver(0, r.plan.columns)
		} else {
			r.leaveWhite(ended.page, (r.plan.rowsOn(ended.page)-ended.row)*r.plan.columns)
		}
		r.blame(white, ended.page)
		u, span := r.plan.all[under[0]], r.plan.columnsOn(page)
		r.page, r.row = page, tiers[0].from-r.plan.gap
		r.separate(u, 0, span)
		r.row, r.rows = tiers[0].from, tiers[0].to
		r.overleaf, r.shared, r.onward = r.plan.footOn(to.page), true, to
		r.runOn(u, then, 0, span, ended.page)
		under, tiers = under[1:], tiers[1:]
	}
}
