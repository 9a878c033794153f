package makeup_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/parts"
)

// TestDeleteGoesDownTheList: who takes a story out stays where it was, and does
// not take the lead story out next.
func TestDeleteGoesDownTheList(t *testing.T) {
	s := newShop(t)
	s.table.OnOut = func(id bulletin.ID) {
		s.out = append(s.out, id)
		s.issue.Slots = slices.DeleteFunc(slices.Clone(s.issue.Slots), func(slot bulletin.Slot) bool { return slot.Article == id })
		s.lay()
	}
	last := len(s.issue.Slots) - 1
	want := []bulletin.ID{s.slot(last - 2).Article, s.slot(last - 1).Article, s.slot(last).Article, s.slot(last - 3).Article}
	s.table.Choose(want[0], true)
	rows := rowsIn(s.table.Stories)
	for range want {
		key(rows.Focusable(), fyne.KeyDelete)
	}
	if !slices.Equal(s.out, want) {
		t.Errorf("taken out %q, want %q", s.out, want)
	}
}

func rowsIn(o fyne.CanvasObject) *parts.Rows {
	switch o := o.(type) {
	case *parts.Rows:
		return o
	case *fyne.Container:
		for _, inner := range o.Objects {
			if r := rowsIn(inner); r != nil {
				return r
			}
		}
	}
	return nil
}
