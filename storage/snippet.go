package storage

import (
	"cmp"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Words of a snippet before the first found one, and in all.
const (
	snippetBefore = 8
	snippetWords  = 30
)

// snippet is the stretch of a text that shows best why it was found: where most
// of what was asked stands together, with the marks that were typed before any,
// in the body or where that has less in another column. The headline stands
// above it anyway, so it is asked last. Without any such place it is the
// beginning of the body.
func snippet(t *searchText, clauses []clause, r *reading) Excerpt {
	best, bestIn, shown := gathering{}, inBody, 0
	for _, in := range []column{inBody, inPhotos, inPlace, inByline, inHeadline} {
		r.read(t[in])
		if at, g := densest(hits(r, in, clauses)); g.isBetter(best) {
			best, bestIn, shown = g, in, at
		}
	}
	r.read(t[bestIn])
	return cut(r, shown, hits(r, bestIn, clauses))
}

// gathering is how many of the clauses stand together at one place.
type gathering struct{ exact, all int }

func (g gathering) isBetter(other gathering) bool {
	return cmp.Or(cmp.Compare(g.exact, other.exact), cmp.Compare(g.all, other.all)) > 0
}

// densest is the word from which most clauses are within one snippet, the first
// of several such.
func densest(found []hit) (at int, most gathering) {
	for i, start := range found {
		var exact, all uint64 // a bit for each clause
		for _, h := range found[i:] {
			if h.last >= start.first+snippetWords-snippetBefore {
				break
			}
			all |= 1 << (h.clause % 64)
			if h.exact {
				exact |= 1 << (h.clause % 64)
			}
		}
		if g := (gathering{bits.OnesCount64(exact), bits.OnesCount64(all)}); g.isBetter(most) {
			at, most = start.first, g
		}
	}
	return at, most
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
