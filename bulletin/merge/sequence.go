package merge

import "slices"

// how says what to do with single elements of sequences.
type how[T item] struct {
	// changed merges an element that both sides changed; base is nil where both
	// added one.
	changed func(base *T, ours, theirs T) []T
	// gone decides about an element that one side took out and the other
	// changed; the one that took it out is nil.
	gone func(base T, ours, theirs *T) []T
	// contested reports an element of a merged ancestor that was contested
	// there: it stays.
	contested func(T) bool
}

// sequence3 merges two sequences that were made of base. What one side added,
// changed, moved or took out is done; what both did is asked for. Elements
// that both added in one place, and that are not like each other, all stay.
func sequence3[T item](base, ours, theirs []T, do how[T]) []T {
	o, t := newEdited(base, ours), newEdited(base, theirs)
	settleMoves(&o, &t)
	var out []T
	for i := range len(base) + 1 {
		out = append(out, added3(standing(o.added[i]), standing(t.added[i]), do)...)
		if i < len(base) {
			out = append(out, element3(base[i], o.kept[i], t.kept[i], do)...)
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

func element3[T item](base T, ours, theirs *T, do how[T]) []T {
	switch {
	case ours == nil && theirs == nil:
		return nil
	case ours != nil && do.contested(*ours):
		return []T{*ours}
	case theirs != nil && do.contested(*theirs):
		return []T{*theirs}
	case ours == nil:
		if (*theirs).key() == base.key() {
			return nil
		}
		return do.gone(base, nil, theirs)
	case theirs == nil:
		if (*ours).key() == base.key() {
			return nil
		}
		return do.gone(base, ours, nil)
	case (*ours).key() == (*theirs).key(), (*theirs).key() == base.key():
		return []T{*ours}
	case (*ours).key() == base.key():
		return []T{*theirs}
	}
	return do.changed(&base, *ours, *theirs)
}

// added3 merges what both sides added in one place: equal elements once, like
// ones by asking, all others ours before theirs.
func added3[T item](ours, theirs []T, do how[T]) []T {
	if len(ours) == 0 {
		return theirs
	}
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
			out = append(out, do.changed(nil, ours[i], theirs[k])...)
		}
		next = k + 1
	}
	return append(out, theirs[next:]...)
}
