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
	longStanza   = 100 // lines after which a stanza is taken to end
)

func isVerseLine(l line) bool {
	return l.words > 0 && l.words <= verseWords && utf8.RuneCountInString(l.text) <= verseColumns &&
		!isListItem(l) && !hasOrdinal(l) && !isQuestion(l) && !isLabelledCaption(l) && !l.isCapitals() &&
		!l.hasSentences() && l.markup == noMarkup
}

// markVerse asks each line once what verse is asked often.
func markVerse(lines []line) {
	for i := range lines {
		lines[i].verse = isVerseLine(lines[i])
		lines[i].name = lines[i].verse && isName(lines[i].text)
	}
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

// stanzaEnd is the first line after i that is apart or no verse. A list of
// people, or of facts with a colon in each ("Thời gian: …"), is no verse.
func (r *reader) stanzaEnd(i int) int {
	end, names, facts := i, 0, 0
	for end < min(len(r.lines), i+longStanza) && r.lines[end].verse && (end == i || !r.lines[end].apart) {
		if r.lines[end].name {
			names++
		}
		if strings.Contains(r.lines[end].text, ": ") {
			facts++
		}
		end++
	}
	if names*2 > end-i || facts*3 > end-i {
		return i
	}
	return end
}

// addVerse puts the verse that begins at line i into the body, one paragraph a
// stanza with its lines parted by "\n", and gives the number of its lines.
func (r *reader) addVerse(i int) int {
	end := r.verseEnd(i)
	for at := i; at < end; at = r.stanzaEnd(at) {
		var lines []string
		for _, l := range r.lines[at:r.stanzaEnd(at)] {
			lines = append(lines, emphasised(l.text))
		}
		r.addText(bulletin.Paragraph, strings.Join(lines, "\n"))
		r.stanzas++
	}
	r.verses += end - i
	return end - i
}
