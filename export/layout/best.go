package layout

import (
	"cmp"
	"slices"

	"bantin/bulletin"
)

// attempt is the search for the cheapest plan of an issue over its lineups.
type attempt struct {
	*Memory
	issue          *bulletin.Issue
	holes          []*unit
	start, imprint int
	terms          terms
	few            bool // stories, so that no beginning need be given up
	futures        *futures
	best           *plan
	lineup         lineup               // of the best
	listed         bool                 // some lineup has contents
	leads          bool                 // the leading story is the head of page one
	pressed        bool                 // all chains are tried
	last           map[wanted]bool      // what gives way to others that belong on a page
	open           map[bulletin.ID]bool // stories that come in guises
	overleaf       Badness              // see dearJumps
	jumpy          bool                 // what would have been better had more jumps
	steps, most    int                  // moves that were weighed, and after how many to end; see mostSteps
}

// bestPlan is the cheapest plan over the lineups; nil when there is none, which
// no known issue has brought about. What costs time, fillers outside the boxes of
// briefs and a search that gives up later, is tried only where pages are to come
// to a number; page one without contents, where no wish is met with them, and for
// few pages: what fills two of them would be drawn out to four by its contents.
func (k *Memory) bestPlan(issue *bulletin.Issue, pieces []Piece, start, imprint int) *plan {
	stories := k.storiesOf(issue, pieces)
	q := k.ask(issue, stories, start, imprint)
	if p := k.again(&q, stories); p != nil {
		return p
	}
	k.asked, k.last = q, k.newPlan(issue, stories, start, imprint)
	if k.last != nil {
		k.last.settle()
	}
	return k.last
}

// planned is newPlan with the headlines as large as they are, on such terms.
func (k *Memory) planned(issue *bulletin.Issue, stories []story, start, imprint int, of terms) *plan {
	holes, unmet := k.holes(issue)
	best, listed := k.attempted(issue, stories, holes, start, imprint, of)
	if best == nil {
		return nil
	}
	if listed {
		best = k.short(best, issue, stories, holes, start, imprint, of)
	}
	best.unmet = append(unmet, best.unmetWishes()...)
	return best
}

// attempted is the cheapest plan that an attempt of its own finds; listed reports
// that contents were thought of.
func (k *Memory) attempted(issue *bulletin.Issue, stories []story, holes []*unit, start, imprint int, of terms) (best *plan, listed bool) {
	a := attempt{
		Memory: k, issue: issue, holes: holes, start: start, imprint: imprint, terms: of, few: len(stories) <= fewUnits, leads: true,
		futures: newFutures(), most: mostSteps,
	}
	a.search(stories)
	if a.turnedOut() {
		a.leads = false
		a.search(stories)
	}
	a.together()
	return a.best, a.listed
}

// short is the better of the best plan of few pages and of what is found when
// contents are not thought of: what fills two pages would be drawn out to four by its
// contents. A search is led by what it has found, so that one that begins with
// contents may miss what the other comes to. What they weigh as they are drawn decides,
// after columns were made level.
func (k *Memory) short(best *plan, issue *bulletin.Issue, stories []story, holes []*unit, start, imprint int, of terms) *plan {
	if best.pagesAt(best.best.at) > leastPages {
		return best
	}
	bare := *issue
	bare.NoContents = true
	other, _ := k.attempted(&bare, stories, holes, start, imprint, of)
	if other == nil || other.pagesAt(other.best.at) >= leastPages || other.drawn(start) >= best.drawn(start) {
		return best
	}
	return other
}

// drawn is what the plan weighs when it is drawn, under what takes start rows of page
// one.
func (p *plan) drawn(start int) Badness {
	m := newMakeup(p.style)
	m.row = start
	return faults(p.realise(m).faults).sum()
}

// lineupsOf are the lineups of stories, noted where some have contents.
func (a *attempt) lineupsOf(stories []story) (first, others []lineup) {
	first, others = a.lineups(a.issue, stories, a.start)
	a.listed = a.listed || len(others) > 0
	return first, others
}

// search plans the lineups of stories, those that cost time only where the others
// do not meet what was asked for.
func (a *attempt) search(stories []story) {
	issue := a.issue
	first, others := a.lineupsOf(stories)
	a.try(first, a.behindOf(farBehind))
	if issue.PageMultiple > 1 {
		a.try(append(first, a.fillersAlone(stories)...), a.behindOf(wideBehind))
	}
	if !a.met() {
		a.try(others, a.behindOf(farBehind))
	}
	if !a.met() && issue.PageMultiple > 1 {
		a.try(others, a.behindOf(wideBehind))
	}
	a.press(stories, concat(first, others))
}

