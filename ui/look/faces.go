package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// source is the typeface of a style that is to be taken alone. Beside the
// theme's own face of a style Fyne reads the one that it would take itself,
// which is large for the monospaced and the slanted ones, and which the desk
// never needs: it would be 7 MB for the serif's four, and half a frame for the
// first slanted letter.
func source(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Italic {
		return Theme{}.Font(style)
	}
	return nil
}

// Set sets a text in a size and a style.
func Set(t *canvas.Text, size float32, style fyne.TextStyle) {
	t.TextSize, t.TextStyle, t.FontSource = size, style, source(style)
}

// measure is the size of a stretch of text on screen. It is for the goroutine of
// the window, which alone may touch the typefaces that Fyne has read.
func measure(s string, size float32, style fyne.TextStyle) fyne.Size {
	on, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, style, source(style))
	return on
}

// ReadFaces reads the typefaces that the desk always shows, so that they are
// there when they are first asked for. It takes some 100 ms of work and may be
// called on any goroutine, but before there is a text in the window: Fyne's
// typefaces bear one goroutine. The rare ones are read when they are first
// shown, in less than a millisecond each.
func ReadFaces() {
	italicSerif := fyne.TextStyle{Monospace: true, Italic: true}
	for _, style := range []fyne.TextStyle{Sans, SansBold, Serif, SerifBold, italicSerif} {
		measure("a", 1, style)
		shaped("a", 1, style)
	}
}
