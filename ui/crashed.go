package ui

import (
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/crash"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// tellCrash says once that the last run crashed, and where its report is. That
// stays, whatever is opened and done, until it is read or sent away.
func (w *window) tellCrash() {
	if w.crashed != "" {
		w.report, w.crashed = w.crashed, ""
		w.offerReport()
	}
}

// offerReport offers to read the report of the last run's crash.
func (w *window) offerReport() {
	w.notices.Stay(ofCrash, w.say.Say("desk.had_crashed", nil), w.say.Say("desk.crash_report", nil), w.showReport)
}

// reportShown is how much of a report is shown inside; more is read by nobody, and
// stands in the file.
const reportShown = 6000

// showReport shows the report of the last run's crash, which needs no other
// program: first what happened and what to do, then what the program left for who
// mends it.
func (w *window) showReport() {
	raw, err := os.ReadFile(w.report)
	if err != nil {
		w.complain(bulletin.NewTrouble("desk_cannot_open", bulletin.Args{"file": w.report}, err))
		return
	}
	const width = 620
	about, left := w.aboutCrash(), string(raw)
	whole := about + "\n\n" + left
	if len(left) > reportShown {
		left = strings.ToValidUTF8(left[:reportShown], "") + "\n…"
	}
	w.showPanel(&parts.Panel{
		Title: w.say.Say("desk.crash.title", nil), Width: width, Height: 460, Shut: w.say.Say("desk.shut", nil),
		Body: container.NewVBox(
			parts.Paragraph(about, width*look.Scale(), theme.ColorNameForeground), space(1, 10),
			parts.Small(left, width*look.Scale(), look.Quiet)),
		Agree: w.say.Say("desk.crash.copy", nil), OnAgree: func() error {
			w.app.Clipboard().SetContent(whole)
			w.tell(w.say.Say("desk.crash.copied", nil))
			return nil
		},
		Aside: []fyne.CanvasObject{newQuiet(w.say.Say("desk.crash.file", nil), nil, func() { w.openOutside(w.report) })},
	})
}

// aboutCrash says what happened, when, what is kept, and what to do.
func (w *window) aboutCrash() string {
	at := ""
	if when := crash.When(w.report); !when.IsZero() {
		at = when.Format("15:04") + " " + bulletin.DateOf(when).Short()
	}
	return w.say.Say("desk.crash.about", bulletin.Args{"time": at, "file": w.report})
}
