package ui

import (
	"testing"
)

// TestPanesAreMadeWiderByKeys, those of the article and those of the make-up table, and
// are as wide the next time.
func TestPanesAreMadeWiderByKeys(t *testing.T) {
	w, _ := withIssue(t)
	left, right := w.panes.Left.Size().Width, w.panes.Right.Size().Width
	w.menuItem(t, "left_wider").Action()
	w.menuItem(t, "right_narrower").Action()
	if l, r := w.panes.Left.Size().Width, w.panes.Right.Size().Width; l <= left || r >= right {
		t.Errorf("%v and %v wide, before %v and %v", l, r, left, right)
	}
	w.menuItem(t, "left_narrower").Action()
	w.menuItem(t, "right_wider").Action()
	if l, r := w.panes.Left.Size().Width, w.panes.Right.Size().Width; l != left || r != right {
		t.Errorf("back at %v and %v, before %v and %v", l, r, left, right)
	}
	w.toggleRight()
	w.menuItem(t, "right_wider").Action()
	if !w.panes.Right.Visible() || w.panes.Right.Size().Width != right {
		t.Errorf("what was shut opens as it was: %v, %v wide", w.panes.Right.Visible(), w.panes.Right.Size().Width)
	}
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	wait(t, "the table stands", func() bool { return w.making != "" && w.table != nil && w.table.Size().Width > 0 })
	kept := w.panes.LeftWidth
	stories := w.table.Left.Size().Width
	w.menuItem(t, "left_wider").Action()
	wider := w.table.Left.Size().Width
	if wider <= stories || w.panes.LeftWidth != kept {
		t.Errorf("stories %v wide, before %v; the list %v, before %v", wider, stories, w.panes.LeftWidth, kept)
	}
	w.makeUp()
	wait(t, "the table is left", func() bool { return w.making == "" })
	w.makeUp()
	wait(t, "the table stands again", func() bool { return w.making != "" && w.table != nil && w.table.Size().Width > 0 })
	if again := w.table.Left.Size().Width; again != wider {
		t.Errorf("stories are %v wide the next time, want %v", again, wider)
	}
}
