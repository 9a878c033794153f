package parts

import (
	"slices"

	"fyne.io/fyne/v2"

	"bantin/ui/typing"
)

// KeepKeys makes what a container holds anew. What had the keyboard in it gives it to what
// stands at its place among the new: else Tab would begin again at the top of the window.
func KeepKeys(in *fyne.Container, anew func()) {
	c := typing.CanvasOf(in)
	if c == nil || c.Focused() == nil {
		anew()
		return
	}
	at := slices.Index(focusables(in), c.Focused())
	anew()
	if after := focusables(in); at >= 0 && len(after) > 0 {
		c.Focus(after[min(at, len(after)-1)])
	}
}

// focusables are what can have the keyboard in a container, in their order.
func focusables(o fyne.CanvasObject) (all []fyne.Focusable) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			all = append(all, focusables(inner)...)
		}
	case fyne.Focusable:
		all = append(all, o)
	}
	return all
}
