package makeup

import (
	"image"
	"image/color"
	"image/draw"

	"bantin/export/layout"
	"bantin/ui/desk"
)

// inks are the colours that an outline is drawn in.
type inks struct{ paper, edge, text, head, photo, mark color.Color }

// drawOutline draws a page with one story on it, so many pixels high: headlines
// dark, photos filled, text as lines, and at the foot whether it goes on
// overleaf.
func drawOutline(o desk.Outline, height int, ink inks) *image.RGBA {
	if o.Page.Height <= 0 {
		o.Page = layout.Size{Width: 1, Height: 1}
	}
	by := float64(height) / float64(o.Page.Height)
	width := max(1, int(float64(o.Page.Width)*by+0.5))
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(r image.Rectangle, c color.Color) { draw.Draw(m, r, image.NewUniform(c), image.Point{}, draw.Over) }
	fill(m.Bounds(), ink.edge)
	fill(m.Bounds().Inset(1), ink.paper)
	scaled := func(r layout.Rect) image.Rectangle {
		at := func(l layout.Length) int { return int(float64(l)*by + 0.5) }
		return image.Rect(at(r.X), at(r.Y), max(at(r.Right()), at(r.X)+1), max(at(r.Bottom()), at(r.Y)+1))
	}
	last := -2
	for _, r := range o.Lines {
		line := scaled(r)
		line.Max.Y = line.Min.Y + 1
		if line.Min.Y >= last && line.Min.Y-last < 2 {
			continue // lines stand apart, as thin as they are
		}
		last = line.Min.Y
		fill(line, ink.text)
	}
	for _, r := range o.Photos {
		fill(scaled(r), ink.photo)
	}
	for _, r := range o.Heads {
		line := scaled(r)
		third := line.Dy() / 4
		line.Min.Y, line.Max.Y = line.Min.Y+third, max(line.Min.Y+third+1, line.Max.Y-third)
		fill(line, ink.head)
	}
	if o.Goes > 0 { // an arrow at the lower right
		side := max(3, height/14)
		for i := range side {
			x := width - 3 - side + i
			fill(image.Rect(x, height-3-2*side+i, x+1, height-3-i), ink.mark)
		}
	}
	return m
}
