package ui

import (
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/storage"
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

// TestThePagesFollowTheCaret to another page, when it has come to rest there or one
// writes there; pages that were turned by hand stay until one writes.
func TestThePagesFollowTheCaret(t *testing.T) {
	w := opened(t, 0)
	id := bulletin.NewID()
	paragraph := bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Repeat("Tỉnh ủy họp bàn việc chăm lo Tết cho người nghèo ở miền núi. ", 8)}
	_, err := w.file.SaveArticle(t.Context(), id, bulletin.Article{Headline: "Bài dài", Body: slices.Repeat([]bulletin.Block{paragraph}, 30)},
		storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	w.open(id)
	wait(t, "the pages come", func() bool { return w.writing.id == id && w.preview.Pages == 3 })
	w.win.Canvas().Focus(w.sheet)
	stand := func(block int) { w.sheet.GoTo(bulletin.Place{Article: id, Field: bulletin.FieldBody, Block: block}) }
	stand(29)
	wait(t, "the last page comes", func() bool { return w.preview.Page == 2 && len(w.preview.View.Leaves) > 0 })
	w.preview.Turn(-1)
	wait(t, "one turns back", func() bool { return w.preview.View.Page == 1 })
	stand(28)
	w.followIfOpen() // as after the pause
	if w.preview.Page != 1 {
		t.Errorf("page %d, although another was turned to by hand", w.preview.Page+1)
	}
	w.sheet.TypedRune('x')
	wait(t, "the pages follow who writes", func() bool { return w.preview.Page == 2 })
	stand(0)
	wait(t, "the first page comes", func() bool { return w.preview.Page == 0 })
}
