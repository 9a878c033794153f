package ui

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/press"
	"bantin/ui/look"
	"bantin/ui/preview"
)

// profiles are what a PDF can be made for, as package press names them.
var profiles = []string{"print", "office", "screen"}

const keyProfile = "export_profile"

// printing is what shall be printed and what for.
type printing struct {
	job     press.Job
	name    string // of the file, without ending
	profile string
}

// askExport asks what shall be printed, what for, and where it should go.
func (w *window) askExport() {
	if w.file == nil {
		return
	}
	things := w.printable()
	if len(things) == 0 {
		return
	}
	chosen := things[0]
	chosen.profile = w.settings.p.StringWithFallback(keyProfile, profiles[0])
	body := container.NewVBox()
	if len(things) > 1 {
		names := []string{w.say.Say("desk.export.article", nil), w.say.Say("desk.export.issue", bulletin.Args{"issue": things[1].name})}
		first := 0
		if w.wholeWanted() {
			first = 1
		}
		body.Add(words(w.say.Say("desk.export.what", nil), 13, look.Sans, look.Quiet))
		body.Add(oneOf(names, first, func(i int) { chosen.job, chosen.name = things[i].job, things[i].name }))
		body.Add(space(1, 8))
	}
	var names []string
	for _, p := range profiles {
		names = append(names, w.say.Say("desk.profile."+p, nil))
	}
	body.Add(words(w.say.Say("desk.export.what_for", nil), 13, look.Sans, look.Quiet))
	body.Add(oneOf(names, max(0, slices.Index(profiles, chosen.profile)), func(i int) { chosen.profile = profiles[i] }))
	d := dialog.NewCustomConfirm(w.say.Say("desk.export.title", nil), w.say.Say("desk.export.choose_place", nil),
		w.say.Say("desk.fyne.cancel", nil), container.New(layout.NewCustomPaddedLayout(6, 10, 10, 30), body), func(ok bool) {
			if ok {
				w.settings.p.SetString(keyProfile, chosen.profile)
				w.askExportPlace(chosen)
			}
		}, w.win)
	w.showDialog(d)
}

// printable is the open article and the issue at hand, as far as there are any.
func (w *window) printable() []printing {
	var things []printing
	if w.writing.open {
		w.read()
		things = append(things, printing{job: press.Job{Article: w.writing.id}, name: w.headlineOf(w.writing.article)})
	}
	if s := w.issueAtHand(); s != nil {
		things = append(things, printing{job: press.Job{Issue: s.ID}, name: w.issueName(s.Issue)})
	}
	return things
}

// oneOf lets one of several be chosen and tells which, the first choice at
// once.
func oneOf(names []string, first int, choose func(i int)) fyne.CanvasObject {
	r := widget.NewRadioGroup(names, nil)
	r.Required = true
	r.OnChanged = func(name string) { choose(max(0, slices.Index(names, name))) }
	r.SetSelected(names[first])
	return r
}

func (w *window) askExportPlace(p printing) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if to == nil || err != nil {
			return
		}
		to.Close()
		w.remember(to.URI().Path())
		w.export(p, to.URI().Path())
	}, w.win)
	d.SetFileName(pdfName(p.name, w.say.Say("desk.untitled", nil)))
	w.showFileDialog(d, "export")
}

// pdfName makes a file name of a headline: without what file systems refuse,
// and not too long.
func pdfName(headline, untitled string) string { return cleanName(headline, untitled) + ".pdf" }

// cleanName makes a name that every file system takes.
func cleanName(headline, untitled string) string {
	const longest = 60
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return -1
		}
		return r
	}, headline)
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[:longest])
	}
	if name = strings.Trim(name, " ."); name == "" {
		name = untitled
	}
	return name
}

// export saves the article and writes the pages, with progress, in the
// background.
func (w *window) export(p printing, out string) {
	if w.writing.open {
		w.saveNow()
	}
	setName(&p.job.Profile, p.profile)
	file, keeper := w.file, w.keeper
	var report press.Report
	w.work("desk.export.working", func(ctx context.Context, progress func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			report, err = press.Export(ctx, file, p.job, out, progress)
		}
		return err
	}, func(err error) {
		switch {
		case stopped(err):
			w.notices.Say(w.say.Say("desk.export.stopped", nil), "", nil)
		case err != nil:
			w.complain(err)
		default:
			w.showExported(report, out)
		}
	})
}

// setName sets a name of whichever type press gives it.
func setName[T ~string](to *T, name string) { *to = T(name) }

// showExported says what came out, with what one does next.
func (w *window) showExported(report press.Report, out string) {
	about := container.New(layout.NewCustomPaddedVBoxLayout(6),
		words(filepath.Base(out), 14, look.SansBold, theme.ColorNameForeground),
		words(w.say.Say("desk.export.done", bulletin.Args{
			"pages": report.Pages, "kb": int(report.PDFBytes+1023) / 1024,
		}), 13, look.Sans, look.Quiet))
	for i, f := range report.Findings {
		line := widget.NewLabel(w.say.Finding(f))
		line.Wrapping, line.Importance = fyne.TextWrapWord, importance(f.Severity)
		if i == preview.MostFindings {
			line.Text, line.Importance = w.say.Say("desk.more_findings", bulletin.Args{"n": len(report.Findings) - i}), widget.LowImportance
			about.Add(line)
			break
		}
		about.Add(line)
	}
	open := newGrip(w.say.Say("desk.export.open", nil), func() { w.openOutside(out) })
	folder := newQuiet(w.say.Say("desk.export.show", nil), nil, func() { w.openOutside(filepath.Dir(out)) })
	folder.TextSize, folder.Bold, folder.Ink = 13, true, theme.ColorNamePrimary
	about.Add(space(420, 6))
	about.Add(container.NewHBox(open, space(4, 1), container.NewCenter(folder)))
	w.showDialog(dialog.NewCustom(w.say.Say("desk.export.title", nil), w.say.Say("desk.shut", nil),
		container.New(layout.NewCustomPaddedLayout(8, 14, 16, 16), about), w.win))
}

// importance is how a finding of that severity is shown.
func importance(s bulletin.Severity) widget.Importance {
	switch s {
	case bulletin.Error:
		return widget.DangerImportance
	case bulletin.Warning:
		return widget.WarningImportance
	}
	return widget.MediumImportance
}

// openOutside opens a file or a folder in the system's own program for it.
func (w *window) openOutside(path string) {
	u := &url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if filepath.VolumeName(path) != "" {
		u.Path = "/" + u.Path
	}
	if err := w.app.OpenURL(u); err != nil {
		w.complain(bulletin.NewTrouble("desk_cannot_open", bulletin.Args{"file": path}, err))
	}
}
