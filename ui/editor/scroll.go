package editor

import (
	"time"

	"fyne.io/fyne/v2"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

const (
	// notch is how far one notch of the wheel goes, for each unit that Fyne
	// tells.
	notch = 2.6
	// glideTime is how long a step of the wheel takes on screen.
	glideTime = 130 * time.Millisecond
	// caretRoom is kept free above and below the caret.
	caretRoom = 64
)

// Scrolled glides on by what the wheel turned.
func (e *Editor) Scrolled(ev *fyne.ScrollEvent) {
	from := e.offset
	if e.glide == nil {
		e.glideTo = from
	}
	e.stopGlide()
	e.glideTo = e.pullOffset(e.glideTo - ev.Scrolled.DY*notch)
	to := e.glideTo
	e.glide = fyne.NewAnimation(glideTime, func(done float32) {
		e.offset = from + (to-from)*done
		e.redraw()
		if done >= 1 {
			e.glide = nil
		}
	})
	e.glide.Curve = fyne.AnimationEaseOut
	e.glide.Start()
}

func (e *Editor) stopGlide() {
	if e.glide != nil {
		e.glide.Stop()
		e.glide = nil
	}
}

// covered is how much of the foot of the view something stands before; most of
// the sheet is always counted as seen.
func (e *Editor) covered() float32 {
	if e.Covered == nil {
		return 0
	}
	return min(e.Covered(), e.Size().Height*2/3)
}

// reach is as far down as one may see: the foot of the sheet can stand above what
// covers the view.
func (e *Editor) reach() float32 { return e.sheet.height + e.covered() }

// pullOffset pulls an offset into what can be scrolled to.
func (e *Editor) pullOffset(y float32) float32 {
	return max(0, min(y, e.reach()-e.Size().Height))
}

// scrollTo goes to an offset at once.
func (e *Editor) scrollTo(y float32) {
	e.stopGlide()
	e.offset = e.pullOffset(y)
}

// keepInView scrolls so that the caret is on screen, with some room around it.
func (e *Editor) keepInView() { e.bringIntoView(e.m.Caret()) }

func (e *Editor) bringIntoView(p manuscript.Place) {
	view := e.Size().Height - e.covered()
	if view <= 0 || e.sheet.width == 0 {
		return
	}
	_, y, height := e.sheet.point(p)
	room := min(caretRoom*look.Scale(), view/4)
	switch {
	case height+2*room > view: // a picture that is higher than the view
		if y+height < e.offset+room || y > e.offset+view-room {
			e.scrollTo(y - room)
		}
	case y-room < e.offset:
		e.scrollTo(y - room)
	case y+height+room > e.offset+view:
		e.scrollTo(y + height + room - view)
	}
}

// The bar at the right that shows where one is.
const (
	barWidth = 6
	barGrip  = 16 // what the mouse can catch
	barLeast = 36
)

// bar is the place of the scroll bar: its top and its height, none when
// everything is on screen.
func (e *Editor) bar() (top, height float32) {
	view, end := e.Size().Height, e.reach()
	if end <= view || view <= 0 {
		return 0, 0
	}
	height = max(barLeast, view*view/end)
	return (view - height) * min(1, e.offset/(end-view)), height
}

// dragBar scrolls so that the bar's top is at y.
func (e *Editor) dragBar(y float32) {
	view := e.Size().Height
	if _, height := e.bar(); height > 0 && view > height {
		e.scrollTo(y * (e.reach() - view) / (view - height))
		e.redraw()
	}
}
