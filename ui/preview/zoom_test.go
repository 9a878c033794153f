package preview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// middle is where the middle of the shown pages is seen in the pane, by its size.
func (r *painted) middle() (x, y float32) {
	all, room := r.shown(), r.p.scroll.Size()
	first, last := all[0].Position(), all[len(all)-1].Position().Add(all[len(all)-1].Size())
	at := r.p.scroll.Content.Position()
	return ((first.X+last.X)/2 + at.X) / room.Width, ((first.Y+last.Y)/2 + at.Y) / room.Height
}

// TestEachZoomEnlargesWhatIsShown, a page that stands alone among facing pages
// too, and leaves its middle in sight.
func TestEachZoomEnlargesWhatIsShown(t *testing.T) {
	for _, facing := range []bool{false, true} {
		for _, page := range []int{0, 1, 3} {
			r := newPainted(t)
			r.p.OnAsk = func() { r.turned(r.p.Page) }
			r.p.Shape(facing, false)
			if r.turned(page); !facing {
				v := r.p.View
				v.Leaves = v.Leaves[:1]
				r.p.Show(v)
				r.p.OnAsk = func() { r.p.Show(v) }
			}
			for _, by := range []float32{zoomStep, zoomStep, zoomStep, zoomStep, 1 / zoomStep} {
				before := r.shown()[0].Size()
				r.p.Zoom(by)
				if got := r.shown()[0].Size().Width / before.Width; got < by*0.99 || got > by*1.01 {
					t.Errorf("facing %v, page %d: %v times as large instead of %v", facing, page+1, got, by)
				}
				if x, y := r.middle(); x < 0.45 || x > 0.55 || y < 0.3 || y > 0.7 {
					t.Errorf("facing %v, page %d: its middle is seen at %v, %v of the pane", facing, page+1, x, y)
				}
			}
		}
	}
}

// TestAZoomLeavesThePlaceThatIsRead where it is, wherever one has scrolled to.
func TestAZoomLeavesThePlaceThatIsRead(t *testing.T) {
	r := newPainted(t)
	r.p.Zoom(4)
	r.p.scroll.ScrollToOffset(fyne.NewPos(300, 1500))
	room := r.p.scroll.Size()
	read := func() (x, y float32) {
		page := r.shown()[0]
		in := r.p.scroll.Offset.AddXY(room.Width/2, room.Height/2).Subtract(page.Position())
		return in.X / page.Size().Width, in.Y / page.Size().Height
	}
	x, y := read()
	for _, by := range []float32{zoomStep, 1 / zoomStep} {
		r.p.Zoom(by)
		if nowX, nowY := read(); nowX-x > 0.01 || x-nowX > 0.01 || nowY-y > 0.01 || y-nowY > 0.01 {
			t.Errorf("%v, %v of the page stood in the middle, now %v, %v", x, y, nowX, nowY)
		}
	}
}

// TestSmallerIsNeverLarger, in a pane too low for the least size that one may choose.
func TestSmallerIsNeverLarger(t *testing.T) {
	r := newPainted(t)
	r.win.Resize(fyne.NewSize(900, 320))
	before := r.leaf().Size().Width
	if r.p.Zoom(1 / zoomStep); r.leaf().Size().Width > before {
		t.Errorf("zoom out makes the page %v wide instead of %v", r.leaf().Size().Width, before)
	}
}

// TestTheButtonsAreClickedBesideLargePages, not what of the pages is out of sight
// there.
func TestTheButtonsAreClickedBesideLargePages(t *testing.T) {
	r := newPainted(t)
	r.p.Zoom(4)
	before := r.leaf().Size().Width
	smaller := r.p.sizes[1]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(smaller)
	test.TapCanvas(r.win.Canvas(), at.AddXY(smaller.Size().Width/2, smaller.Size().Height/2))
	if r.leaf().Size().Width >= before {
		t.Error("zoom out was not clicked")
	}
}
