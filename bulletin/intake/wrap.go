package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines broken by hand are at least this wide, in characters, where they are
// full: narrower ones are verse, broader ones are paragraphs.
const (
	narrowestWrap = 50
	widestWrap    = 130
)

// unwrap joins lines that an e-mail or an old editor broke at a fixed width. A
// line is full when the next one's first word had no room on it. The text as a
// whole must look wrapped (see isWrapped); then a full line and the one below
// it are one paragraph.
func unwrap(lines []line) []line {
	width := widest(lines)
	if width < narrowestWrap || width > widestWrap || !isWrapped(lines, width) {
		return lines
	}
	var out []line
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && continues(lines[to-1], lines[to], width) {
			to++
		}
		out = append(out, join(lines[from:to]))
		from = to
	}
	return out
}

// join makes one line of the lines of a paragraph.
func join(lines []line) line {
	if len(lines) == 1 {
		return lines[0]
	}
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	joined := newLine(strings.Join(texts, " "))
	joined.indent, joined.apart, joined.markup = lines[0].indent, lines[0].apart, lines[0].markup
	return joined
}

// isWrapped reports a text of which most lines, where another follows without
// a blank line, are full, and mostly go on in lower case.
func isWrapped(lines []line, width int) bool {
	pairs, full, lower := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].apart {
			continue
		}
		pairs++
		if isFull(lines[i-1], lines[i], width) {
			full++
			if startsLower(lines[i].text) {
				lower++
			}
		}
	}
	return full >= 3 && full*10 >= pairs*6 && lower*2 >= full
}

// continues reports that l goes on with the paragraph of the line above.
func continues(above, l line, width int) bool {
	newParagraph := above.endsSentence() && l.indent > above.indent
	return !l.apart && l.markup == noMarkup && !newParagraph && isFull(above, l, width)
}

func isFull(above, l line, width int) bool {
	first, _, _ := strings.Cut(l.text, " ")
	return columns(above)+1+utf8.RuneCountInString(first) > width
}

// columns is the room a line takes, its indent included.
func columns(l line) int { return l.indent + utf8.RuneCountInString(l.text) }

func widest(lines []line) int {
	w := 0
	for _, l := range lines {
		w = max(w, columns(l))
	}
	return w
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
