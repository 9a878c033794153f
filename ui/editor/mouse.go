package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/field"
	"bantin/ui/manuscript"
)

// pullEvery is how often the sheet goes on while the mouse is held outside.
const pullEvery = 30 * time.Millisecond

// dragging is what a pressed mouse does.
type dragging uint8

const (
	draggingNothing dragging = iota
	draggingText
	draggingBar
	draggingPhoto
	draggingCrop
)

// mouse is what the mouse is doing.
type mouse struct {
	over     int // block under it, or -1
	onName   bool
	overBar  bool
	onTool   tool
	dragging dragging
	grip     float32 // of the bar: from its top to the mouse
	photo    string  // that is carried
	drop     int     // block in front of which it would be put down
	moved    bool
	at       fyne.Position
	clicks   field.Clicks
	pulling  bool // scrolls because the mouse is held outside
}

// MouseDown puts the caret where the mouse points; with Shift it selects up
// to there. A second press selects the word, a third the block. On the name of a
// block it opens what else the block may be.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	e.mouse.moved, e.mouse.dragging = false, draggingNothing
	e.look(ev.Position)
	if e.crop != nil {
		e.cropDown(ev.Position)
		return
	}
	primary := ev.Button == desktop.MouseButtonPrimary
	switch {
	case e.mouse.overBar:
		e.barDown(ev.Position.Y)
		return
	case primary && e.mouse.onName:
		e.openKinds(e.mouse.over)
		return
	case primary && e.mouse.onTool != noTool:
		e.useTool(e.mouse.over, e.mouse.onTool)
		return
	}
	e.Focus()
	p := e.sheet.at(ev.Position.X, ev.Position.Y+e.offset)
	if !primary && e.inSelection(p) {
		return
	}
	e.keyboard.Clicked()
	e.keepGoal = false
	switch {
	case primary && ev.Modifier&fyne.KeyModifierShift == 0 && e.selectMore(p, e.mouse.clicks.Press(ev.Position)):
	default:
		e.m.Go(p, ev.Modifier&fyne.KeyModifierShift != 0)
	}
	if primary {
		e.mouse.dragging = draggingText
		if b := e.m.Block(p.Block); b.Kind == manuscript.Figure && !e.readOnly {
			e.mouse.dragging, e.mouse.photo = draggingPhoto, b.Photo.ID
		}
	}
	e.wake()
	e.tellSelected()
	e.redraw()
	if e.OnCaret != nil {
		e.OnCaret()
	}
}

func (e *Editor) inSelection(p manuscript.Place) bool {
	sel := e.m.Selection()
	from, to := sel.Ends()
	return !sel.IsEmpty() && !p.Before(from) && !to.Before(p)
}

func (e *Editor) barDown(y float32) {
	top, height := e.bar()
	e.mouse.dragging = draggingBar
	e.mouse.grip = y - top
	if y < top || y > top+height {
		e.mouse.grip = height / 2
		e.dragBar(y - e.mouse.grip)
	}
}

// MouseUp ends what the mouse did; a click on an empty frame asks for its
// picture.
func (e *Editor) MouseUp(ev *desktop.MouseEvent) {
	was := e.mouse
	e.mouse.dragging, e.mouse.pulling = draggingNothing, false
	e.pullDue.Stop()
	switch {
	case was.dragging == draggingCrop:
		e.cropUp()
	case was.dragging != draggingPhoto || ev.Button != desktop.MouseButtonPrimary:
	case was.moved:
		e.putDown()
	case e.m.Photo(was.photo) != nil && e.m.Photo(was.photo).IsEmptyFrame() && e.OnReplace != nil:
		e.OnReplace(was.photo)
	}
	e.redraw()
}

// selectMore selects the word at a place by the second press of the mouse and
// the block by the third, and reports whether it did.
func (e *Editor) selectMore(p manuscript.Place, presses int) bool {
	switch {
	case presses == 2:
		e.m.Select(e.m.WordAt(p))
	case presses == 3 && !e.m.Block(p.Block).Kind.IsObject():
		e.m.Select(manuscript.Place{Block: p.Block}, manuscript.Place{Block: p.Block, Offset: e.m.Block(p.Block).Len()})
	default:
		return false
	}
	return true
}

// Dragged selects from where the button went down, carries a photo, or moves
// the bar.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	e.mouse.clicks.Forget()
	e.mouse.at = ev.Position
	switch e.mouse.dragging {
	case draggingBar:
		e.dragBar(ev.Position.Y - e.mouse.grip)
	case draggingCrop:
		e.cropDrag(ev.Position)
	case draggingPhoto:
		e.mouse.moved = true
		e.mouse.drop = e.dropAt(ev.Position.Y + e.offset)
		e.pull()
		e.redraw()
	case draggingText:
		e.selectTo(ev.Position)
		e.pull()
	}
}

