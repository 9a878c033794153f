package makeup

import (
	"fyne.io/fyne/v2"

	"bantin/ui/look"
)

// rightPane lays the right pane of the table: a bar, the wishes in a scroll,
// the tabs, and what they show. The wishes get the height that they need, as
// long as what the tabs show keeps some lines; else they scroll.
type rightPane struct{ wishes fyne.CanvasObject }

// leastShown is how high what the tabs show is at least, and leastWishes the
// wishes, which go first.
const (
	leastShown  = 110
	leastWishes = 120
)

func (r *rightPane) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
		size.Height += o.MinSize().Height
	}
	return size
}

func (r *rightPane) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar, tabs := objects[0].MinSize().Height, objects[2].MinSize().Height
	left := size.Height - bar - tabs
	wishes := min(r.wishes.MinSize().Height, max(left-leastShown*look.Scale(), leastWishes*look.Scale(), 0))
	y := float32(0)
	for i, height := range []float32{bar, wishes, tabs, max(left-wishes, 0)} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}
