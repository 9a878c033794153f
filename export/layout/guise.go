package layout

import (
	"cmp"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// guise is what the make-up may do to a story beyond its ways, as if somebody
// had wished it, for a price.
type guise struct {
	smallPhotos bool
	headline    bulletin.HeadlineWish // or none
}

// enlargePrice is what a larger headline costs: less than anybody sees.
const enlargePrice = leastGain - 1

// prices are what a unit costs more in its guise.
func (u *unit) prices() (f faults) {
	g := u.given.guise
	if g.smallPhotos {
		f.add(FlawPhotoSize, shrinkPrice)
	}
	switch {
	case u.rank > u.given.rank:
		f.add(FlawHeadline, shrinkPrice)
	case u.rank < u.given.rank:
		f.add(FlawHeadline, enlargePrice)
	}
	return f
}

// wear puts the unit's story in its guise.
func (u *unit) wear(g guise) {
	if g.smallPhotos {
		for i := range u.story.piece.Article.Photos {
			u.story.piece.Article.Photos[i].Size = bulletin.SizeSmall
		}
	}
	switch g.headline {
	case bulletin.HeadlineLarge:
		u.rank = 0
	case bulletin.HeadlineSmall:
		u.rank = 2
	}
}

// place is the rank that a unit has among others, in whatever guise.
func (u *unit) place() int {
	if u.given.guise != (guise{}) {
		return u.given.rank
	}
	return u.rank
}

// guisesOf are the guises that a unit may have: what editor and reporter have
// left open; a leading story has none, and a brief keeps its headline.
func (b *bench) guisesOf(u *unit) []guise {
	a := &u.given.piece.Article
	if u.rank == 0 {
		return nil
	}
	headlines := []bulletin.HeadlineWish{""}
	if u.rank == 1 && u.wish.HeadlineSize == "" && hasText(a.Headline) {
		headlines = append(headlines, bulletin.HeadlineSmall)
		if carriesLarge(b.style, u.lines) {
			headlines = append(headlines, bulletin.HeadlineLarge)
		}
	}
	var all []guise
	for _, h := range headlines {
		all = append(all, guise{headline: h})
		if u.wish.PhotoSize == "" && u.lead != nil && sizesOpen(a) && !b.isGallery(a) {
			all = append(all, guise{true, h})
		}
	}
	return all[1:]
}

// carriesLarge reports a story that is long enough for a large headline: one that
// takes a third of a page. Over a few lines it would shout.
func carriesLarge(s *styles.Style, lines int) bool {
	return 3*lines >= s.Grid.Rows*s.Grid.Columns
}

// open is a story that may come in any of its guises, as one unit: what it
// weighs is what the best of them does. A unit that has none is returned.
func (k *Memory) open(u *unit) *unit {
	if u.briefs != nil || u.hole != nil {
		return u
	}
	guises := k.bench.guisesOf(u)
	if len(guises) == 0 {
		return u
	}
	all := []*unit{u}
	for _, g := range guises {
		s := u.given
		s.guise = g
		all = append(all, k.unit(s))
	}
	if u.opened == nil || !slices.Equal(u.opened.guises, all) {
		u.opened = &unit{guises: all}
		u.retellOpened()
	}
	return u.opened
}

// retellOpened gives the opened unit the unit's own words.
func (u *unit) retellOpened() {
	if o := u.opened; o != nil {
		o.story, o.given, o.pin, o.pictured, o.lead, o.findings = u.story, u.given, u.pin, u.pictured, u.lead, u.findings
	}
}

// shapesInGuises are the best rectangles over all guises.
func (b *bench) shapesInGuises(u *unit, span int) *shapes {
	rows := b.style.Grid.Rows
	s := &shapes{cost: hopelessFor(rows), pick: make([]int16, rows+1), low: rows + 1, high: -1}
	for _, g := range u.guises {
		prices := g.prices()
		price := prices.sum()
		of := b.shapesOver(g, span)
		index := make([]int16, len(of.all)) // in s, and one more
		for h := of.low; h <= of.high; h++ {
			if of.cost[h] >= hopeless || of.cost[h]+price >= s.cost[h] {
				continue
			}
			at := of.pick[h]
			if index[at] == 0 {
				sh := of.all[at]
				sh.of, sh.cost, sh.faults = g, sh.cost+price, concat(sh.faults, prices)
				s.all = append(s.all, sh)
				index[at] = int16(len(s.all))
			}
			s.cost[h], s.pick[h] = of.cost[h]+price, index[at]-1
			s.low, s.high = min(s.low, h), max(s.high, h)
		}
	}
	return s
}

// runsInGuises are the best runs over all guises.
func (b *bench) runsInGuises(u *unit, here rest, span int) []*run {
	var best []*run
	for _, g := range u.guises {
		price := g.prices().sum()
		for _, r := range b.runsFrom(g, here, span) {
			one := *r
			one.of, one.cost = g, r.cost+price
			best = keepCheaper(best, &one)
		}
	}
	return best
}

// keepCheaper adds a run to those that end on other places, or puts it in the
// place of the one that ends there and is dearer.
func keepCheaper(best []*run, r *run) []*run {
	at := slices.IndexFunc(best, func(o *run) bool { return o.pages == r.pages && o.row == r.row })
	switch {
	case at < 0:
		kept := *r
		return append(best, &kept)
	case r.cost < best[at].cost:
		*best[at] = *r
	}
	return best
}

// Where the rest of an issue is good, a story stays as it comes: it is opened
// where what begins on its page costs openAt more than the page, the worst first,
// mostInGuises in a search. All of few stories are.
const (
	openAt       = 30 * blankLine
	mostInGuises = 10
	fewUnits     = 6
)

// mostStepsInGuises is how many moves a layout weighs before it opens no more.
const mostStepsInGuises = 100_000

// inGuises searches the best line-up again with the stories of its worst pages
// in their guises, and keeps what makes the issue better, until nothing does or
// the plans have weighed what they may. Styles of one column stay as they come.
func (a *attempt) inGuises() {
	if a.bench.style.Grid.Columns == 1 {
		return
	}
	most := a.steps + mostStepsInGuises
	for a.best != nil && a.steps <= most {
		was, kept := a.best, a.lineup
		l := kept
		l.units = slices.Clone(l.units)
		if !a.openWorst(l.units) {
			return
		}
		a.try([]lineup{l}, a.behind())
		if a.best == was {
			return
		}
		if a.best.jumps() > was.jumps() {
			a.best, a.lineup = was, kept
			return
		}
	}
}

// openWorst opens the units of the worst pages; false where there are none that
// are not opened.
func (a *attempt) openWorst(units []*unit) bool {
	worst := make([]int, 0, len(units))
	cost := a.best.costOfPages()
	for i, u := range units {
		if u.guises == nil && u.briefs == nil && (len(units) <= fewUnits || cost[u] > weigh.Page+openAt) {
			worst = append(worst, i)
		}
	}
	slices.SortStableFunc(worst, func(i, k int) int { return cmp.Compare(cost[units[k]], cost[units[i]]) })
	some := false
	for _, i := range worst[:min(len(worst), mostInGuises)] {
		opened := a.open(units[i])
		some = some || opened != units[i]
		units[i] = opened
	}
	return some
}

// costOfPages is what all that begins on the page of a unit costs.
func (p *plan) costOfPages() map[*unit]Badness {
	steps, page := p.steps(), map[int]Badness{}
	for i, s := range steps {
		after := p.best.cost
		if i+1 < len(steps) {
			after = p.beginningAt(steps[i+1].at).cost
		}
		page[s.at.page] += after - p.beginningAt(s.at).cost
	}
	cost := map[*unit]Badness{}
	for _, s := range steps {
		if s.what == nil {
			continue
		}
		for _, at := range s.what.list {
			cost[p.all[at]] = page[s.at.page]
		}
	}
	return cost
}

// jumps counts the pages that stories go on over.
func (p *plan) jumps() int {
	n := 0
	for _, s := range p.steps() {
		if s.run != nil {
			n += s.run.pages
		}
	}
	return n
}
