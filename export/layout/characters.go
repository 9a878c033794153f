package layout

import (
	"unicode"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// character is one code point of a text on its way to the page.
type character struct {
	r            rune
	offset       int // runes into the plain text of its field
	bold, italic bool
}

// characters gives the code points of marked text that can be set: NFC, every
// run of blanks and controls as one space, what prints nothing left out, both
// ends trimmed.
func characters(marked string) []character {
	out := make([]character, 0, len(marked)) // bytes: more than enough
	offset := 0
	for _, run := range bulletin.Runs(viet.Normalize(marked)) {
		for _, r := range run.Text {
			c := character{r, offset, run.Bold, run.Italic}
			offset++
			switch {
			case 'a' <= r && r <= 'z': // most letters
				out = append(out, c)
			case unicode.IsSpace(r) || isBlankControl(r):
				c.r = ' '
				if len(out) > 0 && out[len(out)-1].r != ' ' {
					out = append(out, c)
				}
			case printsNothing(r):
			default:
				out = append(out, c)
			}
		}
	}
	for len(out) > 0 && out[len(out)-1].r == ' ' {
		out = out[:len(out)-1]
	}
	return out
}

// plainCharacters is characters for a text without emphasis.
func plainCharacters(text string) []character {
	return characters(bulletin.MarkPlain(text))
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
