package intake

import (
	"strings"

	"bantin/bulletin"
)

// askers begin the questions of an interview, in front of a colon. The
// question becomes bold, as papers print it; the answer stays as it is.
var askers = []string{"pv", "p.v", "phóng viên", "hỏi", "btv", "biên tập viên", "câu hỏi", "ban biên tập", "bbt"}

// isQuestion reports a labelled question of an interview.
func isQuestion(l line) bool {
	text := strings.TrimLeft(l.lower, "-–*• ")
	before, after, ok := strings.Cut(text, ":")
	if !ok || after == "" {
		return false
	}
	before = strings.TrimSpace(strings.TrimRight(before, " 0123456789"))
	for _, asker := range askers {
		if before == asker {
			return true
		}
	}
	return false
}

func (r *reader) addQuestion(l line) {
	r.questions++
	r.addText(bulletin.Paragraph, bold(l.text))
}
