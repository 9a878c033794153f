package merge

import (
	"fmt"
	"slices"
)

// how says what to do with single elements of sequences.
type how[T item] struct {
	j     *judge
	field string // what the sequence is
	// changed merges an element that both sides changed; base is nil where both
	// added one.
	changed func(base *T, ours, theirs T) []T
	// gone decides about an element that one side took out and the other
	// changed; the one that took it out is nil.
	gone func(base T, ours, theirs *T) []T
	// contested reports an element of a merged ancestor that was contested
	// there: it stays.
	contested func(T) bool
	// open reports an element of the base that was contested there, or holds what
	// was; settled merges what the sides made of a stretch with such ones.
	open    func(T) bool
	settled func(base, ours, theirs []T) []T
}

// sequence3 merges two sequences that were made of base. What one side added,
// changed, moved or took out is done; what both did is asked for. Elements
// that both added in one place, and that are not like each other, all stay.
func sequence3[T item](base, ours, theirs []T, do how[T]) []T {
	o, t := newEdited(base, ours), newEdited(base, theirs)
	settleMoves(&o, &t)
	open := stretches(base, o, t, do)
	var out []T
	for i := 0; i <= len(base); i++ {
		if s, ok := open[i]; ok {
			out = append(out, stretch3(s, base, o, t, do)...)
			if i = s.to; i == len(base) {
				break
			}
			out = append(out, element3(i, base[i], o.kept[i], t.kept[i], do)...)
			continue
		}
		out = append(out, added3(i, standing(o.added[i]), standing(t.added[i]), lost(base[i:], o.gone(i), t.gone(i)), do)...)
		if i < len(base) {
			out = append(out, element3(i, base[i], o.kept[i], t.kept[i], do)...)
		}
	}
	return out
}

// edited is a sequence as changes to the one that it was made of.
type edited[T item] struct {
	kept  []*T   // for each element of the base, what it became; nil for gone
	added [][]*T // for each place before an element of the base, and the end; nil for one that was dropped
	moved []**T  // for each element of the base that is gone, where an equal one was added, or nil
}

func newEdited[T item](base, side []T) edited[T] {
	match := align(base, side, true)
	e := edited[T]{make([]*T, len(base)), make([][]*T, len(base)+1), make([]**T, len(base))}
	became := slices.Repeat([]int{-1}, len(side)) // of each element of side, what it was
	for i, k := range match {
		if k >= 0 {
			e.kept[i], became[k] = &side[k], i
		}
	}
	at := 0
	for k := range side {
		if became[k] >= 0 {
			at = became[k] + 1
		} else {
			e.added[at] = append(e.added[at], &side[k])
		}
	}
	e.findMoves(base)
	return e
}

// findMoves finds elements that are gone from their place and stand, equal, in
// another.
func (e *edited[T]) findMoves(base []T) {
	places := map[string]**T{}
	for _, list := range e.added {
		for k := range list {
			places[(*list[k]).key()] = &list[k]
		}
	}
	for i := range base {
		if place, ok := places[base[i].key()]; ok && e.kept[i] == nil {
			e.moved[i] = place
			delete(places, base[i].key())
		}
	}
}

// settleMoves lets an element that one side moved be changed by the other, and
// one that both moved stand where ours has it.
func settleMoves[T item](o, t *edited[T]) {
	for i := range o.kept {
		switch {
		case o.moved[i] != nil && t.moved[i] != nil:
			*t.moved[i] = nil
		case o.moved[i] != nil && t.kept[i] != nil:
			*o.moved[i], t.kept[i] = t.kept[i], nil
		case t.moved[i] != nil && o.kept[i] != nil:
			*t.moved[i], o.kept[i] = o.kept[i], nil
		}
	}
}

func standing[T item](added []*T) []T {
	var all []T
	for _, one := range added {
		if one != nil {
			all = append(all, *one)
		}
	}
	return all
}

// gone counts the elements of the base from a place on that are nowhere any
// more.
func (e edited[T]) gone(from int) (n int) {
	for i := from; i < len(e.kept) && e.kept[i] == nil && e.moved[i] == nil; i++ {
		n++
	}
	return n
}

// lost is what both sides took out at the beginning of base: as many elements
// as either has gone.
func lost[T item](base []T, ours, theirs int) []T { return base[:min(ours, theirs)] }

// gone is the key of an element that is not there any more.
const gone = "\x00gone"

func keyOf[T item](element *T) string {
	if element == nil {
		return gone
	}
	return (*element).key()
}

// element3 merges what became of the element of the base that stands at a
// place.
func element3[T item](at int, base T, ours, theirs *T, do how[T]) []T {
	o, t := keyOf(ours), keyOf(theirs)
	switch {
	case o == t:
		return standing([]*T{ours})
	case ours != nil && do.contested(*ours):
		return []T{*ours}
	case theirs != nil && do.contested(*theirs):
		return []T{*theirs}
	case t == base.key():
		return standing([]*T{ours})
	}
	place := fmt.Sprint(do.field, " ", at, " ", base.key())
	switch {
	case do.j.remembers(place, t), do.j.wasSaid(place, base.key(), t):
		return standing([]*T{ours})
	case o == base.key() && !do.j.wasAskedAt(place):
		do.j.say(place, base.key(), t)
		return standing([]*T{theirs})
	}
	asked := do.j.asked
	defer func() {
		do.j.remember(asked, place, o, t)
		do.j.say(place, base.key(), o, t)
	}()
	if ours == nil || theirs == nil {
		do.j.takeWhole(place)
		return do.gone(base, ours, theirs)
	}
	var merged []T
	do.j.within(place, func() { merged = do.changed(&base, *ours, *theirs) })
	return merged
}

// added3 merges what both sides added at a place: equal elements once, like
// ones by asking, all others ours before theirs. lost is what both took out
// behind it, in whose place the first that are asked for stand.
func added3[T item](at int, ours, theirs, lost []T, do how[T]) []T {
	if len(theirs) == 0 {
		return ours
	}
	place := fmt.Sprint(do.field, " before ", at)
	theirs = slices.DeleteFunc(theirs, func(one T) bool {
		return do.j.remembers(place, one.key()) && !slices.ContainsFunc(ours, func(mine T) bool { return mine.key() == one.key() })
	})
	var out []T
	next := 0 // of theirs
	for i, k := range align(ours, theirs, false) {
		if k < 0 {
			out = append(out, ours[i])
			continue
		}
		out = append(out, theirs[next:k]...)
		if ours[i].key() == theirs[k].key() {
			out = append(out, ours[i])
		} else {
			asked := do.j.asked
			var before *T
			if len(lost) > 0 {
				before, lost = &lost[0], lost[1:]
			}
			out = append(out, do.changed(before, ours[i], theirs[k])...)
			do.j.remember(asked, place, ours[i].key(), theirs[k].key())
		}
		next = k + 1
	}
	return append(out, theirs[next:]...)
}
