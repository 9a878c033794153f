package layout

import "slices"

// What the ways of making up a story cost, in the unit of costOfWhite. They
// weigh against each other what an editor would see first.
const (
	costOfStep  = 4   // photos one Fit step smaller, and as much for each photo
	costOfLater = 14  // the photo under the headline stands overleaf
	costOfStub  = 9   // for each row short of leastRest that a story has overleaf
	costOfSplit = 30  // a story of at most shortStory rows goes on overleaf
	costOfPage  = 60  // one more page
	costOfLeft  = 200 // photos go overleaf after the last words of their story
	leastRest   = 5   // rows
	shortStory  = 14  // rows of each column
)

// costOfWhite is what so many empty grid lines at the foot of a page cost: as
// good as nothing for a few, much for a quarter of a page.
func costOfWhite(rows int) int { return rows * rows / 2 }

// variants are the ways in which a story may be made up, the natural one
// first: photos as they are or by one of the style's Fit steps smaller; the
// photo that belongs under the headline there or where it is called for. Each
// may also be set at the head of a new page.
func (m *makeup) variants(s story) []*story {
	natural := m.variant(s, m.setter, 0)
	all := []*story{natural}
	if !hasPhotos(natural.body) {
		return all
	}
	step := costOfStep * (1 + len(s.piece.Article.Photos))
	later := s
	later.photoLater = true
	steps := append([]*setter{m.quiet(0)}, m.smaller()...)
	for i, st := range steps {
		if i > 0 {
			all = appendNew(all, m.variant(s, st, i*step))
		}
		if natural.body[0].wide {
			all = appendNew(all, m.variant(later, st, i*step+costOfLater))
		}
	}
	return all
}

// appendNew leaves out a variant that takes the same rows as one before it.
func appendNew(all []*story, v *story) []*story {
	same := slices.ContainsFunc(all, func(other *story) bool {
		return other.photoLater == v.photoLater && slices.EqualFunc(other.body, v.body, func(a, b chunk) bool {
			return a.rows() == b.rows() && a.wide == b.wide
		})
	})
	if same {
		return all
	}
	return append(all, v)
}

func (m *makeup) variant(s story, st *setter, cost int) *story {
	s.head, s.body, s.cost = st.headOf(&s), nil, cost
	s.body = st.pour(&s)
	return &s
}

func hasPhotos(body []chunk) bool {
	return slices.ContainsFunc(body, func(c chunk) bool { return c.photo || c.wide })
}

// quiet is a setter whose findings nobody reads, for what is set again.
func (m *makeup) quiet(step int) *setter {
	s := *m.style
	if step > 0 {
		s = s.FittedPhotos(m.style.Fit[step-1])
	}
	return newSetter(&s)
}

// smaller has a quiet setter for each Fit step.
func (m *makeup) smaller() []*setter {
	all := make([]*setter, 0, len(m.style.Fit))
	for i := range m.style.Fit {
		all = append(all, m.quiet(i+1))
	}
	return all
}
