package preview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/ui/look"
)

// tabletop is what is seen around the pages, and their soft edges. It leaves
// out what the pages cover: where there is no graphics card every pixel is
// painted by the processor, and a page is a fifth of the window.
type tabletop struct{ strips []*canvas.Rectangle }

// area is a rectangle on the stage.
type area struct{ x, y, right, bottom float32 }

// lay gives what is to be drawn below pages that stand side by side, on a stage
// of a size.
func (t *tabletop) lay(size fyne.Size, pages []area) []fyne.CanvasObject {
	top := look.Color(look.Tabletop)
	n := 0
	put := func(a area, ink color.Color) {
		if a.right <= a.x || a.bottom <= a.y {
			return
		}
		if n == len(t.strips) {
			t.strips = append(t.strips, canvas.NewRectangle(ink))
		}
		r := t.strips[n]
		n++
		r.FillColor = ink
		r.Move(fyne.NewPos(a.x, a.y))
		r.Resize(fyne.NewSize(a.right-a.x, a.bottom-a.y))
	}
	for _, a := range around(size, pages) {
		put(a, top)
	}
	for _, p := range pages {
		for _, edge := range edges(p) {
			put(edge, look.Color(look.PageShade))
		}
	}
	objects := make([]fyne.CanvasObject, n)
	for i := range objects {
		objects[i] = t.strips[i]
	}
	return objects
}

// tuck is how far the tabletop reaches below a page, and its pieces below each
// other: edges between two pixels are soft, and two of them would show a seam.
const tuck = 2

// around is the stage without the pages: above them, below them, and between
// them from left to right.
func around(size fyne.Size, pages []area) []area {
	if len(pages) == 0 {
		return []area{{right: size.Width, bottom: size.Height}}
	}
	y, bottom := pages[0].y+tuck, pages[0].bottom-tuck
	out := []area{{right: size.Width, bottom: y}, {y: bottom, right: size.Width, bottom: size.Height}}
	x := float32(0)
	for _, p := range pages {
		out = append(out, area{x, y - tuck, p.x + tuck, bottom + tuck})
		x = p.right - tuck
	}
	return append(out, area{x, y - tuck, size.Width, bottom + tuck})
}

// edges are the lines around a page, the one at its foot the strongest.
func edges(p area) []area {
	return []area{
		{p.x - 1, p.y - 1, p.right + 1, p.y},
		{p.x - 1, p.y, p.x, p.bottom},
		{p.right, p.y, p.right + 1, p.bottom},
		{p.x - 1, p.bottom, p.right + 1, p.bottom + 2},
	}
}

// Tell shows something in front of the pages, above their foot, which says how
// they came out.
func (p *Pane) Tell(o fyne.CanvasObject) { p.Object.Add(o) }

// between lays the pages between the head and the foot of their pane, without a
// gap, and what is told in front of them.
type between struct{}

// MinSize is that of head and foot, and a little for the pages.
func (between) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, pages, foot := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(head.Width, pages.Width, foot.Width), head.Height+pages.Height+foot.Height)
}

// Layout gives the pages what head and foot leave.
func (between) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, foot := objects[0].MinSize().Height, objects[2].MinSize().Height
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, max(height, 0)))
	}
	put(objects[0], 0, head)
	put(objects[1], head, size.Height-head-foot)
	put(objects[2], size.Height-foot, foot)
	for _, told := range objects[3:] {
		height := told.MinSize().Height
		put(told, size.Height-foot-height, height)
	}
}
