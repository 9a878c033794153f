package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// columnWidth is the width of the sheet's text: about 70 letters of the body.
const columnWidth = 600

// gutter is the room left of the body for the marks of crossheads and quotes.
const gutter = 26

// The looks of the sheet's fields, about as they are printed.

func bannerLook() field.Look {
	return field.Look{Size: look.Text(12), Style: look.SansBold, Leading: 1.5, Ink: look.BandText, Align: fyne.TextAlignCenter}
}

func kickerLook() field.Look {
	return field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.45, Ink: "primary"}
}

func headlineFieldLook() field.Look {
	return field.Look{Size: look.Text(31), Style: look.SerifBold, Leading: 1.22}
}

func deckLook() field.Look {
	return field.Look{Size: look.Text(18), Style: look.Serif, Leading: 1.4, Ink: look.Quiet}
}

func datelineLook() field.Look {
	return field.Look{Size: look.Text(13), Style: look.Sans, Leading: 1.5, Ink: look.Quiet}
}

func standfirstLook() field.Look {
	return field.Look{Size: look.Text(18), Style: look.SerifBold, Leading: 1.5}
}

func bylineLook() field.Look {
	return field.Look{Size: look.Text(14), Style: look.SansBold, Leading: 1.5, Align: fyne.TextAlignTrailing}
}

func affiliationLook() field.Look {
	return field.Look{Size: look.Text(13), Style: look.Sans, Leading: 1.5, Ink: look.Quiet, Align: fyne.TextAlignTrailing}
}

func captionLook() field.Look {
	return field.Look{Size: look.Text(15), Style: fyne.TextStyle{Monospace: true, Italic: true}, Leading: 1.4}
}

func creditLook() field.Look {
	return field.Look{Size: look.Text(12), Style: look.Sans, Leading: 1.5, Ink: look.Quiet}
}

// bodyLook says how a line of the body is set. room gives the height of the
// photo that stands at an anchor.
func bodyLook(line string, room func(photo string) float32) field.Look {
	scale := look.Scale()
	body := field.Look{Size: look.Text(18), Style: look.Serif, Leading: 1.6, Before: 11 * scale}
	if photo, ok := manuscript.ParseAnchor(line); ok {
		return field.Look{Size: look.Text(12), Style: look.Sans, Leading: 1.6, Before: 14 * scale, Ink: look.Ghost, Hole: room(photo)}
	}
	switch {
	case strings.HasPrefix(line, manuscript.CrossheadMark):
		body.Style, body.Size, body.Before = look.SerifBold, look.Text(19), 22*scale
		body.Mark = len(manuscript.CrossheadMark)
	case strings.HasPrefix(line, manuscript.QuoteMark):
		body.Style = fyne.TextStyle{Monospace: true, Italic: true}
		body.Indent = 22 * scale
		body.Mark = len(manuscript.QuoteMark)
	}
	return body
}
