package preview

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestTheSmallPageOfTheLargeOneIsInSight, whichever page is gone to; what one looks at in
// the row stays while the large page does.
func TestTheSmallPageOfTheLargeOneIsInSight(t *testing.T) {
	p, view := shown(t, 26)
	p.Shape(false, true)
	p.Object.Resize(fyne.NewSize(500, 600))
	p.Show(view())
	inSight := func(page int) bool {
		at := p.strip.row.Position().X + p.strip.leaves[page].Position().X
		return at >= p.strip.Offset.X && at+p.strip.leaves[page].Size().Width <= p.strip.Offset.X+p.strip.Size().Width
	}
	if inSight(25) {
		t.Fatal("all small pages have room")
	}
	for _, page := range []int{25, 12, 0, 24} {
		v := view()
		v.Page = page
		p.Show(v)
		if !inSight(page) {
			t.Errorf("page %d: the row stands at %v", page+1, p.strip.Offset.X)
		}
	}
	p.strip.ScrollToOffset(fyne.Position{})
	same := view()
	same.Page = 24
	p.Show(same)
	if p.strip.Offset.X != 0 {
		t.Errorf("a view of the same page moved the row to %v", p.strip.Offset.X)
	}
}
