package layout

import (
	"cmp"
	"slices"
)

// trial is a beginning of an issue, made up in one way.
type trial struct {
	*makeup
	cost int // of its variants and of what stubs and splits there are
}

func (t trial) total() int { return t.cost + t.white + len(t.pages)*costOfPage }

// mostTrials is how many beginnings are kept after each story: the cheapest of
// those that end on different grid lines.
const mostTrials = 12

// stack puts the stories one after another, each in that one of its variants
// with which the pages come out best filled. The last one leaves imprint grid
// lines free. What follows depends on a beginning only by the page and the grid
// line that it ends on, so that of beginnings which end alike the cheapest
// alone is kept (dynamic programming, as in breaking lines).
func (m *makeup) stack(stories []story, imprint int) *makeup {
	trials := []trial{{makeup: m}}
	for i, s := range stories {
		reserve := 0
		if i == len(stories)-1 {
			reserve = imprint
		}
		variants := m.variants(s)
		var next []trial
		for _, t := range trials {
			for _, v := range variants {
				next = append(next, t.tried(v, reserve)...)
			}
		}
		trials = cheapest(next)
	}
	best := slices.MinFunc(trials, func(a, b trial) int {
		return cmp.Compare(a.total()+a.end(imprint), b.total()+b.end(imprint))
	})
	return best.makeup
}

// tried puts a story after the trial's own: where it falls, and, if that is
// not at the head of a page, there too.
func (t trial) tried(v *story, reserve int) []trial {
	here := t.with(v, reserve)
	if len(t.stories) == 0 || t.row == 0 || here.stories[len(here.stories)-1].FirstPage > len(t.pages) {
		return []trial{here}
	}
	turned := *v
	turned.turned = true
	return []trial{here, t.with(&turned, reserve)}
}

func (t trial) with(v *story, reserve int) trial {
	next := trial{t.fork(), t.cost + v.cost}
	next.place(v, reserve)
	if set := next.stories[len(next.stories)-1]; set.LastPage > set.FirstPage {
		next.cost += max(0, leastRest-next.row) * costOfStub
		if v.rows(next.style.Grid.Columns) <= shortStory {
			next.cost += costOfSplit
		}
	}
	return next
}

// rows is about how many grid lines a story's body takes in so many columns.
func (s *story) rows(columns int) int {
	n := 0
	for _, c := range s.body {
		if c.wide {
			n += c.rows() * columns
			continue
		}
		n += c.rows()
	}
	return n / columns
}

// end is what the last page costs: it may end in white, but not hold little
// else than the imprint.
func (t trial) end(imprint int) int {
	used, rows := t.row, t.style.Grid.Rows
	if rows-used < imprint {
		used = 0
	}
	cost := costOfWhite(max(0, rows-used-imprint)) / 5
	if short := rows/3 - used; short > 0 {
		cost += short * short
	}
	return cost
}

// cheapest keeps of trials that end on the same grid line the cheapest, and of
// these the cheapest few; of equal ones the earlier.
func cheapest(trials []trial) []trial {
	slices.SortStableFunc(trials, func(a, b trial) int { return cmp.Compare(a.total(), b.total()) })
	var kept []trial
	for _, t := range trials {
		same := slices.ContainsFunc(kept, func(k trial) bool { return k.row == t.row && len(k.pages) == len(t.pages) })
		if !same && len(kept) < mostTrials {
			kept = append(kept, t)
		}
	}
	return kept
}

// fork gives a make-up that goes its own way from here.
func (m *makeup) fork() *makeup {
	c := *m
	c.pages = slices.Clone(m.pages)
	last := *m.pages[len(m.pages)-1]
	last.blocks = slices.Clip(last.blocks)
	c.pages[len(c.pages)-1] = &last
	c.stories, c.told = slices.Clip(m.stories), slices.Clip(m.told)
	return &c
}
