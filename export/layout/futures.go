package layout

import "slices"

// futures is what rests of an issue cost at least, as far as the plans of a
// layout have found out. Most lineups end with the same units: what was weighed
// for the end of one need not be weighed for another. A plan that knows what is
// ahead goes straight to what it looks for, or gives up at once where there is
// nothing better. Like ahead, of which it is the sharper half, it loses nothing.
type futures struct {
	endings map[ending]int
	known   map[remains]*future
	// Room for what one plan notes, for the next to use again.
	opened []openedSpot
	hops   []hop
}

// ending is the last units of a lineup: a unit, and the number of the ending
// after it; 0 is the end.
type ending struct {
	first *unit
	after int
}

// remains is all that the rest of an issue depends on but for the spot where it
// begins.
type remains struct {
	free, fixed  int   // endings
	before, held *unit // the unit before, for the heads of sections, and the one that waits
	waits        int
	foot         int // rows that the front takes on page two
	front        frontKind
	relaxed      bool
	leads        bool
	pressed      bool
	overleaf     Badness
	one          pageOne // of rests that begin on page one, else empty
}

// pageOne is what a rest depends on that begins on page one.
type pageOne struct {
	columns, rows int
	placed        int // up to where more make the page no more crowded
	boxed         bool
}

type frontKind uint8

const (
	noFront frontKind = iota
	someFront
	frontMissed // there are contents, and no front that has them
)

// future is the least that a rest costs, by page, then as in a layer; -hopeless
// where nothing is known.
type future struct{ pages [][]Badness }

func newFutures() *futures {
	return &futures{endings: map[ending]int{}, known: map[remains]*future{}}
}

// endingsOf numbers the endings of units from each on.
func (f *futures) endingsOf(units []*unit) []int {
	all := make([]int, len(units)+1)
	for i := len(units) - 1; i >= 0; i-- {
		e := ending{units[i], all[i+1]}
		n, ok := f.endings[e]
		if !ok {
			n = len(f.endings) + 1
			f.endings[e] = n
		}
		all[i] = n
	}
	return all
}

// foresight is what a plan knows of its rests, and what it finds out.
type foresight struct {
	*futures
	free, fixed []int
	rests       [2][]*future // on page one, and later, by what is taken

	opened []openedSpot
	hops   []hop
	from   *beginning // that is expanded now
}

type openedSpot struct {
	at spot
	n  *beginning
}

// hop is a move between beginnings.
type hop struct {
	from, to *beginning
	cost     Badness
}

// foresee lets the plan use and add to what others found out.
func (p *plan) foresee(f *futures) {
	p.foresight = &foresight{
		futures: f, opened: f.opened[:0], hops: f.hops[:0],
		free: f.endingsOf(p.units), fixed: f.endingsOf(p.fixed),
		rests: [2][]*future{make([]*future, p.keys()), make([]*future, p.keys())},
	}
}

// restOf is the future of what is left after something is taken, on page one or
// later.
func (p *plan) restOf(page int, t taken) *future {
	rests := p.foresight.rests[min(page, 2)-1]
	key := p.keyOf(t)
	if rests[key] == nil {
		r := p.remainsOf(page, t)
		if p.futures.known[r] == nil {
			p.futures.known[r] = &future{}
		}
		rests[key] = p.futures.known[r]
	}
	return rests[key]
}

func (p *plan) remainsOf(page int, t taken) remains {
	f := p.foresight
	r := remains{free: f.free[t.next], fixed: f.fixed[t.fixed], waits: t.waits, foot: p.footOn(2), relaxed: p.relaxed, leads: p.leads, pressed: p.pressed, overleaf: p.overleaf}
	if t.next > 0 {
		r.before = p.units[t.next-1]
	}
	if t.waits > 0 {
		r.held = p.units[t.next-t.waits]
	}
	switch {
	case p.front != nil:
		r.front = someFront
	case p.unlisted():
		r.front = frontMissed
	}
	if page == 1 {
		r.one = pageOne{p.columnsOn(1), p.rowsOn(1), min(t.placed(), weigh.FrontStories), p.boxed && !p.boxBefore(t)}
	}
	return r
}

// foreseen is the least that the rest from a spot on costs, as far as anything is
// known of it.
func (p *plan) foreseen(at spot) Badness {
	if at.next == 0 {
		return -hopeless
	}
	f := p.restOf(at.page, at.taken)
	if at.page >= len(f.pages) || f.pages[at.page] == nil {
		return -hopeless
	}
	return f.pages[at.page][at.index()]
}

// index is the place of a spot among those of its page that have taken the same.
func (s spot) index() int {
	i := 2 * s.row
	if s.pictured {
		i++
	}
	return i
}

// open notes that a beginning is expanded from now on.
func (p *plan) openBeginning(at spot, n *beginning) {
	f := p.foresight
	if f == nil {
		return
	}
	f.from = nil
	if at.next > 0 {
		f.from, n.after = n, hopeless
		f.opened = append(f.opened, openedSpot{at, n})
	}
}

// giveUp notes what a move that is not followed costs at least, with its rest.
func (f *foresight) giveUp(cost Badness) {
	if f.from != nil {
		f.from.after = min(f.from.after, cost-f.from.cost)
	}
}

// follow notes a move that is followed.
func (f *foresight) follow(to *beginning, cost Badness) {
	if f.from != nil {
		f.hops = append(f.hops, hop{f.from, to, cost - f.from.cost})
	}
}

// learn adds what the search found out to what is known.
func (p *plan) learn() {
	f := p.foresight
	for i := len(f.hops) - 1; i >= 0; i-- {
		h := &f.hops[i]
		h.from.after = min(h.from.after, h.cost+h.to.after)
	}
	for _, o := range f.opened {
		r := p.restOf(o.at.page, o.at.taken)
		for len(r.pages) <= o.at.page {
			r.pages = append(r.pages, nil)
		}
		if r.pages[o.at.page] == nil {
			r.pages[o.at.page] = slices.Repeat([]Badness{-hopeless}, 2*(p.rows+1))
		}
		known := &r.pages[o.at.page][o.at.index()]
		*known = max(*known, o.n.after)
	}
	f.futures.opened, f.futures.hops, p.foresight = f.opened, f.hops, nil
}
