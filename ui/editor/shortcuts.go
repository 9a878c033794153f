package editor

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/keys"
	"bantin/ui/manuscript"
	"bantin/ui/typing"
)

// TypedShortcut handles the clipboard, undo, emphasis, kinds of blocks and
// moves by word, block and sheet.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if e.crop != nil {
		e.cropWith(s)
		return
	}
	if other, ok := s.(*desktop.CustomShortcut); !typing.Edit(e, s) && ok && !e.typedWith(other) {
		typing.PassShortcutOn(e, s)
	}
}

const ctrl, ctrlAlt = keys.Ctrl, keys.CtrlAlt

// KindKeys are the keys that, with Ctrl and Alt, give the block at the caret
// its kind.
var KindKeys = map[fyne.KeyName]manuscript.Kind{
	fyne.Key1: manuscript.Paragraph, fyne.Key2: manuscript.Crosshead, fyne.Key3: manuscript.Quote,
	fyne.Key4: manuscript.Standfirst, fyne.Key5: manuscript.Headline, fyne.Key6: manuscript.Deck,
	fyne.Key7: manuscript.Kicker, fyne.Key8: manuscript.Dateline, fyne.Key9: manuscript.Byline,
}

// typedWith does what a key is for, and reports whether it is for anything here.
func (e *Editor) typedWith(s *desktop.CustomShortcut) bool {
	selecting := s.Modifier&fyne.KeyModifierShift != 0
	switch s.Modifier &^ fyne.KeyModifierShift {
	case fyne.KeyModifierAlt:
		return e.typedWithAlt(s.KeyName)
	case ctrlAlt:
		k, ok := KindKeys[s.KeyName]
		if ok {
			e.Turn(k)
		}
		return ok
	case ctrl:
		return e.moveWithControl(s.KeyName, selecting) || e.typedWithControl(s.KeyName, selecting)
	}
	return false
}

func (e *Editor) typedWithAlt(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp:
		e.MoveBlock(-1)
	case fyne.KeyDown:
		e.MoveBlock(+1)
	default:
		return false
	}
	return true
}

func (e *Editor) moveWithControl(key fyne.KeyName, selecting bool) bool {
	at := e.m.Caret()
	move := func(p manuscript.Place) {
		e.m.Go(p, selecting)
		e.keepGoal = false
		e.moved()
	}
	switch key {
	case fyne.KeyLeft:
		move(e.m.WordLeft(at))
	case fyne.KeyRight:
		move(e.m.WordRight(at))
	case fyne.KeyUp:
		move(e.blockStart(-1))
	case fyne.KeyDown:
		move(e.blockStart(+1))
	case fyne.KeyHome:
		move(manuscript.Place{})
	case fyne.KeyEnd:
		move(e.end(at))
	default:
		return false
	}
	return true
}

func (e *Editor) typedWithControl(key fyne.KeyName, selecting bool) bool {
	switch key {
	case fyne.KeyBackspace:
		e.Do(func(m *manuscript.Manuscript) { m.EraseTo(m.WordLeft(m.Caret())) })
	case fyne.KeyDelete:
		e.Do(func(m *manuscript.Manuscript) { m.EraseTo(m.WordRight(m.Caret())) })
	case fyne.KeyB:
		e.Toggle(manuscript.Bold)
	case fyne.KeyI:
		e.Toggle(manuscript.Italic)
	case fyne.KeyF:
		e.OpenFind(false)
	case fyne.KeyH:
		e.OpenFind(true)
	case fyne.KeyG:
		e.FindNext(!selecting)
	case fyne.KeyZ:
		if selecting {
			e.Redo()
		}
	default:
		return false
	}
	return true
}

// end is where the text of the body ends: whoever is there already stays, and what is
// pasted then goes on the text. Behind it, it is the end of the sheet.
func (e *Editor) end(from manuscript.Place) manuscript.Place {
	if end := e.m.TextEnd(); !end.Before(from) {
		return end
	}
	return e.m.End()
}

// blockStart is the beginning of the caret's block, or of the one before or
// behind it.
func (e *Editor) blockStart(by int) manuscript.Place {
	p := e.m.Caret()
	if by < 0 && p.Offset > 0 {
		return manuscript.Place{Block: p.Block}
	}
	if p.Block+by < 0 || p.Block+by >= e.m.Len() {
		return p
	}
	return manuscript.Place{Block: p.Block + by}
}

// Undo takes the last step back. Where that is what others wrote it says so
// instead, and does it when it is asked for again.
func (e *Editor) Undo() {
	if e.OnUndoOthers != nil && e.m.TakesBackOthers() {
		e.OnUndoOthers()
		return
	}
	e.Do(func(m *manuscript.Manuscript) { m.Undo() })
}

// Redo does again what was taken back.
func (e *Editor) Redo() { e.Do(func(m *manuscript.Manuscript) { m.Redo() }) }

// Toggle makes what is selected bold or italic, or plain again.
func (e *Editor) Toggle(s manuscript.Style) {
	e.Do(func(m *manuscript.Manuscript) { m.Toggle(s) })
}

// Turn makes the block at the caret another kind.
func (e *Editor) Turn(k manuscript.Kind) {
	e.Do(func(m *manuscript.Manuscript) { m.Turn(k) })
}

// MoveBlock carries the block at the caret over the one above or below.
func (e *Editor) MoveBlock(by int) {
	e.Do(func(m *manuscript.Manuscript) { m.Move(by) })
}

