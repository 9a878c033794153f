package parts

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// Run is a stretch of running text in one style and colour.
type Run struct {
	Text  string
	Style fyne.TextStyle
	Ink   fyne.ThemeColorName
	Fate  Fate
}

// Fate is what became of words between two versions of a text.
type Fate int

// What went is struck through.
const (
	Stayed Fate = iota
	Came
	Went
)

// Prose is running text that breaks between words where its room ends. Fyne's
// own rich text measures a line some ten times to find where it breaks, each
// time that it is laid out; this one adds up the widths of its words, which are
// remembered, and only when its own width changes.
type Prose struct {
	widget.BaseWidget
	runs  []Run
	size  float32
	width float32 // for which it is broken
	drawn []fyne.CanvasObject
	lines int
}

// NewProse sets running text in the usual size.
func NewProse(runs ...Run) *Prose {
	p := &Prose{runs: runs, size: theme.TextSize()}
	p.ExtendBaseWidget(p)
	return p
}

// String is the text without its styles; before what came is a +, before what
// went a −.
func (p *Prose) String() string {
	var out strings.Builder
	for _, r := range p.runs {
		out.WriteString([...]string{Stayed: "", Came: "+", Went: "−"}[r.Fate] + r.Text)
	}
	return out.String()
}

// Resize breaks the text anew where the width is another one.
func (p *Prose) Resize(size fyne.Size) {
	p.breakAt(size.Width)
	p.BaseWidget.Resize(size)
}

// MinSize is as high as the text broken at its present width, and as narrow as
// one likes.
func (p *Prose) MinSize() fyne.Size {
	if p.lines == 0 {
		p.breakAt(p.width)
	}
	return fyne.NewSize(0, float32(p.lines)*p.step()-theme.LineSpacing())
}

// step is from one line to the next.
func (p *Prose) step() float32 { return look.Height(p.size, look.Sans) + theme.LineSpacing() }

// bit is a part of a run that is not broken: spaces, or letters.
type bit struct {
	run   int
	text  string
	space bool
}

// bits takes the runs apart. Where lines of the text itself end is a bit "\n".
func (p *Prose) bits() (out []bit) {
	for i, r := range p.runs {
		for s := r.Text; s != ""; {
			n := strings.IndexAny(s, " \n")
			switch {
			case s[0] == '\n':
				n = 1
			case n == 0:
				n = len(s) - len(strings.TrimLeft(s, " "))
			case n < 0:
				n = len(s)
			}
			out = append(out, bit{i, s[:n], s[0] == ' '})
			s = s[n:]
		}
	}
	return out
}

func (p *Prose) wide(b bit) float32 { return look.Width(b.text, p.size, p.runs[b.run].Style) }

func (p *Prose) breakAt(width float32) {
	if width <= 0 { // a box lays out what is added to it before it is laid out itself
		p.lines = max(1, p.lines)
		return
	}
	if p.lines > 0 && width == p.width {
		return
	}
	p.width, p.drawn, p.lines = width, nil, 1
	s := setter{p: p}
	all := p.bits()
	for i := 0; i < len(all); {
		to := i + 1
		for !all[i].space && all[i].text != "\n" && to < len(all) && !all[to].space && all[to].text != "\n" {
			to++ // a word of several runs
		}
		s.add(all[i:to])
		i = to
	}
	s.end()
}

// setter sets one word after another.
type setter struct {
	p     *Prose
	x     float32
	held  bit     // of one run, to be drawn as one
	start float32 // where that begins
	stop  float32 // and where its last letter ends
}

// add sets a word, a space or the end of a line.
func (s *setter) add(word []bit) {
	switch {
	case word[0].text == "\n":
		s.newLine()
		return
	case word[0].space:
		if s.x > 0 {
			s.put(word[0])
		}
		return
	}
	wide := float32(0)
	for _, b := range word {
		wide += s.p.wide(b)
	}
	if s.x > 0 && s.x+wide > s.p.width {
		s.newLine()
	}
	for _, b := range word {
		s.fill(b)
	}
}

// fill puts a part of a word, over several lines where it is longer than one.
func (s *setter) fill(b bit) {
	for b.text != "" && s.x+s.p.wide(b) > s.p.width {
		fits := 0
		for at := range b.text {
			if s.x+s.p.wide(bit{run: b.run, text: b.text[:at]}) > s.p.width {
				break
			}
			fits = at
		}
		if fits == 0 && s.x == 0 {
			_, fits = utf8.DecodeRuneInString(b.text)
		}
		s.put(bit{run: b.run, text: b.text[:fits]})
		b.text = b.text[fits:]
		s.newLine()
	}
	s.put(b)
}

func (s *setter) put(b bit) {
	if s.held.run != b.run {
		s.end()
	}
	if s.held.text == "" {
		s.start = s.x
	}
	s.held = bit{run: b.run, text: s.held.text + b.text}
	s.x += s.p.wide(b)
	if !b.space {
		s.stop = s.x
	}
}

func (s *setter) newLine() {
	s.end()
	s.x = 0
	s.p.lines++
}

// end draws what is held.
func (s *setter) end() {
	if text := strings.TrimRight(s.held.text, " "); text != "" {
		r := s.p.runs[s.held.run]
		t := canvas.NewText(text, look.Color(r.Ink))
		look.Set(t, s.p.size, r.Style)
		t.Move(fyne.NewPos(s.start, float32(s.p.lines-1)*s.p.step()))
		t.Resize(fyne.NewSize(s.stop-s.start, look.Height(s.p.size, r.Style)))
		s.p.drawn = append(s.p.drawn, t)
		if r.Fate == Went {
			s.p.drawn = append(s.p.drawn, strike(t))
		}
	}
	s.held.text = ""
}

// strike is the line through a text, from its first letter to its last: through
// the middle of its small letters.
func strike(t *canvas.Text) *canvas.Rectangle {
	const middle, thickness = 0.57, 1.0 / 13 // of the height of the line, of the size
	before := look.Width(t.Text[:len(t.Text)-len(strings.TrimLeft(t.Text, " "))], t.TextSize, t.TextStyle)
	line := canvas.NewRectangle(t.Color)
	line.Resize(fyne.NewSize(t.Size().Width-before, max(1, t.TextSize*thickness)))
	line.Move(t.Position().AddXY(before, t.Size().Height*middle))
	return line
}

// CreateRenderer gives the text its drawing.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return proseDrawing{p} }

type proseDrawing struct{ p *Prose }

func (d proseDrawing) Destroy()                     {}
func (d proseDrawing) Layout(fyne.Size)             {}
func (d proseDrawing) MinSize() fyne.Size           { return d.p.MinSize() }
func (d proseDrawing) Objects() []fyne.CanvasObject { return d.p.drawn }
func (d proseDrawing) Refresh()                     { canvas.Refresh(d.p) }
