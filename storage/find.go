package storage

import (
	"strings"

	"bantin/bulletin/viet"
)

// hit is a place in a text where a clause is found.
type hit struct {
	first, last int  // words of the reading
	exact       bool // every word has the marks that were typed
	clause      int  // which of the clauses it is
}

// hits finds the clauses in one column of a text, in order.
func hits(r *reading, in column, clauses []clause) (found []hit) {
	for at := range r.words {
		best := hit{last: -1}
		for i, c := range clauses {
			if c.column != anywhere && c.column != in || !c.isAt(r, at) {
				continue
			}
			h := hit{at, at + len(c.words) - 1, c.isExactAt(r, at), i}
			if h.last > best.last || h.last == best.last && h.exact {
				best = h
			}
		}
		if best.last >= 0 {
			found = append(found, best)
		}
	}
	return found
}

// isAt reports whether the words of the clause stand in a row from there on.
func (c clause) isAt(r *reading, at int) bool {
	if at+len(c.words) > len(r.words) {
		return false
	}
	for i, t := range c.words {
		folded := r.fold(at + i)
		if c.open && i == len(c.words)-1 {
			if len(folded) < len(t.folded) || string(folded[:len(t.folded)]) != t.folded {
				return false
			}
		} else if string(folded) != t.folded {
			return false
		}
	}
	return true
}

// isExactAt reports whether the words there, which are the clause's, have the
// marks that were typed; a word typed without marks is content with any.
func (c clause) isExactAt(r *reading, at int) bool {
	for i, t := range c.words {
		if t.marked() && !isTyped(strings.ToLower(r.word(at+i)), t.typed, c.open && i == len(c.words)-1) {
			return false
		}
	}
	return true
}

// isTyped compares a word with one that was typed, both in lower case. hoà and
// hòa are one word.
func isTyped(word, typed string, open bool) bool {
	return word == typed || open && strings.HasPrefix(word, typed) || viet.Respell(word) == viet.Respell(typed)
}

// wantsMarks reports whether any word was typed with marks.
func wantsMarks(clauses []clause) bool {
	for _, c := range clauses {
		for _, t := range c.words {
			if t.marked() {
				return true
			}
		}
	}
	return false
}

// areExactIn reports whether each clause stands somewhere in the text with the
// marks that were typed.
func areExactIn(clauses []clause, t *searchText, r *reading) bool {
	missing := len(clauses)
	seen := make([]bool, len(clauses))
	for in := range t {
		r.read(t[in])
		for at := range r.words {
			for i, c := range clauses {
				if !seen[i] && (c.column == anywhere || c.column == column(in)) && c.isAt(r, at) && c.isExactAt(r, at) {
					seen[i] = true
					missing--
				}
			}
			if missing == 0 {
				return true
			}
		}
	}
	return missing == 0
}

// areBareIn reports whether each clause, typed without marks, stands in the
// headline without marks.
func areBareIn(clauses []clause, t *searchText, r *reading) bool {
	r.read(t[inHeadline])
	for _, c := range clauses {
		found := false
		for at := range r.words {
			found = found || c.isAt(r, at) && c.isBareAt(r, at)
		}
		if !found || c.column != anywhere && c.column != inHeadline {
			return false
		}
	}
	return true
}

// isBareAt reports whether the words there, which are the clause's, have no marks.
func (c clause) isBareAt(r *reading, at int) bool {
	for i := range c.words {
		if strings.ToLower(r.word(at+i)) != string(r.fold(at+i)) {
			return false
		}
	}
	return true
}

// foundIn marks what the clauses find in a text, without overlaps.
func foundIn(text string, in column, clauses []clause, r *reading) []Span {
	r.read(text)
	return spansOf(r, hits(r, in, clauses))
}

func spansOf(r *reading, found []hit) (spans []Span) {
	for _, h := range found {
		s := Span{r.words[h.first].Start, r.words[h.last].End}
		if n := len(spans); n > 0 && s.Start < spans[n-1].End {
			spans[n-1].End = max(spans[n-1].End, s.End)
			continue
		}
		spans = append(spans, s)
	}
	return spans
}
