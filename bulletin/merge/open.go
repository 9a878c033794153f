package merge

import (
	"fmt"
	"strings"
)

// A place of a merged ancestor where its own ancestors disagree is open. What
// two sides made of it, who may have settled it differently, are two answers to
// one question: each is taken whole, and no element of it by itself. Which of
// the elements next to it belong to an answer nobody can tell, so that all that
// stands between two elements that both sides kept is taken for it.

// stretch is the part of a base between two elements that both sides kept.
type stretch struct{ from, to int } // elements of the base: from and on, before to

// stretchAt is the stretch around an element that one side at least has not kept.
func stretchAt[T item](at int, o, t edited[T]) stretch {
	lost := func(i int) bool { return o.kept[i] == nil || t.kept[i] == nil }
	s := stretch{at, at + 1}
	for s.from > 0 && lost(s.from-1) {
		s.from--
	}
	for s.to < len(o.kept) && lost(s.to) {
		s.to++
	}
	return s
}

// stretches finds where each stretch begins that has an open element.
func stretches[T item](base []T, o, t edited[T], do how[T]) map[int]stretch {
	all := map[int]stretch{}
	for i := range base {
		if do.open(base[i]) && (o.kept[i] == nil || t.kept[i] == nil) {
			s := stretchAt(i, o, t)
			all[s.from] = s
		}
	}
	return all
}

// stretch3 merges what two sides made of a stretch. What came there from
// elsewhere is no part of it, and what one side took out that the other left as
// it was is out.
func stretch3[T item](s stretch, base []T, o, t edited[T], do how[T]) []T {
	ours, came := o.answer(s, base, t, do)
	theirs, cameToo := t.answer(s, base, o, do)
	came = append(came, cameToo...)
	mine, other := keyOfAll(ours), keyOfAll(theirs)
	place := fmt.Sprint(do.field, " ", s, " ", keyOfAll(base[s.from:s.to]))
	if mine == other || do.j.remembers(place, other) {
		return append(ours, came...)
	}
	asked := do.j.asked
	answer := do.settled(base[s.from:s.to], ours, theirs)
	do.j.remember(asked, place, mine, other)
	return append(answer, came...)
}

// answer is what a side has in a stretch, and what it moved there.
func (e edited[T]) answer(s stretch, base []T, other edited[T], do how[T]) (all, came []T) {
	moved := map[**T]bool{}
	for _, place := range e.moved {
		if place != nil {
			moved[place] = true
		}
	}
	for i := s.from; i <= s.to; i++ {
		for k := range e.added[i] {
			switch place := &e.added[i][k]; {
			case *place == nil:
			case moved[place]:
				came = append(came, **place)
			default:
				all = append(all, **place)
			}
		}
		if i == s.to || e.kept[i] == nil {
			continue
		}
		if untouched := (*e.kept[i]).key() == base[i].key(); !untouched || other.kept[i] != nil || do.open(base[i]) {
			all = append(all, *e.kept[i])
		}
	}
	return all, came
}

func keyOfAll[T item](list []T) string { return strings.Join(keys(list), "\x01") }

// answers is what is asked where two sides made different things of an open
// place; the texts as people read them.
func answers[T item](field string, ours, theirs []T, read func([]T) string) contested {
	c := contested{field: field, ours: read(ours), theirs: read(theirs), noBase: true, canBoth: true}
	switch {
	case len(ours) == 0:
		c.shown, c.half, c.canBoth = Theirs, true, false
	case len(theirs) == 0:
		c.half, c.canBoth = true, false
	}
	has := map[string]bool{}
	for _, key := range keys(ours) {
		has[key] = true
	}
	for _, key := range keys(theirs) { // both would say it twice
		c.canBoth = c.canBoth && !has[key]
	}
	return c
}
