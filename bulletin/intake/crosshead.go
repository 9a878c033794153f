package intake

import (
	"regexp"
	"strings"
)

// A crosshead stands above its own text. It is recognised by
//
//  1. a heading mark of Markdown, or the whole line in ** **;
//  2. an ordinal ("1.", "II.", "a)", "Thứ nhất:") on a line of at most 25
//     words that does not end a sentence, where text follows and not the next
//     number, nor the one before right above: numbers one below the other are a
//     list;
//  3. capitals;
//  4. its shape: at most 12 words, no full stop, colon or comma at its end,
//     and running text directly below; or, once one line of the body is a
//     crosshead by this rule, any text directly below: the same shape is the
//     same kind.
//
// Captions are asked first (caption.go): a line that shows people doing
// something is no crosshead.
const (
	crossheadWords = 12
	numberedWords  = 25
)

var ordinals = []*regexp.Regexp{
	regexp.MustCompile(`^(?:[IVX]{1,5}) ?[.)/-] ?\S`),
	regexp.MustCompile(`^\d{1,2} ?[.)/-] ?[^\d\s]`),
	regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.? \S`),
	regexp.MustCompile(`^[a-zđA-ZĐ] ?[.)] ?\S`),
	regexp.MustCompile(`^(?:Phần|Mục|Bài) (?:\d{1,2}|[IVX]{1,5}|thứ \p{L}+) ?[.:–-]`),
	regexp.MustCompile(`^(?:Một là|Hai là|Ba là|Bốn là|Năm là|Thứ nhất|Thứ hai|Thứ ba|Thứ tư|Thứ năm)\PL`),
}

// ordinalKind says which kind of ordinal begins a line, or -1.
func ordinalKind(l line) int {
	for kind, o := range ordinals {
		if o.MatchString(l.text) {
			return kind
		}
	}
	return -1
}

func hasOrdinal(l line) bool { return ordinalKind(l) >= 0 }

// isListItem reports a bullet.
func isListItem(l line) bool {
	for _, mark := range []string{"- ", "– ", "— ", "+ ", "* ", "• ", "· ", "▪ ", "■ ", "► ", "✓ ", "o "} {
		if strings.HasPrefix(l.text, mark) {
			return true
		}
	}
	return strings.HasPrefix(l.text, "•") || strings.HasPrefix(l.text, "-") && startsWithLetter(l.text[1:])
}

// isCrossheadAt reports that line i of the body is a crosshead.
func (r *reader) isCrossheadAt(i int) bool {
	l := r.lines[i]
	below := i + 1
	for below < len(r.lines) && below < i+4 && r.isCaptionAt(below) {
		below++ // photos may stand between a crosshead and its text
	}
	if below == len(r.lines) || isListItem(l) || isQuestion(l) {
		return false
	}
	next := r.lines[below]
	if l.markup == titleMarkup || l.markup == headMarkup {
		return true
	}
	if l.endsSentence() && l.lastSign() != '?' || l.opensMore() || l.words > numberedWords || l.words == 0 {
		return false
	}
	if kind := ordinalKind(l); kind >= 0 {
		return (i == 0 || kind != ordinalKind(r.lines[i-1])) && kind != ordinalKind(next) && !strings.Contains(l.text, ": ") && (next.isRunning() || hasOrdinal(next) || isListItem(next) || next.endsSentence() || next.opensMore())
	}
	if l.markup == strongMarkup || l.isCapitals() && l.words >= 2 {
		return l.words <= numberedWords && !next.isCapitals()
	}
	return r.isShapedCrosshead(i, next)
}

// isShapedCrosshead is the fourth rule, for a line that may stand above next.
func (r *reader) isShapedCrosshead(i int, next line) bool {
	l := r.lines[i]
	if l.words > crossheadWords || i > 0 && inList(r.lines[i-1]) || startsLower(l.text) || l.markup != noMarkup {
		return false
	}
	return next.isRunning() || r.crossheads && (l.apart || !r.spaced) && (next.endsSentence() || next.opensMore() || isListItem(next))
}

// hasShapedCrosshead reports that the body has a crosshead by the fourth rule.
func (r *reader) hasShapedCrosshead() bool {
	for i := 0; i+1 < len(r.lines); i++ {
		l := r.lines[i]
		if l.words == 0 || l.words > crossheadWords || l.markup != noMarkup || l.isCapitals() || hasOrdinal(l) {
			continue
		}
		if r.isCrossheadAt(i) && !r.isCaptionAt(i) && !r.isVerseAt(i) {
			return true
		}
	}
	return false
}
