package layout

import (
	"cmp"
	"slices"
)

// mostAhead is on how many pages after its own a story that goes on leaves room, at
// their feet, for what belongs on those.
const mostAhead = 2

// feet are the rows at the foot of each of the next pages that a story that goes on
// does not have.
type feet [mostAhead]int

// next are the feet after the first page.
func (f feet) next() (after feet) {
	copy(after[:], f[1:])
	return after
}

// A chain is stories that go on overleaf one after another, each where the one
// before it ends: the first at the head of what is left of a page, the others in
// tiers under it or at the foot of a page that the chain comes over. Under the tiers
// stands what stands whole. mostOn is how many of the cheapest ways are tried of
// all but the last; leastResumed the rows that stand under the head of a
// continuation, at least, where it is not at the head of a page.
const (
	mostOn       = 4
	leastResumed = 6
)

// chain is what a chain has on its pages beside the first run.
type chain struct {
	runs  []*run // of the stories after the first, in their order
	bases [mostAhead + 1]base
}

// base is the foot of a page that a chain comes over: so many rows of tiers, with as
// many stories that go on, over so many rows of what stands whole.
type base struct{ tiers, whole int }

// rows are those of a base and the gap in it.
func (b base) rows(gap int) int {
	if b.tiers > 0 && b.whole > 0 {
		return b.tiers + gap + b.whole
	}
	return b.tiers + b.whole
}

// tier is the rows of a page from one to another.
type tier struct{ from, to int }

// link is a story of a chain that begins in a tier of a page.
type link struct {
	unit, page int
	tier
}

// grounds are the stories of a choice at the foot of its page and the next ones:
// those that go on, and those that stand whole.
type grounds [mostAhead + 1]struct{ on, whole []int }

func (c *choice) grounds() grounds {
	var g grounds
	at := c.list[1+c.besides():]
	take := func(n int) (list []int) {
		list, at = at[:n], at[n:]
		return list
	}
	for i := range g {
		n, on := c.under, c.on
		if i > 0 {
			n, on = c.ahead[i-1], c.onAhead[i-1]
		}
		g[i].on = take(on)
		g[i].whole = take(n - on)
	}
	return g
}

// last is the last page, counted from the choice's own, that something of it begins
// on.
func (c *choice) last() int {
	for i := mostAhead; i > 0; i-- {
		if c.ahead[i-1] > 0 {
			return i
		}
	}
	return 0
}

// chained reports a choice that is a chain.
func (c *choice) chained() bool { return c.on > 0 || c.last() > 0 }

// links counts the stories of a choice that go on after its first.
func (c *choice) links() int {
	n := c.on
	for _, on := range c.onAhead {
		n += on
	}
	return n
}

// leastOverFoot is how many rows a story has at least over the foot of a page that it
// goes on over; leastTier is how many a story has at least that begins in a tier.
const (
	leastOverFoot = 10
	leastTier     = 7
)

// tryChain begins the first of a choice at the head of what is left of a page, with
// others beside it, and the others of its chain under it and on the next pages.
func (p *plan) tryChain(at spot, cost Badness, top int, c *choice) {
	if p.pressed && p.weighed > mostMovesOfChains {
		return
	}
	g := c.grounds()
	p.eachBase(at, top, &g, 0, &chain{}, func(ch *chain, feet feet, more Badness) {
		p.tryBases(at, cost+more, top, c, &g, ch, feet)
	})
}

// eachBase calls try with the ways of dividing the feet of the pages from the ith
// on: what they take of the next pages, and what they weigh.
func (p *plan) eachBase(at spot, top int, g *grounds, i int, ch *chain, try func(ch *chain, feet feet, more Badness)) {
	if i == len(g) {
		var f feet
		for k := range f {
			f[k] = p.footOn(at.page + 1 + k)
			if rows := ch.bases[k+1].rows(p.gap); rows > 0 {
				f[k] += p.gap + rows
			}
		}
		try(ch, f, 0)
		return
	}
	heights, whole := []int{0}, (*footing)(nil)
	if len(g[i].whole) > 0 {
		whole = p.footing(at.page+i, g[i].whole)
		heights = whole.worthATry()
	}
	room, shares := p.rowsOn(at.page+i)-leastOverFoot, []int{50, 75, 100}
	if i == 0 {
		room, shares = p.rowsOn(at.page)-top, []int{25, 33, 50, 67}
	}
	for _, h := range heights {
		var of Badness
		if whole != nil {
			of = whole.cost[h]
		}
		for _, tiers := range p.tierRows(room, h, len(g[i].on), shares) {
			ch.bases[i] = base{tiers, h}
			p.eachBase(at, top, g, i+1, ch, func(ch *chain, f feet, more Badness) { try(ch, f, of+more) })
		}
	}
	ch.bases[i] = base{}
}

