package makeup_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
)

// TestACardOfTheKeysComesAgain when the issue changes under it, as when a step
// that was taken back comes late: made of the new pages, unless another story is
// chosen meanwhile.
func TestACardOfTheKeysComesAgain(t *testing.T) {
	s := newShop(t)
	other := s.slot(2).Article
	s.story(1)
	s.table.Variants()
	s.table.OnWish(s.slot(3).Article, func(slot *bulletin.Slot) { slot.Filler = !slot.Filler })
	if s.fan() == nil || s.win.Canvas().Focused() != s.fan().(fyne.Focusable) {
		t.Error("the card is gone, or has not the keys")
	}
	key(s.fan(), fyne.KeyEscape)
	s.table.OnWish(s.slot(3).Article, func(slot *bulletin.Slot) { slot.Filler = !slot.Filler })
	if s.fan() != nil {
		t.Error("a card that was shut comes again")
	}
	s.table.Variants()
	s.issue.Slots = slices.Clone(s.issue.Slots)
	s.issue.Slots[3].Filler = true
	s.table.Show("Bản tin Ngàn Sa số 11", s.issue)
	s.table.Choose(other, false)
	s.lay()
	if s.fan() != nil {
		t.Error("a card comes of a story that is not chosen any more")
	}
}
