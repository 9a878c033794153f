package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives text as people type it in a hurry: lower case, without marks, đ
// as d. "Đầm Hà" becomes "dam ha". Ð and ð (U+00D0, U+00F0), often typed for
// Đ and đ, fold like them.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		if folded, ok := foldRune(r); ok {
			b.WriteRune(folded)
		}
	}
	return b.String()
}

func foldRune(r rune) (rune, bool) {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd', true
	}
	if unicode.Is(unicode.Mn, r) {
		return 0, false
	}
	return unicode.ToLower(r), true
}
