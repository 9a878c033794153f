package preview

import (
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// Whatever stands on the table, each place of it is a page or the table.
func TestTheTabletopLeavesNoPlaceOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.Float32Range(4, 900)
		size := fyne.NewSize(length.Draw(t, "width"), length.Draw(t, "height"))
		at, width, height := rapid.Float32Range(0, 40).Draw(t, "at"), length.Draw(t, "page's width"), length.Draw(t, "page's height")
		var pages []area
		for i := range rapid.IntRange(0, 2).Draw(t, "pages") {
			x := at + float32(i)*(width+spreadGap)
			pages = append(pages, area{x, at, x + width, at + height})
		}
		covered := append(around(size, pages), pages...)
		x, y := rapid.Float32Range(0, size.Width-1).Draw(t, "x"), rapid.Float32Range(0, size.Height-1).Draw(t, "y")
		for _, a := range covered {
			if x >= a.x && x <= a.right && y >= a.y && y <= a.bottom {
				return
			}
		}
		t.Fatalf("nothing at %v, %v of %v with %v", x, y, size, pages)
	})
}
