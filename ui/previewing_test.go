package ui

import (
	"strings"
	"testing"

	"bantin/export/layout"
	"bantin/ui/manuscript"
)

// printed is the text of pages, without its spaces.
func printed(doc *layout.Document) string {
	var text strings.Builder
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if t, ok := item.(layout.Text); ok {
				for _, g := range t.Glyphs {
					text.WriteRune(g.Rune)
				}
			}
		}
	}
	return strings.ReplaceAll(text.String(), " ", "")
}

func TestThePagesOfAnIssueFollowTheTyping(t *testing.T) {
	w, _ := withIssue(t)
	wait(t, "its article opens", func() bool { return w.issueAtHand() != nil })
	w.previewWhole(true)
	wait(t, "the pages come", func() bool { return w.preview.View.Document != nil && len(w.preview.View.Document.Stories) == 2 })
	before := w.writing.lastAt
	w.sheet.Do(func(m *manuscript.Manuscript) { m.SetText(manuscript.Headline, "Tít vừa gõ xong") })
	wait(t, "the page shows it", func() bool { return strings.Contains(printed(w.preview.View.Document), "Títvừagõxong") })
	if w.writing.lastAt != before {
		t.Error("the page waited for the save")
	}
}
