package layout

import (
	"strings"
	"unicode"
)

// mostOfAddress is how many letters of an address stay together between two of
// its marks.
const mostOfAddress = 24

// isAddress reports an address of the web or of mail.
func isAddress(chars []character) bool {
	var b strings.Builder
	for _, c := range chars {
		b.WriteRune(c.r)
	}
	word := b.String()
	return strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.Contains(word, "@")
}

// partOfAddress is how many characters an address begins with up to the end of
// its next marks: "https://", "bai-", "viet/".
func partOfAddress(chars []character) int {
	n := 0
	for n < len(chars) && !partsAddress(chars[n].r) {
		n++
	}
	for n < len(chars) && partsAddress(chars[n].r) {
		n++
	}
	return n
}

// partsAddress reports a mark behind which an address may go on in another line.
func partsAddress(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
