package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/ui/look"
)

// Span is a part of a text, in runes.
type Span struct{ From, To int }

// Marked is one line of text with some of its words on a coloured ground, as a
// marker pen would do it.
type Marked struct {
	Text  *canvas.Text
	pens  []*canvas.Rectangle
	shown int
}

// NewMarked makes an empty line.
func NewMarked(size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *Marked {
	return &Marked{Text: Words("", size, style, ink)}
}

// Objects are what the line is drawn with, the pens first.
func (m *Marked) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range m.pens[:m.shown] {
		out = append(out, p)
	}
	return append(out, m.Text)
}

// Set writes the line at a place, in the middle of a height, and marks spans.
func (m *Marked) Set(s string, spans []Span, ink fyne.ThemeColorName, at fyne.Position, height float32) {
	m.Text.Text, m.Text.Color = s, look.Color(ink)
	size := m.Text.MinSize()
	m.Text.Resize(size)
	y := at.Y + (height-size.Height)/2
	m.Text.Move(fyne.NewPos(at.X, y))
	m.shown = 0
	runes := []rune(s)
	for _, span := range spans {
		from, to := min(span.From, len(runes)), min(span.To, len(runes))
		if from >= to {
			continue
		}
		if m.shown == len(m.pens) {
			m.pens = append(m.pens, canvas.NewRectangle(color.Transparent))
		}
		p := m.pens[m.shown]
		m.shown++
		p.FillColor, p.CornerRadius = look.Color(look.Chosen), 2
		left := m.width(string(runes[:from]))
		p.Move(fyne.NewPos(at.X+left-1, y+1))
		p.Resize(fyne.NewSize(m.width(string(runes[:to]))-left+2, size.Height-2))
	}
}

func (m *Marked) width(s string) float32 {
	return look.Width(s, m.Text.TextSize, m.Text.TextStyle)
}
