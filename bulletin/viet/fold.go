package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives text as people type it in a hurry: lower case, without marks, đ
// as d. "Đầm Hà" becomes "dam ha". Ð and ð (U+00D0, U+00F0), often typed for
// Đ and đ, fold like them.
func Fold(s string) string {
	if folded, ok := foldVietnamese(s); ok {
		return folded
	}
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

// foldVietnamese folds text of which every letter is ASCII or Vietnamese and
// composed, which is nearly all text, without decomposing it.
func foldVietnamese(s string) (string, bool) {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		case foldedLetters[r] != 0:
			b.WriteByte(foldedLetters[r])
		case unicode.IsLetter(r), unicode.IsMark(r), r == utf8.RuneError:
			return "", false
		case !norm.NFD.IsNormalString(string(r)):
			return "", false
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String(), true
}

// foldedLetters has the folded form of every composed Vietnamese letter.
var foldedLetters = func() map[rune]byte {
	const marked = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
	table := map[rune]byte{'đ': 'd', 'Đ': 'd', 'ð': 'd', 'Ð': 'd'}
	for _, r := range marked {
		base := norm.NFD.String(string(r))[0]
		table[r], table[unicode.ToUpper(r)] = base, base
	}
	return table
}()
