package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// source is the typeface of a style that is to be taken alone. Beside the
// theme's own face of a style Fyne reads the one that it would take itself,
// which for the monospaced ones is large, and which the desk never needs: it
// would be 7 MB for the four.
func source(style fyne.TextStyle) fyne.Resource {
	if style.Monospace {
		return Theme{}.Font(style)
	}
	return nil
}

// Set sets a text in a size and a style.
func Set(t *canvas.Text, size float32, style fyne.TextStyle) {
	t.TextSize, t.TextStyle, t.FontSource = size, style, source(style)
}

// measure is the size of a stretch of text on screen.
func measure(s string, size float32, style fyne.TextStyle) fyne.Size {
	on, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, style, source(style))
	return on
}

// ReadFaces reads the typefaces of the desk, so that they are there when they
// are first asked for. It takes some 100 ms of work and may be called on any
// goroutine, before anything else measures text.
func ReadFaces() {
	italicSerif := fyne.TextStyle{Monospace: true, Italic: true}
	for _, style := range []fyne.TextStyle{Sans, SansBold, Serif, SerifBold, italicSerif} {
		measure("a", 1, style)
		shaped("a", 1, style)
	}
}

// ReadRareFaces reads the other typefaces, in the background and after the first
// picture: what shows them first would be late by some frames.
func ReadRareFaces() {
	for _, style := range []fyne.TextStyle{
		{Italic: true}, {Monospace: true, Bold: true, Italic: true}, {Symbol: true},
	} {
		measure("a", 1, style)
	}
}
