package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"bantin/ui/look"
)

// keyLines sets keys and what they do side by side, as close as lines of text.
type keyLines struct{}

const (
	keyGap  = 16 // between a key and its words
	keyLead = 4  // between lines
)

func (keyLines) keys(objects []fyne.CanvasObject) (width float32) {
	for i := 0; i < len(objects); i += 2 {
		width = max(width, objects[i].MinSize().Width)
	}
	return width + keyGap*look.Scale()
}

// line is how high the line of the i-th object is.
func (keyLines) line(objects []fyne.CanvasObject, i int) float32 {
	return max(objects[i].MinSize().Height, objects[i+1].MinSize().Height) + keyLead*look.Scale()
}

func (k keyLines) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for i := 0; i < len(objects); i += 2 {
		size.Width = max(size.Width, k.keys(objects)+objects[i+1].MinSize().Width)
		size.Height += k.line(objects, i)
	}
	return size
}

func (k keyLines) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	x, y := k.keys(objects), float32(0)
	for i := 0; i < len(objects); i += 2 {
		height := k.line(objects, i)
		for n, o := range objects[i : i+2] {
			o.Resize(o.MinSize())
			o.Move(fyne.NewPos(float32(n)*x, y+(height-o.MinSize().Height)/2))
		}
		y += height
	}
}

// inColumns sets groups into as many columns as there is room for, the short
// ones below others.
func inColumns(groups []fyne.CanvasObject, room float32) *fyne.Container {
	for n := min(4, len(groups)); ; n-- {
		row := container.New(layout.NewCustomPaddedHBoxLayout(26))
		for _, column := range levelled(groups, n) {
			row.Add(container.NewVBox(column...))
		}
		if n <= 1 || row.MinSize().Width <= room {
			return row
		}
	}
}

// levelled puts groups into n columns of about the same height: the highest group first,
// each into the lowest column. In a column they stand in the order in which they came,
// and so do the columns by their first ones.
func levelled(groups []fyne.CanvasObject, n int) [][]fyne.CanvasObject {
	height := func(i int) float32 { return groups[i].MinSize().Height }
	byHeight := make([]int, len(groups))
	for i := range byHeight {
		byHeight[i] = i
	}
	slices.SortStableFunc(byHeight, func(a, b int) int { return cmp.Compare(height(b), height(a)) })
	columns, heights := make([][]int, n), make([]float32, n)
	for _, i := range byHeight {
		lowest := slices.Index(heights, slices.Min(heights))
		columns[lowest], heights[lowest] = append(columns[lowest], i), heights[lowest]+height(i)
	}
	for _, c := range columns {
		slices.Sort(c)
	}
	slices.SortFunc(columns, slices.Compare)
	laid := make([][]fyne.CanvasObject, n)
	for i, c := range columns {
		for _, g := range c {
			laid[i] = append(laid[i], groups[g])
		}
	}
	return laid
}
