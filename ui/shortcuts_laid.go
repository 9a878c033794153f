package ui

import (
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
	for n := 4; ; n-- {
		boxes := make([]*fyne.Container, n)
		row := container.New(layout.NewCustomPaddedHBoxLayout(26))
		for i := range boxes {
			boxes[i] = container.NewVBox()
			row.Add(boxes[i])
		}
		for i, g := range groups {
			to := i
			if i >= n { // below the lowest column
				to = 0
				for k := range boxes {
					if boxes[k].MinSize().Height < boxes[to].MinSize().Height {
						to = k
					}
				}
			}
			boxes[to].Add(g)
		}
		if n == 1 || row.MinSize().Width <= room {
			return row
		}
	}
}
