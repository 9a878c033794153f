package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/parts"
	"bantin/ui/typing"
)

// escape leaves what one is at: the bar for searching, a place beside the text,
// the last news. It reports whether there was anything to leave.
func (w *window) escape() bool {
	at := w.win.Canvas().Focused()
	aside := at != nil && at != fyne.Focusable(w.sheet)
	return w.sheet.CloseFind() || aside && w.backToText() || w.notices.Escape() || at == nil && w.backToText()
}

// backToText puts the keyboard back on the sheet, and reports whether one can
// write there.
func (w *window) backToText() bool {
	if w.file == nil || !w.writing.open || w.making != "" {
		return false
	}
	w.win.Canvas().Focus(w.sheet)
	return true
}

// plainKey runs what the menu shows beside a function key: Fyne's menu itself
// answers only to keys with Ctrl, Alt or Shift.
func (w *window) plainKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && w.busy() {
		if !parts.ShutTop(w.win.Canvas()) && w.dialog != nil {
			w.dialog.Hide()
		}
		return
	}
	if w.keyBack(key) || parts.SubmitTop(w.win.Canvas(), key.Name) || parts.ScrollTop(w.win.Canvas(), key.Name) {
		return
	}
	if key.Name == fyne.KeyEscape && w.sheet != nil && w.escape() {
		return
	}
	if isWriting(key.Name) && w.comesBack() {
		w.sheet.TypedKey(key)
		return
	}
	if parts.AsksMenu(key.Name, typing.HeldKeys()) {
		w.offerHere()
		return
	}
	if w.ahead.on {
		pressed := *key
		w.ahead.add(func(to fyne.Focusable) { to.TypedKey(&pressed) })
		return
	}
	for _, m := range w.win.MainMenu().Items {
		if i := byKey(m.Items, key.Name); i != nil {
			i.Action()
			return // the action minds dialogs itself
		}
	}
}

// comesBack puts the keyboard back on the text that somebody has been in, where
// nothing has it: a click on an empty place or on a button takes it away, and what is
// typed next is meant for the text all the same. It reports whether it did.
func (w *window) comesBack() bool {
	if w.win.Canvas().Focused() != nil || w.busy() || w.ahead.on || w.sheet == nil || !w.sheet.Begun() {
		return false
	}
	return w.backToText()
}

// offerHere offers what can be done, by the menu key, where what has the keyboard has
// nothing to offer: with the story that is chosen on the make-up table, else with the
// text.
func (w *window) offerHere() {
	switch {
	case w.busy() || w.file == nil:
	case w.making != "":
		w.makeup.OfferChosen()
	case w.writing.open:
		w.sheet.Offer()
	}
}
