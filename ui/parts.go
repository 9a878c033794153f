package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// onUI runs what background work has to show on the goroutine of the window.
// Tests, which have no such goroutine, take its place.
var onUI = fyne.Do

// rule is a thin line.
func rule() *canvas.Rectangle {
	r := canvas.NewRectangle(look.Color(look.Rule))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// ground is an area of one colour.
func ground(name fyne.ThemeColorName) *canvas.Rectangle {
	return canvas.NewRectangle(look.Color(name))
}

// words sets a line of text.
func words(s string, size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(s, look.Color(ink))
	t.TextSize, t.TextStyle = look.Text(size), style
	return t
}

// show shows or hides an object.
func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// space is an empty area of at least that size.
func space(w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// quiet is a button that is only its word or its icon until the mouse or the
// focus is on it.
type quiet struct {
	widget.BaseWidget

	Word     string
	Icon     fyne.Resource
	TextSize float32
	Ink      fyne.ThemeColorName
	Bold     bool
	Grip     bool // filled, the one action that the screen is for
	Flush    bool // without room at the sides
	Chosen   bool // the one of several that holds now
	OnTap    func()
	At       func(fyne.Position) // instead of OnTap, with the button's lower left corner

	hovered, focused, off bool
	ground                *canvas.Rectangle
	word                  *canvas.Text
	icon                  *canvas.Image
}

var (
	_ fyne.Tappable     = (*quiet)(nil)
	_ fyne.Focusable    = (*quiet)(nil)
	_ desktop.Hoverable = (*quiet)(nil)
)

func newQuiet(word string, icon fyne.Resource, tap func()) *quiet {
	q := &quiet{Word: word, Icon: icon, OnTap: tap, TextSize: 13, Ink: look.Quiet}
	q.ExtendBaseWidget(q)
	return q
}

func newGrip(word string, tap func()) *quiet {
	q := newQuiet(word, nil, tap)
	q.Grip, q.Bold, q.TextSize = true, true, 13
	return q
}

// Say changes the word.
func (q *quiet) Say(word string) {
	if q.Word != word {
		q.Word = word
		q.Refresh()
	}
}

// Enable makes the button work or not.
func (q *quiet) Enable(on bool) {
	q.off = !on
	q.Refresh()
}

func (q *quiet) Tapped(*fyne.PointEvent) {
	switch {
	case q.off:
	case q.At != nil:
		q.At(fyne.CurrentApp().Driver().AbsolutePositionForObject(q).AddXY(0, q.BaseWidget.Size().Height+2))
	case q.OnTap != nil:
		q.OnTap()
	}
}

func (q *quiet) MouseIn(*desktop.MouseEvent)    { q.hovered = true; q.Refresh() }
func (q *quiet) MouseMoved(*desktop.MouseEvent) {}
func (q *quiet) MouseOut()                      { q.hovered = false; q.Refresh() }
func (q *quiet) FocusGained()                   { q.focused = true; q.Refresh() }
func (q *quiet) FocusLost()                     { q.focused = false; q.Refresh() }
func (q *quiet) TypedRune(rune)                 {}

func (q *quiet) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		q.Tapped(nil)
	default:
		passOn(q, key)
	}
}

// passOn gives the window a key that an object has no use for: while
// something has the focus, Fyne gives plain function keys to nothing else.
func passOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

func (q *quiet) CreateRenderer() fyne.WidgetRenderer {
	q.ground = canvas.NewRectangle(color.Transparent)
	q.ground.CornerRadius = 4
	q.word = words(q.Word, q.TextSize, fyne.TextStyle{Bold: q.Bold}, q.Ink)
	q.icon = canvas.NewImageFromResource(q.Icon)
	q.icon.FillMode = canvas.ImageFillContain
	r := &quietRenderer{q}
	r.Refresh()
	return r
}

type quietRenderer struct{ q *quiet }

func (r *quietRenderer) Destroy() {}

func (r *quietRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.q.ground}
	if r.q.Icon != nil {
		objects = append(objects, r.q.icon)
	}
	if r.q.Word != "" {
		objects = append(objects, r.q.word)
	}
	return objects
}

const (
	quietPadX = 7
	quietPadY = 4
	gripPadX  = 16
	gripPadY  = 8
)

func (r *quietRenderer) pad() (x, y float32) {
	switch {
	case r.q.Grip:
		return gripPadX, gripPadY
	case r.q.Flush:
		return 0, quietPadY
	}
	return quietPadX, quietPadY
}

func (r *quietRenderer) iconSide() float32 { return 16 * look.Scale() }

func (r *quietRenderer) MinSize() fyne.Size {
	x, y := r.pad()
	size := fyne.NewSize(2*x, 2*y+r.q.word.MinSize().Height)
	if r.q.Word != "" {
		size.Width += r.q.word.MinSize().Width
	}
	if r.q.Icon != nil {
		size.Width += r.iconSide()
		if r.q.Word != "" {
			size.Width += 5
		}
	}
	return size
}

func (r *quietRenderer) Layout(size fyne.Size) {
	r.q.ground.Resize(size)
	min := r.MinSize()
	padX, _ := r.pad()
	x := padX + max(0, (size.Width-min.Width)/2)
	if r.q.Icon != nil {
		side := r.iconSide()
		r.q.icon.Resize(fyne.NewSquareSize(side))
		r.q.icon.Move(fyne.NewPos(x, (size.Height-side)/2))
		x += side + 5
	}
	word := r.q.word.MinSize()
	r.q.word.Resize(word)
	r.q.word.Move(fyne.NewPos(x, (size.Height-word.Height)/2))
}

func (r *quietRenderer) Refresh() {
	q := r.q
	inkName := q.Ink
	var fill fyne.ThemeColorName
	switch {
	case q.Grip:
		fill, inkName = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	case q.hovered && !q.off:
		fill, inkName = theme.ColorNameHover, theme.ColorNameForeground
	}
	if q.Chosen && fill == "" {
		fill = theme.ColorNamePressed
	}
	q.ground.FillColor = color.Transparent
	if fill != "" {
		q.ground.FillColor = look.Color(fill)
	}
	q.ground.StrokeWidth = 0
	if q.focused {
		q.ground.StrokeColor, q.ground.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
	}
	if q.off {
		inkName = theme.ColorNameDisabled
	}
	q.word.Text = q.Word
	q.word.Color = look.Color(inkName)
	q.word.TextSize = look.Text(q.TextSize)
	if q.Icon != nil {
		q.icon.Resource = theme.NewColoredResource(q.Icon, inkName)
	}
	q.ground.Refresh()
	q.icon.Refresh()
	q.word.Refresh()
	r.Layout(q.BaseWidget.Size())
}