// turnedOut reports that the leading story leaves page one no room for a hole that
// belongs there: for a picture over most of it the story gives way, for other stories
// and small holes it does not.
func (a *attempt) turnedOut() bool {
	if a.best == nil {
		return true
	}
	for _, s := range a.best.steps() {
		if s.what == nil || s.at.page == 1 {
			continue
		}
		if slices.ContainsFunc(s.what.list, func(i int) bool { return a.coversFront(a.best.all[i]) }) {
			return true
		}
	}
	return false
}

// coversFront reports a hole that takes two thirds of page one or more.
func (a *attempt) coversFront(u *unit) bool {
	if u.pin != 1 || u.hole == nil {
		return false
	}
	rows, columns := a.bench.style.Grid.Rows-a.start, a.bench.style.Grid.Columns
	return 3*u.hole.Rows*u.hole.Columns >= 2*rows*columns
}

// fillersAlone are the lineups in which short fillers stand in no box, so that
// each can be left out; none where there are no such.
func (a *attempt) fillersAlone(stories []story) []lineup {
	alone, some := slices.Clone(stories), false
	for i := range alone {
		alone[i].single = alone[i].brief && alone[i].wish.Filler
		some = some || alone[i].single
	}
	if !some {
		return nil
	}
	first, _ := a.lineupsOf(alone)
	return first
}

// try plans lineups and keeps the cheapest plan.
func (a *attempt) try(lineups []lineup, behind Badness) {
	for _, l := range lineups {
		l.units = a.inTheirGuises(l.units)
		if p := a.plan(l, behind); p != nil && (a.best == nil || p.best.cost < a.best.best.cost) {
			a.best, a.lineup = p, l
		}
	}
}

// met reports that the pages come to the number that was asked for, that all
// stand on the pages that they belong on, and the leading story on page one.
func (a *attempt) met() bool {
	if a.best == nil {
		return false
	}
	at := a.best.best.at
	if n := a.issue.PageMultiple; n > 1 && a.best.pagesAt(at)%n != 0 {
		return false
	}
	return !a.best.displaced()
}

// displaced reports a plan in which something stands on another page than the one it
// belongs on, or the leading story not on page one.
func (p *plan) displaced() bool {
	return p.leadInside() || slices.ContainsFunc(p.steps(), func(s step) bool {
		return s.what != nil && p.pinned(s.at, s.what) > 0
	})
}

// leadInside reports a plan whose leading story does not stand on page one.
func (p *plan) leadInside() bool {
	return slices.ContainsFunc(p.steps(), func(s step) bool {
		return s.what != nil && p.leadBelow(s.at, s.what) == weigh.LeadInside
	})
}

// plan plans a lineup. Stories that belong on a page, and holes, are taken out
// of it: they stand on their pages wherever the others are. nil where it would
// be no better than the best so far.
func (a *attempt) plan(l lineup, behind Badness) *plan {
	var free, fixed []*unit
	for _, u := range l.units {
		if u.pin > 1 || u.pin == 1 && len(free) > 0 {
			fixed = append(fixed, u)
			continue
		}
		free = append(free, u)
	}
	fixed = append(fixed, a.holes...)
	slices.SortStableFunc(fixed, func(x, y *unit) int {
		return cmp.Or(compareBools(a.last[x.wanted()], a.last[y.wanted()]), cmp.Compare(x.pin, y.pin))
	})
	for _, relaxed := range []bool{false, true} {
		p := newPlan(a.bench, free, fixed, a.start, a.imprint)
		p.pages, p.relaxed, p.behind, p.bound = a.issue.PageMultiple, relaxed, behind, hopeless
		p.ahead = p.newAhead()
		p.beside = a.few
		p.overleaf = a.overleaf
		if a.best != nil {
			p.bound = a.best.best.cost + a.overleaf*Badness(a.best.jumps())
		}
		p.leads, p.pressed = a.leads, a.pressed
		p.before.add(FlawHeadline, a.terms.price)
		p.broad = a.terms.columns
		p.begin(l)
		if a.futures != nil {
			p.foresee(a.futures)
		}
		found := p.search()
		if p.foresight != nil {
			p.learn()
		}
		a.steps += p.weighed
		if found {
			p.best.cost -= a.overleaf * Badness(p.jumps())
			return p
		}
		if p.bounded {
			return nil
		}
	}
	return nil
}
