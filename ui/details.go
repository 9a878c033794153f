package ui

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// tellDetails says what went well, what of it is to be looked at and what was
// refused. More than one line of that stands behind a button: a notice stands before
// the text that it speaks of.
func (w *window) tellDetails(well string, notable, refused []string) {
	switch {
	case len(notable)+len(refused) == 0:
		w.notices.Say(well, "", nil)
		return
	case len(notable)+len(refused) == 1 && len(refused) == 1:
		w.notices.Refuse(well, refused)
		return
	case len(notable)+len(refused) == 1:
		w.notices.Keep(well + "\n" + notable[0])
		return
	}
	runs := []parts.Run{{Text: well, Ink: theme.ColorNameForeground}}
	add := func(key string, lines []string, run parts.Run) {
		if len(lines) > 0 {
			run.Text = " " + w.say.Say(key, bulletin.Args{"n": len(lines)})
			runs = append(runs, run)
		}
	}
	add("desk.take_in.look", notable, parts.Run{Ink: theme.ColorNameForeground})
	add("desk.take_in.refused", refused, parts.Run{Ink: theme.ColorNameError})
	w.notices.set(ofNews, runs, w.say.Say("desk.take_in.details", nil), func() { w.showDetails(well, notable, refused) })
}

// showDetails lists what is to be looked at and what was refused.
func (w *window) showDetails(well string, notable, refused []string) {
	const width = 520
	lines := container.New(layout.NewCustomPaddedVBoxLayout(6))
	for _, line := range notable {
		lines.Add(parts.Point(line, width*look.Scale(), theme.ColorNameWarning))
	}
	for _, line := range refused {
		lines.Add(parts.Point(line, width*look.Scale(), theme.ColorNameError))
	}
	w.showPanel(&parts.Panel{Title: well, Width: width, Height: 380, Body: lines, Shut: w.say.Say("desk.shut", nil)})
}
