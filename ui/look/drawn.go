package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Drawn remembers what a picture on screen shows: which drawing, in which
// colour, at how many pixels a unit. Each time that it is drawn anew Fyne reads
// the drawing three times over, which for the marks of a pane takes longer than
// all its words. The zero value shows nothing yet.
type Drawn struct {
	name  string
	ink   color.Color
	scale float32
}

// Show puts a drawing into a picture, nil to leave it as it is, and draws the
// picture anew if that changes what it shows. Its size is minded by Fyne, which
// draws a picture when it is given its first.
func (d *Drawn) Show(on *canvas.Image, drawing fyne.Resource) {
	if drawing == nil {
		return
	}
	now := Drawn{name: drawing.Name()}
	if inked, ok := drawing.(fyne.ThemedResource); ok {
		now.ink = Color(inked.ThemeColorName())
		drawing = coloured(drawing, now.ink)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(on); c != nil {
		now.scale = c.Scale()
	}
	on.Resource = drawing
	if *d == now {
		return
	}
	if *d = now; !on.Size().IsZero() {
		on.Refresh()
	}
}

// Picture is a picture of a drawing, nil for none, that keeps the colours of now:
// it is made anew when those of the window change.
func Picture(drawing fyne.Resource) *canvas.Image {
	if inked, ok := drawing.(fyne.ThemedResource); ok {
		drawing = coloured(drawing, Color(inked.ThemeColorName()))
	}
	p := canvas.NewImageFromResource(drawing)
	p.FillMode = canvas.ImageFillContain
	return p
}

// inked are drawings in the colours that they were shown in: few, and each takes
// as long to colour as to draw.
var inked = map[string]fyne.Resource{}

// coloured is a drawing in the colour that the theme has for it now.
func coloured(drawing fyne.Resource, ink color.Color) fyne.Resource {
	r, g, b, a := ink.RGBA()
	name := fmt.Sprintf("%04x%04x%04x%04x-%s", r, g, b, a, drawing.Name())
	if inked[name] == nil {
		inked[name] = fyne.NewStaticResource(name, drawing.Content())
	}
	return inked[name]
}
