package field

import (
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin/viet"
	"bantin/ui/typing"
)

// FocusGained shows the caret.
// In a field of one line, which is as often written anew as mended, the first
// time selects everything, and where it is Anew each time.
func (f *Field) FocusGained() {
	if f.fresh && (f.Single || f.OneRow) {
		f.SelectAll()
	}
	f.fresh = false
	f.keyboard.Begin()
	f.focus(true)
}

// BeginAnew hears that a question was answered before the text.
func (f *Field) BeginAnew() { f.keyboard.Begin() }

// FocusLost hides the caret.
func (f *Field) FocusLost() {
	f.shift.Leave()
	f.fresh = f.Anew
	f.keyboard.Leave()
	f.focus(false)
}

// showsSelection reports whether what is selected is painted: while the field has
// the keyboard, or its menu has, which is about it.
func (f *Field) showsSelection() bool {
	return f.focused || f.menu != nil && f.menu.Visible()
}

func (f *Field) focus(has bool) {
	f.focused = has
	f.tellCaret(true)
	f.Refresh()
}

// KeyDown notices Shift.
func (f *Field) KeyDown(key *fyne.KeyEvent) {
	f.shift.Key(key, true)
}

// KeyUp notices Shift.
func (f *Field) KeyUp(key *fyne.KeyEvent) {
	f.shift.Key(key, false)
}

// Rests reports whether nobody is in the middle of writing in the field.
func (f *Field) Rests() bool { return f.keyboard.Rests() }

// WroteSince reports whether a key came after a moment, and since the field has the
// keyboard.
func (f *Field) WroteSince(moment time.Time) bool { return f.keyboard.WroteSince(moment) }

// Plainly leaves letters as they are typed as long as something holds: a path, a
// number.
func (f *Field) Plainly(plain func() bool) { f.keyboard.Plain = plain }

// Always is for Plainly.
func Always() bool { return true }

// TypedRune takes a letter from the keyboard.
func (f *Field) TypedRune(r rune) {
	f.keyboard.Rune(r, f)
}

// Before is the text before the caret in its paragraph, nil while something is
// selected.
func (f *Field) Before() []rune {
	if f.caret != f.anchor {
		return nil
	}
	return f.text.runes[f.text.paras[f.text.paraAt(f.caret)].start:f.caret:f.caret]
}

// Retype takes letters before the caret away and writes others, as one who
// composes letters does.
func (f *Field) Retype(erase int, with string) {
	f.change(max(0, f.caret-erase), f.caret, []rune(with), true)
}

// Write writes a letter in the place of what is selected.
func (f *Field) Write(r rune) {
	from, to := f.selection()
	f.change(from, to, []rune{r}, true)
}

// TypedKey takes a key from the keyboard.
func (f *Field) TypedKey(key *fyne.KeyEvent) {
	f.keyboard.Key(key.Name, func() { f.press(key) })
}

// press moves, erases and breaks lines.
func (f *Field) press(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyBackspace:
		f.backspace()
	case fyne.KeyDelete:
		f.erase(f.caret, min(f.caret+1, f.Len()))
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter()
	case fyne.KeyEscape:
		if f.OnEscape != nil {
			f.OnEscape()
		}
	default:
		f.moveKey(key.Name)
	}
}

func (f *Field) moveKey(key fyne.KeyName) {
	from, to := f.selection()
	switch key {
	case fyne.KeyLeft:
		if from != to && !f.shift.Held() {
			f.moveTo(from, false)
		} else if f.caret == 0 {
			f.leave(Up, 1<<20)
		} else {
			f.moveTo(f.caret-1, f.shift.Held())
		}
	case fyne.KeyRight:
		if from != to && !f.shift.Held() {
			f.moveTo(to, false)
		} else if f.caret == f.Len() {
			f.leave(Down, 0)
		} else {
			f.moveTo(f.caret+1, f.shift.Held())
		}
	case fyne.KeyUp:
		f.moveRows(-1)
	case fyne.KeyDown:
		f.moveRows(+1)
	case fyne.KeyPageUp:
		f.moveRows(-f.pageRows())
	case fyne.KeyPageDown:
		f.moveRows(f.pageRows())
	case fyne.KeyHome:
		f.moveTo(f.rowStart(), f.shift.Held())
	case fyne.KeyEnd:
		f.moveTo(f.rowEnd(), f.shift.Held())
	default:
		typing.PassOn(f, &fyne.KeyEvent{Name: key})
	}
}

