package storage

import (
	"strings"
	"unicode/utf8"
)

// Words of a snippet before the first found one, and in all.
const (
	snippetBefore = 8
	snippetWords  = 30
)

// snippet is the stretch of a text that shows best why it was found: around
// the first place with the marks that were typed, or else the first place, in
// the body or where that has none in another column. The headline stands above
// it anyway, so it is asked last. Without any such place it is the beginning of
// the body.
func snippet(t *searchText, clauses []clause, r *reading) Excerpt {
	for _, exact := range []bool{true, false} {
		for _, in := range []column{inBody, inPhotos, inPlace, inByline, inHeadline} {
			r.read(t[in])
			found := hits(r, in, clauses)
			for _, h := range found {
				if h.exact || !exact {
					return cut(r, h.first, found)
				}
			}
		}
	}
	r.read(t[inBody])
	return cut(r, 0, nil)
}

// cut writes the stretch of words around one of them.
func cut(r *reading, center int, found []hit) Excerpt {
	if len(r.words) == 0 {
		return Excerpt{}
	}
	first := max(center-snippetBefore, 0)
	last := min(first+snippetWords, len(r.words)) - 1
	from, to := edges(r, first, last)
	var e excerptWriter
	if from > 0 {
		e.write("… ")
	}
	for _, s := range spansOf(r, found) {
		if s.Start < from || s.End > to {
			continue
		}
		e.write(oneLine(r.text[from:s.Start]))
		e.mark(oneLine(r.text[s.Start:s.End]))
		from = s.End
	}
	e.write(oneLine(r.text[from:to]))
	if to < len(r.text) {
		e.write(" …")
	}
	return Excerpt{e.text.String(), e.found}
}

type excerptWriter struct {
	text  strings.Builder
	found []Span
}

func (e *excerptWriter) write(s string) { e.text.WriteString(s) }

func (e *excerptWriter) mark(s string) {
	start := e.text.Len()
	e.write(s)
	e.found = append(e.found, Span{start, e.text.Len()})
}

// edges are the bytes that a stretch takes: whole words, the punctuation that
// hangs on the last one, and all of the text's start where it starts there.
func edges(r *reading, first, last int) (from, to int) {
	if first > 0 {
		from = r.words[first].Start
	}
	if last == len(r.words)-1 {
		return from, len(r.text)
	}
	to = r.words[last].End
	for to < r.words[last+1].Start {
		c, size := utf8.DecodeRuneInString(r.text[to:])
		if c == ' ' || c == '\n' {
			break
		}
		to += size
	}
	return from, to
}

// oneLine is a piece of a snippet without line ends, and short even where a
// text has no spaces at all.
func oneLine(s string) string {
	const longest = 400 // bytes
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "") + "…"
	}
	return strings.ReplaceAll(s, "\n", " ")
}
