// Package editor is the sheet on which an article is written: one widget in
// which headline, standfirst, paragraphs and photos are blocks of one text. It
// draws what is on screen and no more, so that a key costs the same in a short
// notice and in a book. What is written lives in ui/manuscript.
package editor

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/loop"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// Editor is the sheet. Set its fields before it is shown.
type Editor struct {
	widget.BaseWidget

	OnChanged  func()             // something was written
	OnAddPhoto func()             // a person wants a photo at the caret
	OnReplace  func(photo string) // a person wants another picture in a photo
	// Canvas is what the sheet stands on. Fyne itself knows that only of what it
	// has painted; a sheet that was opened a moment ago has to have the keyboard
	// before. Nil leaves it to Fyne.
	Canvas       func() fyne.Canvas
	OnCaret      func()                 // the caret went to another place
	OnUndoOthers func()                 // Undo is about to take back what others wrote
	OnEscape     func()                 // Escape where it is of no use on the sheet
	Covered      func() float32         // how much of the foot of the view something stands before; nil for nothing
	OnFix        func(bulletin.Finding) // a person wants what the program offers to do about it
	// OnPasted hears of text that came from outside: how many blocks it has
	// become, what of it had to be tidied, and what takes it back.
	OnPasted func(blocks int, tidied manuscript.Tidied, undo func())
	// OnPastedFrames hears of photos that were pasted as empty frames, because they
	// were copied in another drafts file, and what takes them back.
	OnPastedFrames func(n int, undo func())
	// File is the path of the drafts file that the sheet is of: pictures are known
	// within one file.
	File string
	// Offers are the texts that the office usually has in a field, which the
	// menu of the field's name offers.
	Offers map[manuscript.Kind][]string
	// Picture loads a picture in the background by its name (see
	// bulletin.Photo.Picture), its longer side about side pixels, and gives it,
	// first perhaps a small one; nil when there is none.
	Picture func(name string, side int, give func(image.Image))
	// TakeFiles is asked whether pasted text names files that it took.
	TakeFiles func(pasted string) bool
	// FindPage looks, after text was pasted on a blank sheet, for the web page that
	// it was copied from, and calls then, on the window's goroutine, with that page
	// where its story can be told from what surrounds it.
	FindPage func(pasted string, then func(html string))
	// ReadStory is asked, while the sheet is blank, whether pasted text, which may
	// be a web page, is a whole story: what the sheet then becomes, nil for none;
	// taken hears of it when it has, and how to paste the text as it is instead.
	ReadStory func(pasted string, isPage bool) (story *bulletin.Article, taken func(plain func()))
	// OnPasteNothing hears that something is to be pasted, but no text.
	OnPasteNothing func()

	say      *translations.Catalogue
	keyboard typing.Keyboard
	m        *manuscript.Manuscript
	sheet    sheet
	readOnly bool
	clip     *container.Clip
	pane     fyne.CanvasObject
	find     *findBar
	foot     *foot

	offset   float32 // of the view's top from the sheet's
	glide    *fyne.Animation
	glideTo  float32
	focused  bool
	begun    bool // it has been since this is on the sheet
	shift    typing.Shift
	blinking blinking
	pullDue  loop.Due
	goalX    float32
	keepGoal bool

	pictures pictures
	crop     *cropping
	marks    marks
	printed  Printed
	matches  []manuscript.Match

	mouse   mouse
	drawing *drawing
	edits   int  // counts changes of the manuscript
	counted bool // the foot tells how many words are selected
}

var (
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Scrollable        = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
	_ desktop.Hoverable      = (*Editor)(nil)
)

// New makes an editor with an empty article on it.
func New(say *translations.Catalogue) *Editor {
	e := &Editor{say: say, mouse: mouse{over: -1}}
	e.ExtendBaseWidget(e)
	e.pictures.of = map[string]*pictureView{}
	e.foot = newFoot(e)
	e.find = newFindBar(e)
	clip := container.NewClip(e)
	clip.ExtendBaseWidget(clip) // else it gives e its size, and the keyboard, only once it is painted
	e.clip = clip
	e.pane = parts.Frame(e.find.pane, e.foot.pane, nil, nil, clip)
	e.Open(manuscript.New(&bulletin.Article{}), false)
	return e
}

// Pane is the editor with the bar for searching above it and the line that
// counts below it.
func (e *Editor) Pane() fyne.CanvasObject { return e.pane }

// Open puts a manuscript on the sheet, to be read only or to be written on. One
// that is on it already stays where the person has scrolled it to.
func (e *Editor) Open(m *manuscript.Manuscript, readOnly bool) {
	if e.m != nil {
		e.m.OnEdit = nil
	}
	same := e.m == m
	e.m, e.readOnly = m, readOnly
	m.OnEdit = e.edited
	e.sheet.m = m
	e.marks = marks{}
	cropping := e.crop
	if e.crop = nil; same {
		e.keepCrop(cropping)
	}
	e.printed = Printed{}
	e.stopGlide()
	if !same {
		e.offset, e.begun = 0, e.focused
	}
	e.keepGoal = false
	if e.sheet.width > 0 {
		e.sheet.fit(e.sheet.width)
		e.scrollTo(e.offset)
	}
	e.pictures.keepOnly(m)
	e.find.searchAgain()
	e.foot.tell()
	e.redraw()
}

