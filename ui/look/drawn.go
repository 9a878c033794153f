package look

import (
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
// picture anew if that changes what it shows. Its size is minded by Fyne.
func (d *Drawn) Show(on *canvas.Image, drawing fyne.Resource) {
	if drawing == nil {
		return
	}
	on.Resource = drawing
	now := Drawn{name: drawing.Name()}
	if inked, ok := drawing.(fyne.ThemedResource); ok {
		now.ink = Color(inked.ThemeColorName())
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(on); c != nil {
		now.scale = c.Scale()
	}
	if *d != now {
		*d = now
		on.Refresh()
	}
}
