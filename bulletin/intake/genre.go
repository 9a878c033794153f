package intake

import (
	"strings"

	"bantin/bulletin"
)

// newsWords is the usual length of a news item (tin) at most; longer ones and
// those with crossheads are reports (bài).
const newsWords = 350

// genre guesses what kind of story the text is; the reporter sees it at once
// and chooses another if it is wrong.
func (r *reader) genre() bulletin.Genre {
	a := &r.article
	heading := strings.ToLower(a.Kicker + " " + a.Headline)
	switch {
	case r.verses >= verseLines && r.verses >= len(a.Body)-r.stanzas:
		return bulletin.Poem
	case r.questions >= 2 || strings.HasPrefix(heading, "phỏng vấn"):
		return bulletin.Interview
	case startsWithWord(strings.TrimSpace(heading), "thông báo"):
		return bulletin.Announcement
	case r.label == "chùm ảnh" || r.label == "phóng sự ảnh":
		return bulletin.PhotoStory
	case startsWithWord(heading, "gương", "người tốt"):
		return bulletin.Portrait
	case strings.HasPrefix(string(r.label), "tin"):
		return bulletin.News
	case strings.HasPrefix(string(r.label), "bài"):
		return bulletin.Report
	}
	for _, b := range a.Body {
		if b.Kind == bulletin.Crosshead {
			return bulletin.Report
		}
	}
	if a.Words() > newsWords {
		return bulletin.Report
	}
	return bulletin.News
}
