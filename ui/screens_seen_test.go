package ui

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// area is a part of the window, in units.
type area struct{ x, y, right, foot float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) within(b area) area {
	return area{max(a.x, b.x), max(a.y, b.y), min(a.right, b.right), min(a.foot, b.foot)}
}

func (a area) empty() bool { return a.right-a.x < 1 || a.foot-a.y < 1 }

// lineSeen is a line of text on the screen.
type lineSeen struct {
	words string
	drawn area // where its letters are
	clip  area // what can be seen of it
	rolls bool // it stands in something that scrolls
}

// seeing walks over what a window shows, in the order in which it is painted.
type seeing struct {
	window area
	lines  []lineSeen
	wrong  []string
}

// lookAt is what is wrong with what a window shows: words that are cut off or that
// stand in each other, and buttons that cannot be reached.
func lookAt(c fyne.Canvas) []string {
	s := &seeing{window: areaOf(fyne.Position{}, c.Size())}
	top := c.Overlays().Top()
	if top == nil {
		s.walk(c.Content(), fyne.Position{}, s.window, false)
	} else {
		s.walk(top, fyne.Position{}, s.window, false)
	}
	s.judge()
	return s.wrong
}

func (s *seeing) walk(o fyne.CanvasObject, origin fyne.Position, clip area, rolls bool) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	own := areaOf(at, o.Size())
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			s.walk(inner, at, clip, rolls)
		}
	case *container.Scroll:
		s.walk(o.Content, at, clip.within(own), true)
	case *container.Clip:
		s.walk(o.Content, at, clip.within(own), true)
	case *canvas.Text:
		s.text(o, own, clip, rolls)
	case *canvas.Rectangle:
		s.cover(o.FillColor, own.within(clip))
	case fyne.Widget:
		s.reach(o, own, clip, rolls)
		for _, inner := range test.WidgetRenderer(o).Objects() {
			s.walk(inner, at, clip, rolls)
		}
	}
}

func (s *seeing) text(t *canvas.Text, own, clip area, rolls bool) {
	if _, _, _, alpha := t.Color.RGBA(); strings.TrimSpace(t.Text) == "" || alpha == 0 {
		return
	}
	if strings.Contains(t.Text, "{") {
		s.wrong = append(s.wrong, fmt.Sprintf("%q has a place that was not filled in", t.Text))
	}
	size := fyne.MeasureText(t.Text, t.TextSize, t.TextStyle)
	drawn := own
	switch t.Alignment {
	case fyne.TextAlignCenter:
		drawn.x += (own.right - own.x - size.Width) / 2
	case fyne.TextAlignTrailing:
		drawn.x = own.right - size.Width
	}
	drawn.right = drawn.x + size.Width
	drawn.y += (own.foot - own.y - size.Height) / 2
	drawn.foot = drawn.y + size.Height
	if drawn.within(clip).empty() {
		return
	}
	s.lines = append(s.lines, lineSeen{t.Text, drawn, clip, rolls})
}

// cover takes away the lines that something opaque is painted over.
func (s *seeing) cover(fill color.Color, over area) {
	if fill == nil || over.empty() {
		return
	}
	if _, _, _, alpha := fill.RGBA(); alpha < 0xf000 {
		return
	}
	left := s.lines[:0]
	for _, l := range s.lines {
		if l.drawn.within(l.clip).within(over).empty() {
			left = append(left, l)
		}
	}
	s.lines = left
}

// reach notes what one presses that is not wholly in sight where nothing scrolls.
func (s *seeing) reach(o fyne.Widget, own, clip area, rolls bool) {
	_, pressed := o.(fyne.Tappable)
	_, popped := o.(*widget.PopUp)
	if !pressed || popped || rolls || own.empty() {
		return
	}
	const slack = 1
	if own.x < clip.x-slack || own.y < clip.y-slack || own.right > clip.right+slack || own.foot > clip.foot+slack {
		s.wrong = append(s.wrong, fmt.Sprintf("%T %s reaches out of %s", o, own, clip))
	}
}

func (a area) String() string {
	return fmt.Sprintf("%.0f…%.0f × %.0f…%.0f", a.x, a.right, a.y, a.foot)
}

// judge finds the lines that are cut at a side, cut at head or foot where nothing
// scrolls, or painted into another one.
func (s *seeing) judge() {
	const slack = 2
	for i, l := range s.lines {
		if l.drawn.x < l.clip.x-slack || l.drawn.right > l.clip.right+slack {
			s.wrong = append(s.wrong, fmt.Sprintf("%q (%s) is cut by %s", l.words, l.drawn, l.clip))
		}
		if lower := (l.drawn.foot - l.drawn.y) / 4; !l.rolls && (l.drawn.y < l.clip.y-lower || l.drawn.foot > l.clip.foot+lower) {
			s.wrong = append(s.wrong, fmt.Sprintf("%q (%s) is cut by %s above or below", l.words, l.drawn, l.clip))
		}
		for _, m := range s.lines[i+1:] {
			both := l.drawn.within(l.clip).within(m.drawn.within(m.clip))
			if lower := min(l.drawn.foot-l.drawn.y, m.drawn.foot-m.drawn.y) * 0.4; both.right-both.x > 2*slack && both.foot-both.y > lower {
				s.wrong = append(s.wrong, fmt.Sprintf("%q (%s) stands in %q (%s)", l.words, l.drawn, m.words, m.drawn))
			}
		}
	}
}
