package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/ui/look"
)

// rects hands out rectangles in order, the same ones for each drawing.
type rects struct {
	all  []*canvas.Rectangle
	used int
}

func (p *rects) put(x, y, w, h float32, fill color.Color, radius float32) *canvas.Rectangle {
	if p.used == len(p.all) {
		p.all = append(p.all, canvas.NewRectangle(color.Transparent))
	}
	r := p.all[p.used]
	p.used++
	at, size := fyne.NewPos(x, y), fyne.NewSize(w, h)
	if r.FillColor != fill || r.CornerRadius != radius || r.StrokeWidth != 0 {
		r.FillColor, r.CornerRadius, r.StrokeWidth, r.StrokeColor = fill, radius, 0, nil
		r.Refresh()
	}
	if r.Position() != at {
		r.Move(at)
	}
	if r.Size() != size {
		r.Resize(size)
	}
	return r
}

func (p *rects) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, r := range p.all[:p.used] {
		objects = append(objects, r)
	}
	return objects
}

// letters is a stretch of text in its place.
type letters struct {
	textKey
	x, y float32
}

// textKey is all that decides how a text looks. A canvas text that shows it
// already need not be painted anew.
type textKey struct {
	text  string
	size  float32
	style fyne.TextStyle
	ink   color.Color
}

// texts shows stretches of text with canvas texts that are used again, those
// first that show the same already: after a key, or when the sheet is
// scrolled, nearly all do.
type texts struct {
	wanted []letters
	shown  map[textKey][]*canvas.Text
	free   []*canvas.Text
	drawn  []*canvas.Text // by the index of what is wanted
}

func (p *texts) begin() {
	if p.shown == nil {
		p.shown = map[textKey][]*canvas.Text{}
	}
	p.wanted = p.wanted[:0]
}

func (p *texts) put(s string, size float32, style fyne.TextStyle, ink color.Color, x, y float32) {
	if s != "" {
		p.wanted = append(p.wanted, letters{textKey{s, size, style, ink}, x, y})
	}
}

// appendTo brings the texts to their places.
func (p *texts) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	p.drawn = append(p.drawn[:0], make([]*canvas.Text, len(p.wanted))...)
	for i, w := range p.wanted {
		if same := p.shown[w.textKey]; len(same) > 0 {
			p.drawn[i] = same[len(same)-1]
			p.shown[w.textKey] = same[:len(same)-1]
		}
	}
	for _, left := range p.shown {
		p.free = append(p.free, left...)
	}
	clear(p.shown)
	for i, w := range p.wanted {
		if p.drawn[i] == nil {
			p.drawn[i] = p.fresh(w.textKey)
		}
		t := p.drawn[i]
		p.shown[w.textKey] = append(p.shown[w.textKey], t)
		if at := fyne.NewPos(w.x, w.y); t.Position() != at {
			t.Move(at)
		}
		objects = append(objects, t)
	}
	return objects
}

func (p *texts) fresh(k textKey) *canvas.Text {
	var t *canvas.Text
	if n := len(p.free); n > 0 {
		t, p.free = p.free[n-1], p.free[:n-1]
	} else {
		t = canvas.NewText("", k.ink)
	}
	t.Text, t.Color = k.text, k.ink
	look.Set(t, k.size, k.style)
	t.Resize(fyne.NewSize(look.Width(k.text, k.size, k.style), look.Height(k.size, k.style))) // Fyne would learn the typeface anew for it
	t.Refresh()
	return t
}
