package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"bantin/ui/look"
	"bantin/ui/loop"
)

// shading is what the window does when the system goes from light to dark, or
// back, while something stands in front of it.
type shading struct {
	shown fyne.ThemeVariant // that the window was painted in
	held  bool              // the system has gone on to the other
	look  loop.Due          // whether nothing stands in front any more
}

// lookAgain is how often a window that holds its colours looks whether it may
// let them go.
const lookAgain = 250 * time.Millisecond

// themeChanged follows a change of the theme, the person's or the system's.
func (w *window) themeChanged() {
	if w.win == nil || w.win.Content() == nil || w.holdsShade() {
		return
	}
	w.shading.shown = w.app.Settings().ThemeVariant()
	w.rebuild()
}

// holdsShade keeps the window in its colours while a panel or a menu is open
// that was made in them: one half light and the other dark can hardly be read,
// and what was entered in a panel would be lost if it were made anew.
func (w *window) holdsShade() bool {
	system := w.app.Settings().ThemeVariant()
	switch {
	case w.shading.held:
		return true
	case w.settings.shade() != look.System || system == w.shading.shown || !w.busy():
		return false
	}
	w.shading.held = true
	held := w.settings.theme()
	held.Shade = look.Light
	if w.settings.theme().IsDark(w.shading.shown) {
		held.Shade = look.Dark
	}
	w.app.Settings().SetTheme(held)
	w.releaseSoon()
	return true
}

// releaseSoon lets the colours go when nothing stands in front any more.
func (w *window) releaseSoon() {
	w.shading.look.In(lookAgain, onUI, func() {
		if w.busy() {
			w.releaseSoon()
			return
		}
		w.shading.held = false
		w.app.Settings().SetTheme(w.settings.theme())
	})
}
