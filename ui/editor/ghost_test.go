package editor

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// What most articles leave empty is offered while one begins, and later to who
// comes to that part of the sheet; a written one can be read in peace.
func TestEmptyFieldsAreOfferedWhereOneIs(t *testing.T) {
	a := bulletin.Article{Headline: "Tít chính của bài"}
	e := opened(t, a, fyne.NewSize(760, 700))
	if !e.shows(t, "Tít dẫn…") || !e.shows(t, "Tít phụ…") {
		t.Errorf("a new article does not offer its head: %q", e.seen())
	}
	a.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Đoạn một."}, {Kind: bulletin.Paragraph, Text: "Đoạn hai."}}
	e = opened(t, a, fyne.NewSize(760, 700))
	press(e, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) // to the body
	if e.shows(t, "Tít dẫn…") || !e.shows(t, "Sa-pô…") {
		t.Errorf("a written article: %q", e.seen())
	}
	place := func(k manuscript.Kind) fyne.Position { return e.pointOf(manuscript.Place{Block: int(k)}) }
	over := &desktop.MouseEvent{}
	over.Position = place(manuscript.Headline)
	e.MouseMoved(over)
	if !e.shows(t, "Tít phụ…") {
		t.Error("the mouse is at the head, and nothing is offered")
	}
	e.MouseOut()
	if e.shows(t, "Tít phụ…") {
		t.Error("the mouse has left, and it is still offered")
	}
	e.click(place(manuscript.Headline))
	if !e.shows(t, "Tít phụ…") || e.shows(t, "Đơn vị…") {
		t.Errorf("the caret is at the head: %q", e.seen())
	}
}
