package layout

import (
	"reflect"
	"sync"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// Memory keeps what one layout of an issue found out for the next one: the
// stories' lines, and the rectangles that they can be set as. After an edit
// only the stories that were changed are set anew. Its layouts are those of
// Issue, to the byte. The zero Memory is ready for use, by one goroutine after
// another.
type Memory struct {
	mu    sync.Mutex
	style styles.Style
	bench *bench
	known map[bulletin.ID][]*unit // by the first of their articles
	used  map[bulletin.ID][]*unit // in the layout at hand
	cast  cast
	// Of the layout before, and of the one at hand.
	editions map[bulletin.ID]edition
	numbered int
	asked    question
	last     *plan // its answer, or nil
	// hoards keeps what a layout did not use, too, for others to come.
	hoards bool
}

// Issue is the function Issue, with what is known from before.
func (k *Memory) Issue(issue bulletin.Issue, pieces []Piece, s styles.Style) (*Document, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.bench == nil || !reflect.DeepEqual(k.style, s) {
		k.style = s
		k.bench = newBench(&k.style)
		k.known, k.last, k.editions = nil, nil, nil
	}
	k.used, k.cast = map[bulletin.ID][]*unit{}, cast{}
	if k.hoards && k.known != nil {
		k.used = k.known
	}
	before := k.last
	doc, err := k.issue(&issue, pieces, &k.style)
	k.known, k.used, k.cast = k.used, nil, cast{}
	k.bench.forget()
	if !k.hoards && k.last != before {
		k.bench.packs.age()
	}
	return doc, err
}

// unit is a story as a unit, the one of before where nothing has changed.
func (k *Memory) unit(s story) *unit {
	return k.cast.story(&s, func() *unit { return k.unitOf(s) })
}

func (k *Memory) unitOf(s story) *unit {
	return k.keep(s.piece.ID, func(u *unit) bool { return u.briefs == nil && sameStory(&u.given, &s) },
		func() *unit { return k.bench.newUnit(s) })
}

// box is briefs as a unit.
func (k *Memory) box(briefs []story) *unit {
	return k.cast.box(briefs, func() *unit { return k.boxOf(briefs) })
}

func (k *Memory) boxOf(briefs []story) *unit {
	same := func(u *unit) bool {
		if len(u.briefs) != len(briefs) {
			return false
		}
		for i := range briefs {
			if !sameStory(&u.briefs[i], &briefs[i]) {
				return false
			}
		}
		return true
	}
	return k.keep(briefs[0].piece.ID, same, func() *unit { return k.bench.newBox(briefs) })
}

func (k *Memory) keep(id bulletin.ID, same func(*unit) bool, made func() *unit) *unit {
	for _, list := range [][]*unit{k.used[id], k.known[id]} {
		for _, u := range list {
			if same(u) {
				if !contains(k.used[id], u) {
					k.used[id] = append(k.used[id], u)
				}
				return u
			}
		}
	}
	u := made()
	for _, known := range k.known[id] {
		if !contains(k.used[id], known) && k.bench.retell(known, u) {
			u = known
			break
		}
	}
	k.used[id] = append(k.used[id], u)
	return u
}

func contains(list []*unit, u *unit) bool {
	for _, one := range list {
		if one == u {
			return true
		}
	}
	return false
}

// sameStory compares all that the setting of a story depends on.
func sameStory(a, b *story) bool {
	return a.section == b.section && a.rank == b.rank && a.guise == b.guise && a.elsewhere == b.elsewhere &&
		a.least == b.least && a.most == b.most && a.piece.ID == b.piece.ID && a.edition == b.edition && reflect.DeepEqual(a.wish, b.wish)
}
