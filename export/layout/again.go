package layout

import (
	"cmp"
	"reflect"
	"slices"

	"bantin/bulletin"
)

// question is all that the best plan of an issue depends on but for how its
// units come out.
type question struct {
	start, imprint, multiple int
	noContents               bool
	holes                    []bulletin.Hole
	stories                  []standing
}

// standing is a story in a question.
type standing struct {
	id                       bulletin.ID
	rank, order              int
	brief, elsewhere         bool
	filed, section, headline string
	wish                     bulletin.Slot
}

func (k *Memory) ask(issue *bulletin.Issue, stories []story, start, imprint int) question {
	q := question{start, imprint, issue.PageMultiple, issue.NoContents, slices.Clone(issue.Holes), make([]standing, len(stories))}
	for i := range stories {
		s := &stories[i]
		a := &s.piece.Article
		q.stories[i] = standing{s.piece.ID, s.rank, 0, s.brief, s.elsewhere, s.filed, a.Section, a.Headline, s.wish}
	}
	by := make([]int, len(stories))
	for i := range by {
		by[i] = i
	}
	slices.SortStableFunc(by, func(i, j int) int { return cmp.Compare(stories[i].weight(), stories[j].weight()) })
	for n, i := range by[min(1, len(by)):] {
		q.stories[i].order = q.stories[by[n]].order
		if stories[i].weight() != stories[by[n]].weight() {
			q.stories[i].order++
		}
	}
	return q
}

// again is the plan of before where it is the best for the stories at hand, too:
// where nothing was asked otherwise and every unit that the search for it looked
// at comes out as it did. nil where there has to be a new search.
func (k *Memory) again(q *question, stories []story) *plan {
	if k.hoards || k.last == nil || !reflect.DeepEqual(k.asked, *q) {
		return nil
	}
	told := make(map[bulletin.ID]*story, len(stories))
	for i := range stories {
		told[stories[i].piece.ID] = &stories[i]
	}
	if len(told) < len(stories) {
		return nil
	}
	for i := range stories {
		for n, u := range k.known[stories[i].piece.ID] {
			fresh := k.withWords(u, told)
			if fresh == nil || k.bench.retell(u, fresh) {
				continue
			}
			k.known[stories[i].piece.ID][n] = fresh
			return nil
		}
	}
	k.used = k.known
	return k.last
}

// withWords is a unit of before with the stories' words at hand; nil where they
// are the same.
func (k *Memory) withWords(u *unit, told map[bulletin.ID]*story) *unit {
	if u.briefs == nil {
		s := *told[u.piece.ID]
		if s.edition == u.given.edition {
			return nil
		}
		s.section, s.guise, s.least, s.most = u.given.section, u.given.guise, u.given.least, u.given.most
		return k.bench.newUnit(s)
	}
	briefs, same := slices.Clone(u.briefs), true
	for i := range briefs {
		s := told[briefs[i].piece.ID]
		if s.edition != briefs[i].edition {
			same, briefs[i] = false, *s
		}
	}
	if same {
		return nil
	}
	return k.bench.newBox(briefs)
}
