package field

import (
	"regexp"
	"strings"
)

// numbered is the end of a name by which it differs from others: the last word that
// is a number, with the short word before it and a second number behind it, as in
// "số 105", "no. 12" and "số 11 (17)".
var numbered = regexp.MustCompile(`( \pL{1,3}\.?)? [#(]?\d[^ ]*( \(\d[^ ]*\))?$`)

// ClampName is as much of a name as fits into a width. Where something is left out,
// a number at its end stays, and what comes before that is cut.
func ClampName(s string, l Look, width float32) string {
	s = strings.TrimSpace(s)
	if wide(s, l) <= width {
		return s
	}
	if end := numbered.FindString(s); end != "" && len(end) < len(s) {
		if room := width - wide(end, l); room > width/3 {
			return Clamp(strings.TrimSuffix(s, end), l, room, 1)[0] + end
		}
	}
	return Clamp(s, l, width, 1)[0]
}
