package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/typing"
)

// Quiet is a button that is only its word or its icon until the mouse or the
// focus is on it.
type Quiet struct {
	widget.BaseWidget

	Word     string
	Icon     fyne.Resource
	TextSize float32
	Ink      fyne.ThemeColorName
	Bold     bool
	Grip     bool   // filled, the one action that the screen is for
	Flush    bool   // without room at the sides
	Left     bool   // the word stands at the left of a wide button, not in its middle
	Clip     bool   // of a word wider than its room, the beginning is shown
	Chosen   bool   // the one of several that holds now
	Unasked  bool   // it came up by itself: keys may have been on their way to something else
	Late     bool   // it came some time after it was asked for: a space may have been on its way
	Hint     string // shown while the mouse rests on it
	OnTap    func()
	OnLeft   func()                  // the keyboard went elsewhere; may be nil
	At       func(fyne.Position)     // instead of OnTap, with the button's lower left corner
	OnKey    func(fyne.KeyName) bool // takes keys that do not press the button, and says which; may be nil

	hovered, focused, off bool
	owed                  []fyne.KeyName // keys that were not taken for an answer
	down                  bool           // one of them is held
	seen                  bool           // it was let go: the next one is an answer
	ground                *canvas.Rectangle
	word                  *canvas.Text
	icon                  *canvas.Image
	drawn                 look.Drawn // what icon shows
}

var (
	_ fyne.Tappable     = (*Quiet)(nil)
	_ fyne.Focusable    = (*Quiet)(nil)
	_ desktop.Hoverable = (*Quiet)(nil)
	_ desktop.Keyable   = (*Quiet)(nil)
)

// NewQuiet makes a button of a word, an icon, or both.
func NewQuiet(word string, icon fyne.Resource, tap func()) *Quiet {
	q := &Quiet{Word: word, Icon: icon, OnTap: tap, TextSize: 13, Ink: look.Quiet}
	q.ExtendBaseWidget(q)
	return q
}

// NewGrip makes the filled button of what the screen is for.
func NewGrip(word string, tap func()) *Quiet {
	q := NewQuiet(word, nil, tap)
	q.Grip, q.Bold, q.TextSize = true, true, 13
	return q
}

// Say changes the word.
func (q *Quiet) Say(word string) {
	if q.Word != word {
		q.Word = word
		q.Refresh()
	}
}

// Enable makes the button work or not.
func (q *Quiet) Enable(on bool) {
	q.off = !on
	q.Refresh()
}

// Tapped does what the button is for.
func (q *Quiet) Tapped(*fyne.PointEvent) {
	HideHint(q)
	switch {
	case q.off:
	case q.At != nil:
		q.At(fyne.CurrentApp().Driver().AbsolutePositionForObject(q).AddXY(0, q.BaseWidget.Size().Height+2))
	case q.OnTap != nil:
		q.OnTap()
	}
}

// MouseIn lights the button up, and after a while shows its hint.
func (q *Quiet) MouseIn(*desktop.MouseEvent) {
	q.hovered = true
	q.Refresh()
	ShowHint(q, q.Hint)
}

// MouseMoved does nothing: the button is lit already.
func (q *Quiet) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the light and the hint go.
func (q *Quiet) MouseOut() {
	q.hovered = false
	q.Refresh()
	HideHint(q)
}

// FocusGained draws the frame of the focus, and brings the button into sight.
func (q *Quiet) FocusGained() {
	q.focused = true
	q.Refresh()
	BringIntoSight(q)
}

// FocusLost takes the frame away. Whoever comes back to the button means it.
func (q *Quiet) FocusLost() {
	q.focused, q.Unasked, q.Late = false, false, false
	q.Refresh()
	if q.OnLeft != nil {
		q.OnLeft()
	}
}

// answers reports whether Enter presses the button. On one that came up by itself
// before who wrote, the first may have been meant for the text; when it was let go
// the frame shows that the keys are here, and the next one is an answer.
func (q *Quiet) answers() bool { return !q.Unasked || q.seen }

// TakeOwed gives the keys that were not taken for an answer, which a text still
// wants, each once.
func (q *Quiet) TakeOwed() (keys []fyne.KeyName) {
	keys, q.owed = q.owed, nil
	return keys
}

// KeyDown begins a key.
func (q *Quiet) KeyDown(key *fyne.KeyEvent) { q.down = isEnter(key.Name) && !q.answers() }

// KeyUp ends a key that came to the button, not one that began elsewhere.
func (q *Quiet) KeyUp(key *fyne.KeyEvent) {
	if q.down && isEnter(key.Name) {
		q.down, q.seen = false, true
		q.Refresh()
	}
}