// SelectAll selects the field that the caret is in, then the whole sheet.
func (e *Editor) SelectAll() {
	e.m.SelectAll()
	e.tellSelected()
	e.redraw()
}

// copied is what was copied last, with its structure, and its plain text,
// which is what the system's clipboard holds.
var copied struct {
	text string
	clip manuscript.Clip
	file string // that the sheet was of
}

// CopyTo copies what is selected, with its structure: the photo that the caret is on
// where that is all. Other programs get the words of it, and of a photo without words
// that it is one: an empty clipboard has nothing to paste.
func (e *Editor) CopyTo(c fyne.Clipboard) {
	text, clip := e.m.Selected(), e.m.Copy()
	if photo := e.photoChosen(); photo >= 0 {
		if clip, text = e.m.CopyPhoto(photo); text == "" {
			text = e.say.Say("desk.block.photo", nil)
		}
	} else if e.m.Selection().IsEmpty() {
		return
	}
	copied.text, copied.clip, copied.file = text, clip, e.File
	c.SetContent(copied.text)
}

// CutTo copies what is selected and takes it away.
func (e *Editor) CutTo(c fyne.Clipboard) {
	photo := e.photoChosen()
	if photo < 0 && e.m.Selection().IsEmpty() {
		return
	}
	e.CopyTo(c)
	if photo >= 0 {
		e.useTool(photo, toolRemove)
		return
	}
	e.Do((*manuscript.Manuscript).EraseSelection)
}

// photoChosen is the block of the photo that the caret is on, -1 where it is on none or
// more is selected.
func (e *Editor) photoChosen() int {
	if at := e.m.Caret().Block; e.m.Selection().IsEmpty() && e.m.Block(at).Kind == manuscript.Figure {
		return at
	}
	return -1
}

// Paste puts text in the place of what is selected: with its structure where
// it was copied from a sheet, else brought in shape. On a blank sheet a whole
// story becomes the article that ReadStory makes of it.
func (e *Editor) Paste(s string) {
	if !utf8.ValidString(s) {
		s = "" // a picture, by a program that gives it to who asks for text, too
	}
	if !e.readOnly && s == "" && e.OnPasteNothing != nil {
		e.OnPasteNothing()
	}
	if e.readOnly || s == "" || e.TakeFiles != nil && e.TakeFiles(s) {
		return
	}
	if s == copied.text {
		e.pasteCopied()
		return
	}
	wasBlank := e.m.IsBlank()
	if !e.tookStory(s, false, func() { e.PastePlain(s) }) {
		e.PastePlain(s)
	}
	if wasBlank && e.FindPage != nil && strings.Count(s, "\n") >= pageLines {
		var page string
		readPage := e.instead(func() { e.tookStory(page, true, func() { e.PastePlain(s) }) })
		e.FindPage(s, func(html string) {
			page = html
			readPage()
		})
	}
}

// pasteCopied puts what was copied from a sheet in the place of what is selected.
func (e *Editor) pasteCopied() {
	clip, frames := copied.clip, 0
	if copied.file != e.File {
		clip, frames = clip.WithoutPictures()
	}
	e.Do(func(m *manuscript.Manuscript) { m.Paste(clip) })
	if frames > 0 && e.OnPastedFrames != nil {
		e.OnPastedFrames(frames, e.instead(func() {}))
	}
}

// pageLines is how many line ends a text has that may be a whole page.
const pageLines = 3

// PastePlain puts text in the place of what is selected, brought in shape and
// no more.
func (e *Editor) PastePlain(s string) {
	if e.readOnly || !utf8.ValidString(s) {
		return
	}
	clip := manuscript.ReadClip(s, e.m.Block(e.m.Caret().Block).Kind)
	e.Do(func(m *manuscript.Manuscript) { m.Paste(clip) })
	e.tellPasted(len(clip), manuscript.TidiedOf(s))
}

// PastePage puts what was copied of a web page, as HTML, in the place of what is
// selected, and reports whether there was anything to be read on it.
func (e *Editor) PastePage(html string) bool {
	clip := manuscript.ReadPage(html)
	if e.readOnly || len(clip) == 0 {
		return false
	}
	paste := func() {
		e.Do(func(m *manuscript.Manuscript) { m.Paste(clip) })
		e.tellPasted(len(clip), manuscript.Tidied{})
	}
	if !e.tookStory(html, true, paste) {
		paste()
	}
	return true
}

// tookStory reports whether a whole story was pasted on a blank sheet; plain
// pastes its text as it is.
func (e *Editor) tookStory(s string, isPage bool, plain func()) bool {
	if e.ReadStory == nil || !e.m.IsBlank() {
		return false
	}
	story, taken := e.ReadStory(s, isPage)
	if story == nil {
		return false
	}
	e.Do(func(m *manuscript.Manuscript) {
		m.Become(story)
		m.Go(manuscript.Place{Block: int(manuscript.Headline), Offset: m.Block(int(manuscript.Headline)).Len()}, false)
	})
	taken(e.instead(plain))
	return true
}

// instead takes back the last edit, as long as no other has followed it, and
// does something in its place.
func (e *Editor) instead(do func()) func() {
	sheet, edits := e.m, e.edits
	return func() {
		if e.m == sheet && e.edits == edits { // else the last step is another one
			e.Undo()
			do()
		}
	}
}

// tellPasted says how many blocks were pasted, and offers to take them back.
func (e *Editor) tellPasted(blocks int, tidied manuscript.Tidied) {
	if e.OnPasted == nil || blocks == 0 {
		return
	}
	e.OnPasted(blocks, tidied, e.instead(func() {}))
}
