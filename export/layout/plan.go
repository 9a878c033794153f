package layout

import (
	"slices"

	"bantin/bulletin"
)

// plan looks for the cheapest way of making up an issue, by dynamic
// programming: what follows depends on a beginning only by the page and grid
// line that it ends on and by the stories that are left, as in breaking lines.
type plan struct {
	*bench
	units   []*unit // in the editor's order
	fixed   []*unit // that belong on a page, by its number
	all     []*unit // both
	rows    int     // of a page
	columns int
	gap     int // empty rows between stories
	start   int // the first free row of page one
	imprint int // rows kept free at the foot of the last page
	pages   int // a number that the pages should be a multiple of, or 0

	chosen   [][]choice // by what is taken
	front    *front     // what stands on page one beside the stories, or nil
	split    [2]*grid   // the columns of page one, and those of all others
	layers   []*layer   // by page, from 1
	best     *end
	settled  []step // see settle
	unmet    []bulletin.Finding
	leads    bool    // the leading story is the first that is placed
	pressed  bool    // all chains are tried
	relaxed  bool    // wishes that leave no way are passed over
	beside   bool    // there may be white beside any story
	broad    int     // columns that the leading story has at least; see terms
	overleaf Badness // see dearJumps
	behind   Badness // see farBehind
	bound    Badness // what costs as much is given up
	bounded  bool    // something was
	ahead    ahead
	*foresight
	weighed  int // moves
	footings map[footKey]*footing
	before   faults // of the order in which the stories stand
	foot     faults // of the page that was weighed last
	boxed    bool   // there is a box of briefs that may stand on page one
	listed   bool   // there are contents that may stand there
}

// move is one step of the plan.
type move struct {
	kind moveKind
	what *choice // that it places; nil for a turn
	rows int     // of a band; of a run that begins in a cell the rest of the page
	how  int     // arrangement of a band
	span int     // columns of a story that stands alone or begins in a cell
	foot int     // rows of what stands under a story that goes on overleaf
	run  *run
}

type moveKind uint8

const (
	moveTurn  moveKind = iota // to a new page
	moveBand                  // stories side by side
	moveRun                   // a story over the whole width that may go on overleaf
	moveCell                  // a story that goes on overleaf beside others that do not
	moveOver                  // a story that goes on overleaf over others, or beside and over them
	moveAlone                 // a story over fewer columns than the page, beside white
	moveLeave                 // a filler is left out
)

type end struct {
	at   spot
	cost Badness
}

func newPlan(b *bench, units, fixed []*unit, start, imprint int) *plan {
	p := &plan{
		bench: b, units: units, fixed: fixed, all: concat(units, fixed), rows: b.style.Grid.Rows, columns: b.style.Grid.Columns,
		gap: b.style.Story.Gap, start: start, imprint: imprint,
	}
	p.chosen = make([][]choice, p.keys())
	all := &grid{columns: p.columns}
	p.split = [2]*grid{all, all}
	return p
}

// grid is the columns that stories have on a page.
type grid struct {
	kind    int // 0, or 1 for that of a page one with fewer columns
	columns int
}

// gridOn is the columns of a page.
func (p *plan) gridOn(page int) *grid { return p.split[min(page, 2)-1] }

func (p *plan) columnsOn(page int) int { return p.gridOn(page).columns }

// rowsOn is how many rows stories have on a page.
func (p *plan) rowsOn(page int) int {
	return p.rows - p.footOn(page)
}

// footOn is how many rows the front takes at the foot of a page.
func (p *plan) footOn(page int) int {
	if p.front == nil || page != p.front.page {
		return 0
	}
	return p.front.rows
}

// mostPages ends a search that would go on for ever.
const mostPages = 2000

