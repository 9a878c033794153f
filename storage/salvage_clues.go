package storage

import (
	"slices"

	"bantin/bulletin"
	"bantin/storage/pages"
)

// clues are what a first reading finds of rows that belong to others.
type clues struct {
	// pairs are the parents of each revision, and its children, which cannot be
	// told apart by their shape: the table and its index hold each pair both ways
	// round. The hash decides.
	pairs map[bulletin.RevisionID][]bulletin.RevisionID
	// revisions are those of each subject, the IDs of all rows of revisions.
	revisions map[bulletin.ID][]bulletin.RevisionID
	heads     map[bulletin.RevisionID]bulletin.ID
	names     map[bulletin.ID]string // of the article list

	// indexed are the hashes that the indexes of revisions and photos name.
	indexed map[string]bool

	hurtSettings []string
	guesses      int
}

func newClues() clues {
	return clues{
		pairs:     map[bulletin.RevisionID][]bulletin.RevisionID{},
		revisions: map[bulletin.ID][]bulletin.RevisionID{},
		heads:     map[bulletin.RevisionID]bulletin.ID{},
		names:     map[bulletin.ID]string{},
		indexed:   map[string]bool{},
	}
}

// note reads a row for clues.
func (c *clues) note(row pages.Row) error {
	switch first := row.First(4); {
	case isRevisionRow(&row) && len(first) == 4:
		subject, _ := first[3].(string)
		addTo(c.revisions, bulletin.ID(subject), first[1])
	case isPairRow(&row) && len(first) == 2:
		one, _ := first[0].(string)
		other, _ := first[1].(string)
		addTo(c.pairs, bulletin.RevisionID(one), other)
		addTo(c.pairs, bulletin.RevisionID(other), one)
	case row.IsIndex && row.Columns() == 2 && row.IsText(0, hashLetters) && row.IsInteger(1) && len(first) == 2:
		if hash, _ := first[0].(string); isHash(hash) && !row.IsFree {
			c.indexed[hash] = true
		}
	case row.IsIndex && (row.Columns() == 3 || row.Columns() == 4) && row.IsText(1, hashLetters) && len(first) >= 3:
		subject, _ := first[0].(string)
		revision, _ := first[1].(string)
		if bulletin.ID(subject).Valid() && isHash(revision) {
			c.heads[bulletin.RevisionID(revision)] = bulletin.ID(subject)
		}
	case !row.IsIndex && row.Columns() >= 10 && row.IsText(1, -1) && row.IsText(2, -1) && len(first) >= 3:
		id, _ := first[1].(string)
		name, _ := first[2].(string)
		if bulletin.ID(id).Valid() && name != "" {
			c.names[bulletin.ID(id)] = bulletin.Plain(name)
		}
	}
	return nil
}

func addTo[K comparable](m map[K][]bulletin.RevisionID, key K, id any) {
	text, _ := id.(string)
	revision := bulletin.RevisionID(text)
	if isHash(text) && !slices.Contains(m[key], revision) {
		m[key] = append(m[key], revision)
	}
}

// maxGuesses bounds the search for parents that nothing names, in a file.
const maxGuesses = 200_000

// parentsOf finds the parents with which a revision is what its ID says: some
// of those that stand in a pair with it; or one or two other revisions of the
// same subject, where the pair is lost.
func (c *clues) parentsOf(r bulletin.Revision) (parents []bulletin.RevisionID, sound bool) {
	proves := func(some []bulletin.RevisionID) bool {
		c.guesses++
		r.Parents = slices.Clone(some)
		slices.Sort(r.Parents)
		return verify(r) == nil
	}
	for _, some := range subsets(c.pairs[r.ID]) {
		if proves(some) {
			return r.Parents, true
		}
	}
	others := c.revisions[r.Subject]
	for _, some := range onesAndTwos(others[:min(len(others), 500)]) {
		if c.guesses > maxGuesses {
			break
		}
		if proves(some) {
			return r.Parents, true
		}
	}
	return nil, false
}

// subsets are all choices of some revisions, of many at least the likely ones.
func subsets(all []bulletin.RevisionID) (sets [][]bulletin.RevisionID) {
	const many = 8
	if len(all) > many {
		return append([][]bulletin.RevisionID{all, nil}, onesAndTwos(all)...)
	}
	for mask := range 1 << len(all) {
		var set []bulletin.RevisionID
		for i, one := range all {
			if mask&(1<<i) != 0 {
				set = append(set, one)
			}
		}
		sets = append(sets, set)
	}
	return sets
}

// onesAndTwos are each revision by itself, and pairs of the first.
func onesAndTwos(all []bulletin.RevisionID) (sets [][]bulletin.RevisionID) {
	for i := range all {
		sets = append(sets, all[i:i+1])
	}
	for i, one := range all[:min(len(all), 30)] {
		for _, two := range all[:i] {
			sets = append(sets, []bulletin.RevisionID{one, two})
		}
	}
	return sets
}
