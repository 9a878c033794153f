package ui

import (
	"strings"
	"testing"

	"bantin/ui/manuscript"
)

// TestTheUndoOfAPasteTakesBackThePasteOnly: it is gone as soon as anything else
// happens to the article.
func TestTheUndoOfAPasteTakesBackThePasteOnly(t *testing.T) {
	const pasted = "Đoạn một của bài dán.\n\nĐoạn hai của bài dán.\n\nĐoạn ba của bài dán."
	w := opened(t, 2)
	paste := func() {
		t.Helper()
		w.sheet.Paste(pasted)
		if !w.notices.Has(ofNews) {
			t.Fatal("nothing is told of the paste")
		}
	}
	gone := func(after string) {
		t.Helper()
		if w.notices.Has(ofNews) {
			t.Errorf("after %s: %q", after, w.notice())
		}
	}
	w.typeAt(manuscript.Paragraph, "Trước. ")
	paste()
	w.notices.Act(ofNews)
	if s := w.sheet.Manuscript().TextOf(manuscript.Paragraph); strings.Contains(s, "dán") || !strings.Contains(s, "Trước.") {
		t.Errorf("after the undo: %q", s)
	}
	paste()
	typeInto(w.sheet, " Viết thêm.")
	gone("more was written")
	w.sheet.Undo()
	w.sheet.Undo()
	gone("it was undone")
	paste()
	w.sheet.Undo()
	gone("it was undone")
	paste()
	w.facts.changed()
	gone("a fact was changed")
	paste()
	w.newArticle()
	gone("another article is shown")
}
