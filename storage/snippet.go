package storage

import (
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
)

// Words of a snippet before the first found one, and in all.
const (
	snippetBefore = 8
	snippetWords  = 30
)

// snippet is a stretch of the body, or where that has none of the words of
// the byline or headline, around the first found word. Found words are bold in
// the marks of bulletin.Runs; "…" stands for what was left out.
func (w wanted) snippet(t searchText) string {
	for _, text := range []string{t.body, t.byline, t.headline} {
		if spans := wordSpans(text, w); len(spans.found) > 0 {
			return spans.cut(text, spans.found[0])
		}
	}
	spans := wordSpans(t.body, w)
	return spans.cut(t.body, 0)
}

// spans are the words of a text: where each starts and ends in bytes, and
// which of them were found.
type spans struct {
	start, end []int
	found      []int // indexes, ascending
}

// wordSpans stops once it has enough for a snippet.
func wordSpans(text string, w wanted) (s spans) {
	add := func(start, end int) {
		if w.matches(foldWord(text[start:end])) {
			s.found = append(s.found, len(s.start))
		}
		s.start, s.end = append(s.start, start), append(s.end, end)
	}
	start := -1
	for i, r := range text {
		switch separator := isSeparator(r); {
		case separator && start >= 0:
			add(start, i)
			start = -1
		case !separator && start < 0:
			start = i
		}
		if len(s.found) > 0 && len(s.start) > s.found[0]+snippetWords {
			return s
		}
	}
	if start >= 0 {
		add(start, len(text))
	}
	return s
}

// cut writes the stretch of words around word number center.
func (s spans) cut(text string, center int) string {
	if len(s.start) == 0 {
		return ""
	}
	first := max(center-snippetBefore, 0)
	last := min(first+snippetWords, len(s.start)) - 1
	from, to := s.edges(text, first, last)
	var runs []bulletin.Run
	if from > 0 {
		runs = append(runs, bulletin.Run{Text: "… "})
	}
	for _, i := range s.found {
		if i >= first && i <= last {
			runs = append(runs,
				bulletin.Run{Text: oneLine(text[from:s.start[i]])},
				bulletin.Run{Text: oneLine(text[s.start[i]:s.end[i]]), Bold: true})
			from = s.end[i]
		}
	}
	runs = append(runs, bulletin.Run{Text: oneLine(text[from:to])})
	if to < len(text) {
		runs = append(runs, bulletin.Run{Text: " …"})
	}
	return bulletin.Mark(runs)
}

// edges are the bytes that a stretch takes: whole words, the punctuation that
// hangs on the last one, and all of the text's start where it starts there.
func (s spans) edges(text string, first, last int) (from, to int) {
	if first > 0 {
		from = s.start[first]
	}
	if last == len(s.start)-1 {
		return from, len(text)
	}
	to = s.end[last]
	for to < s.start[last+1] {
		r, size := utf8.DecodeRuneInString(text[to:])
		if r == ' ' || r == '\n' {
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
