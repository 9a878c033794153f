package preview

import (
	"image"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"bantin/export/layout"
	"bantin/ui/desk"
)

// turned shows the pages of a bulletin of four that are seen together with one.
func (r *painted) turned(page int) {
	doc := &layout.Document{Trim: layout.Size{Width: layout.Millimetres(210), Height: layout.Millimetres(297)}, Pages: make([]layout.Page, 4)}
	v := desk.View{Document: doc, Page: page, Pages: len(doc.Pages)}
	for _, n := range desk.Spread(page, v.Pages) {
		v.Leaves = append(v.Leaves, desk.Leaf{Page: n, Picture: image.NewRGBA(image.Rect(0, 0, 210, 297))})
	}
	r.p.Show(v)
}

// shown are the places and sizes of the pages on screen.
func (r *painted) shown() (all []*canvas.Image) {
	for i := range r.p.stage.leaves {
		all = append(all, r.p.stage.pictures[i])
	}
	return all
}

// TestAPageThatStandsAloneHasTheRoomOfTwo: the first page, and a last one without
// another beside it, are as large as when pages are shown one by one.
func TestAPageThatStandsAloneHasTheRoomOfTwo(t *testing.T) {
	r := newPainted(t)
	r.p.OnAsk = func() {} // turned gives the pages
	r.turned(0)
	alone := r.shown()[0].Size()
	r.p.Shape(true, false)
	for _, page := range []int{0, 3} {
		r.turned(page)
		all := r.shown()
		if len(all) != 1 || all[0].Size() != alone {
			t.Errorf("page %d of %d is %v, alone it was %v", page+1, r.p.Pages, all[0].Size(), alone)
		}
		if left, right := all[0].Position().X, r.p.stage.Size().Width-all[0].Position().X-all[0].Size().Width; left-right > 1 || right-left > 1 {
			t.Errorf("page %d stands %v from the left and %v from the right", page+1, left, right)
		}
	}
	r.turned(1)
	two := r.shown()
	if len(two) != 2 || two[0].Size().Width >= alone.Width || two[1].Position().X < two[0].Position().X+two[0].Size().Width {
		t.Errorf("a spread stands as %v", two)
	}
	// What is asked for is painted for the page that comes, not for those on screen.
	r.p.Page = 0
	if coming := r.p.DPI(1); coming <= func() float64 { r.p.Page = 1; return r.p.DPI(1) }() {
		t.Errorf("the page that comes alone is asked for at %v dpi", coming)
	}
}

// TestWhoChoseASizeKeepsItFromPageToPage; a page that stands alone stands in the
// middle.
func TestWhoChoseASizeKeepsItFromPageToPage(t *testing.T) {
	r := newPainted(t)
	r.p.OnAsk = func() {} // turned gives the pages
	r.p.Shape(true, false)
	r.turned(1)
	r.p.Zoom(1.25)
	r.turned(1)
	size := r.shown()[1].Size()
	r.turned(0)
	first := r.shown()[0]
	if first.Size() != size {
		t.Errorf("the first page is %v, the others %v", first.Size(), size)
	}
	if x, _ := r.middle(); x < 0.49 || x > 0.51 {
		t.Errorf("the middle of the first page is seen at %v of the pane", x)
	}
}
