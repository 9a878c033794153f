package ui

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// elsewhere has somebody else write the deck of the article on the sheet.
func (w *window) elsewhere(t *testing.T, deck string) {
	t.Helper()
	ctx := context.Background()
	a, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	a.Article.Deck = deck
	_, err = w.file.SaveArticle(ctx, w.writing.id, a.Article, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(t, err)
}

func (w *window) sheetSays(kind manuscript.Kind, words string) bool {
	for i := range w.sheet.Manuscript().Len() {
		if b := w.sheet.Manuscript().Block(i); b.Kind == kind && strings.Contains(b.Marked(), words) {
			return true
		}
	}
	return false
}

// TestWhatIsTypedWhileTheFileIsReadStays: the sheet is read anew when something
// has come, and the person goes on typing, before that and while it is read.
func TestWhatIsTypedWhileTheFileIsReadStays(t *testing.T) {
	w := opened(t, 1)
	id := w.writing.id
	w.elsewhere(t, "Tít phụ của Hoa")
	w.typeAt(manuscript.Paragraph, "Trước khi đọc. ")
	w.refreshFromFile()
	w.typeAt(manuscript.Paragraph, "Trong lúc đọc. ")
	wait(t, "the deck is on the sheet", func() bool { return w.sheetSays(manuscript.Deck, "của Hoa") })
	w.take()
	check(t, w.keeper.Flush())
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	for _, words := range []string{"Trước khi đọc. ", "Trong lúc đọc. "} {
		if body := a.Article.Body[0].Text; !w.sheetSays(manuscript.Paragraph, words) || !strings.Contains(body, words) {
			t.Errorf("%q: sheet %v, file %q", words, w.sheetSays(manuscript.Paragraph, words), body)
		}
	}
	if a.Article.Deck != "Tít phụ của Hoa" || len(a.Conflicts) > 0 {
		t.Errorf("deck %q, %d conflicts", a.Article.Deck, len(a.Conflicts))
	}
}

// TestWhatIsSavedWhileTheFileIsReadStays: what is typed while the sheet is read
// anew may even be saved before that is on the sheet.
func TestWhatIsSavedWhileTheFileIsReadStays(t *testing.T) {
	w := opened(t, 1)
	w.elsewhere(t, "Tít phụ của Hoa")
	w.fetch(coming{id: w.writing.id, then: func() {}})
	const words = 5
	for range words {
		read := <-toShow // one of these is the article that was read, not shown yet
		w.typeAt(manuscript.Paragraph, "Chữ. ")
		w.put(bulletin.ReasonAutosave)
		check(t, w.keeper.Flush())
		read()
	}
	wait(t, "the deck is on the sheet", func() bool { return w.sheetSays(manuscript.Deck, "của Hoa") && w.coming.id == "" })
	if got := w.textOf(manuscript.Paragraph); strings.Count(got, "Chữ.") != words {
		t.Errorf("of %d words that were typed it says %q", words, got)
	}
}

// TestWhatIsToBeReadStandsOnTheSheet: a save over one of another program asks
// for the whole to be read once, and shows it.
func TestWhatIsToBeReadStandsOnTheSheet(t *testing.T) {
	w := opened(t, 1)
	w.elsewhere(t, "Tít phụ của Hoa")
	w.typeAt(manuscript.Paragraph, "Viết thêm. ")
	w.take()
	check(t, w.keeper.Flush())
	wait(t, "the whole is on the sheet", func() bool { return w.sheetSays(manuscript.Deck, "của Hoa") })
	if !w.sheetSays(manuscript.Paragraph, "Viết thêm. ") {
		t.Error("what was written here is not")
	}
	w.sheet.Undo()
	if !w.sheetSays(manuscript.Deck, "của Hoa") || !w.saysKey("desk.edit.undo_others") {
		t.Error("what Hoa wrote is taken back, or that it would be is not said")
	}
	w.sheet.Undo()
	if w.sheetSays(manuscript.Deck, "của Hoa") || !w.sheetSays(manuscript.Paragraph, "Viết thêm. ") {
		t.Error("asked again, Undo does not take back what Hoa wrote, and that alone")
	}
	w.sheet.Redo()
	wait(t, "it is asked to be read", func() bool { return w.saysKey("desk.settle.merged") })
}
