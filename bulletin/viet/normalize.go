// Package viet knows Vietnamese as text: normal forms, folding without marks
// for search, spaces, and the order of words and names.
package viet

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Normalize brings text to the one form that the program keeps: valid UTF-8
// (broken bytes become U+FFFD), NFC, and every Vietnamese letter as one code
// point even where a tone was typed before the circumflex, breve or horn, an
// order that NFC alone leaves decomposed. It changes no spaces.
func Normalize(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !norm.NFC.IsNormalString(s) || strings.ContainsAny(s, shapeMarks) {
		s = norm.NFC.String(shapeBeforeTone(norm.NFD.String(s)))
	}
	return s
}

// shapeMarks change which vowel a letter is: circumflex, breve, horn.
const shapeMarks = "\u0302\u0306\u031B"

// toneMarks are grave, hook above, tilde, acute and dot below.
const toneMarks = "\u0300\u0309\u0303\u0301\u0323"

// shapeBeforeTone moves a shape mark in decomposed text in front of the tone
// marks that stand between it and its letter.
func shapeBeforeTone(s string) string {
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		for j := i; j > 0 && strings.ContainsRune(shapeMarks, runes[j]) && strings.ContainsRune(toneMarks, runes[j-1]); j-- {
			runes[j], runes[j-1] = runes[j-1], runes[j]
		}
	}
	return string(runes)
}

// isPlain reports text that is as Normalize leaves it, seen without a table: of
// Latin letters in one code point each, Vietnamese ones among them, and usual
// punctuation. Nothing in these blocks changes in NFC or joins what is before it.
// Nearly all text is such, and it is normalized each time that it is read.
func isPlain(s string) bool {
	for _, r := range s {
		latin := r < '\u0300' || '\u1E00' <= r && r <= '\u1EFF'
		if !latin && (r < '\u2002' || '\u20CF' < r) {
			return false
		}
	}
	return true
}
