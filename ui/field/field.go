// Package field is the text field of the desk: every place where a person
// writes but the article itself, which ui/editor is for, from the search box to
// the note to the editor. It wraps words, takes back and redoes, and never
// rewrites what is being typed: Vietnamese input methods work by backspacing
// and retyping.
package field

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/pop"
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

	Name  string // for tests
	Ghost string // the word in the place of an empty text
	// GhostInk and ChosenInk are the colours of the ghost and of the ground of
	// selected text.
	GhostInk, ChosenInk fyne.ThemeColorName
	Single              bool // one paragraph; newlines that come in become spaces
	OneRow              bool // one row that scrolls sideways; implies Single
	Anew                bool // all of it is selected whenever the keys come, not only the first time
	ReadOnly            bool // takes no text, but can be selected, copied and scrolled

	OnChanged func()                                  // the text changed
	OnEnter   func()                                  // instead of a new paragraph, which Shift+Return then begins
	OnEscape  func()                                  //
	OnLeave   func(to Direction, x float32)           // the caret wants out
	OnHeight  func()                                  // the field wants another height
	OnCaret   func(came bool)                         // the caret went somewhere, or came with the keyboard; see CaretRow
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
	menu          *pop.Menu // that was shown last
	fresh         bool      // the text was put there since the field had the focus
	shift         typing.Shift
	clicks        Clicks
	firstRune     int // of a OneRow field: the first on screen
	drawing       *drawing
}

var (
	_ fyne.Focusable         = (*Field)(nil)
	_ fyne.Shortcutable      = (*Field)(nil)
	_ fyne.Draggable         = (*Field)(nil)
	_ desktop.Mouseable      = (*Field)(nil)
	_ desktop.Keyable        = (*Field)(nil)
	_ desktop.Cursorable     = (*Field)(nil)
	_ fyne.SecondaryTappable = (*Field)(nil)
)

// New makes an empty field set in one look.
func New(look Look) *Field {
	f := &Field{}
	f.GhostInk, f.ChosenInk = theme.ColorNamePlaceHolder, theme.ColorNameSelection
	f.text.measure = wide
	f.text.look = look
	f.text.set("")
	f.ExtendBaseWidget(f)
	return f
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
	f.fresh = !f.focused
	f.Refresh()
}

// Follow replaces the whole text by what it has become elsewhere: no step that can
// be undone, and nobody is told. The caret stays where it is as far as it can.
func (f *Field) Follow(s string) {
	caret := f.caret
	f.SetText(s)
	f.fresh = false
	f.SetCaret(min(caret, f.Len()))
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

// CaretRow is where the row of the caret is in the field.
func (f *Field) CaretRow() (top, foot float32) {
	_, y, height := f.text.point(f.caret)
	return y, y + height
}

// SetCaret puts the caret at a place and selects nothing.
func (f *Field) SetCaret(at int) { f.moveTo(min(max(at, 0), f.Len()), false) }

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

// Select selects a part of the text, in runes.
func (f *Field) Select(from, to int) {
	f.anchor, f.caret = min(max(from, 0), f.Len()), min(max(to, 0), f.Len())
	f.fresh = false
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
	if f.text.width != width {
		f.text.width = width
		f.text.rewrap()
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
	return fyne.NewSize(f.text.look.Size*2, f.text.height())
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
	f.tellCaret(false)
	f.Refresh()
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
	f.tellCaret(false)
}

func (f *Field) tellCaret(came bool) {
	if f.OnCaret != nil && f.focused {
		f.OnCaret(came)
	}
}

// ink gives a colour of the theme, the usual text colour for no name.
func ink(name fyne.ThemeColorName) color.Color { return themeColor(name) }
