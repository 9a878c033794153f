package layout

import (
	"slices"
	"unicode"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// character is one code point of a text on its way to the page.
type character struct {
	r            rune
	offset       int // runes into the plain text of its field
	bold, italic bool
	fixed        bool // a space at which no line ends
}

// lineBreak is a line end that the writer wants: between the lines of a verse
// or of an address.
const lineBreak = '\n'

// characters puts into out, which is empty, the code points of marked text that can
// be set: NFC, every run of blanks and controls as one space, or as one lineBreak
// where there is one in it, what prints nothing left out, both ends trimmed.
func characters(out []character, marked string) []character {
	out = slices.Grow(out, len(marked)) // bytes: more than enough
	offset := 0
	for _, run := range bulletin.Runs(viet.Normalize(marked)) {
		for _, r := range run.Text {
			c := character{r: r, offset: offset, bold: run.Bold, italic: run.Italic}
			offset++
			switch {
			case 'a' <= r && r <= 'z': // most letters
				out = append(out, c)
			case unicode.IsSpace(r) || isBlankControl(r):
				out = appendBlank(out, c)
			case printsNothing(r):
			default:
				out = append(out, c)
			}
		}
	}
	for len(out) > 0 && isBlank(out[len(out)-1].r) {
		out = out[:len(out)-1]
	}
	return out
}

// appendBlank adds c as a space or a line break, once between words. A space
// that was typed as a no-break space, and as nothing else, stays one.
func appendBlank(out []character, c character) []character {
	c.fixed = c.r == '\u00A0' || c.r == '\u202F'
	c.r = blankFor(c.r)
	last := len(out) - 1
	switch {
	case last < 0:
	case !isBlank(out[last].r):
		return append(out, c)
	case c.r == lineBreak:
		out[last].r, out[last].fixed = lineBreak, false
	case !c.fixed:
		out[last].fixed = false
	}
	return out
}

func blankFor(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return lineBreak
	}
	return ' '
}

func isBlank(r rune) bool { return r == ' ' || r == lineBreak }

// unbreak makes spaces of line breaks.
func unbreak(chars []character) {
	for i := range chars {
		if chars[i].r == lineBreak {
			chars[i].r = ' '
		}
	}
}

// isBlankControl reports C0 and C1 controls, which part words like a space.
func isBlankControl(r rune) bool { return unicode.Is(unicode.Cc, r) }

// printsNothing reports what has no shape of its own: format characters
// (joiners, direction marks, soft hyphen, byte order mark, tags) and variation
// selectors.
func printsNothing(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034F'
}

// capitals sets text in capitals, one for one.
func capitals(chars []character) []character {
	for i := range chars {
		chars[i].r = unicode.ToUpper(chars[i].r)
	}
	return chars
}
