package editor

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
	"bantin/ui/typing"
)

// How far a key moves the frame or the point, in ten-thousandths of the picture: by
// itself, and with Shift.
const (
	cropStep    = 100
	cropFarStep = 500
)

// cropKey moves the frame by the arrows, or the point where that was taken hold of,
// makes the frame larger and smaller by + and -, keeps the choice by Enter and leaves
// it by Escape.
func (e *Editor) cropKey(key fyne.KeyName) {
	c, step := e.crop, e.cropStep(e.shift.Held())
	was := c.chosen
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.endCrop(true)
		return
	case fyne.KeyEscape, fyne.KeyTab:
		e.endCrop(false)
		return
	case fyne.KeySpace:
		c.turnToFocus()
	case fyne.KeyPlus, fyne.KeyEqual:
		c.grow(step)
	case fyne.KeyMinus:
		c.grow(-step)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.takeOff()
	default:
		c.shift(arrow(key, step))
	}
	c.changed(was)
	e.redraw()
}

// cropWith takes keys that come with Ctrl: they give the frame other proportions, or
// take back what was last done to it. What is for the text waits until the photo is
// done with.
func (e *Editor) cropWith(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.uncrop()
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift != ctrl || !e.cropWithControl(s.KeyName, s.Modifier&fyne.KeyModifierShift != 0) {
			typing.PassShortcutOn(e, s)
		}
	}
}

// cropWithControl moves the right edge of the frame where the arrows to the sides point,
// the lower one where those up and down do.
func (e *Editor) cropWithControl(key fyne.KeyName, far bool) bool {
	c, step := e.crop, e.cropStep(far)
	was := c.chosen
	dx, dy := arrow(key, step)
	if dx == 0 && dy == 0 {
		return false
	}
	c.stretch(dx, dy)
	c.changed(was)
	e.redraw()
	return true
}

// arrow is how far a key leads, by steps to the right and down; nowhere for other keys.
func arrow(key fyne.KeyName, step int) (dx, dy int) {
	switch key {
	case fyne.KeyLeft:
		return -step, 0
	case fyne.KeyRight:
		return step, 0
	case fyne.KeyUp:
		return 0, -step
	case fyne.KeyDown:
		return 0, step
	}
	return 0, 0
}

// changed notes what was chosen before, if it is something else now.
func (c *cropping) changed(was chosen) {
	if !reflect.DeepEqual(was, c.chosen) {
		c.past = append(c.past, was)
	}
}

// uncrop takes the last change back, and leaves the photo as it was when there is none.
func (e *Editor) uncrop() {
	c := e.crop
	last := len(c.past) - 1
	if last < 0 {
		e.endCrop(false)
		return
	}
	c.chosen, c.past = c.past[last], c.past[:last]
	c.onFocus = c.onFocus && c.focus != nil
	e.redraw()
}

func (e *Editor) cropStep(far bool) int {
	if far {
		return cropFarStep
	}
	return cropStep
}

// turnToFocus gives the arrows to the point that must stay in view, which is set in the
// middle of the frame where there was none, and back to the frame.
func (c *cropping) turnToFocus() {
	c.onFocus = !c.onFocus
	if c.onFocus && c.focus == nil {
		c.focus = &bulletin.Focus{X: c.frame.Left + c.frame.Width/2, Y: c.frame.Top + c.frame.Height/2}
	}
}

// shift moves what the arrows have; the point stays in the frame.
func (c *cropping) shift(dx, dy int) {
	if !c.onFocus {
		c.move(dx, dy)
		return
	}
	f := c.frame
	c.focus = &bulletin.Focus{
		X: min(max(c.focus.X+dx, f.Left), f.Left+f.Width),
		Y: min(max(c.focus.Y+dy, f.Top), f.Top+f.Height),
	}
}

func (c *cropping) move(dx, dy int) {
	c.frame.Left = min(max(c.frame.Left+dx, 0), bulletin.CropUnit-c.frame.Width)
	c.frame.Top = min(max(c.frame.Top+dy, 0), bulletin.CropUnit-c.frame.Height)
}

func (c *cropping) grow(by int) {
	f := &c.frame
	f.Width = min(max(f.Width+by, leastCrop), bulletin.CropUnit)
	f.Height = min(max(f.Height+by, leastCrop), bulletin.CropUnit)
	c.move(-by/2, -by/2)
}

func (c *cropping) stretch(dx, dy int) {
	f := &c.frame
	f.Width = min(max(f.Width+dx, leastCrop), bulletin.CropUnit-f.Left)
	f.Height = min(max(f.Height+dy, leastCrop), bulletin.CropUnit-f.Top)
}

// takeOff takes the point away where the arrows have it, else the frame and the point.
func (c *cropping) takeOff() {
	if !c.onFocus {
		c.frame = wholePicture
	}
	c.focus, c.onFocus = nil, false
}
