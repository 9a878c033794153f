package storage

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// wanted is what somebody typed into the search box.
type wanted struct {
	blank   bool          // nothing was typed, or only the beginning of a filter
	clauses []clause      // of the text
	facets  []facet       // of the facts about it
	unread  []string      // what looks like a filter and says nothing
	stories []bulletin.ID // of the issue that was asked for
}

// clause is some words that must stand in a row, or must not.
type clause struct {
	not    bool
	column column // anywhere, or one
	words  []term
	open   bool // the last word may go on
}

// anywhere is the column of a clause that names none.
const anywhere column = -1

// term is a word of a clause.
type term struct {
	typed  string // lower case, composed
	folded string
}

// marked reports a word that was typed with marks and so wants them.
func (t term) marked() bool { return t.typed != t.folded }

// maxWords is how many words of a query are looked at.
const maxWords = 32

// everything reports a query that leaves out nothing.
func (w wanted) everything() bool { return len(w.clauses) == 0 && len(w.facets) == 0 }

// nothing reports a query of which no word could be read: only signs.
func (w wanted) nothing() bool { return !w.blank && w.everything() && len(w.unread) == 0 }

// readWanted reads a query; query.go says in which language. Any text is one.
func readWanted(text string, now time.Time) wanted {
	s := queryReader{rest: viet.Normalize(text), now: now}
	s.wanted.blank = strings.TrimSpace(s.rest) == ""
	for s.part() {
	}
	return s.wanted
}

// Unread gives those parts of a query that look like a filter but say nothing,
// such as "tu:32/13": Articles passes over them.
func Unread(query string) []string { return readWanted(query, time.Now()).unread }

type queryReader struct {
	rest   string
	now    time.Time
	wanted wanted
	words  int
	loose  bool // the last clause is one bare word, right before the rest
}

// part reads one part of the query: -field:"words" with all but the words
// optional.
func (s *queryReader) part() bool {
	s.rest = strings.TrimLeftFunc(s.rest, unicode.IsSpace)
	if s.rest == "" {
		return false
	}
	not := false
	if after, ok := strings.CutPrefix(s.rest, "-"); ok && startsWord(after) {
		s.rest, not = after, true
	}
	s.wanted.blank = s.wanted.blank || strings.TrimSpace(s.rest) == "-"
	field, spaced := s.field()
	value, quoted, closed := s.value(field != "")
	if spaced { // "tác giả:" is one name
		s.dropLoose()
	}
	s.take(not, field, value, quoted, closed)
	return true
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (!isSeparator(r) || isQuote(r))
}

// field takes the name of a field and its colon off the rest, "" where there
// is none. spaced: the word before belongs to the name.
func (s *queryReader) field() (name string, spaced bool) {
	end := strings.IndexFunc(s.rest, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) || r == ':' })
	if end <= 0 || s.rest[end] != ':' {
		return "", false
	}
	name = viet.Fold(s.rest[:end])
	if s.loose {
		last := s.wanted.clauses[len(s.wanted.clauses)-1]
		if both := last.words[0].folded + name; fields[both] != "" && !last.not {
			s.rest = s.rest[end+1:]
			return fields[both], true
		}
	}
	if fields[name] == "" {
		return "", false
	}
	s.rest = s.rest[end+1:]
	return fields[name], false
}

func (s *queryReader) dropLoose() {
	s.wanted.clauses = s.wanted.clauses[:len(s.wanted.clauses)-1]
	s.words--
}

// value takes what is looked for off the rest: what stands in quotes, or all up
// to a space or a quote. A field's may stand behind a space.
func (s *queryReader) value(ofField bool) (value string, quoted, closed bool) {
	if ofField {
		s.rest = strings.TrimLeftFunc(s.rest, unicode.IsSpace)
	}
	first, size := utf8.DecodeRuneInString(s.rest)
	if s.rest != "" && isQuote(first) {
		s.rest = s.rest[size:]
		end := strings.IndexFunc(s.rest, isQuote)
		if end < 0 {
			value, s.rest = s.rest, ""
			return value, true, false
		}
		value = s.rest[:end]
		_, size = utf8.DecodeRuneInString(s.rest[end:])
		s.rest = s.rest[end+size:]
		return value, true, true
	}
	end := strings.IndexFunc(s.rest, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
	if end < 0 {
		end = len(s.rest)
	}
	value, s.rest = s.rest[:end], s.rest[end:]
	return value, false, false
}

// isQuote reports a sign that phrases stand between: straight, curly and low
// double quotes, and guillemets.
func isQuote(r rune) bool { return strings.ContainsRune("\"“”„«»", r) }

// take adds what was read to the query.
func (s *queryReader) take(not bool, field, value string, quoted, closed bool) {
	s.loose = false
	s.wanted.blank = s.wanted.blank || field != "" && value == ""
	if isFacet(field) {
		s.facet(not, field, value)
		return
	}
	c := clause{not: not, column: anywhere}
	if field != "" {
		c.column = columnOf(field)
	}
	c.words = typedWords(value)
	c.words = c.words[:min(len(c.words), maxWords-s.words)]
	if len(c.words) == 0 {
		return
	}
	s.words += len(c.words)
	if strings.HasSuffix(value, "*") {
		c.open = true
	} else if strings.TrimSpace(s.rest) == "" {
		c.open = !closed
	}
	s.loose = !quoted && field == "" && len(c.words) == 1
	s.wanted.clauses = append(s.wanted.clauses, c)
}

// typedWords are the words of what was typed, if they have more than marks.
func typedWords(typed string) (words []term) {
	var r reading
	r.read(viet.Normalize(typed))
	for i := range r.words {
		if folded := string(r.fold(i)); folded != "" {
			words = append(words, term{strings.ToLower(r.word(i)), folded})
		}
	}
	return words
}

// columnOf is the column of a field that is text.
func columnOf(field string) column {
	for i, name := range columnNames {
		if name == field {
			return column(i)
		}
	}
	return anywhere
}
