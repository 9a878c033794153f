package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/manuscript"
	"bantin/ui/typing"
)

// FocusGained shows the caret.
func (e *Editor) FocusGained() {
	e.focused, e.begun = true, true
	e.keyboard.Begin()
	e.wake()
	e.redraw()
}

// BeginAnew hears that a question was answered before the text.
func (e *Editor) BeginAnew() { e.keyboard.Begin() }

// FocusLost hides the caret.
func (e *Editor) FocusLost() {
	e.focused = false
	e.shift.Leave()
	e.rest()
	e.keyboard.Leave()
	e.redraw()
}

// AcceptsTab makes Tab lead from field to field.
func (e *Editor) AcceptsTab() bool { return true }

// KeyDown notices Shift.
func (e *Editor) KeyDown(key *fyne.KeyEvent) {
	e.shift.Key(key, true)
}

// KeyUp notices Shift.
func (e *Editor) KeyUp(key *fyne.KeyEvent) {
	e.shift.Key(key, false)
}

// Rests reports whether nobody is in the middle of writing on the sheet.
func (e *Editor) Rests() bool { return e.keyboard.Rests() }

// WroteSince reports whether a key came after a moment, and since the sheet has the
// keyboard.
func (e *Editor) WroteSince(moment time.Time) bool { return e.keyboard.WroteSince(moment) }

// TypedRune takes a letter from the keyboard.
func (e *Editor) TypedRune(r rune) {
	if e.crop == nil {
		e.keyboard.Rune(r, e)
	}
}

// Before is the text before the caret in its block, nil while something is
// selected.
func (e *Editor) Before() []rune {
	if !e.m.Selection().IsEmpty() || e.m.Block(e.m.Caret().Block).Kind.IsObject() {
		return nil
	}
	return e.m.Before()
}

// Write writes a letter in the place of what is selected.
func (e *Editor) Write(r rune) { e.Do(func(m *manuscript.Manuscript) { m.Type(r) }) }

// Retype takes letters before the caret away and writes others, as one who
// composes letters does.
func (e *Editor) Retype(erase int, with string) {
	e.Do(func(m *manuscript.Manuscript) { m.Retype(erase, with) })
}

// TypedKey takes a key from the keyboard.
func (e *Editor) TypedKey(key *fyne.KeyEvent) {
	if e.crop != nil {
		e.cropKey(key.Name)
		return
	}
	e.keyboard.Key(key.Name, func() { e.press(key) })
}

// press moves, erases and breaks lines.
func (e *Editor) press(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyBackspace:
		e.Do((*manuscript.Manuscript).Backspace)
	case fyne.KeyDelete:
		e.Do((*manuscript.Manuscript).Delete)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.enter()
	case fyne.KeyTab:
		e.tab()
	case fyne.KeyEscape:
		e.escape()
	case desktop.KeyMenu:
		e.Offer()
	default:
		if key.Name == fyne.KeyF10 && e.shift.Held() { // with Shift alone a window makes no shortcut of it
			e.Offer()
			return
		}
		e.moveKey(key.Name)
	}
}

func (e *Editor) enter() {
	if e.shift.Held() {
		e.Do((*manuscript.Manuscript).LineBreak)
		return
	}
	e.Do((*manuscript.Manuscript).Enter)
}

// tab goes to the next field, and from the last one out of the sheet.
func (e *Editor) tab() {
	by := 1
	if e.shift.Held() {
		by = -1
	}
	if p, ok := e.m.NextField(by); ok {
		e.m.Go(p, false)
		e.keepGoal = false
		e.moved()
		return
	}
	c := e.canvas()
	switch {
	case c == nil:
	case by > 0:
		c.FocusNext()
	default:
		c.FocusPrevious()
	}
}

// escape closes the bar for searching, or selects nothing; where nothing is
// selected, it is for what lies beside the sheet.
func (e *Editor) escape() {
	switch {
	case e.find.isOpen():
		e.find.close()
		return
	case e.m.Selection().IsEmpty() && e.OnEscape != nil:
		e.OnEscape()
		return
	}
	e.m.Go(e.m.Caret(), false)
	e.redraw()
}

func (e *Editor) moveKey(key fyne.KeyName) {
	sel := e.m.Selection()
	from, to := sel.Ends()
	switch key {
	case fyne.KeyLeft:
		if !sel.IsEmpty() && !e.shift.Held() {
			e.goTo(from)
		} else {
			e.goTo(e.m.Left(sel.Caret))
		}
	case fyne.KeyRight:
		if !sel.IsEmpty() && !e.shift.Held() {
			e.goTo(to)
		} else {
			e.goTo(e.m.Right(sel.Caret))
		}
	case fyne.KeyUp:
		e.moveRows(-1)
	case fyne.KeyDown:
		e.moveRows(+1)
	case fyne.KeyPageUp:
		e.movePage(-1)
	case fyne.KeyPageDown:
		e.movePage(+1)
	case fyne.KeyHome:
		e.goTo(e.rowStart())
	case fyne.KeyEnd:
		e.goTo(e.rowEnd())
	default:
		typing.PassOn(e, &fyne.KeyEvent{Name: key})
	}
}

// goTo moves the caret, with Shift the end of the selection.
func (e *Editor) goTo(p manuscript.Place) {
	e.m.Go(p, e.shift.Held())
	e.keepGoal = false
	e.moved()
}

func (e *Editor) rowStart() manuscript.Place {
	p := e.m.Caret()
	return manuscript.Place{Block: p.Block, Offset: e.sheet.blocks[p.Block].rows[e.sheet.rowOf(p)].start}
}

func (e *Editor) rowEnd() manuscript.Place {
	p := e.m.Caret()
	rows := e.sheet.blocks[p.Block].rows
	index := e.sheet.rowOf(p)
	end := rows[index].end
	if index < len(rows)-1 {
		end--
	}
	return manuscript.Place{Block: p.Block, Offset: end}
}

// aim is the x that the caret keeps over short rows.
func (e *Editor) aim() float32 {
	if !e.keepGoal {
		e.goalX, _, _ = e.sheet.point(e.m.Caret())
	}
	return e.goalX
}

// moveRows moves the caret by n rows, over blocks.
func (e *Editor) moveRows(n int) {
	x := e.aim()
	p := e.m.Caret()
	block, index := p.Block, e.sheet.rowOf(p)
	for ; n < 0; n++ {
		if index--; index < 0 {
			if block--; block < 0 {
				e.goTo(manuscript.Place{})
				return
			}
			index = len(e.sheet.blocks[block].rows) - 1
		}
	}
	for ; n > 0; n-- {
		if index++; index >= len(e.sheet.blocks[block].rows) {
			if block++; block >= len(e.sheet.blocks) {
				e.goTo(e.m.End())
				return
			}
			index = 0
		}
	}
	e.m.Go(e.sheet.inRow(block, index, x), e.shift.Held())
	e.goalX, e.keepGoal = x, true
	e.moved()
}

// movePage moves caret and view by what is on screen, less two lines.
func (e *Editor) movePage(by float32) {
	x := e.aim()
	_, y, height := e.sheet.point(e.m.Caret())
	step := max(40, e.Size().Height-2*settingOf(manuscript.Paragraph).leading) * by
	e.scrollTo(e.offset + step)
	e.m.Go(e.sheet.at(x, min(max(y+height/2+step, 0), e.sheet.height)), e.shift.Held())
	e.goalX, e.keepGoal = x, true
	e.moved()
}
