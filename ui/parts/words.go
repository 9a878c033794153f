// Package parts holds the small things that every pane and panel of the desk
// is put together from: words, rules, quiet buttons with their hints, rows,
// panels and forms. They show and tell; what is done about it, their owner
// says.
package parts

import (
	"image/color"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"bantin/ui/look"
	"bantin/ui/loop"
)

// OnUI runs what background work has to show on the goroutine of the window.
// Once the program has left, it does nothing. Tests, which have no such goroutine,
// take its place.
var OnUI = loop.Post

// Rule is a thin line.
func Rule() *canvas.Rectangle {
	r := canvas.NewRectangle(look.Color(look.Rule))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Ground is an area of one colour.
func Ground(name fyne.ThemeColorName) *canvas.Rectangle {
	return canvas.NewRectangle(look.Color(name))
}

// Words sets a line of text.
func Words(s string, size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(s, look.Color(ink))
	look.Set(t, look.Text(size), style)
	return t
}

// Head is a word as it begins a line of its own: with a capital.
func Head(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// Show shows or hides an object.
func Show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// Frame lays something out with others at its edges, any of which may be nil, as
// Fyne's border layout does; but Tab walks through them as one reads: from the
// top, left to right, to the foot.
func Frame(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	c := container.New(layout.NewBorderLayout(top, bottom, left, right))
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// Space is an empty area of at least that size.
func Space(w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}
