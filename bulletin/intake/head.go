package intake

import "strings"

// A headline has at most this many words; a deck, which is set smaller and
// stands between headline and standfirst, fewer.
const (
	headlineWords = 35
	deckWords     = 22
)

// takeHead takes what stands above a story: theme banner, section, kicker,
// headline, deck, and byline and dateline where they stand on top.
//
// The first line that is a heading is the headline, unless it is a kicker of
// the one below. Where the text begins with running text there is no headline.
func (r *reader) takeHead() {
	r.takeBanner()
	r.takeSection()
	r.takeAbove(false)
	r.takeHeadline()
	r.takeAbove(true)
	r.takeDeck()
	r.takeAbove(true)
}

// isHeading reports a line that may stand in the head: short and one sentence
// at most, without a mark that makes it something else.
func isHeading(l line) bool {
	if l.markup == titleMarkup {
		return true
	}
	if l.markup == quoteMarkup || l.markup == imageMarkup || l.words > headlineWords || l.hasSentences() || isListItem(l) || isQuestion(l) || isLabelledCaption(l) {
		return false
	}
	return !strings.HasSuffix(l.text, ".") || l.words < sentenceWords || strings.HasSuffix(l.text, "...")
}

func (r *reader) takeHeadline() {
	if len(r.lines) == 0 || !isHeading(r.lines[0]) || len(r.lines) == 1 && r.lines[0].isRunning() {
		return
	}
	if len(r.lines) > 2 && isHeading(r.lines[1]) && !r.isVerseAt(1) && isKicker(r.lines[0], r.lines[1]) {
		r.article.Kicker = unlabelled(r.take(1)[0].text, kickerLabels)
	}
	r.article.Headline = unlabelled(r.takeHeading(), headlineLabels)
}

// takeHeading takes a heading that may go on over several lines.
func (r *reader) takeHeading() string {
	heading := r.take(1)[0]
	text := heading.text
	for len(r.lines) > 0 && goesOn(heading, r.lines[0]) && !r.isVerseAt(0) {
		heading = r.take(1)[0]
		text += " " + heading.text
	}
	return text
}

// goesOn reports that l is the next line of the heading above it: no blank
// line between them, and small letters after it, or capitals after capitals.
func goesOn(heading, l line) bool {
	if l.apart || !isHeading(l) || heading.endsSentence() || l.markup != noMarkup {
		return false
	}
	return startsLower(l.text) || heading.isCapitals() && l.isCapitals() || strings.ContainsRune(",-–", heading.lastSign())
}

// takeDeck takes the line between headline and text: a short one without the
// end of a sentence that is no caption, crosshead, verse or list.
func (r *reader) takeDeck() {
	if len(r.lines) < 2 || r.article.Headline == "" {
		return
	}
	l := r.lines[0]
	if !isHeading(l) || l.words > deckWords || l.endsSentence() && !startsAside(l) || l.opensMore() {
		return
	}
	if l.markup == headMarkup || l.markup == strongMarkup && !r.lines[1].isRunning() || hasOrdinal(l) || r.isVerseAt(0) || showsSomething(l) || startsWithWord(l.lower, "kính gửi") {
		return
	}
	r.article.Deck = unlabelled(r.takeHeading(), deckLabels)
}

// startsAside reports a line that can only stand below a headline: in
// brackets, after a dash, or "Về việc …".
func startsAside(l line) bool {
	return strings.HasPrefix(l.text, "(") || strings.HasPrefix(l.text, "- ") || strings.HasPrefix(l.text, "– ") ||
		startsWithWord(l.lower, "về việc", "v/v")
}

// takeAbove takes bylines and datelines from the top. Above the headline a
// bare name counts only with a family name in front and three words, because
// two words there may also be a place or a standing head.
func (r *reader) takeAbove(headlineTaken bool) {
	for len(r.lines) > 1 {
		l := r.lines[0]
		if r.article.Dateline == "" && isDateline(l) {
			r.article.Dateline = trimBrackets(l.text)
			r.take(1)
			continue
		}
		s, ok := readSignature(l.text)
		if r.article.Byline != "" || !ok || s.plain && !headlineTaken && !isFullName(l.text) || r.isVerseAt(0) {
			return
		}
		r.sign(s)
		r.take(1)
		if len(r.lines) > 1 && r.article.Affiliation == "" && isUnit(r.lines[0].text) && !r.lines[0].apart {
			r.article.Affiliation = trimBrackets(r.take(1)[0].text)
		}
	}
}

// familyNames are the common ones of Vietnam.
var familyNames = []string{
	"nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
	"dương", "lý", "mai", "đinh", "trịnh", "lương", "đoàn", "tô", "tạ", "chu", "hà", "lâm", "triệu", "nông",
	"hứa", "vi", "chíu", "tằng", "phùn", "giáp", "bàn", "đào", "cao", "kiều", "lưu", "thái", "quách", "phùng",
	"vương", "tống", "châu", "trương", "đàm", "lò", "lường", "quàng", "giàng", "vàng", "sùng", "thào",
}

func isFullName(s string) bool {
	l := newLine(s)
	return l.words >= 3 && isName(s) && startsWithWord(l.lower, familyNames...)
}
