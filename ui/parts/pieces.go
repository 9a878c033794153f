package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin/merge"
	"bantin/ui/look"
)

// mostUnchanged is how much of what stayed is shown on each side of a change,
// in runes.
const mostUnchanged = 90

// Pieces shows what became of a text: what came with a +, what went with a −,
// in their colours, and of what stayed as much as one needs to see where.
func Pieces(pieces []merge.Piece) *Prose {
	runs := make([]Run, len(pieces))
	for i, p := range pieces {
		switch p.Kind {
		case merge.Added:
			runs[i] = Run{"+" + p.Text, look.SansBold, theme.ColorNameSuccess}
		case merge.Removed:
			runs[i] = Run{"−" + p.Text, fyne.TextStyle{Italic: true}, theme.ColorNameError}
		default:
			runs[i] = Run{shortened(p.Text, i == 0, i == len(pieces)-1), look.Sans, look.Quiet}
		}
	}
	return NewProse(runs...)
}

// Whole shows all of a text that can be chosen, its new words bold and in their
// colour; what went for it is only marked.
func Whole(pieces []merge.Piece) *Prose {
	runs := make([]Run, len(pieces))
	for i, p := range pieces {
		switch p.Kind {
		case merge.Added:
			runs[i] = Run{p.Text, look.SansBold, theme.ColorNameSuccess}
		case merge.Removed:
			runs[i] = Run{"[−]" + around(p.Text), look.Sans, theme.ColorNameError}
		default:
			runs[i] = Run{p.Text, look.Sans, theme.ColorNameForeground}
		}
	}
	return NewProse(runs...)
}

// around is the space at the end of a text, which holds its neighbours apart.
func around(text string) string {
	return text[len(strings.TrimRight(text, " ")):]
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
