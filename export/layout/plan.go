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
	units   []*unit
	rows    int // of a page
	columns int
	gap     int // empty rows between stories
	start   int // the first free row of page one
	imprint int // rows kept free at the foot of the last page
	pages   int // a number that the pages should be a multiple of, or 0

	pillars  []*pillar
	bands    []*bandOf
	arranged [mostInBand + 1][]arrangement
	layers   []*layer // by page, from 1
	best     *end
	unmet    []bulletin.Finding
	relaxed  bool   // wishes that leave no way are passed over
	before   faults // of the order in which the stories stand
	boxed    bool   // there is a box of briefs that may stand on page one
}

// move is one step of the plan.
type move struct {
	kind  moveKind
	units int // that it places
	rows  int // of a band; of a run that begins in a cell the rest of the page
	how   int // arrangement of a band
	cells []cell
	run   *run
}

type moveKind uint8

const (
	moveTurn  moveKind = iota // to a new page
	moveBand                  // stories side by side
	moveRun                   // a story over the whole width that may go on overleaf
	moveCell                  // a story that goes on overleaf beside others that do not
	moveAlone                 // a story over fewer columns than the page, beside white
	moveLeave                 // a filler is left out
)

// spot is where a beginning ends.
type spot struct {
	page, next, row int
	pictured        bool // the page has a picture
}

// beginning is the cheapest beginning that ends on a spot.
type beginning struct {
	cost    Badness
	reached bool
	from    spot
	by      move
}

// layer is the beginnings of one page.
type layer struct{ rows [][]beginning } // by next, then row*2+pictured

type end struct {
	at   spot
	cost Badness
}

func newPlan(b *bench, units []*unit, start, imprint int) *plan {
	p := &plan{
		bench: b, units: units, rows: b.style.Grid.Rows, columns: b.style.Grid.Columns,
		gap: b.style.Story.Gap, start: start, imprint: imprint,
	}
	p.pillars = make([]*pillar, (len(units)+1)*(mostStacked+1)*(mostColumns+1))
	p.bands = make([]*bandOf, (len(units)+1)*(mostInBand+1))
	return p
}

func (p *plan) arrangements(n int) []arrangement {
	if p.arranged[n] == nil {
		p.arranged[n] = arrangements(p.columns, n)
	}
	return p.arranged[n]
}

func (p *plan) layer(page int) *layer {
	for len(p.layers) < page {
		p.layers = append(p.layers, &layer{rows: make([][]beginning, len(p.units)+1)})
	}
	return p.layers[page-1]
}

func (p *plan) beginningAt(s spot) *beginning {
	l := p.layer(s.page)
	if l.rows[s.next] == nil {
		l.rows[s.next] = make([]beginning, 2*(p.rows+1))
	}
	i := 2 * s.row
	if s.pictured {
		i++
	}
	return &l.rows[s.next][i]
}

// reach notes a way to a spot if it is the cheapest so far.
func (p *plan) reach(to spot, cost Badness, from spot, by move) {
	if n := p.beginningAt(to); !n.reached || cost < n.cost {
		*n = beginning{cost, true, from, by}
	}
}

// mostPages ends a search that would go on for ever.
const mostPages = 2000

// begin sets what is weighed before anything is placed: that stories were
// moved, that briefs are scattered, that no briefs stand on page one yet and
// that the lead is alone there.
func (p *plan) begin(l lineup) {
	p.boxed = l.boxed
	p.before.add(FlawOrder, Badness(l.moved)*weigh.Order)
	p.before.add(FlawScattered, Badness(l.lone)*weigh.Scattered)
	cost := p.before.sum()
	if l.boxed {
		cost += weigh.BriefsInFront
	}
	if len(p.units) > 1 {
		cost += weigh.Lonely
	}
	p.reach(spot{page: 1, row: p.start}, cost, spot{}, move{})
}

// search finds the best end; false when there is none.
func (p *plan) search() bool {
	for page := 1; page <= len(p.layers) && page <= mostPages; page++ {
		p.prune(page)
		l := p.layer(page)
		for next := range l.rows {
			for i := range l.rows[next] {
				if n := &l.rows[next][i]; n.reached {
					p.expand(spot{page, next, i / 2, i%2 == 1}, n.cost)
				}
			}
		}
	}
	return p.best != nil
}

// farBehind is how much more a beginning that has placed fewer stories may
// cost than one that has placed more on as many pages.
const farBehind = 40 * blankLine

// prune drops the beginnings of a page that are further behind, and dearer,
// than others.
func (p *plan) prune(page int) {
	l := p.layer(page)
	least := hopeless
	for next := len(l.rows) - 1; next >= 0; next-- {
		here := hopeless
		for i := range l.rows[next] {
			n := &l.rows[next][i]
			if !n.reached {
				continue
			}
			if n.cost > least+farBehind {
				n.reached = false
				continue
			}
			here = min(here, n.cost)
		}
		least = min(least, here)
	}
}

// expand tries every step from a spot.
func (p *plan) expand(at spot, cost Badness) {
	if at.next == len(p.units) {
		p.finish(at, cost)
		return
	}
	top := at.row
	if top > 0 && (at.page > 1 || top > p.start) {
		top += p.gap
	}
	p.tryTurn(at, cost)
	u := p.units[at.next]
	if u.wish.Filler {
		p.reach(spot{at.page, at.next + 1, at.row, at.pictured}, cost+weigh.LeftOut, at, move{kind: moveLeave, units: 1})
	}
	if top >= p.rows {
		return
	}
	most := min(mostInBand, len(p.units)-at.next)
	for n := 1; n <= most; n++ {
		p.tryBand(at, cost, top, n)
	}
	p.tryAlone(at, cost, top)
	p.tryRun(at, cost, top)
	p.tryCells(at, cost, top)
}

// tryTurn ends the page.
func (p *plan) tryTurn(at spot, cost Badness) {
	if at.row == 0 {
		return
	}
	p.reach(spot{page: at.page + 1, next: at.next}, cost+p.footOf(at).sum(), at, move{kind: moveTurn})
}

// footOf weighs a page that ends on a spot.
func (p *plan) footOf(at spot) faults {
	var f faults
	f.add(FlawWhite, whiteOf(p.rows-at.row, p.columns))
	f.add(FlawPage, weigh.Page)
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
	cost += p.endOf(at).sum()
	if p.best == nil || cost < p.best.cost {
		p.best = &end{at, cost}
	}
}

// imprintAlone reports that the imprint has no room under the last story.
func (p *plan) imprintAlone(at spot) bool { return at.row+p.imprint > p.rows }

// endOf weighs the end of the last page.
func (p *plan) endOf(at spot) faults {
	var f faults
	page := at.page
	if p.imprintAlone(at) {
		f = p.footOf(at)
		f.add(FlawPage, weigh.ImprintAlone)
		page++
	} else {
		p.dull(at, &f)
	}
	f.add(FlawWhite, Badness(max(0, p.rows-p.imprint-at.row)*p.columns)*weigh.WhiteAtEnd+
		Badness(max(0, p.rows/3-at.row))*weigh.LastPageEmpty)
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
	var all []step
	for s := p.best.at; s != (spot{page: 1, row: p.start}); {
		n := p.beginningAt(s)
		all = append(all, step{n.by, n.from})
		s = n.from
	}
	slices.Reverse(all)
	return all
}
