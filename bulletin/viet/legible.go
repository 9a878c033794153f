package viet

import (
	"strings"
	"unicode"
)

// Legible replaces what word processors and web pages leave in plain text by
// what a person who copies it would type: Word's no-break hyphen is a hyphen,
// its optional hyphen nothing, a soft line break or page break the end of a
// line, the end of a table cell a tab, the stand-in for a picture a blank, a
// list mark of the fonts Symbol and Wingdings a bullet. What can be told from
// nothing, other control characters and signs of somebody's own, becomes
// U+FFFD, so that a person looks at it. It is for all text from outside, be it
// pasted, dropped or read from a file; never for text being typed.
func Legible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return legible(r) != r || unicode.Is(unicode.Co, r) }) {
		return s
	}
	return ownSigns(strings.Map(legible, s))
}

// legible is what stands for one character, -1 where nothing does. The codes
// from U+F020 on are those of the fonts Symbol and Wingdings, as Word keeps them
// in text.
func legible(r rune) rune {
	switch r {
	case '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n' // a soft line break, a page break, and Unicode's own line ends
	case '\a':
		return '\t' // Word's end of a table cell
	case '\x1a', '\x1f':
		return -1 // end of a DOS file; Word's optional hyphen
	case '\x1e':
		return '-' // Word's no-break hyphen
	case '\uFFFC', '\uF020':
		return ' ' // where a picture stood
	case '\uF0B7', '\uF0A7', '\uF0D8', '\uF0FC', '\uF076':
		return '•'
	case '\uF02D', '\uF0BE':
		return '–'
	}
	if sign, ok := symbols[r]; ok {
		return sign
	}
	if IsStrayControl(r) {
		return '\uFFFD'
	}
	return r
}

// symbols are the signs of the font Symbol that reports have figures with.
var symbols = map[rune]rune{
	'\uF0B0': '°', '\uF0B1': '±', '\uF0A3': '≤', '\uF0B3': '≥', '\uF0B4': '×', '\uF0B8': '÷',
	'\uF0AE': '→', '\uF0E0': '→',
}

// ownSigns replaces characters that mean something in one font only: the first
// sign of a line that stands by itself marks a list, another that stands by
// itself is an ornament, and one inside a word was a letter.
func ownSigns(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) }) {
		return s
	}
	runes := []rune(s)
	first := true // nothing but blanks stands before it on its line
	for i, r := range runes {
		switch {
		case r == '\n' || r == '\r':
			first = true
		case !unicode.Is(unicode.Co, r):
			first = first && unicode.IsSpace(r)
		case !alone(runes, i):
			runes[i], first = '\uFFFD', false
		case first:
			runes[i], first = '•', false
		default:
			runes[i] = ' '
		}
	}
	return string(runes)
}

// alone reports whether a character has blanks on both sides.
func alone(runes []rune, i int) bool {
	return (i == 0 || unicode.IsSpace(runes[i-1])) && (i+1 == len(runes) || unicode.IsSpace(runes[i+1]))
}

// IsStrayControl reports control characters that have no place in a text and no
// meaning in any program that people write with.
func IsStrayControl(r rune) bool {
	return unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\a\x1a\x1e\x1f\u0085", r)
}
