package finish

import (
	"strings"
	"unicode/utf16"

	"bantin/export/pdf/object"
)

// text is a string for people: plain ASCII as it is, all else as UTF-16
// (ISO 32000-1, 7.9.2.2).
func text(s string) object.String {
	if isASCII(s) {
		return object.String(s)
	}
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return object.String(out)
}

// legible is a text without what XML cannot carry (XML 1.0, 2.2), so that both
// forms of the metadata say the same.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, s)
}

func isASCII(s string) bool {
	for _, c := range []byte(s) {
		if c < ' ' || c > '~' {
			return false
		}
	}
	return true
}