// DragEnd ends a drag. Where the button is let go beside the sheet, Fyne has
// taken the keyboard away by then, and MouseUp is not called: a photo that is
// carried goes where its line stands.
func (e *Editor) DragEnd() {
	e.mouse.pulling = false
	e.pullDue.Stop()
	switch e.mouse.dragging {
	case draggingPhoto:
		e.mouse.dragging = draggingNothing
		e.Focus()
		if e.mouse.moved {
			e.putDown()
		}
		e.redraw()
	case draggingText:
		e.Focus()
	}
}

// putDown puts the photo that is carried where its line stands.
func (e *Editor) putDown() {
	e.Do(func(m *manuscript.Manuscript) { m.PlacePhoto(e.mouse.photo, e.mouse.drop) })
}

func (e *Editor) selectTo(p fyne.Position) {
	e.m.Go(e.sheet.at(p.X, p.Y+e.offset), true)
	e.tellSelected()
	e.redraw()
}

// pull scrolls on while the mouse is held above or below the view.
func (e *Editor) pull() {
	if e.mouse.pulling || e.beyond() == 0 {
		return
	}
	e.mouse.pulling = true
	e.pullDue.In(pullEvery, onUI, e.pullOn)
}

func (e *Editor) pullOn() {
	if !e.mouse.pulling || !e.isOnWindow() {
		return
	}
	e.mouse.pulling = false
	e.scrollTo(e.offset + e.beyond()/2)
	switch e.mouse.dragging {
	case draggingText:
		e.selectTo(e.mouse.at)
	case draggingPhoto:
		e.mouse.drop = e.dropAt(e.mouse.at.Y + e.offset)
		e.redraw()
	default:
		return
	}
	e.pull()
}

// beyond is how far the mouse is above (negative) or below the view.
func (e *Editor) beyond() float32 {
	switch y := e.mouse.at.Y; {
	case y < 0:
		return y
	case y > e.Size().Height:
		return y - e.Size().Height
	}
	return 0
}

// MouseIn begins to look at what is under the mouse.
func (e *Editor) MouseIn(ev *desktop.MouseEvent) { e.MouseMoved(ev) }

// MouseMoved looks at what is under the mouse.
func (e *Editor) MouseMoved(ev *desktop.MouseEvent) {
	before := e.mouse
	e.look(ev.Position)
	if e.mouse.over != before.over || e.mouse.onName != before.onName || e.mouse.overBar != before.overBar || e.mouse.onTool != before.onTool {
		e.redraw()
	}
}

// MouseOut forgets what was under the mouse.
func (e *Editor) MouseOut() {
	e.mouse.over, e.mouse.onName, e.mouse.overBar, e.mouse.onTool = -1, false, false, noTool
	e.redraw()
}

// look finds what lies under a point of the view.
func (e *Editor) look(p fyne.Position) {
	if e.sheet.width == 0 {
		return
	}
	_, bar := e.bar()
	e.mouse.overBar = bar > 0 && p.X >= e.Size().Width-barGrip
	e.mouse.over = e.sheet.at(e.sheet.left, p.Y+e.offset).Block
	e.mouse.onName = e.onName(p, e.mouse.over)
	e.mouse.onTool = e.toolAt(p, e.mouse.over)
}

// BlockAt is the block in front of which something that is let go at a point
// of the window belongs, or -1 when the point lies beside the sheet.
func (e *Editor) BlockAt(p fyne.Position) int {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	p = p.Subtract(origin)
	if size := e.Size(); p.X < 0 || p.Y < 0 || p.X > size.Width || p.Y > size.Height || e.sheet.width == 0 {
		return -1
	}
	return e.dropAt(p.Y + e.offset)
}

// FrameAt is the photo of the empty frame, with its words, that lies at a point of
// the window, "" where none does.
func (e *Editor) FrameAt(p fyne.Position) string {
	if e.BlockAt(p) < 0 {
		return ""
	}
	y := p.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Y + e.offset
	at := e.sheet.at(e.sheet.left, y).Block
	i := e.m.FigureOf(at)
	if i < 0 || !e.m.Block(i).Photo.IsEmptyFrame() || y < e.sheet.blocks[i].top || y > e.sheet.blocks[i+manuscript.OfFigure-1].bottom() {
		return ""
	}
	return e.m.Block(i).Photo.ID
}

// Cursor is the text cursor over text.
func (e *Editor) Cursor() desktop.Cursor {
	switch {
	case e.crop != nil:
		return desktop.CrosshairCursor
	case e.mouse.onName, e.mouse.onTool != noTool:
		return desktop.PointerCursor
	case e.mouse.overBar, e.overFigure():
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

func (e *Editor) overFigure() bool {
	return e.mouse.over >= 0 && e.mouse.over < e.m.Len() && e.m.Block(e.mouse.over).Kind.IsObject()
}
