package desk

import "bantin/bulletin"

// Selection is which articles of a listing are chosen to do something with.
type Selection struct {
	chosen map[bulletin.ID]bool
	anchor bulletin.ID // from where Shift reaches
}

// Only chooses one article, "" none.
func (s *Selection) Only(id bulletin.ID) {
	s.chosen = map[bulletin.ID]bool{}
	if id != "" {
		s.chosen[id] = true
	}
	s.anchor = id
}

// Toggle chooses one more article, or one less.
func (s *Selection) Toggle(id bulletin.ID) {
	if s.chosen == nil {
		s.chosen = map[bulletin.ID]bool{}
	}
	if s.chosen[id] {
		delete(s.chosen, id)
	} else {
		s.chosen[id] = true
	}
	s.anchor = id
}

// Reach chooses everything between the article that was chosen last and a row.
func (s *Selection) Reach(l *Listing, row int) {
	from := l.Row(s.anchor)
	if from < 0 {
		from = row
		s.anchor = l.At(row).ID
	}
	s.chosen = map[bulletin.ID]bool{}
	for i := min(from, row); i <= max(from, row); i++ {
		s.chosen[l.At(i).ID] = true
	}
}

// All chooses everything that is listed.
func (s *Selection) All(l *Listing) {
	s.chosen = map[bulletin.ID]bool{}
	for i := range l.Len() {
		s.chosen[l.At(i).ID] = true
	}
}

// Has reports whether an article is chosen.
func (s *Selection) Has(id bulletin.ID) bool { return s.chosen[id] }

// In lists the chosen articles that are listed, in their order.
func (s *Selection) In(l *Listing) []bulletin.ID {
	var out []bulletin.ID
	for i := range l.Len() {
		if id := l.At(i).ID; s.chosen[id] {
			out = append(out, id)
		}
	}
	return out
}
