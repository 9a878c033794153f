package intake

import "strings"

// letterheads begin the lines of the form on which offices write: the motto of
// the state, and the number of the paper.
var letterheads = []string{"cộng hòa xã hội chủ nghĩa", "cộng hoà xã hội chủ nghĩa", "độc lập - tự do", "độc lập – tự do", "đảng cộng sản việt nam", "số:"}

// takeLetterhead moves the letterhead above a notice to the note for the
// editor: a bulletin does not print it, and no word is lost. It begins with
// the motto, or with office names in capitals directly above it.
func (r *reader) takeLetterhead() {
	end := 0
	for i, l := range r.lines[:min(len(r.lines)-1, 8)] {
		if isLetterhead(l) {
			end = i + 1
		} else if !l.isCapitals() || l.words > 15 {
			break
		}
	}
	if end == 0 || end == len(r.lines) {
		return
	}
	for _, l := range r.take(end) {
		r.notes = append(r.notes, l.text)
	}
}

func isLetterhead(l line) bool { return l.words <= 15 && startsWithAny(l.lower, letterheads) }

func startsWithAny(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
