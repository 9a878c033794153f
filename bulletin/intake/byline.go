package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// bylineLabel is what stands in front of an author's name with a colon.
type bylineLabel string

// Labels that name the byline and are dropped, because the field says it.
// The ones with photos also credit the photos.
var (
	writtenLabels = []string{"tác giả", "người viết", "viết bài", "bài viết", "tin bài", "tin, bài", "bài", "tin"}
	photoLabels   = []string{
		"bài và ảnh", "bài, ảnh", "bài - ảnh", "bài ảnh", "bài & ảnh",
		"tin và ảnh", "tin, ảnh", "tin - ảnh", "tin ảnh", "tin & ảnh",
		"tin, bài và ảnh", "tin, bài, ảnh", "tin bài và ảnh", "tin bài, ảnh", "chùm ảnh", "phóng sự ảnh",
	}
	// doingLabels say what somebody did and stay in the byline.
	doingLabels = []string{"thực hiện", "tổng hợp", "sưu tầm", "ghi", "ghi chép", "thơ", "biên soạn", "lược ghi", "dịch"}
)

// signature is a byline read from one line.
type signature struct {
	byline, affiliation string
	label               bylineLabel
	photos              string // who took the photos, where that is said apart
	plain               bool   // nothing but names: it could also be something else
}

// labelled splits "Label: rest" off; label is in lower case.
var labelled = regexp.MustCompile(`^([\p{L}, &-]{2,20}?) ?: ?(.+)$`)

// inBrackets splits "Names (unit)".
var inBrackets = regexp.MustCompile(`^(.+?) ?\(([^()]+)\)\.?$`)

// unitAfter splits "Names - unit" and "Names, unit".
var unitAfter = regexp.MustCompile(`^(.+?)(?: [-–—] |, ?)(.+)$`)

// andPhotos splits "Names – Ảnh: names" behind a label.
var andPhotos = regexp.MustCompile(`^(.+?)[ ,;.–-]+[Ảả]nh ?: ?([^:]+)$`)

// readSignature reads a byline: "Mai Thắm", "Mai Thắm (Trung tâm VH)", "Bài
// và ảnh: Mai Thắm - Hoàng Yến", "Mai Thắm, Đoàn xã".
func readSignature(text string) (signature, bool) {
	var s signature
	text = trimBrackets(text)
	rest := text
	if m := labelled.FindStringSubmatch(text); m != nil {
		label := strings.ToLower(strings.TrimSpace(m[1]))
		switch {
		case slices.Contains(writtenLabels, label), slices.Contains(photoLabels, label):
			s.label, rest = bylineLabel(label), m[2]
		case slices.Contains(doingLabels, label):
			s.label = bylineLabel(label)
			inner, ok := readSignature(m[2])
			inner.label, inner.plain, inner.byline = s.label, false, m[1]+": "+inner.byline
			return inner, ok
		default:
			return s, false
		}
	}
	if m := andPhotos.FindStringSubmatch(rest); m != nil && s.label != "" && isPenName(m[2]) {
		rest, s.photos = m[1], strings.TrimRight(m[2], "./ ")
	}
	s.byline, s.affiliation = splitUnit(rest)
	names := s.byline
	if !initials.MatchString(names) {
		names = strings.TrimRight(names, "./ ")
		s.byline = names
	}
	if bare, _, ok := strings.Cut(names, " ("); ok {
		names = bare // "Mai Thắm (ghi)"
	}
	s.plain = s.label == "" && s.affiliation == "" && names == s.byline
	switch {
	case isNames(names):
		return s, true
	case isNamesInCapitals(names):
		return s, !s.plain
	}
	return s, s.label != "" && isPenName(names)
}

// isPenName accepts after a label what no rule for names knows: a few words
// without the end of a sentence, of which the first begins with a capital.
func isPenName(s string) bool {
	l := newLine(s)
	return l.words >= 1 && l.words <= 8 && !l.endsSentence() && !startsLower(s) && strings.IndexFunc(s, unicode.IsDigit) < 0
}