func (f *Field) backspace() {
	from, to := f.selection()
	if from == to && from == 0 {
		if f.OnErase != nil {
			f.OnErase()
		}
		return
	}
	f.erase(f.caret-1, f.caret)
}

// erase removes the selection, or text[from:to] when nothing is selected.
func (f *Field) erase(from, to int) {
	if a, b := f.selection(); a != b {
		from, to = a, b
	}
	if from < to {
		f.change(from, to, nil, true)
	}
}

func (f *Field) enter() {
	switch {
	case f.OnEnter != nil && (f.Single || f.OneRow || !f.shift.Held()):
		f.OnEnter()
	case f.Single || f.OneRow:
	case f.OnEnter == nil && f.shift.Held():
		f.Write(lineBreak)
	default:
		f.Write('\n')
	}
}

func (f *Field) leave(to Direction, x float32) {
	if f.OnLeave != nil && !f.shift.Held() {
		f.OnLeave(to, x)
	}
}

func (f *Field) rowStart() int {
	para, index := f.text.rowAt(f.caret)
	return f.text.paras[para].rows[index].start
}

func (f *Field) rowEnd() int {
	para, index := f.text.rowAt(f.caret)
	rows := f.text.paras[para].rows
	if index < len(rows)-1 {
		return rows[index].end - 1
	}
	return rows[index].end
}

func (f *Field) pageRows() int {
	return max(1, int(f.Size().Height/f.text.look.lineHeight())-2)
}

// moveRows moves the caret by n rows and keeps its x over short ones.
func (f *Field) moveRows(n int) {
	x := f.goalX
	if !f.keepGoal {
		x, _, _ = f.text.point(f.caret)
	}
	para, index := f.text.rowAt(f.caret)
	for ; n < 0; n++ {
		if index--; index < 0 {
			if para--; para < 0 {
				f.leaveOr(Up, x, 0)
				return
			}
			index = len(f.text.paras[para].rows) - 1
		}
	}
	for ; n > 0; n-- {
		if index++; index >= len(f.text.paras[para].rows) {
			if para++; para >= len(f.text.paras) {
				f.leaveOr(Down, x, f.Len())
				return
			}
			index = 0
		}
	}
	f.moveTo(f.text.inRow(&f.text.paras[para], index, x), f.shift.Held())
	f.goalX, f.keepGoal = x, true
}

// leaveOr leaves the field, or goes to its end when there is nowhere to go.
func (f *Field) leaveOr(to Direction, x float32, end int) {
	if f.OnLeave == nil || f.shift.Held() {
		f.moveTo(end, f.shift.Held())
		return
	}
	f.leave(to, x)
}

// wordLeft and wordRight are the ends of the word beside a place.
func (f *Field) wordLeft(at int) int {
	for at > 0 && !viet.InWord(f.text.runes[at-1]) {
		at--
	}
	for at > 0 && viet.InWord(f.text.runes[at-1]) {
		at--
	}
	return at
}

func (f *Field) wordRight(at int) int {
	for at < f.Len() && viet.InWord(f.text.runes[at]) {
		at++
	}
	for at < f.Len() && !viet.InWord(f.text.runes[at]) {
		at++
	}
	return at
}

// ShiftHeld reports whether Shift is held while the field has the keyboard.
func (f *Field) ShiftHeld() bool { return f.shift.Held() }
