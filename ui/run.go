// Package ui is the desk: one window with the list of drafts, the article as
// one sheet to write on, and its printed page. Window and panes show what
// package ui/desk does and hand it what people do; text is written in
// ui/field; colours and typefaces are in ui/look.
package ui

import (
	"fmt"
	"os"
	"reflect"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"bantin/assets/icons"
	"bantin/assets/translations"
)

// appID is for ever: the system keeps the desk's settings under it. It is the
// ID in FyneApp.toml.
const appID = "vn.bantin.desk"

// cannotWork is the exit code of a program that could not do its work.
const cannotWork = 2

// Run opens the desk on a drafts file and returns the exit code when its
// window has been closed. An empty path means the file that was open last, or
// the start screen.
func Run(path string) (code int) {
	if !hasDisplay() {
		return refuse("desk.no_display", nil)
	}
	defer func() {
		if trouble := recover(); trouble != nil {
			code = refuse("desk.no_graphics", trouble)
		}
	}()
	a := app.NewWithID(appID)
	spareChosenFiles()
	a.SetIcon(fyne.NewStaticResource(icons.Name, icons.PNG()))
	w := newWindow(a)
	if path == "" {
		path = w.lastFile()
	}
	w.rebuild()
	if path != "" {
		w.openFile(path)
	}
	w.win.Show()
	if !exists(w.win) {
		return refuse("desk.no_graphics", nil)
	}
	a.Run()
	return 0
}

// exists reports whether the system has really made the window: Fyne goes on
// without one, and without end, where OpenGL is missing.
func exists(win fyne.Window) bool {
	native, ok := win.(driver.NativeWindow)
	if !ok {
		return true
	}
	made := true
	native.RunNative(func(context any) { made = !reflect.ValueOf(context).IsZero() })
	return made
}

// lastFile is the file that was open last, if it is still there.
func (w *window) lastFile() string {
	path := w.settings.p.String(keyLastFile)
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}

// hasDisplay reports whether there is a screen to open a window on. Elsewhere
// than on Linux and its kin there always is one.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
	}
	return true
}

// refuse says on standard error why there is no window.
func refuse(key string, why any) int {
	say := translations.For(translations.Parse(os.Getenv("BANTIN_LANG")))
	fmt.Fprintln(os.Stderr, say.Say(key, nil))
	if why != nil {
		fmt.Fprintln(os.Stderr, why)
	}
	return cannotWork
}
