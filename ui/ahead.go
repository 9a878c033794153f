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
	c := w.win.Canvas()
	c.Unfocus()
	c.SetOnTypedRune(func(r rune) {
		w.ahead.add(func(to fyne.Focusable) { to.TypedRune(r) })
	})
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
	w.win.Canvas().SetOnTypedRune(nil)
	if to != nil {
		for _, key := range keys {
			key(to)
		}
	}
}
