package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/press"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// showRefused says why no file for the print house was written, and lets whoever
// knows better go on by anyway.
func (w *window) showRefused(since time.Time, report press.Report, anyway func()) {
	w.comes(since, func() *parts.Panel { return w.refusedPanel(report, anyway) })
}

func (w *window) refusedPanel(report press.Report, goOn func()) *parts.Panel {
	errors := slices.DeleteFunc(slices.Clone(report.Findings), func(f bulletin.Finding) bool { return f.Severity != bulletin.Error })
	about := container.New(layout.NewCustomPaddedVBoxLayout(4))
	about.Add(parts.Paragraph(w.say.Say("desk.export.refused", bulletin.Args{"n": len(errors)}), exportWidth*look.Scale(), look.Quiet))
	for _, said := range preview.Gist(w.say, errors, w.headlines(report)) {
		about.Add(parts.Point(said.Text, exportWidth*look.Scale(), said.Ink))
	}
	anyway := newQuiet(w.say.Say("desk.export.anyway", nil), nil, nil)
	anyway.Bold, anyway.Ink = true, theme.ColorNamePrimary
	panel := &parts.Panel{
		Title: w.say.Say("desk.export.refused_title", nil), Width: exportWidth, Height: 320, Body: about,
		Shut: w.say.Say("desk.shut", nil), Aside: []fyne.CanvasObject{container.NewCenter(anyway)},
		Agree: w.say.Say("desk.export.to_error", nil), OnAgree: func() error {
			onUI(func() { w.goToFinding(errors[0]) })
			return nil
		},
	}
	anyway.OnTap = func() {
		panel.Hide()
		goOn()
	}
	return panel
}

// headlines names the stories of findings; nil where it is plain which is meant.
func (w *window) headlines(report press.Report) func(bulletin.ID) string {
	if len(report.Stories) < 2 {
		return nil
	}
	return w.listedHeadline
}
