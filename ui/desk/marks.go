package desk

import (
	"strings"
	"unicode"

	"bantin/bulletin/viet"
)

// Span is a part of a text, in runes.
type Span struct{ From, To int }

// Marks finds the words of a search in a line of text: words that begin with a
// word of the search, with or without marks as it was typed, and phrases in
// quotation marks whole. Names of fields ("author:") and what must not occur
// ("-word") are left out.
func Marks(line, search string) []Span {
	wanted := wantedWords(search)
	if len(wanted) == 0 {
		return nil
	}
	var spans []Span
	for _, w := range wordsOf(line) {
		for _, want := range wanted {
			if strings.HasPrefix(w.plain, want) || strings.HasPrefix(w.folded, want) {
				spans = append(spans, Span{w.from, w.to})
				break
			}
		}
	}
	return joined(line, spans)
}

// word is a word in a line.
type word struct {
	from, to      int
	plain, folded string
}

func wordsOf(line string) []word {
	var words []word
	runes := []rune(line)
	for i := 0; i < len(runes); {
		if !isLetter(runes[i]) {
			i++
			continue
		}
		start := i
		for i < len(runes) && isLetter(runes[i]) {
			i++
		}
		s := string(runes[start:i])
		words = append(words, word{start, i, strings.ToLower(s), viet.Fold(s)})
	}
	return words
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wantedWords are the words of a search as they may begin a word of a text.
func wantedWords(search string) []string {
	var out []string
	for _, piece := range strings.Fields(viet.Normalize(search)) {
		if strings.HasPrefix(piece, "-") {
			continue
		}
		if _, value, named := strings.Cut(piece, ":"); named {
			piece = value
		}
		for _, w := range wordsOf(piece) {
			out = append(out, w.plain)
		}
	}
	return out
}

// joined makes one of spans with nothing but a blank between them.
func joined(line string, spans []Span) []Span {
	runes := []rune(line)
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && strings.TrimSpace(string(runes[out[n-1].To:s.From])) == "" {
			out[n-1].To = s.To
			continue
		}
		out = append(out, s)
	}
	return out
}
