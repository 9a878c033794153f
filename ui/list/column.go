package list

import (
	"fyne.io/fyne/v2"
)

// column lays out, from above, the search, the shelves in their scroll, the
// order of the list, the list, and the bar below it. On a low screen the shelves
// scroll, so that the list keeps room for a few rows.
type column struct{ shelves fyne.CanvasObject }

// leastRows is how many rows of the list can be seen where shelves make room.
const leastRows = 3

func (c *column) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = fyne.NewSize(max(size.Width, o.MinSize().Width), size.Height+o.MinSize().Height)
	}
	return size
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	search, order, bar := objects[0].MinSize().Height, objects[2].MinSize().Height, objects[4].MinSize().Height
	left := max(0, size.Height-search-order-bar)
	shelves := min(c.shelves.MinSize().Height, max(left/2, left-leastRows*rowHeight()))
	y := float32(0)
	for i, height := range []float32{search, shelves, order, left - shelves, bar} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}
