// Package field is the one text field of the desk: every place where a person
// writes, from the search box to the body of an article, is a Field. It wraps
// words, keeps its cost flat however long the text is, takes back and redoes,
// and never rewrites what is being typed: Vietnamese input methods work by
// backspacing and retyping.
package field

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/typing"
)

// Direction is where a caret leaves a field to.
type Direction int

// The directions.
const (
	Up Direction = iota
	Down
)

// Field is a text field. Set its fields before it is shown.
type Field struct {
	widget.BaseWidget

	Name  string // for tests and the margin
	Ghost string // the word in the place of an empty text
	// GhostInk and ChosenInk are the colours of the ghost and of the ground of
	// selected text.
	GhostInk, ChosenInk fyne.ThemeColorName
	Single              bool // one paragraph; newlines that come in become spaces
	OneRow              bool // one row that scrolls sideways; implies Single
	ReadOnly            bool // takes no text, but can be selected, copied and scrolled
	Margin              float32
	// LookOf says how a paragraph is set. It must be fast.
	LookOf func(paragraph string) Look

	OnChanged func()                                  // the text changed
	OnEnter   func()                                  // instead of a new paragraph
	OnEscape  func()                                  //
	OnLeave   func(to Direction, x float32)           // the caret wants out
	OnCaret   func(top, bottom float32)               // the caret moved
	OnHeight  func()                                  // the field wants another height
	OnFocus   func(has bool)                          //
	OnErase   func()                                  // Backspace at the start
	MenuWord  func(action string) string              // words of the context menu
	Clean     func(pasted string, single bool) string // brings pasted text in shape

	keyboard      typing.Keyboard
	text          text
	history       history
	caret, anchor int // the selection lies between them
	goalX         float32
	keepGoal      bool
	focused       bool
	shift         bool
	lastTap       time.Time
	seenTop       float32 // the part of the field that is on screen
	seenBottom    float32
	firstRune     int // of a OneRow field: the first on screen
	drawing       *drawing
}

var (
	_ fyne.Focusable         = (*Field)(nil)
	_ fyne.Shortcutable      = (*Field)(nil)
	_ fyne.Draggable         = (*Field)(nil)
	_ fyne.DoubleTappable    = (*Field)(nil)
	_ desktop.Mouseable      = (*Field)(nil)
	_ desktop.Keyable        = (*Field)(nil)
	_ desktop.Cursorable     = (*Field)(nil)
	_ fyne.SecondaryTappable = (*Field)(nil)
)

// New makes an empty field set in one look.
func New(look Look) *Field {
	f := &Field{LookOf: func(string) Look { return look }}
	f.start()
	return f
}

// NewWith makes an empty field whose paragraphs have looks of their own.
func NewWith(lookOf func(paragraph string) Look) *Field {
	f := &Field{LookOf: lookOf}
	f.start()
	return f
}

func (f *Field) start() {
	f.seenBottom = 1 << 20
	f.GhostInk, f.ChosenInk = theme.ColorNamePlaceHolder, theme.ColorNameSelection
	f.text.measure = wide
	f.text.lookOf = func(s string) Look { return f.LookOf(s) }
	f.text.set("")
	f.ExtendBaseWidget(f)
}

// Text is what is written.
func (f *Field) Text() string { return string(f.text.runes) }

// Len is the number of runes written.
func (f *Field) Len() int { return len(f.text.runes) }

// SetText puts another text in place and forgets what could be undone. It
// does not call OnChanged.
func (f *Field) SetText(s string) {
	f.text.set(s)
	f.history = history{}
	f.caret, f.anchor, f.firstRune = 0, 0, 0
	f.Refresh()
}

// Rewrite replaces the whole text as one step that can be undone, and calls
// OnChanged. The caret stays where it is as far as it can.
func (f *Field) Rewrite(s string) {
	old := f.text.runes
	with := []rune(s)
	from := 0
	for from < min(len(old), len(with)) && old[from] == with[from] {
		from++
	}
	end := 0
	for end < min(len(old), len(with))-from && old[len(old)-1-end] == with[len(with)-1-end] {
		end++
	}
	if from == len(old)-end && from == len(with)-end {
		return
	}
	caret := f.caret
	f.change(from, len(old)-end, with[from:len(with)-end], false)
	f.caret = min(caret, f.Len())
	f.anchor = f.caret
	f.Refresh()
}

