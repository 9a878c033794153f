package intake

import (
	"slices"
	"strings"
)

// Labels with which some reporters name the parts of their manuscript. They
// are dropped, because the field says it.
var (
	kickerLabels     = []string{"tít dẫn", "tít trên"}
	headlineLabels   = []string{"tít", "tít chính", "tiêu đề", "tên bài", "tên tin", "đầu đề", "nhan đề"}
	deckLabels       = []string{"tít phụ", "tiêu đề phụ"}
	standfirstLabels = []string{"sa-pô", "sapo", "sa pô", "sapô", "tóm tắt"}
)

// labelledAs splits "Tít: …" off a text, where the label is one of some.
func labelledAs(text string, labels []string) (rest string, ok bool) {
	label, rest, ok := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	ok = ok && rest != "" && slices.Contains(labels, strings.ToLower(strings.TrimSpace(label)))
	return rest, ok
}

// unlabelled is a text without its label, if it has one of some.
func unlabelled(text string, labels []string) string {
	if rest, ok := labelledAs(text, labels); ok {
		return rest
	}
	return text
}
