package manuscript

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin/viet"
)

// Query is what is searched for. Without Marks, "tham" finds "thăm" and
// "Thắm"; a text that has marks itself is always searched with them.
type Query struct {
	Text  string
	Marks bool // á is not a
	Case  bool // A is not a
	Whole bool // whole words only
}

// Match is a stretch of one block.
type Match struct{ Block, From, To int }

// Matches finds every place of a text on the sheet, in order, none over
// another.
func (m *Manuscript) Matches(q Query) []Match {
	want := []rune(viet.Normalize(q.Text))
	if len(want) == 0 {
		return nil
	}
	shape := q.shape(want)
	for i, r := range want {
		want[i] = shape(r)
	}
	var found []Match
	for i, b := range m.blocks {
		found = b.matches(i, want, shape, q.Whole, found)
	}
	return found
}

// shape is how letters are brought to the form in which they are compared.
func (q Query) shape(want []rune) func(rune) rune {
	marks := q.Marks || slices.ContainsFunc(want, func(r rune) bool { return fold(r) != unicode.ToLower(r) })
	switch {
	case marks && q.Case:
		return func(r rune) rune { return r }
	case marks:
		return unicode.ToLower
	case q.Case:
		return func(r rune) rune {
			if unicode.IsUpper(r) {
				return unicode.ToUpper(fold(r))
			}
			return fold(r)
		}
	}
	return fold
}

func (b *Block) matches(block int, want []rune, shape func(rune) rune, whole bool, found []Match) []Match {
	for at := 0; at+len(want) <= len(b.text); at++ {
		n := 0
		for n < len(want) && shape(b.text[at+n]) == want[n] {
			n++
		}
		if n < len(want) || whole && !b.standsAlone(at, at+n) {
			continue
		}
		found = append(found, Match{block, at, at + n})
		at += n - 1
	}
	return found
}

func (b *Block) standsAlone(from, to int) bool {
	return (from == 0 || !viet.InWord(b.text[from-1])) && (to == len(b.text) || !viet.InWord(b.text[to]))
}

// folded has the form without marks of the letters up to U+1EFF, among which
// are all Vietnamese ones.
var folded = sync.OnceValue(func() *[0x1F00]rune {
	var table [0x1F00]rune
	for r := range table {
		table[r] = rune(r)
		if f := []rune(viet.Fold(string(rune(r)))); len(f) == 1 {
			table[r] = f[0]
		}
	}
	return &table
})

func fold(r rune) rune {
	if r >= 0 && r < 0x1F00 {
		return folded()[r]
	}
	return unicode.ToLower(r)
}

// Replace puts a text, as it is, in the place of a stretch and selects it.
func (m *Manuscript) Replace(at Match, with string) {
	m.do(byCommand, func() { at.To = at.From + m.replaceMatch(at, with) })
	m.Select(Place{at.Block, at.From}, Place{at.Block, at.To})
}

// ReplaceFound replaces one match of a search as ReplaceAll does, and selects
// what stands there now.
func (m *Manuscript) ReplaceFound(q Query, at Match, with string) {
	m.Replace(at, q.replacement(with, m.blocks[at.Block].text[at.From:at.To]))
}

// replacement is what a text is replaced by that was found.
func (q Query) replacement(with string, stood []rune) string {
	if q.Case {
		return with
	}
	return likeCapitals(viet.Normalize(with), viet.Normalize(q.Text), stood)
}

// replaceMatch tells how many letters stand there now.
func (m *Manuscript) replaceMatch(at Match, with string) int {
	b := m.blocks[at.Block]
	style := Plain
	if at.From < b.Len() {
		style = b.styles[at.From]
	}
	before := b.Len()
	m.change(at.Block, at.From, at.To, plainPiece(viet.Normalize(with), style).fitting(b.Kind))
	return m.blocks[at.Block].Len() - before + at.To - at.From
}

// likeCapitals gives a text the capitals of what it replaces: all of them, or the
// first. It stays as it was typed where it differs in nothing but its capitals
// from what was asked for, and in the place of an abbreviation: UBND becomes ủy
// ban nhân dân.
func likeCapitals(with, asked string, stood []rune) string {
	switch {
	case strings.EqualFold(with, asked):
	case areCapitals(stood):
		if !areCapitals([]rune(asked)) && (hasCapital(asked) || !hasCapital(with)) {
			return strings.ToUpper(with)
		}
	case len(stood) > 0 && unicode.IsUpper(stood[0]):
		first, size := utf8.DecodeRuneInString(with)
		if size > 0 {
			return string(unicode.ToUpper(first)) + with[size:]
		}
	}
	return with
}

func hasCapital(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

// areCapitals reports whether there are several letters, none of them small.
func areCapitals(word []rune) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// ReplaceAll replaces every match, as one step, and says how many there were. Where
// capitals are not told apart, what replaces one has those of what stood there.
// The caret stays with its words; nothing is selected.
func (m *Manuscript) ReplaceAll(q Query, with string) int {
	found := m.Matches(q)
	caret := m.sel.Caret
	m.do(byCommand, func() {
		for _, at := range slices.Backward(found) {
			now := m.replaceMatch(at, q.replacement(with, m.blocks[at.Block].text[at.From:at.To]))
			caret = caret.behind(at, now-(at.To-at.From))
		}
		m.sel = Selection{m.pull(caret), m.pull(caret)}
	})
	return len(found)
}

// behind is where a place has gone once a match has become longer by so many
// letters: nowhere before it, to the end of what stands there now from within
// it. Nothing stays selected: the offsets would be those of other words.
func (p Place) behind(at Match, longer int) Place {
	if p.Block == at.Block && p.Offset > at.From {
		p.Offset = max(p.Offset, at.To) + longer
	}
	return p
}

// lines splits text at line ends of every system.
func lines(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2029", "\n").Replace(s)
	return strings.Split(s, "\n")
}