// Manuscript is what is on the sheet.
func (e *Editor) Manuscript() *manuscript.Manuscript { return e.m }

// ReadOnly reports whether nobody may type.
func (e *Editor) ReadOnly() bool { return e.readOnly }

// edited follows every single change of the manuscript.
func (e *Editor) edited(change manuscript.Edited) {
	e.edits++
	e.sheet.edited(change)
	e.marks.edited(change)
}

// Do runs a change of the manuscript that somebody asked for from outside, and
// shows what came of it.
func (e *Editor) Do(change func(m *manuscript.Manuscript)) {
	if e.readOnly {
		return
	}
	before := e.edits
	change(e.m)
	e.acted(before)
}

// DoBeside runs a change that comes while the person writes: the caret stays with
// its text, and that where it is on screen.
func (e *Editor) DoBeside(change func(m *manuscript.Manuscript)) {
	if e.readOnly {
		return
	}
	before := e.edits
	stood := e.caretTop()
	e.m.Beside(func() { change(e.m) })
	e.scrollTo(e.offset + e.caretTop() - stood)
	e.acted(before)
}

// caretTop is how far below the top of the sheet the caret's row begins.
func (e *Editor) caretTop() float32 {
	if e.sheet.width == 0 {
		return 0
	}
	_, y, _ := e.sheet.point(e.m.Caret())
	return y
}

// acted shows what a command did; before is the count of edits before it.
func (e *Editor) acted(before int) {
	e.keepGoal = false
	if e.edits != before {
		e.pictures.keepOnly(e.m)
		e.find.searchSoon()
		e.foot.tell()
		if e.OnChanged != nil {
			e.OnChanged()
		}
	}
	e.moved()
}

// moved shows the caret in its new place.
func (e *Editor) moved() {
	e.wake()
	e.keepInView()
	e.tellSelected()
	e.redraw()
	if e.OnCaret != nil {
		e.OnCaret()
	}
}

// tellSelected has the words counted anew that are selected, if any are or were.
func (e *Editor) tellSelected() {
	if has := !e.m.Selection().IsEmpty(); has || e.counted {
		e.counted = has
		e.foot.tell()
	}
}

func (e *Editor) redraw() {
	if e.drawing != nil {
		e.drawing.draw()
	}
}

// Resize sets the sheet for a new width; what stood at the top stays there.
func (e *Editor) Resize(size fyne.Size) {
	if size.Width != e.sheet.width && size.Width > 0 {
		e.refit(size.Width)
	}
	e.BaseWidget.Resize(size)
	e.scrollTo(e.offset)
	e.foot.Layout(nil, e.foot.line.Size())
	e.find.pane.Refresh()
	e.redraw()
}

func (e *Editor) refit(width float32) {
	at := 0
	dy := e.offset
	if e.sheet.width > 0 {
		at = e.sheet.firstBelow(e.offset)
		dy = e.offset - e.sheet.blocks[at].top
	}
	e.sheet.fit(width)
	if at > 0 && at < len(e.sheet.blocks) {
		e.offset = e.sheet.blocks[at].top + min(dy, e.sheet.blocks[at].height)
	}
}

// Restyle sets everything anew after the theme or the text size has changed.
func (e *Editor) Restyle() {
	if e.sheet.width > 0 {
		e.refit(e.sheet.width)
	}
	e.redraw()
}

// MinSize leaves the size to the pane.
func (e *Editor) MinSize() fyne.Size { return fyne.NewSize(narrowColumn/2, 60) }

// CreateRenderer gives the editor its drawing.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.drawing = newDrawing(e)
	return e.drawing
}

// Focus puts the keyboard on the sheet.
func (e *Editor) Focus() {
	if c := e.canvas(); c != nil {
		c.Focus(e)
	}
}

// canvas is what the sheet stands on, nil for nothing.
func (e *Editor) canvas() fyne.Canvas {
	if e.Canvas != nil {
		return e.Canvas()
	}
	return typing.CanvasOf(e)
}

// FocusStart puts the caret where one would begin to write.
func (e *Editor) FocusStart() {
	e.m.Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	e.Focus()
	e.moved()
}

// Drawn makes sure that the sheet can be given the keyboard; see parts.Rows.Drawn.
func (e *Editor) Drawn() { e.clip.Refresh() }

// Has reports whether the keyboard is on the sheet.
func (e *Editor) Has() bool { return e.focused }

// Begun reports whether the keyboard has been on the sheet since it holds what it
// holds.
func (e *Editor) Begun() bool { return e.begun }

// Standing is where a person is on the sheet.
type Standing struct {
	Selection manuscript.Selection
	Offset    float32
	Focused   bool
}

// Standing tells where the person is.
func (e *Editor) Standing() Standing {
	return Standing{e.m.Selection(), e.offset, e.focused}
}

// StandAgain goes back to where the person was.
func (e *Editor) StandAgain(at Standing) {
	e.m.Select(at.Selection.Anchor, at.Selection.Caret)
	e.scrollTo(at.Offset)
	if at.Focused {
		e.Focus()
	}
	e.redraw()
}
