package makeup_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
)

func TestHolesByMouseAndKeys(t *testing.T) {
	s := newShop(t)
	s.table.Pages.GoTo(1)
	s.table.AddHole()
	if len(s.issue.Holes) != 1 || s.issue.Holes[0].Page != 2 {
		t.Fatalf("holes %+v", s.issue.Holes)
	}
	hole, ok := s.win.Canvas().Focused().(fyne.Draggable)
	if !ok {
		t.Fatal("the new hole has not the keys")
	}
	rows := s.issue.Holes[0].Rows
	key(hole, fyne.KeyDown, fyne.KeyLeft)
	if h := s.issue.Holes[0]; h.Rows != rows+1 || h.Columns != 1 {
		t.Errorf("by the keys %+v", h)
	}
	o := hole.(fyne.CanvasObject)
	hole.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{
		Position: fyne.NewPos(o.Size().Width-3, o.Size().Height-3),
	}})
	hole.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(o.Size().Width, 30)})
	hole.DragEnd()
	if h := s.issue.Holes[0]; h.Columns != 2 || h.Rows <= rows+1 {
		t.Errorf("by its corner %+v", h)
	}
	key(hole, fyne.KeyPageDown, fyne.KeyPageDown)
	if s.issue.Holes[0].Page != 4 || !slices.Contains(s.table.Pages.Shown(), 3) {
		t.Errorf("moved %+v, seen %v", s.issue.Holes[0], s.table.Pages.Shown())
	}
	if !strings.Contains(s.table.String(), "Chỗ trống cho ảnh") {
		t.Error("the list does not have it")
	}
	key(hole, fyne.KeyDelete)
	key(hole, fyne.KeyDelete, fyne.KeyUp) // pressed again before it has gone
	if len(s.issue.Holes) != 0 || strings.Contains(s.table.String(), "Chỗ trống cho ảnh") {
		t.Error("it is not removed")
	}
	s.catchUp()
	if s.win.Canvas().Focused() != s.table.First() {
		t.Errorf("when it has gone %T has the keys", s.win.Canvas().Focused())
	}
	s.table.AddHole()
	s.catchUp()
	s.table.Pages.GoTo(0)
	s.catchUp()
	if s.win.Canvas().Focused() != s.table.First() {
		t.Errorf("when its page was turned over %T has the keys", s.win.Canvas().Focused())
	}
}

// catchUp does what waits for the goroutine of the window.
func (s *shop) catchUp() {
	for len(s.ui) > 0 {
		(<-s.ui)()
	}
}

// TestANewHoleIsChosenWheneverTheIssueHasIt: the issue may be read once more before the
// hole is in the file.
func TestANewHoleIsChosenWheneverTheIssueHasIt(t *testing.T) {
	s := newShop(t)
	before := s.issue
	stored := s.table.OnHoles
	var late func()
	s.table.OnHoles = func(change func([]bulletin.Hole) []bulletin.Hole) { late = func() { stored(change) } }
	s.table.AddHole()
	s.table.Show("Số 1", before)
	late()
	s.catchUp()
	if s.table.Chosen() != "" || len(s.issue.Holes) != 1 {
		t.Errorf("with %d holes the story %q is chosen", len(s.issue.Holes), s.table.Chosen())
	}
}
