package makeup_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/parts"
)

// TestTheKeysStayOnAWish: a wish changes the pages, and what is wished is shown anew; who
// sets several by keys does not begin again at the top of the window.
func TestTheKeysStayOnAWish(t *testing.T) {
	s := newShop(t)
	s.table.OnWish = func(id bulletin.ID, wish func(*bulletin.Slot)) {
		wish(&s.issue.Slots[s.at(id)])
		s.lay()
	}
	s.table.Choose(s.slot(1).Article, false)
	button := func(word string) *parts.Quiet {
		for _, o := range test.LaidOutObjects(s.table.Right) {
			if q, ok := o.(*parts.Quiet); ok && q.Visible() && q.Word == word {
				return q
			}
		}
		t.Fatalf("there is no %q", word)
		return nil
	}
	const filler = "Bài chèn"
	s.win.Canvas().Focus(button(filler))
	for range 2 {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if now := button(filler); s.win.Canvas().Focused() != fyne.Focusable(now) {
			t.Fatalf("%T has the keys", s.win.Canvas().Focused())
		}
	}
	if s.slot(1).Filler {
		t.Error("pressed twice, it is a filler")
	}
}
