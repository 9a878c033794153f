package ui

import "fyne.io/fyne/v2"

// ahead is what is typed while a file is being made to write in: whoever has
// asked for a sheet does not wait for it.
type ahead struct {
	on   bool
	keys []func(to fyne.Focusable)
}

// writeAhead takes the keyboard from the start screen and keeps what is typed
// for the sheet that comes.
func (w *window) writeAhead() {
	w.ahead = ahead{on: true}
	w.win.Canvas().Unfocus()
}

// plainRune takes a letter that nothing on screen has asked for.
func (w *window) plainRune(r rune) {
	if w.ahead.on {
		w.ahead.add(func(to fyne.Focusable) { to.TypedRune(r) })
		return
	}
	if !w.letterBack(r) && w.comesBack() {
		giveLetter(w.sheet, r)
	}
}

func (a *ahead) add(key func(to fyne.Focusable)) {
	if a.on {
		a.keys = append(a.keys, key)
	}
}

// endAhead gives what was typed to the sheet; to nothing where to is nil.
func (w *window) endAhead(to fyne.Focusable) {
	keys := w.ahead.keys
	w.ahead = ahead{}
	if to != nil {
		for _, key := range keys {
			key(to)
		}
	}
}
