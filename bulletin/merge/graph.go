package merge

import (
	"slices"

	"bantin/bulletin"
)

type idSet map[bulletin.RevisionID]bool

// ancestors adds a revision and all that it was written over to known, which
// is changed and may be nil.
func ancestors(from Source, known idSet, id bulletin.RevisionID) idSet {
	if known == nil {
		known = idSet{}
	}
	waiting := []bulletin.RevisionID{id}
	for len(waiting) > 0 {
		next := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if !known[next] {
			known[next] = true
			waiting = append(waiting, from.Parents(next)...)
		}
	}
	return known
}

// nearest lists, sorted, what two sets of ancestors have in common and nothing
// else in common was written over. The common part holds all ancestors of each
// of its revisions, so those that are nobody's parent in it are the newest.
func nearest(from Source, a, b idSet) []bulletin.RevisionID {
	common, older := idSet{}, idSet{}
	for id := range a {
		if b[id] {
			common[id] = true
		}
	}
	for id := range common {
		for _, parent := range from.Parents(id) {
			older[parent] = true
		}
	}
	var newest []bulletin.RevisionID
	for id := range common {
		if !older[id] {
			newest = append(newest, id)
		}
	}
	slices.Sort(newest)
	return newest
}

// legible loads some versions. One that cannot be loaded gives its place to those
// that it was written over, and so on; passed says that there was one.
func legible(from Source, ids []bulletin.RevisionID) (found []bulletin.Revision, passed bool, err error) {
	seen, waiting := idSet{}, slices.Clone(ids)
	for len(waiting) > 0 {
		id := waiting[0]
		waiting = waiting[1:]
		if seen[id] {
			continue
		}
		seen[id] = true
		r, ok, err := from.Load(id)
		switch {
		case err != nil:
			return nil, false, err
		case ok:
			found = append(found, r)
		default:
			passed = true
			waiting = append(waiting, from.Parents(id)...)
		}
	}
	return found, passed, nil
}
