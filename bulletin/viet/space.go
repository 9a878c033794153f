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
// direction marks.
func isInvisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF':
		return true
	}
	return false
}