// begin sets what is weighed before anything is placed: that stories were
// moved, that briefs are scattered, that no briefs stand on page one yet and
// that the lead is alone there.
func (p *plan) begin(l lineup) {
	if p.front = l.front; p.front != nil && p.front.columns > 0 {
		p.split[0] = &grid{kind: 1, columns: p.columns - p.front.columns}
	}
	p.boxed = l.boxed && (p.front == nil || p.front.box == nil)
	p.listed = l.listed
	p.before.add(FlawOrder, Badness(l.moved)*weigh.Order)
	p.before.add(FlawScattered, Badness(l.lone)*weigh.Scattered)
	cost := p.before.sum()
	if p.boxed {
		cost += weigh.BriefsInFront
	}
	if p.unlisted() {
		cost += weigh.Contents
	}
	switch {
	case p.front != nil:
		cost += p.front.cost(p.bench)
	case len(p.all) > 1:
		cost += weigh.Lonely
	}
	p.reach(spot{page: 1, row: p.start}, cost, spot{}, move{})
}

// search finds the best end; false when there is none.
func (p *plan) search() bool {
	for page := 1; page <= len(p.layers) && page <= mostPages; page++ {
		p.prune(page)
		l := p.layer(page)
		for key := range l.rows {
			for i := range l.rows[key] {
				if n := &l.rows[key][i]; n.reached {
					at := spot{page, i / 2, p.takenOf(key), i%2 == 1}
					p.openBeginning(at, n)
					p.expand(at, n.cost)
				}
			}
		}
	}
	return p.best != nil
}

// farBehind is how much more a beginning that has placed fewer stories may
// cost than one that has placed more on as many pages. It is wideBehind where
// the pages have to be stretched to a number.
const (
	farBehind  = 40 * blankLine
	wideBehind = 400 * blankLine
)

// prune drops the beginnings of a page that are further behind, and dearer,
// than others that have placed no less of what belongs on a page.
func (p *plan) prune(page int) {
	l := p.layer(page)
	least := make([]Badness, len(p.fixed)+1) // of those further on
	for i := range least {
		least[i] = hopeless
	}
	for next := len(p.units); next >= 0; next-- {
		bound := hopeless
		for fixed := len(p.fixed); fixed >= 0; fixed-- {
			bound = min(bound, least[fixed])
			here := hopeless
			for waits := range mostPassed + 2 {
				if waits == 1 {
					continue
				}
				cost := p.pruneAt(l, taken{next, fixed, waits}, bound+p.behind)
				if waits == 0 {
					here = cost
				}
			}
			least[fixed] = min(least[fixed], here)
		}
	}
}

// pruneAt drops beginnings that are dearer than most, and gives the least cost
// of the others.
func (p *plan) pruneAt(l *layer, t taken, most Badness) Badness {
	least := hopeless
	rows := l.rows[p.keyOf(t)]
	for i := range rows {
		n := &rows[i]
		switch {
		case !n.reached:
		case n.cost > most:
			n.reached = false
		default:
			least = min(least, n.cost)
		}
	}
	return least
}

// expand tries every step from a spot.
func (p *plan) expand(at spot, cost Badness) {
	if p.over(at.taken) {
		p.finish(at, cost)
		return
	}
	top := at.row
	if top > 0 && (at.page > 1 || top > p.start) {
		top += p.gap
	}
	p.tryTurn(at, cost)
	choices := p.choices(at.taken)
	for i := range choices {
		c := &choices[i]
		switch {
		case c.leave:
			p.reach(spot{at.page, at.row, c.to, at.pictured}, cost+weigh.LeftOut, at, move{kind: moveLeave, what: c})
		case c.under > 0 || c.chained():
			p.tryUnder(at, cost, top, c)
		case top < p.rowsOn(at.page) && p.timely(at, c):
			p.try(at, cost, top, c)
		}
	}
}

// timely reports a choice that is not before its page, or may be as nothing
// else is left to fill that.
func (p *plan) timely(at spot, c *choice) bool {
	return c.pin <= at.page || at.next == len(p.units) && at.waits == 0
}

// try tries every way of placing a choice at the top row.
func (p *plan) try(at spot, cost Badness, top int, c *choice) {
	cost += Badness(c.passed) * weigh.Passed
	p.tryBand(at, cost, top, c)
	if len(c.list) > 1 {
		p.tryCells(at, cost, top, c)
		return
	}
	p.tryAlone(at, cost, top, c)
	p.tryRun(at, cost, top, c)
}

