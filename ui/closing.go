package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/loop"
	"bantin/ui/parts"
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
		w.quit()
		return
	}
	w.take() // what is written waits for nothing: the system may end the program meanwhile
	if w.isAtWork() && !w.closesThen {
		w.closesThen = true
		w.tellArrivals(true)
		w.tellBesides(true)
		return // until that is done; asked again, it does not wait
	}
	err := w.keeper.Flush()
	if err == nil {
		if w.closing != nil {
			w.closing.Hide()
		}
		w.leaveFile()
		w.quit()
		return
	}
	if w.closing == nil {
		w.askClosing(err)
	}
}

// stays takes back that the window closes by itself, for the person has gone on.
func (w *window) stays() {
	if w.closesThen {
		w.closesThen = false
		w.tellArrivals(true)
		w.tellBesides(false)
	}
}

// saveLeft saves what is on the sheet when the program was ended without
// closing the window: by a signal that came before closeWhenTold. After close
// there is nothing left to save.
func (w *window) saveLeft() error {
	loop.Leave()
	if w.file == nil {
		return nil
	}
	w.rememberWindow()
	w.take()
	err := w.keeper.Flush()
	w.leaveFile()
	return err
}

// quit ends the program: from now on nothing more is asked of the window.
func (w *window) quit() {
	loop.Leave()
	w.ends()
}

// askClosing asks whether to close without saving. It goes away by itself,
// and the window with it, when the save succeeds after all.
func (w *window) askClosing(why error) {
	elsewhere := newQuiet(w.say.Say("desk.save_elsewhere", nil), nil, nil)
	elsewhere.Ink, elsewhere.Bold = theme.ColorNamePrimary, true
	elsewhere.OnTap = func() {
		w.closing.Hide()
		w.askElsewhereOr(w.close) // which asks again, unless it can be saved by now
	}
	w.closing = &parts.Panel{
		Title: w.say.Say("desk.close_unsaved", nil), Width: 440,
		Body:  parts.Paragraph(w.whyUnsaved(why), 440*look.Scale(), look.Quiet),
		Aside: []fyne.CanvasObject{newQuiet(w.say.Say("desk.close_anyway", nil), nil, w.quit), elsewhere},
		Agree: w.say.Say("desk.keep_open", nil), Single: true,
		OnShut: func() { w.closing = nil },
	}
	w.showPanel(w.closing)
}

// rememberWindow keeps the window's size for the next start: all of it, with
// the menu, as Resize takes it.
func (w *window) rememberWindow() {
	if size := w.win.Canvas().Size(); !w.win.FullScreen() && size.Width > narrowestWindow/2 {
		w.settings.keepWindowSize(size, w.win.Canvas().Scale())
	}
}
