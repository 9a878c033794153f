package storage

import (
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin/viet"
)

// wanted is what somebody typed into the search box, as words.
type wanted struct {
	typed    []string // lower case, with their marks
	folded   []string // the same without marks; the last may be unfinished
	hasMarks bool
	blank    bool // only spaces were typed, or nothing
}

// maxWords is how many words of a query are looked at.
const maxWords = 32

func readWanted(text string) wanted {
	w := wanted{blank: strings.TrimSpace(text) == ""}
	for word := range strings.FieldsFuncSeq(viet.Normalize(text), isSeparator) {
		folded := foldWord(word)
		if folded == "" || len(w.folded) == maxWords {
			continue
		}
		typed := strings.ToLower(word)
		w.typed, w.folded = append(w.typed, typed), append(w.folded, folded)
		w.hasMarks = w.hasMarks || typed != folded
	}
	return w
}

// isSeparator reports what stands between words for search: all but letters,
// digits and marks, as the index's tokenizer sees it.
func isSeparator(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.Mn, unicode.Co)
}

func (w wanted) everything() bool { return w.blank }
func (w wanted) nothing() bool    { return !w.blank && len(w.folded) == 0 }

// match is the query in the language of FTS5: every word quoted, so that AND,
// NEAR, "-" and "*" are only what was typed, and the last one as a prefix.
func (w wanted) match() string {
	quoted := make([]string, len(w.folded))
	for i, word := range w.folded {
		quoted[i] = `"` + strings.ReplaceAll(word, `"`, `""`) + `"`
	}
	return strings.Join(quoted, " ") + "*"
}

// matches reports whether a folded word of a text is one of those wanted.
func (w wanted) matches(folded string) bool {
	last := len(w.folded) - 1
	return slices.Contains(w.folded[:last], folded) || strings.HasPrefix(folded, w.folded[last])
}

// exactlyIn reports whether every wanted word stands in the text with the
// marks that were typed; a word typed without marks is content with any.
func (w wanted) exactlyIn(t searchText) bool {
	missing := len(w.typed)
	seen := make([]bool, len(w.typed))
	for _, text := range []string{t.headline, t.byline, t.body} {
		for word := range strings.FieldsFuncSeq(text, isSeparator) {
			for i := range w.typed {
				if !seen[i] && w.isWord(i, word) {
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

// isWord reports whether a word of a text is the wanted word i.
func (w wanted) isWord(i int, word string) bool {
	if w.typed[i] == w.folded[i] {
		word = foldWord(word)
	} else {
		word = strings.ToLower(word)
	}
	if i == len(w.typed)-1 {
		return strings.HasPrefix(word, w.typed[i])
	}
	return word == w.typed[i]
}

// foldedRunes is viet.Fold for the single letters that Vietnamese text is made
// of, as a table: searching folds every word of every hit.
var foldedRunes = func() (table [0x1F00]rune) {
	for r := range rune(len(table)) {
		table[r] = -1
		if folded := []rune(viet.Fold(string(r))); len(folded) == 1 {
			table[r] = folded[0]
		}
	}
	return table
}()

// foldWord is viet.Fold, faster.
func foldWord(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range word {
		if int(r) >= len(foldedRunes) || foldedRunes[r] < 0 {
			return viet.Fold(word)
		}
		b.WriteRune(foldedRunes[r])
	}
	return b.String()
}