// mostBlank is how far ahead a page may be that something belongs on, and the
// pages up to it be left blank for want of stories.
const mostBlank = 3

// tryTurn ends the page. One without anything is left so only where something
// belongs on a page soon after.
func (p *plan) tryTurn(at spot, cost Badness) {
	if at.row == 0 && (at.fixed == len(p.fixed) || p.fixed[at.fixed].pin <= at.page || p.fixed[at.fixed].pin > at.page+mostBlank) {
		return
	}
	p.foot = p.footOf(at, p.foot[:0])
	p.reach(spot{page: at.page + 1, taken: at.taken}, cost+p.foot.sum(), at, move{kind: moveTurn})
}

// footOf adds to faults those of a page that ends on a spot.
func (p *plan) footOf(at spot, f faults) faults {
	f.add(FlawWhite, whiteOf(p.rowsOn(at.page)-at.row, p.columnsOn(at.page)))
	f.add(FlawPage, weigh.Page)
	if at.page == 1 && at.placed() == 0 {
		f.add(FlawEmptyFront, weigh.EmptyFront)
	}
	p.dull(at, &f)
	return f
}

func (p *plan) dull(at spot, f *faults) {
	if !at.pictured {
		f.add(FlawDull, weigh.Dull)
	}
}

// finish weighs the last page and notes the end.
func (p *plan) finish(at spot, cost Badness) {
	if p.front != nil && p.pagesAt(at) < leastPages {
		return
	}
	cost += p.endOf(at).sum()
	if p.unlisted() && p.pagesAt(at) < leastPages {
		cost -= weigh.Contents // begin took it for an issue of more pages
	}
	if p.foresight != nil {
		p.giveUp(cost)
	}
	if p.best == nil || cost < p.best.cost {
		p.best = &end{at, cost}
	}
}

// imprintAlone reports that the imprint has no room under the last story.
func (p *plan) imprintAlone(at spot) bool { return at.row+p.imprint > p.rows }

// unlisted reports that page one could have contents and has none.
func (p *plan) unlisted() bool { return p.listed && p.front == nil }

// pagesAt is how many pages an issue has that ends on a spot.
func (p *plan) pagesAt(at spot) int {
	if p.imprintAlone(at) {
		return at.page + 1
	}
	return at.page
}

// endOf weighs the end of the last page.
func (p *plan) endOf(at spot) faults {
	var f faults
	page := p.pagesAt(at)
	if p.imprintAlone(at) {
		f = p.footOf(at, nil)
		f.add(FlawPage, weigh.ImprintAlone)
	} else {
		p.dull(at, &f)
	}
	white, grows := Badness(max(0, p.rows-p.imprint-at.row)), Badness(0)
	if p.pages > 1 {
		grows = weigh.WhiteAtEndGrows // there is a way of spreading it
	}
	f.add(FlawWhite, white*Badness(p.columns)*weigh.WhiteAtEnd*(100+white*grows)/100+
		Badness(max(0, p.rows/2-at.row))*weigh.LastPageEmpty)
	if p.pages > 1 && page%p.pages != 0 {
		f.add(FlawPages, weigh.Pages)
	}
	return f
}

// step is a move from a spot.
type step struct {
	move
	at spot
}

// steps are the moves from the first spot to the best end.
func (p *plan) steps() []step {
	if p.settled != nil {
		return p.settled
	}
	var all []step
	for s := p.best.at; s != (spot{page: 1, row: p.start}); {
		one := p.stepTo(p.beginningAt(s))
		all = append(all, one)
		s = one.at
	}
	slices.Reverse(all)
	return all
}

// settle forgets all but the moves to the best end, for a plan that is kept.
func (p *plan) settle() {
	p.settled = p.steps()
	p.layers, p.chosen, p.ahead, p.footings = nil, nil, ahead{}, nil
}
