package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/typing"
)

func (a *rowArea) FocusGained() { a.rows.focused = true; a.Refresh() }
func (a *rowArea) FocusLost()   { a.rows.focused = false; a.Refresh() }

// TypedRune gives what is typed to the owner.
func (a *rowArea) TypedRune(r rune) {
	if a.rows.OnRune != nil && r != ' ' { // which chooses
		a.rows.OnRune(r)
	}
}

// TypedKey walks through the rows; keys without use go to the window.
func (a *rowArea) TypedKey(key *fyne.KeyEvent) {
	page := max(1, int(a.rows.scroll.Size().Height/a.rows.Height())-1)
	last := a.rows.Length() - 1
	steps := map[fyne.KeyName]int{
		fyne.KeyUp: a.rows.at - 1, fyne.KeyDown: a.rows.at + 1, fyne.KeyHome: 0, fyne.KeyEnd: last,
		fyne.KeyPageUp: a.rows.at - page, fyne.KeyPageDown: a.rows.at + page,
	}
	to, walks := steps[key.Name]
	with := typing.HeldKeys()
	switch {
	case walks && with&(fyne.KeyModifierAlt|fyne.KeyModifierControl) == 0 && last >= 0:
		a.rows.StandAt(min(max(to, 0), last))
		a.rows.OnTap(a.rows.at, with)
	case key.Name == fyne.KeySpace && a.stands():
		a.rows.OnTap(a.rows.at, fyne.KeyModifierShortcutDefault)
	case (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && a.stands() && a.rows.OnEnter != nil:
		a.rows.OnEnter(a.rows.at)
	case a.wantsMenu(key.Name, with):
		a.rows.Offer()
	case key.Name == fyne.KeyBackspace && a.rows.OnBack != nil:
		a.rows.OnBack()
	case key.Name == fyne.KeyDelete && a.rows.OnErase != nil && with == 0:
		a.rows.OnErase()
	default:
		typing.PassOn(a, key)
	}
}

// Offer asks for the menu of the row that the keys stand at, below it.
func (r *Rows) Offer() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.area)
	r.OnMenu(r.at, at.AddXY(r.area.Size().Width/3, float32(r.at+1)*r.Height()))
}

func (a *rowArea) wantsMenu(key fyne.KeyName, with fyne.KeyModifier) bool {
	return AsksMenu(key, with) && a.stands() && a.rows.OnMenu != nil
}

// AsksMenu reports whether a key asks for the menu of the right button, as the
// menu key and Shift+F10 do everywhere.
func AsksMenu(key fyne.KeyName, with fyne.KeyModifier) bool {
	return key == desktop.KeyMenu || key == fyne.KeyF10 && with == fyne.KeyModifierShift
}

func (a *rowArea) stands() bool { return a.rows.at >= 0 && a.rows.at < a.rows.Length() }

// TypedShortcut chooses all rows by Ctrl+A, and by Ctrl and an arrow goes on to a row
// without choosing it, so that Space can choose it beside others; the rest goes to the
// window.
func (a *rowArea) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		if a.rows.OnAll != nil {
			a.rows.OnAll()
			return
		}
	case *desktop.CustomShortcut:
		if s.Modifier == fyne.KeyModifierShortcutDefault && a.passes(s.KeyName) {
			return
		}
	}
	typing.PassShortcutOn(a, s)
}

// passes goes on to the next row, or to the one before, without choosing it, and
// reports whether the key is for that.
func (a *rowArea) passes(key fyne.KeyName) bool {
	step := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: +1}[key]
	if step == 0 || a.rows.Length() == 0 {
		return false
	}
	a.rows.StandAt(min(max(a.rows.at+step, 0), a.rows.Length()-1))
	return true
}
