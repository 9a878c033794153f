package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/look"
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
		if w.closing != nil {
			w.closing.Hide()
		}
		w.leaveFile()
		w.app.Quit()
		return
	}
	if w.closing == nil {
		w.askClosing(err)
	}
}

// askClosing asks whether to close without saving. It goes away by itself,
// and the window with it, when the save succeeds after all.
func (w *window) askClosing(why error) {
	text := widget.NewLabel(w.say.Say("desk.save_failed", bulletin.Args{"why": w.say.Explain(why)}))
	text.Wrapping = fyne.TextWrapWord
	stay := newGrip(w.say.Say("desk.keep_open", nil), func() { w.closing.Hide() })
	leave := newQuiet(w.say.Say("desk.close_anyway", nil), nil, w.app.Quit)
	buttons := container.NewHBox(layout.NewSpacer(), container.NewCenter(leave), space(6, 1), stay)
	w.closing = dialog.NewCustomWithoutButtons(w.say.Say("desk.close_unsaved", nil),
		container.New(layout.NewCustomPaddedLayout(4, 8, 12, 16),
			container.NewVBox(text, space(420*look.Scale(), 6), buttons)), w.win)
	w.closing.SetOnClosed(func() { w.closing = nil })
	w.showDialog(w.closing)
	w.win.Canvas().Focus(stay)
}

// rememberWindow keeps the window's size for the next start.
func (w *window) rememberWindow() {
	if size := w.win.Canvas().Size(); !w.win.FullScreen() && size.Width > narrowestWindow/2 {
		menu := w.win.Content().Position().Y
		w.settings.p.SetFloat(keyWidth, float64(size.Width))
		w.settings.p.SetFloat(keyHeight, float64(size.Height-menu))
	}
}
