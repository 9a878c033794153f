package ui

import (
	"fyne.io/fyne/v2/dialog"

	"bantin/bulletin"
)

// flushSoon saves what is on the sheet when the window loses the focus.
func (w *window) flushSoon() {
	if w.file != nil && w.sheet != nil {
		w.put(bulletin.ReasonAutosave)
	}
}

// flush saves everything now. It reports false when something could not be
// saved; the text is still on the sheet then, and the person has been told.
func (w *window) flush() bool {
	if w.file == nil {
		return true
	}
	w.take()
	if err := w.keeper.Flush(); err != nil {
		w.complain(err)
		return false
	}
	return true
}

// close ends the program when everything is saved. Where that fails, it asks:
// this is the one place where closing would lose text.
func (w *window) close() {
	w.rememberWindow()
	if w.file == nil {
		w.app.Quit()
		return
	}
	w.take()
	err := w.keeper.Flush()
	if err == nil {
		w.leaveFile()
		w.app.Quit()
		return
	}
	ask := dialog.NewConfirm(w.say.Say("desk.close_unsaved", nil),
		w.say.Say("desk.save_failed", bulletin.Args{"why": w.say.Explain(err)}),
		func(leave bool) {
			if leave {
				w.app.Quit()
			}
		}, w.win)
	ask.SetConfirmText(w.say.Say("desk.close_anyway", nil))
	ask.SetDismissText(w.say.Say("desk.keep_open", nil))
	w.showDialog(ask)
}

// rememberWindow keeps the window's size for the next start.
func (w *window) rememberWindow() {
	if size := w.win.Canvas().Size(); !w.win.FullScreen() && size.Width > narrowestWindow/2 {
		menu := w.win.Content().Position().Y
		w.settings.p.SetFloat(keyWidth, float64(size.Width))
		w.settings.p.SetFloat(keyHeight, float64(size.Height-menu))
	}
}
