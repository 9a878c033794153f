package layout

import (
	"slices"

	"bantin/bulletin"
)

// wanted names what belongs on a page: a story or the first brief of a box, or a
// hole by its number from 1 on.
type wanted struct {
	story bulletin.ID
	hole  int
}

func (u *unit) wanted() wanted {
	if u.hole != nil {
		return wanted{hole: u.nth + 1}
	}
	return wanted{story: u.piece.ID}
}

// mostPressed is after how many moves no other plan is begun to find places for what
// has none on the page that it belongs on; mostMovesOfChains after how many a plan
// tries no more chains of all kinds.
const (
	mostPressed       = 200_000
	mostMovesOfChains = 200_000
)

// press plans lineups once more where something has found no place on the page that
// it belongs on, though there is such a page: with all chains, with what is short and
// pinned in a box apart or in none, and with one after the other that belongs on a
// page giving way to the rest.
func (a *attempt) press(stories []story, lineups []lineup) {
	was := a.best
	if was == nil || !was.couldStand() {
		return
	}
	a.pressed = true
	until := a.steps + mostPressed
	lineups = concat(lineups, a.apart(stories, func(s *story) { s.apart = s.wish.Page == 1 }))
	lineups = concat(lineups, a.apart(stories, func(s *story) { s.single = s.wish.Page > 0 }))
	a.tryUntil(until, lineups)
	a.giveWay(until, stories)
	a.pressed = a.best != was
}

// couldStand reports a plan with something displaced that belongs on one of its pages.
func (p *plan) couldStand() bool {
	pages := p.pagesAt(p.best.at)
	return p.displaced() && (p.leadInside() || slices.ContainsFunc(p.steps(), func(s step) bool {
		return s.what != nil && slices.ContainsFunc(s.what.list, func(i int) bool {
			u := p.all[i]
			return u.pin > 0 && u.pin <= pages && u.pin != s.what.pageOf(s.at, i)
		})
	}))
}

// tryUntil tries lineups until so many moves are weighed.
func (a *attempt) tryUntil(steps int, lineups []lineup) {
	for i := range lineups {
		if a.steps > steps {
			return
		}
		a.try(lineups[i:i+1], a.behind())
	}
}

// apart are the lineups of stories whose briefs are set otherwise.
func (a *attempt) apart(stories []story, set func(*story)) []lineup {
	others, some := slices.Clone(stories), false
	for i := range others {
		if s := &others[i]; s.brief {
			set(s)
			some = some || s.apart || s.single
		}
	}
	if !some {
		return nil
	}
	first, second := a.lineupsOf(others)
	return concat(first, second)
}

// giveWay lets what belongs on a page, one after the other, be placed after all else
// that does: what has no place on its page is in the way of none then.
func (a *attempt) giveWay(until int, stories []story) {
	a.last = map[wanted]bool{}
	for better := true; better && a.steps <= until && a.best.displaced(); {
		better = false
		for _, w := range a.belonging(stories) {
			if a.last[w] {
				continue
			}
			was := a.best
			a.last[w] = true
			if a.tryUntil(until, []lineup{a.lineup}); a.best != was {
				better = true
				break
			}
			delete(a.last, w)
		}
	}
}

// belonging is what belongs on a page.
func (a *attempt) belonging(stories []story) []wanted {
	var all []wanted
	for i := range stories {
		if stories[i].wish.Page > 0 {
			all = append(all, wanted{story: stories[i].piece.ID})
		}
	}
	for _, u := range a.holes {
		all = append(all, u.wanted())
	}
	return all
}

// compareBools has false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
