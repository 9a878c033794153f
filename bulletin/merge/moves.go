package merge

import (
	"slices"
	"strings"
)

// moved3 merges two orders of the elements of base. An element that only one
// side moved stands behind what it stands behind there. ok is false where both
// moved one, and where it matters whose moves are made first.
func moved3(base, ours, theirs []string) (merged []string, ok bool) {
	o, t := MovedIn(base, ours), MovedIn(base, theirs)
	for name := range o {
		if t[name] {
			return nil, false
		}
	}
	merged = withMoves(ours, theirs, t, o)
	return merged, slices.Equal(merged, withMoves(theirs, ours, o, t))
}

// MovedIn are the elements that a shortest way from one order to the other moves:
// those of base, each there once, that do not stand in the same order as most others
// in side, and those that side lacks.
func MovedIn(base, side []string) map[string]bool {
	moved := map[string]bool{}
	for i, k := range commonSubsequence(base, side) {
		if k < 0 {
			moved[base[i]] = true
		}
	}
	return moved
}

// withMoves makes the moves of other in list, whose own moves are no place to
// stand behind.
func withMoves(list, other []string, moves, own map[string]bool) []string {
	out := slices.DeleteFunc(slices.Clone(list), func(name string) bool { return moves[name] })
	at := 0
	for _, name := range other {
		switch {
		case moves[name]:
			out = slices.Insert(out, at, name)
			at++
		case !own[name]:
			at = slices.Index(out, name) + 1
		}
	}
	return out
}

// Place is where an element stands in the three orders of a conflict, from 1;
// 0 for nowhere.
type Place struct {
	Name               string
	Base, Ours, Theirs int
}

// Places are the elements that the sides of a conflict about an order moved, in
// the order that was there before.
func (c Conflict) Places() (places []Place) {
	b, o, t := listed(c.Base), listed(c.Ours), listed(c.Theirs)
	ours, theirs := MovedIn(b, o), MovedIn(b, t)
	for i, name := range b {
		if ours[name] || theirs[name] {
			places = append(places, Place{name, i + 1, slices.Index(o, name) + 1, slices.Index(t, name) + 1})
		}
	}
	return places
}

// Placed is a conflict about an order whose sides say where those elements stand
// that were moved, with between from one to the next.
func (c Conflict) Placed(between string, say func(name string, place int) string) Conflict {
	var base, ours, theirs []string
	for _, p := range c.Places() {
		base, ours, theirs = append(base, say(p.Name, p.Base)), append(ours, say(p.Name, p.Ours)), append(theirs, say(p.Name, p.Theirs))
	}
	c.Base, c.Ours, c.Theirs = strings.Join(base, between), strings.Join(ours, between), strings.Join(theirs, between)
	return c
}

func listed(names string) []string {
	if names == "" {
		return nil
	}
	return strings.Split(names, ", ")
}