// Caret is the place of the caret, in runes.
func (f *Field) Caret() int { return f.caret }

// SetCaret puts the caret at a place and selects nothing.
func (f *Field) SetCaret(at int) { f.moveTo(min(max(at, 0), f.Len()), false) }

// EnterFrom puts the caret into the first or the last row at x, as if it had
// come from the field above or below.
func (f *Field) EnterFrom(from Direction, x float32) {
	para, index := 0, 0
	if from == Down {
		para = len(f.text.paras) - 1
		index = len(f.text.paras[para].rows) - 1
	}
	f.moveTo(f.text.inRow(&f.text.paras[para], index, x), false)
	f.goalX, f.keepGoal = x, true
}

// Selected is the selected text.
func (f *Field) Selected() string {
	from, to := f.selection()
	return string(f.text.runes[from:to])
}

// SelectAll selects the whole text.
func (f *Field) SelectAll() {
	f.anchor, f.caret = 0, f.Len()
	f.Refresh()
}

// HeightFor wraps the text to a width and tells how high it is then.
func (f *Field) HeightFor(width float32) float32 {
	f.wrapTo(width)
	return f.text.height()
}

func (f *Field) wrapTo(width float32) {
	if f.OneRow {
		width = 0
	}
	if f.text.width != width || f.text.margin != f.Margin {
		f.text.width, f.text.margin = width, f.Margin
		f.text.rewrap()
	}
}

// Restyle sets the text anew after LookOf or the theme has changed.
func (f *Field) Restyle() {
	f.text.rewrap()
	f.Refresh()
}

// LinesFrom calls visit with the text of each paragraph that begins with
// first, and the bottom of its lines (a hole not counted).
func (f *Field) LinesFrom(first rune, visit func(s string, bottom float32)) {
	for i := range f.text.paras {
		p := &f.text.paras[i]
		if p.start < p.end && f.text.runes[p.start] == first {
			visit(string(f.text.runes[p.start:p.end]), p.bottom()-p.look.Hole)
		}
	}
}

// See tells the field which part of it is on screen, so that a long text
// draws no more than that.
func (f *Field) See(top, bottom float32) {
	if f.seenTop != top || f.seenBottom != bottom {
		f.seenTop, f.seenBottom = top, bottom
		if f.drawing != nil {
			f.drawing.draw()
		}
	}
}

// Resize wraps the text to the new width.
func (f *Field) Resize(size fyne.Size) {
	f.wrapTo(size.Width)
	f.BaseWidget.Resize(size)
	if f.drawing != nil {
		f.drawing.draw()
	}
}

// MinSize is one letter wide and as high as the text at its present width.
func (f *Field) MinSize() fyne.Size {
	return fyne.NewSize(f.LookOf("").Size*2, f.text.height())
}

// CreateRenderer gives the field its drawing.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.drawing = newDrawing(f)
	return f.drawing
}

// Cursor is the text cursor.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

func (f *Field) selection() (from, to int) {
	return min(f.caret, f.anchor), max(f.caret, f.anchor)
}

// change is the one door for every change of the text by a person.
func (f *Field) change(from, to int, with []rune, typed bool) {
	if f.ReadOnly {
		return
	}
	removed := append([]rune(nil), f.text.runes[from:to]...)
	f.history.record(edit{from, removed, with}, f.anchor, f.caret, typed, time.Now())
	f.apply(from, to, with)
}

func (f *Field) apply(from, to int, with []rune) {
	height := f.text.height()
	f.text.replace(from, to, with)
	f.caret = from + len(with)
	f.anchor = f.caret
	f.keepGoal = false
	if f.OnChanged != nil {
		f.OnChanged()
	}
	if height != f.text.height() && f.OnHeight != nil {
		f.OnHeight()
	}
	f.Refresh()
	f.tellCaret()
}

func (f *Field) moveTo(at int, selecting bool) {
	f.caret = at
	if !selecting {
		f.anchor = at
	}
	f.keepGoal = false
	if f.drawing != nil {
		f.drawing.draw()
	}
	f.tellCaret()
}

func (f *Field) tellCaret() {
	if f.OnCaret != nil && f.focused {
		_, y, height := f.text.point(f.caret)
		f.OnCaret(y, y+height)
	}
}

// ink gives a colour of the theme, the usual text colour for no name.
func ink(name fyne.ThemeColorName) color.Color { return themeColor(name) }
