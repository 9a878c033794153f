package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// line is one line of the text after cleaning. Once hard wraps are undone it
// is a whole paragraph, heading or caption.
type line struct {
	text   string // NFC, single spaces, emphasis tokens not yet escaped
	lower  string // text in lower case, for matching
	words  int
	indent int    // blanks in front of it
	apart  bool   // nothing or a blank line before it
	markup markup // what a sign in front of it said (markup.go)
	verse  bool   // it could be a line of verse (verse.go)
	name   bool   // it is somebody's name and nothing else
}

func newLine(text string) line {
	return line{text: text, lower: strings.ToLower(text), words: bulletin.CountWords(text)}
}

// splitLines cleans a text and gives its lines that print something. Line ends
// may be LF, CRLF or CR.
func splitLines(text string) []line {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var lines []line
	apart := true
	for raw := range strings.SplitSeq(text, "\n") {
		tidy := viet.TidySpaces(viet.Normalize(raw))
		if tidy == "" || isSeparator(tidy) {
			apart = true
			continue
		}
		tidy, mark := readMarkup(tidy)
		l := newLine(tidy)
		l.indent, l.apart, l.markup = indent(raw), apart, mark
		lines = append(lines, l)
		apart = false
	}
	return lines
}

// indent counts the blanks in front of a raw line; a tab counts as four.
func indent(raw string) int {
	n := 0
	for _, r := range raw {
		switch {
		case r == '\t':
			n += 4
		case isBlank(r):
			n++
		default:
			return n
		}
	}
	return n
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || viet.TidySpaces(string(r)) == "" }

// isSeparator reports a line that only divides: -----, * * *, ____.
func isSeparator(s string) bool {
	return strings.Count(s, " ")+3 <= utf8.RuneCountInString(s) && strings.Trim(s, "-–—_=*~# ") == ""
}

// closers may follow the stop that ends a sentence.
const closers = `”’"')]»*`

// endsSentence reports a full stop, question mark or the like at the end.
func (l line) endsSentence() bool {
	return strings.ContainsRune(".!?…", l.lastSign())
}

// lastSign is the last character that is no closing quote or bracket.
func (l line) lastSign() rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l.text, closers))
	return r
}

// opensMore reports a line that announces or continues a list: it ends with a
// colon, semicolon or comma.
func (l line) opensMore() bool { return strings.ContainsRune(":;,", l.lastSign()) }

// isCapitals reports a line written in capitals only.
func (l line) isCapitals() bool {
	return l.lower != l.text && strings.ToUpper(l.text) == l.text
}

// hasSentences reports at least two sentences: a stop, a space, a capital.
func (l line) hasSentences() bool {
	runes := []rune(l.text)
	for i := 2; i < len(runes); i++ {
		stop := runes[i-2]
		if strings.ContainsRune(".!?…", stop) && runes[i-1] == ' ' && unicode.IsUpper(runes[i]) && i > 3 && !isAbbreviation(runes[:i-2]) {
			return true
		}
	}
	return false
}

// isAbbreviation reports that the letters before a stop are a short form such
// as TP, TS, BS or an ordinal, after which no new sentence begins.
func isAbbreviation(before []rune) bool {
	n := 0
	for i := len(before) - 1; i >= 0 && before[i] != ' ' && before[i] != '.'; i-- {
		if unicode.IsLower(before[i]) {
			return false
		}
		n++
	}
	return n <= 3
}

// A paragraph of running text has this many words at least, or this many and
// the end of a sentence.
const (
	longWords     = 36
	sentenceWords = 13
)

// isRunning reports running text, as opposed to a heading, caption or byline.
func (l line) isRunning() bool {
	return l.words >= longWords || l.words >= sentenceWords && l.endsSentence() || l.hasSentences()
}

// spaced reports that blank lines part some of the lines.
func spaced(lines []line) bool {
	return slices.ContainsFunc(lines[1:], func(l line) bool { return l.apart })
}

// sloppyStops reports that most long paragraphs have no stop at their end, so
// that a missing stop says nothing about a short line.
func sloppyStops(lines []line) bool {
	long, stopped := 0, 0
	for _, l := range lines {
		if l.words >= longWords {
			long++
			if l.endsSentence() || l.opensMore() {
				stopped++
			}
		}
	}
	return long > 0 && stopped*2 < long
}
