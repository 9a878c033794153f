package parts

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"

	"bantin/bulletin/merge"
	"bantin/ui/look"
)

// mostUnchanged is how much of what stayed is shown on each side of a change,
// in runes.
const mostUnchanged = 90

// Pieces shows what became of a text: what came bold, what went struck through,
// both in their colours, and of what stayed as much as one needs to see where.
func Pieces(pieces []merge.Piece) *Prose {
	return marked(pieces, went, func(i int) Run {
		return Run{Text: shortened(pieces[i].Text, i == 0, i == len(pieces)-1), Style: look.Sans, Ink: look.Quiet}
	})
}

// Fresh shows a text that is there for the first time: nothing in it needs a mark.
func Fresh(pieces []merge.Piece) *Prose {
	runs := make([]Run, len(pieces))
	for i, p := range pieces {
		runs[i] = plain(p.Text)
	}
	return NewProse(runs...)
}

// Unchanged shows a text that is as it was: its beginning and its end.
func Unchanged(text string) *Prose {
	return NewProse(Run{Text: shortened(text, false, false), Style: look.Sans, Ink: look.Quiet})
}

// mostStruck is how much of what went is shown in a text that can be chosen, in
// runes: it stands whole beside it.
const mostStruck = 48

// Whole shows all of a text that can be chosen, its new words bold and in their
// colour; of what went for it the beginning and the end, struck through.
func Whole(pieces []merge.Piece) *Prose {
	return marked(pieces,
		func(text string) Run { return went(ends(text, mostStruck)) },
		func(i int) Run { return plain(pieces[i].Text) })
}

// marked shows pieces of which those that came are marked, those that went as
// gone has them, and those that stayed as stayed has them.
func marked(pieces []merge.Piece, gone func(text string) Run, stayed func(i int) Run) *Prose {
	runs := make([]Run, len(pieces))
	for i, p := range pieces {
		switch p.Kind {
		case merge.Added:
			runs[i] = came(p.Text)
		case merge.Removed:
			runs[i] = gone(p.Text)
		default:
			runs[i] = stayed(i)
		}
	}
	return NewProse(apart(runs)...)
}

func plain(text string) Run {
	return Run{Text: text, Style: look.Sans, Ink: theme.ColorNameForeground}
}

func came(text string) Run { return Run{text, look.SansBold, theme.ColorNameSuccess, Came} }
func went(text string) Run { return Run{text, look.Sans, theme.ColorNameError, Went} }

// apart puts a space between what went and what came in its place, where a text
// ends with them.
func apart(runs []Run) []Run {
	for i := 1; i < len(runs); i++ {
		if before := &runs[i-1]; before.Fate == Went && runs[i].Fate == Came && !strings.HasSuffix(before.Text, " ") {
			before.Text += " "
		}
	}
	return runs
}

// ends leaves out the middle of a text of more than so many runes, between words.
func ends(text string, most int) string {
	words := strings.Fields(text)
	if utf8.RuneCountInString(text) <= most || len(words) < 3 {
		return text
	}
	first, last, room := 1, len(words)-1, most-utf8.RuneCountInString(words[0]+words[len(words)-1])
	for at := 0; first < last-1; at++ {
		next := words[first]
		if at%2 == 1 {
			next = words[last-1]
		}
		if room -= utf8.RuneCountInString(next) + 1; room < 0 {
			break
		}
		if at%2 == 1 {
			last--
		} else {
			first++
		}
	}
	space := text[len(strings.TrimRight(text, " ")):]
	return strings.Join(words[:first], " ") + " … " + strings.Join(words[last:], " ") + space
}

// shortened leaves the middle of a long text out, or its beginning or end where
// nothing has changed there; between words, and nothing where that saves little.
func shortened(s string, first, last bool) string {
	const little = 12
	runes := []rune(s)
	long := len(runes)
	switch {
	case first && long > mostUnchanged+little:
		return "…" + endOf(runes)
	case last && long > mostUnchanged+little:
		return startOf(runes) + "…"
	case long > 2*mostUnchanged+little && !first && !last:
		return startOf(runes) + " … " + endOf(runes)
	}
	return s
}

// startOf and endOf are the whole words among the first and the last runes.
func startOf(runes []rune) string {
	text := string(runes[:mostUnchanged])
	if at := strings.LastIndexByte(text, ' '); at > 0 {
		return text[:at]
	}
	return text
}

func endOf(runes []rune) string {
	text := string(runes[len(runes)-mostUnchanged:])
	if _, after, ok := strings.Cut(text, " "); ok && after != "" {
		return after
	}
	return text
}
