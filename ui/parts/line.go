package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
)

// Line is one line of text of which the beginning is shown where there is no
// room for all of it.
type Line struct {
	widget.BaseWidget
	full string
	ink  fyne.ThemeColorName
	text *canvas.Text
}

// NewLine makes an empty line; see Words.
func NewLine(size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *Line {
	l := &Line{ink: ink, text: Words("", size, style, ink)}
	l.ExtendBaseWidget(l)
	return l
}

// Say shows other words.
func (l *Line) Say(words string) {
	l.full = words
	l.Refresh()
}

// String is all of the words.
func (l *Line) String() string { return l.full }

// MinSize is the height of a line; its width is up to others.
func (l *Line) MinSize() fyne.Size {
	return fyne.NewSize(0, look.Height(l.text.TextSize, l.text.TextStyle))
}

// CreateRenderer gives the line its drawing.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return lineDrawing{l} }

type lineDrawing struct{ l *Line }

func (d lineDrawing) Destroy()                     {}
func (d lineDrawing) MinSize() fyne.Size           { return d.l.MinSize() }
func (d lineDrawing) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.l.text} }

func (d lineDrawing) Layout(size fyne.Size) {
	t := d.l.text
	t.Text = field.ClampName(d.l.full, field.Look{Size: t.TextSize, Style: t.TextStyle, Leading: 1.4}, max(size.Width, 0))
	t.Resize(size)
}

func (d lineDrawing) Refresh() {
	d.l.text.Color = look.Color(d.l.ink)
	d.Layout(d.l.Size())
	canvas.Refresh(d.l)
}
