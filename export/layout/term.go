package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// term is a word as where lines may end depends on it: what is asked of it again
// and again.
type term struct {
	text    string
	bare    string // without the marks around it
	small   string // bare, in small letters
	length  int    // letters
	usual   bool   // see isUsual
	number  bool   // bare is one
	capital bool   // see capitalised
	open    bool   // see endsOpen
}

// noTerm stands where there is no word.
var noTerm term

func newTerm(text string) term {
	t := term{text: text, length: utf8.RuneCountInString(text), usual: isUsual(text)}
	if t.usual {
		t.bare, t.small = text, text
		return t
	}
	t.bare = bare(text)
	t.small = strings.ToLower(t.bare)
	t.number, t.capital, t.open = isNumber(t.bare), capitalised(text), endsOpen(text)
	return t
}

// lower is the text in small letters, marks and all.
func (t *term) lower() string {
	if t.usual {
		return t.text
	}
	return strings.ToLower(t.text)
}

// termOf is the term of a word that is set in parts.
func termOf(parts []part) *term {
	if len(parts) == 1 {
		return &parts[0].term
	}
	var text strings.Builder
	for i := range parts {
		text.WriteString(parts[i].text)
	}
	t := newTerm(text.String())
	return &t
}

// isUsual reports a word of small Vietnamese letters alone: neither a number
// nor a name nor next to a pause.
func isUsual(word string) bool {
	for _, r := range word {
		if (r < 'a' || r > 'z') && (r < 'à' || r > 'ỹ' || !unicode.IsLower(r)) {
			return false
		}
	}
	return word != ""
}

// endsOpen reports whether a pause follows the word.
func endsOpen(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune(",.;:!?…)”", last)
}

// bare is a word without the marks around it. Most words have none, which is
// seen from their first and last letters.
func bare(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	if !isMark(first) && !isMark(last) {
		return word
	}
	return strings.TrimFunc(word, isMark)
}

// isMark reports punctuation. Every Vietnamese letter beyond ASCII lies in one
// of two ranges that have none.
func isMark(r rune) bool {
	if r >= 'À' && r < 0x250 || r >= 0x1E00 && r < 0x1F00 || r >= 'a' && r <= 'z' || r == '%' {
		return false
	}
	return unicode.IsPunct(r)
}

// isNumber reports digits with their separators: 1.000,5 and 10/4.
func isNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789.,/-") == "" && strings.ContainsAny(word, "0123456789")
}

// capitalised reports a word with a capital first letter, quotes aside.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "“\"'‘("))
	return unicode.IsUpper(r)
}
