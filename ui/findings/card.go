package findings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// card is one finding that a click, or Enter, goes to.
type card struct {
	parts.Pressable
	pane            *Pane
	sentence, about string
	ink             fyne.ThemeColorName
	mend            *parts.Quiet // nil where the program cannot
}

// FocusGained brings the card in view.
func (c *card) FocusGained() {
	c.Pressable.FocusGained()
	c.pane.bringIntoView(c)
}

// TypedKey walks through the findings by the arrows.
func (c *card) TypedKey(key *fyne.KeyEvent) {
	if !c.pane.walk(c, key.Name) {
		c.Pressable.TypedKey(key)
	}
}

func (c *card) CreateRenderer() fyne.WidgetRenderer {
	d := &cardDrawing{c: c, ground: canvas.NewRectangle(color.Transparent), dot: canvas.NewCircle(look.Color(c.ink)), rule: parts.Rule()}
	d.ground.CornerRadius = 5
	d.lay(300)
	return d
}

type cardDrawing struct {
	c      *card
	ground *canvas.Rectangle
	dot    *canvas.Circle
	rule   *canvas.Rectangle
	lines  []*canvas.Text
	about  *canvas.Text
	width  float32
	height float32
}

const (
	cardPad  = 10
	cardText = 30 // where the words begin
	dotSide  = 9
	dotGap   = 7 // between the dot and the words, at every text size
)

func (d *cardDrawing) Destroy() {}

func (d *cardDrawing) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{d.ground, d.dot, d.rule}
	for _, l := range d.lines {
		out = append(out, l)
	}
	if d.about != nil {
		out = append(out, d.about)
	}
	if d.c.mend != nil {
		out = append(out, d.c.mend)
	}
	return out
}

func (d *cardDrawing) MinSize() fyne.Size { return fyne.NewSize(160, d.height) }

func (d *cardDrawing) Layout(size fyne.Size) {
	if size.Width != d.width && size.Width > 0 {
		before := d.height
		d.lay(size.Width)
		if before != d.height {
			d.c.Refresh()
		}
	}
	d.ground.Move(fyne.NewPos(6, 2))
	d.ground.Resize(fyne.NewSize(max(0, size.Width-12), max(0, size.Height-5)))
	d.rule.Move(fyne.NewPos(cardText, size.Height-1))
	d.rule.Resize(fyne.NewSize(max(0, size.Width-cardText-12), 1))
}

// lay breaks the words to a width.
func (d *cardDrawing) lay(width float32) {
	d.width = width
	set := field.Look{Size: look.Text(13), Style: look.Sans, Leading: 1.4}
	line := set.Size * set.Leading
	y := float32(cardPad)
	side := dotSide * min(look.Scale(), 1.5) // there is no room for more before the words
	d.dot.Resize(fyne.NewSquareSize(side))
	d.dot.Move(fyne.NewPos(cardText-dotGap-side, y+(line-side)/2))
	d.lines = nil
	for _, s := range field.Clamp(d.c.sentence, set, width-cardText-14, 8) {
		t := parts.Words(s, 13, look.Sans, theme.ColorNameForeground)
		t.Move(fyne.NewPos(cardText, y))
		d.lines = append(d.lines, t)
		y += line
	}
	if d.c.about != "" {
		small := field.Look{Size: look.Text(12), Style: look.Sans, Leading: 1.4}
		d.about = parts.Words(field.Clamp(d.c.about, small, width-cardText-14, 1)[0], 12, look.Sans, look.Quiet)
		d.about.Move(fyne.NewPos(cardText, y))
		y += small.Size * small.Leading
	}
	if d.c.mend != nil {
		size := d.c.mend.MinSize()
		d.c.mend.Resize(size)
		d.c.mend.Move(fyne.NewPos(cardText, y))
		y += size.Height
	}
	d.height = y + cardPad
}

func (d *cardDrawing) Refresh() {
	d.ground.FillColor, d.ground.StrokeWidth = color.Transparent, 0
	if d.c.Hovered {
		d.ground.FillColor = look.Color(theme.ColorNameHover)
	}
	if d.c.Focused {
		d.ground.StrokeColor, d.ground.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
	}
	d.dot.FillColor = look.Color(d.c.ink)
	canvas.Refresh(d.c)
}
