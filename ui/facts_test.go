package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// TestANoteOpensAsHighAsItIs: the sheet of paper of a long note is no higher
// than its lines, and hides neither the line that it was opened from nor half
// of the window.
func TestANoteOpensAsHighAsItIs(t *testing.T) {
	w := opened(t, 1)
	w.facts.article.Note = strings.Repeat("Số hộ hiến đất đã đối chiếu với danh sách. ", 3)
	at := fyne.NewPos(600, 60)
	w.facts.writeNote(at)
	paper, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		t.Fatal("no paper to write on")
	}
	if lines := look.Text(13) * 1.5 * 4; paper.Content.Size().Height > lines+40 {
		t.Errorf("three lines open a paper %v high", paper.Content.Size().Height)
	}
}
