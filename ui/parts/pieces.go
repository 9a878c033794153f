package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin/merge"
	"bantin/ui/look"
)

// mostUnchanged is how much of what stayed is shown on each side of a change,
// in runes.
const mostUnchanged = 90

// Pieces shows what became of a text: what came with a +, what went with a −,
// in their colours, and of what stayed as much as one needs to see where.
func Pieces(pieces []merge.Piece) *widget.RichText {
	r := widget.NewRichText()
	r.Wrapping = fyne.TextWrapWord
	for i, p := range pieces {
		style := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameText, ColorName: look.Quiet}
		text := p.Text
		switch p.Kind {
		case merge.Added:
			style.ColorName, style.TextStyle, text = theme.ColorNameSuccess, fyne.TextStyle{Bold: true}, "+"+text
		case merge.Removed:
			style.ColorName, style.TextStyle, text = theme.ColorNameError, fyne.TextStyle{Italic: true}, "−"+text
		default:
			text = shortened(text, i == 0, i == len(pieces)-1)
		}
		r.Segments = append(r.Segments, &widget.TextSegment{Text: text, Style: style})
	}
	return r
}

// shortened leaves the middle of a long text out, or its beginning or end where
// nothing has changed there.
func shortened(s string, first, last bool) string {
	runes := []rune(s)
	switch {
	case first && len(runes) > mostUnchanged:
		return "…" + string(runes[len(runes)-mostUnchanged:])
	case last && len(runes) > mostUnchanged:
		return string(runes[:mostUnchanged]) + "…"
	case len(runes) > 2*mostUnchanged:
		return string(runes[:mostUnchanged]) + " … " + string(runes[len(runes)-mostUnchanged:])
	}
	return s
}
