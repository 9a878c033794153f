package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin/viet"
)

// reading is a text taken apart into its words, as the search index does it.
type reading struct {
	text   string
	words  []Span // in text
	folded []byte // the folded words, one behind the other
	ends   []int  // where each of them ends in folded
}

// read takes a text apart, over an older reading whose memory it uses.
func (r *reading) read(text string) {
	r.text, r.words, r.folded, r.ends = text, r.words[:0], r.folded[:0], r.ends[:0]
	start := -1
	for i, c := range text {
		switch separator := isSeparator(c); {
		case separator && start >= 0:
			r.add(start, i)
			start = -1
		case !separator && start < 0:
			start = i
		}
	}
	if start >= 0 {
		r.add(start, len(text))
	}
}

func (r *reading) add(start, end int) {
	r.folded = appendFolded(r.folded, r.text[start:end])
	r.words, r.ends = append(r.words, Span{start, end}), append(r.ends, len(r.folded))
}

// word is word i as it stands in the text.
func (r *reading) word(i int) string { return r.text[r.words[i].Start:r.words[i].End] }

// fold is word i folded.
func (r *reading) fold(i int) []byte {
	start := 0
	if i > 0 {
		start = r.ends[i-1]
	}
	return r.folded[start:r.ends[i]]
}

// isSeparator reports what stands between words for search: all but letters,
// digits and marks, as the index's tokenizer sees it.
func isSeparator(r rune) bool {
	if int(r) < len(separators) {
		return separators[r]
	}
	return separates(r)
}

func separates(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.Mn, unicode.Co)
}

// The letters that Vietnamese text is made of stand in tables: searching looks
// at every letter of every hit.
const tabled = 0x1F00

var separators = func() (table [tabled]bool) {
	for r := range rune(tabled) {
		table[r] = separates(r)
	}
	return table
}()

// foldedRunes is viet.Fold for single letters, or -1.
var foldedRunes = func() (table [tabled]rune) {
	for r := range rune(tabled) {
		table[r] = -1
		if folded := []rune(viet.Fold(string(r))); len(folded) == 1 {
			table[r] = folded[0]
		}
	}
	return table
}()

// appendFolded is viet.Fold, faster.
func appendFolded(to []byte, word string) []byte {
	before := len(to)
	for _, r := range word {
		if int(r) >= tabled || foldedRunes[r] < 0 {
			return append(to[:before], viet.Fold(word)...)
		}
		to = utf8.AppendRune(to, foldedRunes[r])
	}
	return to
}

// foldedWords are the words of a text, folded.
func foldedWords(text string) []string {
	var r reading
	r.read(text)
	words := make([]string, 0, len(r.words))
	for i := range r.words {
		if folded := string(r.fold(i)); folded != "" {
			words = append(words, folded)
		}
	}
	return words
}

// hasWordsLike reports whether a text has words that begin with those of
// wanted, in a row. Both are folded.
func hasWordsLike(text, wanted []string) bool {
	for at := range text {
		if len(text)-at < len(wanted) {
			return false
		}
		if isBeginning(text[at:at+len(wanted)], wanted) {
			return true
		}
	}
	return len(wanted) == 0
}

// isBeginning reports words that are wanted's, the last of them perhaps only
// begun there.
func isBeginning(words, wanted []string) bool {
	last := len(wanted) - 1
	for i := range wanted {
		if words[i] != wanted[i] && !(i == last && strings.HasPrefix(words[i], wanted[i])) {
			return false
		}
	}
	return true
}
