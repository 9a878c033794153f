package intake

import (
	"strings"

	"bantin/bulletin"
)

// standfirstWords is how long an opening paragraph may be, and how long one
// is a standfirst even where the paragraphs after it are shorter.
const (
	standfirstWords = 130
	shortStandfirst = 60
)

// standfirstAt gives the block of the body that is the standfirst, or -1: the
// first one behind captions, where
//
//   - it is labelled ("Sa-pô: …") or stands in ** ** as a whole;
//   - it is running text and no list, question or quotation, at least two
//     more running paragraphs follow, and it is no longer than they are on
//     average or than 60 words; or
//   - in a short item, where one running paragraph follows, it is a single
//     sentence and that paragraph has half as many words more.
//
// Where an opening could be one and is not taken for one, unsure is its
// place. Without a headline there is none: what opens such a text is its body.
func (r *reader) standfirstAt() (at, unsure int) {
	i := 0
	for i < len(r.lines) && r.isCaptionAt(i) {
		i++
	}
	if i == len(r.lines) || r.article.Headline == "" || r.isVerseAt(i) {
		return -1, -1
	}
	l := r.lines[i]
	if _, ok := labelledAs(l.text, standfirstLabels); ok {
		return i, -1
	}
	following, average := r.runningAfter(i)
	switch {
	case following == 0 || l.words > standfirstWords || !l.isRunning() && l.words < sentenceWords:
		return -1, -1
	case l.markup == strongMarkup:
		return i, -1
	case l.markup != noMarkup || isListItem(l) || hasOrdinal(l) || isQuestion(l) || l.opensMore() || strings.ContainsAny(l.text[:1], `"`):
		return -1, -1
	case following >= 2 && l.words <= max(shortStandfirst, average):
		return i, -1
	case following >= 2:
		return -1, i
	case l.words <= shortStandfirst && l.words*3 <= average*2 && l.endsSentence() && !l.hasSentences():
		return i, -1
	case l.words <= average:
		return -1, i
	}
	return -1, -1
}

// standfirstUnsure reports the next block of the body, which opens the text
// and could be its standfirst.
func (r *reader) standfirstUnsure() {
	r.findings = append(r.findings, bulletin.Finding{
		Rule: ruleUnsure, Severity: bulletin.Hint, Where: bulletin.InBlock("", len(r.article.Body)),
	})
}

// runningAfter counts the running paragraphs below line i and their average
// length in words.
func (r *reader) runningAfter(i int) (count, average int) {
	words := 0
	for j := i + 1; j < len(r.lines); j++ {
		if r.lines[j].isRunning() && !r.isCaptionAt(j) {
			count++
			words += r.lines[j].words
		}
	}
	return count, words / max(count, 1)
}

// standfirstText is the standfirst as marked text, without its label. It is
// not bold: the house style says how a standfirst looks.
func standfirstText(l line) string { return emphasised(unlabelled(l.text, standfirstLabels)) }