func isEnter(key fyne.KeyName) bool { return key == fyne.KeyReturn || key == fyne.KeyEnter }

// TypedRune does nothing: keys come by name. What comes up by itself leaves
// letters to the text that somebody may still be writing.
func (q *Quiet) TypedRune(r rune) {
	if q.Unasked {
		typing.PassRuneOn(q, r)
	}
}

// TypedKey presses the button by Space and Enter, and passes other keys on. On
// one that came late Space is a letter, and before who wrote the first Enter no
// answer, as long as nobody has walked to it.
func (q *Quiet) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeySpace && (q.Unasked || q.Late):
	case isEnter(key.Name) && !q.answers():
		q.owed = append(q.owed, key.Name)
	case key.Name == fyne.KeySpace, isEnter(key.Name):
		q.Tapped(nil)
	case q.OnKey != nil && q.OnKey(key.Name):
	default:
		typing.PassOn(q, key)
	}
}

// CreateRenderer gives the button its drawing.
func (q *Quiet) CreateRenderer() fyne.WidgetRenderer {
	q.ground = canvas.NewRectangle(color.Transparent)
	q.ground.CornerRadius = 4
	q.word = Words(q.Word, q.TextSize, fyne.TextStyle{Bold: q.Bold}, q.Ink)
	q.icon = canvas.NewImageFromResource(q.Icon)
	q.icon.FillMode = canvas.ImageFillContain
	r := &quietRenderer{q}
	r.Refresh()
	return r
}

type quietRenderer struct{ q *Quiet }

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
	// QuietPadX is the room beside a quiet button's word.
	QuietPadX = 7
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
	return QuietPadX, quietPadY
}

func (r *quietRenderer) iconSide() float32 { return 16 * look.Scale() }

// wordSize is the size of the whole word.
func (r *quietRenderer) wordSize() fyne.Size { return r.sizeOf(r.q.Word) }

// sizeOf is the size of words on screen, which Fyne would learn the typeface anew
// to tell.
func (r *quietRenderer) sizeOf(words string) fyne.Size {
	w := r.q.word
	return fyne.NewSize(look.Width(words, w.TextSize, w.TextStyle), look.Height(w.TextSize, w.TextStyle))
}

// offersMore ends the word of a button that opens a choice, and stays where the
// word is cut.
const offersMore = " ▾"

// fitting is as much of the word as there is room for.
func (r *quietRenderer) fitting(room float32) string {
	const rounding = 0.5 // of a room that was measured by the word itself
	if r.wordSize().Width <= room+rounding {
		return r.q.Word
	}
	word, more := strings.CutSuffix(r.q.Word, offersMore)
	end := ""
	if more {
		end = offersMore
	}
	set := field.Look{Size: r.q.word.TextSize, Style: r.q.word.TextStyle, Leading: 1.4}
	return field.ClampName(word, set, max(room-r.sizeOf(end).Width, 0)) + end
}

func (r *quietRenderer) MinSize() fyne.Size {
	x, y := r.pad()
	word := r.wordSize()
	size := fyne.NewSize(2*x, 2*y+word.Height)
	if r.q.Word != "" && !r.q.Clip {
		size.Width += word.Width
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
	x := padX
	if !r.q.Left {
		x += max(0, (size.Width-min.Width)/2)
	}
	if r.q.Icon != nil {
		side := r.iconSide()
		r.q.icon.Resize(fyne.NewSquareSize(side))
		r.q.icon.Move(fyne.NewPos(x, (size.Height-side)/2))
		x += side + 5
	}
	r.q.word.Text = r.fitting(max(size.Width-x-padX, 0))
	word := r.sizeOf(r.q.word.Text)
	r.q.word.Resize(word)
	r.q.word.Move(fyne.NewPos(x, (size.Height-word.Height)/2))
}

func (r *quietRenderer) Refresh() {
	q := r.q
	inkName := q.Ink
	var fill fyne.ThemeColorName
	switch {
	case q.Grip && q.off:
		fill = theme.ColorNameButton
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
	if q.focused && q.answers() {
		q.ground.StrokeColor, q.ground.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
		if fill == theme.ColorNamePrimary { // on which that is not seen
			q.ground.StrokeColor, q.ground.StrokeWidth = look.Color(theme.ColorNameForeground), 2
		}
	}
	if q.off {
		inkName = theme.ColorNameDisabled
	}
	q.word.Text = q.Word
	q.word.Color = look.Color(inkName)
	q.word.TextSize = look.Text(q.TextSize)
	if q.Icon != nil {
		q.drawn.Show(q.icon, theme.NewColoredResource(q.Icon, inkName))
	}
	q.ground.Refresh()
	q.word.Refresh()
	r.Layout(q.BaseWidget.Size())
}
