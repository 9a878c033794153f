package desk

import (
	"slices"

	"bantin/bulletin"
)

// MoveSlots puts the stories of ids, in the order in which they stand, before
// another story; "" or one of themselves at the end of what they pass means the
// end.
func MoveSlots(slots []bulletin.Slot, ids []bulletin.ID, before bulletin.ID) []bulletin.Slot {
	for slices.Contains(ids, before) { // what is being moved cannot say where to
		at := slices.IndexFunc(slots, func(s bulletin.Slot) bool { return s.Article == before })
		if at < 0 || at+1 == len(slots) {
			before = ""
			break
		}
		before = slots[at+1].Article
	}
	var moved, rest []bulletin.Slot
	for _, s := range slots {
		if slices.Contains(ids, s.Article) {
			moved = append(moved, s)
		} else {
			rest = append(rest, s)
		}
	}
	at := slices.IndexFunc(rest, func(s bulletin.Slot) bool { return s.Article == before })
	if at < 0 {
		at = len(rest)
	}
	return slices.Insert(rest, at, moved...)
}
