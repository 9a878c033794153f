// Package ui is the desk: one window with the list of drafts, the article as
// one sheet to write on, and its printed page. Window and panes show what
// package ui/desk does and hand it what people do; text is written in
// ui/field; colours and typefaces are in ui/look.
package ui

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/icons"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/crash"
	"bantin/ui/habits"
	"bantin/ui/instance"
	"bantin/ui/look"
	"bantin/ui/loop"
	"bantin/ui/seen"
	"bantin/ui/stale"
	"bantin/ui/stall"
)

// appID is for ever: the system keeps the desk's settings under it. It is the
// ID in FyneApp.toml.
const appID = "vn.bantin.desk"

// cannotWork is the exit code of a program that could not do its work.
const cannotWork = 2

// Run opens the desk on a drafts file and returns the exit code when its
// window has been closed. An empty path means the file that was open last, or
// the start screen. asked is the language of this run, "" for the chosen one.
func Run(path string, asked translations.Language) (code int) {
	if !hasDisplay() {
		return refuse("desk.no_display", nil, nil)
	}
	socket := instance.Socket()
	if instance.HandOver(socket, absolute(path)) {
		return 0 // the running desk opens it
	}
	makeRoom()
	stale.Clear()
	a := app.NewWithID(appID)
	trustThreads(a)
	a.SetIcon(fyne.NewStaticResource(icons.Name, icons.PNG()))
	last, calm := crash.Watch(crash.Folder(), translations.For(translations.Preferred()).Say("desk.crash_lead", nil), a.Metadata().Version, time.Now())
	defer func() {
		if trouble := recover(); trouble != nil {
			crash.Write(crash.Folder(), trouble, debug.Stack())
			code = refuse("desk.crashed", nil, crash.Folder())
		}
	}()
	w, made := makeWindow(a, asked)
	if !made {
		calm()
		return refuse("desk.unreachable", bulletin.Args{"display": displayName()}, nil)
	}
	w.crashed, w.spares = last, sparesPlace()
	a.Lifecycle().SetOnStarted(w.started)
	own := w.lastFile()
	opensOwn := own != "" && (path == "" || path == own)
	if opensOwn {
		w.openFile(own) // in the background, while the window is made
	}
	if !w.appears(opensOwn) {
		calm()
		return refuse("desk.no_graphics", nil, nil)
	}
	if path != "" && !opensOwn {
		w.openStranger(path)
	}
	running := instance.Listen(socket, func(file string) { onUI(func() { w.called(file) }) })
	hushed, unseen := watchStalls(), w.tellSeen()
	end := func() int {
		unseen()
		hushed()
		running.Close()
		calm()
		return w.end()
	}
	// Fyne 2.7 closes the queue of its window's goroutine while its own last
	// events are on their way into it, and falls over now and then; nothing of
	// what it tidies outlives the process.
	w.ends = func() { os.Exit(end()) }
	a.Run()
	return end()
}

// end saves what is left when the window is gone and returns the exit code.
func (w *window) end() int {
	err := w.saveLeft()
	_ = w.settings.p.Flush() // sizes and the like; there is nobody to tell any more
	if err != nil {
		return refuse("desk.ended_unsaved", bulletin.Args{"why": w.say.Explain(err)}, nil)
	}
	return 0
}

// trustThreads spares Fyne from asking, each time that something is drawn anew,
// which goroutine it is on, which it reads from a stack that it has written out:
// a third of what the window's goroutine did for a list. The desk keeps to one
// goroutine by itself. It is called before there is a window; packages that
// "fyne package" makes have the same from FyneApp.toml.
func trustThreads(a fyne.App) {
	told := a.Metadata()
	told.Migrations = map[string]bool{"fyneDo": true}
	app.SetMetadata(told)
}

// makeWindow makes the window. made is false where the screen cannot be
// reached: GLFW, which Fyne draws with, falls over then, and has written a line
// of its own to the log, which says no more than we do.
func makeWindow(a fyne.App, asked translations.Language) (w *window, made bool) {
	defer log.SetOutput(log.Writer())
	log.SetOutput(io.Discard)
	defer func() {
		trouble := recover()
		if trouble == nil {
			return
		}
		if !strings.Contains(fmt.Sprint(trouble), "NotInitialized") {
			panic(trouble)
		}
		w, made = nil, false
	}()
	return newWindow(a, habits.Read(habits.Place()), asked), true
}

// displayName is the screen that the window was to open on.
func displayName() string {
	if display := os.Getenv("DISPLAY"); display != "" {
		return display
	}
	return os.Getenv("WAYLAND_DISPLAY")
}

// started is called when the window is up: what can wait is done now.
func (w *window) started() {
	spareMemory()
	closeWhenTold(w.close)
}

// watchStalls notes what keeps the window waiting, where BANTIN_STALLS names a
// file to write it to.
func watchStalls() (stop func()) {
	f, err := os.Create(os.Getenv("BANTIN_STALLS"))
	if err != nil {
		return func() {}
	}
	stopped := stall.Watch(f, "bantin/ui.Run", loop.Post)
	return func() { stopped(); f.Close() }
}

// tellSeen tells tests what the window shows, where BANTIN_SEEN names a socket
// for it.
func (w *window) tellSeen() (stop func()) {
	if socket := os.Getenv("BANTIN_SEEN"); socket != "" {
		if stop, err := seen.Serve(socket, w.win, onUI); err == nil {
			return stop
		}
	}
	return func() {}
}

// appears shows the window, and reports whether there is one: where OpenGL is
// missing, Fyne goes on without, or falls over. The window is empty while a file
// is being opened, or else has the start screen. The typefaces are read on
// another goroutine while the graphics driver makes ready.
func (w *window) appears(opening bool) (yes bool) {
	var held bytes.Buffer // what Fyne says of graphics that are missing is no more than our sentence does
	told := log.Writer()
	log.SetOutput(&held)
	defer func() {
		if recover() != nil {
			yes = false
		}
		log.SetOutput(told)
		if yes {
			_, _ = told.Write(held.Bytes())
		}
	}()
	ready := make(chan struct{})
	go func() { look.ReadFaces(); close(ready) }()
	w.win.SetContent(ground(theme.ColorNameBackground))
	w.win.Show()
	w.onScreen()
	<-ready
	w.showMenu()
	if opening { // only now is it known how much room there is
		w.show(w.leastRoom(ground(theme.ColorNameBackground)))
	} else {
		w.rebuild()
	}
	return exists(w.win)
}

// called comes to the front, with a file where one was given: the program was
// started a second time. Behind a question the file waits until it is answered.
func (w *window) called(file string) {
	w.win.RequestFocus()
	w.stays()
	if file != "" && (w.file == nil || file != w.file.Path()) {
		w.takeInTurn(drop{paths: []string{file}, outside: true})
	}
}

// absolute is a path that another process understands.
func absolute(path string) string {
	if path == "" {
		return ""
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
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
func refuse(key string, args bulletin.Args, why any) int {
	say := translations.For(translations.Preferred())
	fmt.Fprintln(os.Stderr, say.Say(key, args))
	if why != nil {
		fmt.Fprintln(os.Stderr, why)
	}
	return cannotWork
}
