package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// nothingPad keeps a sentence off the edges of its pane.
const nothingPad = 12

// Nothing says in the middle of an empty pane why it is empty, and what to do.
func Nothing(sentence string) *fyne.Container {
	text := widget.NewRichText(&widget.TextSegment{Text: sentence, Style: widget.RichTextStyle{
		Alignment: fyne.TextAlignCenter, ColorName: look.Quiet, SizeName: theme.SizeNameText,
	}})
	text.Wrapping = fyne.TextWrapWord
	return Padded(0, nothingPad, text)
}
