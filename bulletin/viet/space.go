package viet

import (
	"strings"
	"unicode"
)

// TidySpaces folds every run of blanks (spaces, no-break spaces, tabs and the
// other space characters of Unicode) into one space, drops invisible
// characters that web pages and word processors leave behind, and trims both
// ends. It is for text that comes from outside; never for text being typed.
func TidySpaces(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	pending := false
	for _, r := range s {
		switch {
		case isInvisible(r):
		case unicode.IsSpace(r):
			pending = true
		default:
			if pending && b.Len() > 0 {
				b.WriteByte(' ')
			}
			pending = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isInvisible reports characters that print nothing and carry no meaning in
// Vietnamese: soft hyphen, zero-width spaces and joiners, byte order mark,
// direction marks, interlinear marks.
func isInvisible(r rune) bool {
	switch {
	case r == '\u00AD', r == '\u034F', r == '\u061C', r == '\uFEFF',
		r >= '\u200B' && r <= '\u200F', // zero-width spaces and joiners, direction marks
		r >= '\u202A' && r <= '\u202E', // direction of a stretch
		r >= '\u2060' && r <= '\u206F', // word joiner, invisible operators, isolates
		r >= '\uFFF9' && r <= '\uFFFB':
		return true
	}
	return false
}

// InWord reports whether a character belongs to a word: a letter, a digit, or a
// mark that stands by itself, as in text that is not composed.
func InWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
