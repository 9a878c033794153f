package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/go-gl/glfw/v3.3/glfw"
)

const (
	// titleBar is what the system's frame takes above the window, in units: its
	// true height is known only after the system has drawn it.
	titleBar = 30
	menuRoom = 40 // what the menu takes at most, in units
)

// onScreen gives the window the size on screen that it had when it was closed,
// whatever the scale was then, or as much of it as the screen has room for. It comes right after the window has been
// shown: only then is it known how many pixels a unit has.
func (w *window) onScreen() {
	room, known := w.room()
	if !known {
		return
	}
	shown := w.settings.windowSize(0)
	size := w.settings.windowSize(w.win.Canvas().Scale()).Min(room)
	if size != shown {
		w.win.Resize(size)
	}
	if size.Width > shown.Width || size.Height > shown.Height { // it was given a place for less
		w.win.CenterOnScreen()
	}
}

// screenRoom is what was last heard of the screen, and of which window.
type screenRoom struct {
	scale float32
	of    fyne.Size
	size  fyne.Size
	known bool
	asked bool
}

// room is how large the window may be so that all of it can be seen, in units:
// the primary monitor without the system's bars and the window's own title.
// Fyne tells no monitor's size; GLFW, which it draws with, does. It is not known
// where no monitor is found. Under X an answer has to wait until the screen has been
// painted, which may take longer than a frame: it is asked for
// again only when the window has another size or scale, as it has on another
// screen, or when this one changes.
func (w *window) room() (size fyne.Size, known bool) {
	scale, of := w.win.Canvas().Scale(), w.win.Canvas().Size()
	if !w.screen.asked || w.screen.scale != scale || w.screen.of != of {
		size, known := w.askRoom(scale)
		w.screen = screenRoom{scale: scale, of: of, size: size, known: known, asked: true}
	}
	return w.screen.size, w.screen.known
}

func (w *window) askRoom(scale float32) (size fyne.Size, known bool) {
	width, height := w.workArea()
	if scale <= 0 || width <= 0 {
		return size, false
	}
	size = fyne.NewSize(float32(width)/scale, float32(height)/scale-titleBar)
	return size, size.Height > 0
}

// monitorArea is what the system's bars leave of the primary monitor, in pixels;
// 0 where none is known.
func (w *window) monitorArea() (width, height int) {
	if _, real := w.win.(driver.NativeWindow); !real {
		return 0, 0
	}
	monitor := glfw.GetPrimaryMonitor()
	if monitor == nil {
		return 0, 0
	}
	_, _, width, height = monitor.GetWorkarea()
	return width, height
}

// inRoom is the least size of what the window holds, cut to what the screen has
// beside the menu: what asks for more would make the window larger than that.
func (w *window) inRoom(least fyne.Size) fyne.Size {
	room, known := w.room()
	if !known {
		return least
	}
	return least.Min(room.SubtractWidthHeight(0, menuRoom))
}

// isNarrow reports whether the screen has no room for three panes: then the
// pages wait until they are called.
func (w *window) isNarrow() bool {
	room, known := w.room()
	return known && room.Width < narrowestWindow
}
