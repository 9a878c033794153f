package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pluses are the other keys that make larger: + lies above = on most keyboards, is a
// key of its own on some, and among the numbers on all. Fyne's menu shows and answers
// to one key only.
func (w *window) pluses() map[*desktop.CustomShortcut]func() {
	larger := func() { w.scale(1.1) }
	nearer := func() { w.zoom(1.25) }
	return map[*desktop.CustomShortcut]func(){
		key(fyne.KeyEqual, ctrlShift):                     larger,
		key(fyne.KeyPlus, ctrl):                           larger,
		key(fyne.KeyPlus, ctrlShift):                      larger,
		key(fyne.KeyEqual, ctrlAlt|fyne.KeyModifierShift): nearer,
		key(fyne.KeyPlus, ctrlAlt):                        nearer,
		key(fyne.KeyPlus, ctrlAlt|fyne.KeyModifierShift):  nearer,
	}
}

// answerEveryPlus has the window answer to them as to the keys in the menu.
func (w *window) answerEveryPlus() {
	for k, do := range w.pluses() {
		w.win.Canvas().AddShortcut(k, func(fyne.Shortcut) {
			if !w.busy() {
				do()
			}
		})
	}
}