// tierRows are the rows that so many tiers may have: shares, in percent, of those
// that there are over what stands whole.
func (p *plan) tierRows(room, whole, tiers int, shares []int) []int {
	if whole > 0 {
		room -= whole + p.gap
	}
	if tiers == 0 {
		if room < 0 {
			return nil
		}
		return []int{0}
	}
	var all []int
	for _, share := range shares {
		if rows := room * share / 100; (rows+p.gap)/tiers-p.gap >= leastTier {
			all = append(all, rows)
		}
	}
	return all
}

// tryBases tries the runs of a chain whose feet are divided.
func (p *plan) tryBases(at spot, cost Badness, top int, c *choice, g *grounds, ch *chain, f feet) {
	links, pictured := p.links(at, g, ch), p.all[c.list[0]].pictured
	for _, l := range links {
		pictured = pictured || p.all[l.unit].pictured
	}
	foot, most := ch.bases[0].rows(p.gap), mostWaysOfLead
	if len(links) > 0 {
		most = mostOn
	}
	p.eachOver(at, top, foot, f, c, func(more Badness, here rest, by move) {
		for _, first := range cheapestOn(p.runsFrom(p.all[c.list[0]], here, by.span), most) {
			for _, then := range p.goOn(onward{at.page + first.pages, first.row}, links, at.page, f) {
				if then.ended.page <= at.page+c.last() {
					continue
				}
				all := *first
				all.chain = &chain{then.runs, ch.bases}
				all.cost += then.cost
				all.pages, all.row = then.ended.page-at.page, then.ended.row
				by.run = &all
				p.land(at, cost+more, pictured, by)
			}
		}
	})
}

// links are the stories of a chain after the first, each in its tier.
func (p *plan) links(at spot, g *grounds, ch *chain) []link {
	var links []link
	for i := range g {
		page, b := at.page+i, ch.bases[i]
		bottom := p.rowsOn(page)
		if b.whole > 0 {
			bottom -= b.whole + p.gap
		}
		for k, t := range p.tiers(bottom, b.tiers, len(g[i].on)) {
			links = append(links, link{g[i].on[k], page, t})
		}
	}
	return links
}

// tiers are so many tiers, as high as one another, of the rows over a row, with gaps
// between them.
func (p *plan) tiers(bottom, rows, n int) []tier {
	if n == 0 {
		return nil
	}
	all, each := make([]tier, n), (rows+p.gap)/n
	for i := range all {
		all[i] = tier{bottom - rows + i*each, bottom - rows + (i+1)*each - p.gap}
	}
	all[n-1].to = bottom
	return all
}

// goings are the runs of stories that go on one after another, and where the last
// one ends.
type goings struct {
	runs  []*run
	ended onward
	cost  Badness
}

// goOn are the ways of beginning linked stories and going on from where something
// has ended, where the pages after one have such feet.
func (p *plan) goOn(ended onward, links []link, page int, f feet) []goings {
	if len(links) == 0 {
		return []goings{{ended: ended}}
	}
	l := links[0]
	to, white := p.resumed(ended, page, f)
	if to.page <= l.page {
		return nil
	}
	here := rest{l.from, l.to, feetFrom(to.page, page, f), to.row, true}
	most := mostOn
	if len(links) == 1 {
		most += mostWaysOfLead
	}
	var all []goings
	for _, r := range cheapestOn(p.runsFrom(p.all[l.unit], here, p.columnsOn(l.page)), most) {
		if p.pressed {
			p.weighed++
		}
		if r.of != nil && r.of.rank < r.of.place() {
			continue // its headline would shout over a few lines
		}
		for _, then := range p.goOn(onward{to.page + r.pages - 1, r.row}, links[1:], page, f) {
			all = append(all, goings{append([]*run{r}, then.runs...), then.ended, r.cost + white.sum() + then.cost})
		}
	}
	return all
}

// feetFrom are the feet of a page and those after it, of feet after another page.
func feetFrom(page, after int, f feet) (from feet) {
	for i := range from {
		if k := page - after - 1 + i; k < len(f) {
			from[i] = f[k]
		}
	}
	return from
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

// resumed is where a story goes on after another that ends there: under that or,
// where it leaves too little of the page, on the next.
func (p *plan) resumed(ended onward, page int, f feet) (to onward, white faults) {
	to = onward{ended.page, ended.row + p.gap}
	bottom := p.rows - feetFrom(to.page, page, f)[0]
	if to.row+continuedRows+leastResumed <= bottom {
		return to, nil
	}
	white.add(FlawWhite, whiteOf(bottom-ended.row, p.columns))
	return onward{ended.page + 1, 0}, white
}
