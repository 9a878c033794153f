package intake

import (
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
)

// Verse is at least four lines of at most this many words and characters that
// stand together, alone or in stanzas.
const (
	verseWords   = 10
	verseColumns = 60
	verseLines   = 4
)

func isVerseLine(l line) bool {
	return l.words > 0 && l.words <= verseWords && utf8.RuneCountInString(l.text) <= verseColumns &&
		!isListItem(l) && !hasOrdinal(l) && !isQuestion(l) && !isLabelledCaption(l) && !l.isCapitals() &&
		!strings.Contains(l.text, ": ") && !l.hasSentences() && l.markup == noMarkup
}

// isVerseAt reports that verse begins at line i.
func (r *reader) isVerseAt(i int) bool { return r.verseEnd(i)-i >= verseLines }

// verseEnd is the first line after i that is no more verse. A stanza has two
// lines at least: single short lines between blank ones are headings.
func (r *reader) verseEnd(i int) int {
	end := i
	for end < len(r.lines) {
		stanza := r.stanzaEnd(end)
		if stanza-end < 2 {
			break
		}
		end = stanza
	}
	return end
}

// stanzaEnd is the first line after i that is apart or no verse.
func (r *reader) stanzaEnd(i int) int {
	end, names := i, 0
	for end < len(r.lines) && isVerseLine(r.lines[end]) && (end == i || !r.lines[end].apart) {
		if isName(r.lines[end].text) {
			names++
		}
		end++
	}
	if names*2 > end-i {
		return i // a list of people
	}
	return end
}

// addVerse puts the verse that begins at line i into the body, one paragraph a
// stanza with its line breaks, and gives the number of its lines.
func (r *reader) addVerse(i int) int {
	end := r.verseEnd(i)
	for from := i; from < end; {
		to := r.stanzaEnd(from)
		texts := make([]string, 0, to-from)
		for _, l := range r.lines[from:to] {
			texts = append(texts, emphasised(l.text))
		}
		r.addText(bulletin.Paragraph, strings.Join(texts, "\n"))
		from = to
	}
	r.verses += end - i
	return end - i
}
