package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Costs of ending a line at a place, as penalties of Knuth and Plass.
const (
	nameCost  = 60  // inside a name of a person or a body
	lastCost  = 150 // before the last syllable of a name
	pieceCost = 200 // inside a word too long for the line
)

// unitsAfterNumbers stay with the number before them.
var unitsAfterNumbers = []string{
	"kg", "g", "mg", "tấn", "tạ", "yến", "m", "cm", "mm", "km", "m2", "m²", "m3", "m³", "km2", "km²",
	"ha", "l", "lít", "ml", "đồng", "đ", "₫", "vnđ", "usd", "%", "°c", "°", "triệu", "tỷ", "tỉ", "nghìn",
	"ngàn", "giờ", "h", "phút", "kw", "kwh", "mw", "v", "am", "pm",
}

// wordsBeforeNumbers stay with the number after them.
var wordsBeforeNumbers = []string{
	"ngày", "tháng", "năm", "số", "quý", "khóa", "khoá", "điều", "khoản", "mục", "chương", "thứ",
	"lần", "kỳ", "trang", "tổ", "khu", "thôn", "đội", "lớp", "tr.", "thị",
}

// lineEndCost is the cost of ending a line between two neighbouring words;
// before and after are the ones around them, or empty.
func lineEndCost(before, left, right, after string) int {
	first, _ := utf8.DecodeRuneInString(right)
	l, r := bare(left), bare(right)
	switch {
	case isNumber(l) && slices.Contains(unitsAfterNumbers, strings.ToLower(r)):
		return noBreak
	case slices.Contains(wordsBeforeNumbers, strings.ToLower(left)) && (isNumber(r) || isRoman(r)):
		return noBreak
	case isDash(right) || strings.ContainsRune("%…:;!?)", first):
		return noBreak
	case utf8.RuneCountInString(r) == 1 && (after == "" || isRoman(r)):
		return noBreak // a one-letter rest; "Quý I"
	case isNumber(l) && isNumber(r):
		return noBreak // a number written in groups
	case isUpper(l) && strings.ContainsFunc(r, unicode.IsDigit) && !endsOpen(left):
		return noBreak // "Chỉ thị 05 CT/TW" reads as one
	case isNumber(l) && isUpper(r) && utf8.RuneCountInString(r) > 1 && !endsOpen(left):
		return noBreak
	}
	return costInName(before, left, right, after)
}

// costInName keeps names together: of neighbouring words with a capital, the
// last one most of all.
func costInName(before, left, right, after string) int {
	if !capitalised(left) || !capitalised(right) || endsOpen(left) {
		return 0
	}
	if !capitalised(after) || endsOpen(right) {
		if capitalised(before) || before == "" || !capitalised(after) {
			return lastCost
		}
	}
	return nameCost
}

// endsOpen reports whether a pause follows the word.
func endsOpen(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune(",.;:!?…)”", last)
}

func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool {
		return unicode.IsPunct(r) && r != '%'
	})
}

func isDash(word string) bool { return word == "-" || word == "–" || word == "—" }

// isNumber reports digits with their separators: 1.000,5 and 10/4.
func isNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789.,/-") == "" && strings.ContainsAny(word, "0123456789")
}

func isRoman(word string) bool { return word != "" && strings.Trim(word, "IVXLC/") == "" }

// isUpper reports an abbreviation in capitals such as CT/TW or MTTQ.
func isUpper(word string) bool {
	return strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsFunc(word, unicode.IsLower) &&
		!strings.ContainsFunc(word, unicode.IsDigit) && utf8.RuneCountInString(word) > 1
}

// capitalised reports a word with a capital first letter, quotes aside.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "“\"'‘("))
	return unicode.IsUpper(r)
}
