package ui

import (
	"reflect"
	"strings"
	"testing"

	"bantin/bulletin"
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
	w.facts.change(func(a *bulletin.Article) { a.Section = "Tin vắn" })
	gone("a fact was changed")
	paste()
	w.newArticle()
	gone("another article is shown")
}

// TestASheetCopiedIsPastedOnAnother: Ctrl+A and Ctrl+C on one article, Ctrl+V on
// a new one, which is then stored with all that stood there.
func TestASheetCopiedIsPastedOnAnother(t *testing.T) {
	w := opened(t, 1)
	w.read()
	whole := w.writing.article.Clone()
	whole.ThemeBanner, whole.Kicker, whole.Deck, whole.Standfirst = "Năm kỷ cương", "Khe Mây", "Ba héc-ta", "Sáng 12/3."
	whole.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Một."}, {Kind: bulletin.PhotoAnchor, Photo: "p1"}}
	whole.Photos = []bulletin.Photo{{ID: "p1", SHA256: strings.Repeat("ab", 32), Caption: "Trồng đước", Credit: "Hà Vân"}}
	w.sheet.Manuscript().Become(&whole)
	w.sheet.Manuscript().Select(manuscript.Place{}, w.sheet.Manuscript().End())
	w.sheet.CopyTo(w.app.Clipboard())
	w.newArticle()
	w.sheet.Paste(w.app.Clipboard().Content())
	w.read()
	got := w.writing.article
	if got.ThemeBanner != whole.ThemeBanner || got.Kicker != whole.Kicker || got.Headline != whole.Headline || got.Deck != whole.Deck ||
		got.Standfirst != whole.Standfirst || got.Byline != whole.Byline || !reflect.DeepEqual(got.Body, whole.Body) || !reflect.DeepEqual(got.Photos, whole.Photos) {
		t.Errorf("pasted: %+v", got)
	}
	w.sheet.Undo()
	w.sheet.File = "another file"
	w.sheet.Paste(w.app.Clipboard().Content())
	if w.photos() != 0 || w.textOf(manuscript.Caption) != "Trồng đước" || !strings.Contains(w.notice(), "khung ảnh") {
		t.Errorf("in another file: %d photos, caption %q, told %q", w.photos(), w.textOf(manuscript.Caption), w.notice())
	}
}

// TestWhatWasTidiedIsSaidAsItIs: of a text that lost nothing but a sign of Word's
// it is not said that its blanks were tidied.
func TestWhatWasTidiedIsSaidAsItIs(t *testing.T) {
	w := opened(t, 1)
	w.sheet.PastePlain("Một đo\x1fạn.")
	if said := w.notice(); !strings.Contains(said, "ký tự lạ") || strings.Contains(said, "khoảng trắng") {
		t.Errorf("told %q", said)
	}
	w.sheet.PastePlain("Một  đoạn.")
	if said := w.notice(); strings.Contains(said, "ký tự lạ") || !strings.Contains(said, "khoảng trắng") {
		t.Errorf("told %q", said)
	}
}
