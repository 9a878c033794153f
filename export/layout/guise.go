package layout

import (
	"cmp"
	"maps"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// guise is what the make-up may do to a story beyond its ways, as if somebody
// had wished it, for a price.
type guise struct {
	photo    bulletin.SizeWish     // or none
	headline bulletin.HeadlineWish // or none
	others   bulletin.SizeWish     // of all photos but the one that may stand under the headline, or none
}

// enlargePrice is what a larger headline costs: less than anybody sees.
const enlargePrice = leastGain - 1

// prices are what a unit costs more in its guise.
func (u *unit) prices() (f faults) {
	g := u.given.guise
	switch g.photo {
	case bulletin.SizeSmall, bulletin.SizeColumn:
		f.add(FlawPhotoSize, shrinkPrice)
	case bulletin.SizeWide:
		f.add(FlawPhotoSize, enlargePrice)
	}
	if g.others != "" {
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
	a := &u.story.piece.Article
	switch g.photo {
	case bulletin.SizeSmall:
		for i := range a.Photos {
			a.Photos[i].Size = bulletin.SizeSmall
		}
	case bulletin.SizeColumn, bulletin.SizeWide:
		leadPhoto(a).Size = g.photo
	}
	if g.others != "" {
		resizeOthers(a, g.others)
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
// left open. One that opens narrow pages with its photo has none, a leading one its
// own, and a brief keeps its headline.
func (b *bench) guisesOf(u *unit) []guise {
	a := &u.given.piece.Article
	if u.rank == 0 && u.leader && !u.given.sole {
		return b.guisesOfLead(u)
	}
	if u.rank == 0 && (!u.given.sole || b.style.Grid.Columns == 1) {
		return nil
	}
	headlines := []bulletin.HeadlineWish{""}
	if u.rank == 1 && u.wish.HeadlineSize == "" && hasText(a.Headline) {
		if carriesLarge(b.style, u.lines) {
			headlines = append(headlines, bulletin.HeadlineLarge)
		} else {
			headlines = append(headlines, bulletin.HeadlineSmall)
		}
	}
	photos := []bulletin.SizeWish{""}
	if u.wish.PhotoSize == "" && u.lead != nil && sizesOpen(a) && !b.isGallery(a) {
		photos = append(photos, bulletin.SizeSmall)
		if wantsWidth(a, u.lead) {
			photos = append(photos, bulletin.SizeColumn)
		}
		if b.carriesWide(u) && b.sharpAcross(u.lead) {
			photos = append(photos, bulletin.SizeWide)
		}
	}
	var all []guise
	for _, h := range headlines {
		for _, p := range photos {
			all = append(all, guise{photo: p, headline: h})
		}
	}
	return all[1:]
}

// sharpAcross reports a photo that shows no pixels over the whole width.
func (b *bench) sharpAcross(p *bulletin.Photo) bool {
	_, _, w, _ := p.Shown()
	return !p.IsEmptyFrame() && sharpLength(w) >= b.widthOf(b.style.Grid.Columns)
}

// carriesLarge reports a story that is long enough for a large headline: one that
// takes a third of a page. Over a few lines it would shout, as a small one would be lost
// over such a story, under which its standfirst speaks louder.
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
		if g.photo == "" && k.bench.style.Grid.Columns > 1 {
			s.lines = u.lines
		}
		one := k.unit(s)
		if at := slices.IndexFunc(all, one.sameBody); at >= 0 {
			one.shareBody(all[at])
		}
		all = append(all, one)
	}
	if u.opened == nil || !slices.Equal(u.opened.guises, all) {
		u.opened = &unit{guises: all}
		u.retellOpened()
	}
	return u.opened
}

// sameBody reports a unit of the same story that differs in its headline alone.
func (u *unit) sameBody(o *unit) bool {
	return slices.EqualFunc(u.piece.Article.Photos, o.piece.Article.Photos, func(a, b bulletin.Photo) bool { return a.Size == b.Size })
}

// shareBody lets a unit that nothing was found out about share what another
// finds out about the same body.
func (u *unit) shareBody(of *unit) {
	if len(u.flows) == 0 && len(u.leads) == 0 {
		u.flows, u.leads, u.cuts, u.bodies = of.flows, of.leads, of.cuts, of.bodies
	}
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

// An issue of up to fewLines is searched with all its stories in their guises. Of
// a longer one a story is opened where what begins on its page costs openAt more
// than the page, the worst first, mostInGuises in a search: where the rest is good,
// a story stays as it comes. fewUnits are so few that no beginning is given up.
const (
	fewLines     = 1200
	openAt       = 30 * blankLine
	mostInGuises = 10
	fewUnits     = 6
)

// together searches with briefs alone and stories in guises in turn, until neither
// brings anything.
func (a *attempt) together() {
	if a.best == nil {
		return
	}
	if !isOfFewLines(a.lineup.units) {
		a.most = mostStepsOfMany - a.steps // a round weighs about as many as the search before it
	}
	for a.steps <= a.most {
		was := a.best
		a.inGuises()
		a.alone()
		if a.best == was {
			return
		}
	}
}

// inGuises searches the best line-up again with stories in their guises, and
// keeps what makes the issue better, until nothing does or the plans have weighed
// what they may.
func (a *attempt) inGuises() {
	for a.steps <= a.most {
		was, open := a.best, maps.Clone(a.open)
		if !a.openWorst(a.lineup.units) {
			return
		}
		if a.better(a.lineup) {
			continue
		}
		if a.jumpy {
			a.open = open
		}
		if a.best == was {
			return
		}
	}
}

// dearJumps is what a page that a story goes on over is made to cost more, where
// the best plan has more of them than there were.
var dearJumps = [...]Badness{0, weigh.Broken, 20 * weigh.Broken}

// better tries a line-up with stories in guises, and takes what is better than the
// best and has no more jumps: fewer pages are bought too dearly where readers lose
// their place. It notes whether there was better with more jumps.
func (a *attempt) better(l lineup) bool {
	was, kept := a.best, a.lineup
	a.jumpy = false
	defer func() { a.overleaf = 0 }()
	for _, a.overleaf = range dearJumps {
		a.try([]lineup{l}, a.behind())
		if a.best == was && !a.jumpy {
			return false
		}
		if a.best != was && a.best.jumps() <= was.jumps() {
			return true
		}
		a.best, a.lineup, a.jumpy = was, kept, true
	}
	return false
}

// inTheirGuises are the units of a lineup, those opened that are to be.
func (a *attempt) inTheirGuises(units []*unit) []*unit {
	if len(a.open) == 0 {
		return units
	}
	units = slices.Clone(units)
	for i, u := range units {
		if u.guises == nil && u.briefs == nil && a.open[u.piece.ID] {
			units[i] = a.Memory.open(u)
		}
	}
	return units
}

// openWorst opens the units of the worst pages, or, where that is no more than
// can be weighed at once, all; false where there are none that are not opened.
func (a *attempt) openWorst(units []*unit) bool {
	all := isOfFewLines(units)
	worst := make([]int, 0, len(units))
	cost := a.best.costOfPages()
	for i, u := range units {
		if u.guises == nil && u.briefs == nil && (all || cost[u] > weigh.Page+openAt) {
			worst = append(worst, i)
		}
	}
	slices.SortStableFunc(worst, func(i, k int) int { return cmp.Compare(cost[units[k]], cost[units[i]]) })
	if !all {
		worst = worst[:min(len(worst), mostInGuises)]
	}
	if a.open == nil {
		a.open = map[bulletin.ID]bool{}
	}
	some := false
	for _, i := range worst {
		if a.Memory.open(units[i]) != units[i] {
			some = true
			a.open[units[i].piece.ID] = true
		}
	}
	return some
}

// isOfFewLines reports units of an issue of up to fewLines.
func isOfFewLines(units []*unit) bool {
	lines := 0
	for _, u := range units {
		lines += u.lines
	}
	return lines <= fewLines
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
