package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/typing"
)

// BringIntoSight scrolls what something stands in that was given the keyboard, as little
// as that takes, so that all of it is seen: Fyne moves the keyboard to what is scrolled
// away and leaves it there. It comes a moment later, when what was made anew around it
// has its place.
func BringIntoSight(o fyne.Focusable) {
	OnUI(func() { bring(o, func() (top, foot float32) { return 0, o.(fyne.CanvasObject).Size().Height }) })
}

// FollowCaret keeps the row of a field in sight that its caret is in; of the first one
// the name above it, too. Whoever pressed the mouse there is waited for: the caret is
// put where the mouse is before anything moves.
func FollowCaret(in *field.Field) {
	const above, below = 24, 8
	row := func() (top, foot float32) {
		if top, foot = in.CaretRow(); top <= 0 {
			top -= above * look.Scale()
		}
		return top, foot + below*look.Scale()
	}
	in.OnCaret = func(came bool) {
		if came {
			OnUI(func() { bring(in, row) })
			return
		}
		bring(in, row)
	}
}

// bring brings a part of what has the keyboard into sight, from top to foot in units of
// its own.
func bring(o fyne.Focusable, part func() (top, foot float32)) {
	at := o.(fyne.CanvasObject)
	c := typing.CanvasOf(at)
	if c == nil || c.Focused() != o {
		return // the keyboard has gone on
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	top, foot := part()
	bringIn(root, at, top, foot)
}

// bringIn scrolls all that an object stands in below another one. It gives where the
// part of it is then, in units of that, and whether it stands there at all.
func bringIn(in, o fyne.CanvasObject, top, foot float32) (y, end float32, found bool) {
	if in == o {
		return top, foot, true
	}
	if in == nil || !in.Visible() {
		return 0, 0, false
	}
	for _, inner := range standingIn(in) {
		y, end, found := bringIn(inner, o, top, foot)
		if !found {
			continue
		}
		if s, ok := in.(*container.Scroll); ok {
			scrollTo(s, y, end)
		}
		return y + inner.Position().Y, end + inner.Position().Y, true
	}
	return 0, 0, false
}

// standingIn is what stands in an object that holds others.
func standingIn(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case interface{ Holds() []fyne.CanvasObject }:
		return o.Holds()
	}
	return nil
}

// scrollTo brings a part of what scrolls into sight; of one that is higher than the
// room, its head.
func scrollTo(s *container.Scroll, y, end float32) {
	if s.Content.Size().Height < s.Content.MinSize().Height {
		s.Refresh() // what grew just now is not laid out before the next frame
	}
	room, offset := s.Size().Height, s.Offset.Y
	switch {
	case y < offset || end-y > room:
		offset = y
	case end > offset+room:
		offset = end - room
	default:
		return
	}
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(0, offset)))
}
