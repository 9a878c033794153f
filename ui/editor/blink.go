package editor

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// blink is the time for which the caret is seen and then not seen;
// restAfter is the number of blinks after which it stays.
const (
	blink     = 530 * time.Millisecond
	restAfter = 30
)

// blinking makes the caret come and go. Its timer runs on a goroutine of its
// own and may outlive the window: it looks at awake before it asks anything of
// a window that may be gone.
type blinking struct {
	timer *time.Timer
	awake atomic.Bool
	count int // since the caret last moved
	seen  bool
}

// wake shows the caret and begins to blink anew.
func (e *Editor) wake() {
	e.blinking.seen, e.blinking.count = true, 0
	if e.focused {
		e.blinkSoon()
	}
}

// rest ends the blinking, until the next wake.
func (e *Editor) rest() {
	e.blinking.awake.Store(false)
	if e.blinking.timer != nil {
		e.blinking.timer.Stop()
	}
}

func (e *Editor) blinkSoon() {
	e.blinking.awake.Store(true)
	if e.blinking.timer != nil {
		e.blinking.timer.Reset(blink)
		return
	}
	e.blinking.timer = time.AfterFunc(blink, e.blinkDue)
}

// blinkDue is called by the timer, on any goroutine. One that was under way
// while the blinking was stopped does nothing.
func (e *Editor) blinkDue() {
	if e.blinking.awake.Load() {
		onUI(e.blinkOnce)
	}
}

func (e *Editor) blinkOnce() {
	if !e.blinking.awake.Load() {
		return
	}
	b := &e.blinking
	if !e.hasKeyboard() {
		b.seen = true // when the keyboard comes back
		e.rest()
		return
	}
	b.count++
	if b.count > restAfter {
		b.seen = true
	} else {
		b.seen = !b.seen
		e.blinkSoon()
	}
	e.redraw()
}

// hasKeyboard reports whether there is a window in which the keyboard is on the
// sheet. A window that was shut does not always tell the sheet so.
func (e *Editor) hasKeyboard() bool {
	if !e.focused {
		return false
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas().Focused() == fyne.Focusable(e) {
			return true
		}
	}
	return false
}

// isOnWindow reports whether the sheet stands in a window that is not gone.
func (e *Editor) isOnWindow() bool {
	drv := fyne.CurrentApp().Driver()
	on := drv.CanvasForObject(e)
	for _, w := range drv.AllWindows() {
		if on != nil && w.Canvas() == on {
			return true
		}
	}
	return false
}