// splitUnit takes the author's office off a byline.
func splitUnit(s string) (names, unit string) {
	if m := inBrackets.FindStringSubmatch(s); m != nil && !startsLower(m[2]) {
		return m[1], m[2]
	}
	if m := unitAfter.FindStringSubmatch(s); m != nil && isUnit(m[2]) {
		return m[1], m[2]
	}
	return s, ""
}

// takeSignature takes what stands below a story: its author and office, where
// and when it was written, who took the photos. A bare name counts only where
// it stands apart from the text and is not one of a list of names.
func (r *reader) takeSignature() {
	for tries := 0; tries < 4 && len(r.lines) > 1; tries++ {
		last := len(r.lines) - 1
		if !r.claimBelow(last) {
			return
		}
		r.lines = r.lines[:len(r.lines)-1]
	}
}

// claimBelow gives line i, the last one, to the part it belongs to.
func (r *reader) claimBelow(i int) bool {
	l, a := r.lines[i], &r.article
	if l.markup != noMarkup && l.markup != strongMarkup {
		return false
	}
	if a.Dateline == "" && isDateline(l) {
		a.Dateline = trimBrackets(l.text)
		return true
	}
	if a.Byline != "" {
		return false
	}
	if credit, ok := readCreditLine(l); ok && r.photoCredit == "" && !r.isCaptionAt(i-1) {
		r.photoCredit, r.creditAlone = credit, true
		return true
	}
	if s, ok := readSignature(l.text); ok && (!s.plain || r.standsApart(i)) {
		r.sign(s)
		r.takeOffice(i)
		return true
	}
	if a.Affiliation == "" && (isUnit(l.text) || allInBrackets.MatchString(l.text)) && l.words <= 12 && r.isAuthorAt(i-1) {
		a.Affiliation = trimBrackets(l.text)
		return true
	}
	return false
}

// takeOffice takes the office above the name under a notice ("TM. ỦY BAN NHÂN
// DÂN", "CHỦ TỊCH", "(Đã ký)"): lines in capitals, of which i is the name's.
func (r *reader) takeOffice(i int) {
	first := i
	for first > 1 && i-first < 4 && isOffice(r.lines[first-1]) {
		first--
	}
	if first == i || r.article.Affiliation != "" {
		return
	}
	var office []string
	for _, l := range r.lines[first:i] {
		office = append(office, l.text)
	}
	r.article.Affiliation = strings.Join(office, " ")
	r.lines = append(r.lines[:first], r.lines[i])
}

func isOffice(l line) bool {
	return l.isCapitals() && l.words <= 10 && !l.endsSentence() && !hasOrdinal(l) || l.lower == "(đã ký)"
}

// sign puts a signature into the article.
func (r *reader) sign(s signature) {
	r.article.Byline, r.label = s.byline, s.label
	if s.affiliation != "" {
		if r.article.Affiliation != "" {
			s.affiliation += ", " + r.article.Affiliation
		}
		r.article.Affiliation = s.affiliation
	}
	switch {
	case s.photos != "" && r.photoCredit != "":
		r.photoCredit += ", " + s.photos
	case s.photos != "":
		r.photoCredit, r.creditAlone = s.photos, true
	case r.photoCredit == "" && slices.Contains(photoLabels, string(s.label)):
		r.photoCredit = s.byline
	}
}

// standsApart reports that line i is no member of a list of names: it is set
// off by a blank line or an indent, or the text has none of these at all, and
// the line above is no name.
func (r *reader) standsApart(i int) bool {
	if i == 0 {
		return false
	}
	above := r.lines[i-1]
	if s, ok := readSignature(above.text); ok && s.plain {
		return false
	}
	return r.lines[i].apart || r.lines[i].indent > above.indent+3 || above.endsSentence() || isOffice(above)
}

func (r *reader) isAuthorAt(i int) bool {
	if i < 1 {
		return false
	}
	_, ok := readSignature(r.lines[i].text)
	return ok
}

// allInBrackets is a text with one pair of brackets around it.
var allInBrackets = regexp.MustCompile(`^(?:\(([^()]+)\)|\[([^\[\]]+)\])\.?$`)

func trimBrackets(s string) string {
	if m := allInBrackets.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[1] + m[2])
	}
	return s
}
