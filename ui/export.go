package ui

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
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
)

// profiles are what a PDF can be made for, as package press names them.
var profiles = []string{"print", "office", "screen"}

const keyProfile = "export_profile"

// askExport asks what the PDF is for and where it should go.
func (w *window) askExport() {
	chosen := w.settings.p.StringWithFallback(keyProfile, profiles[0])
	var names []string
	for _, p := range profiles {
		names = append(names, w.say.Say("desk.profile."+p, nil))
	}
	choice := widget.NewRadioGroup(names, nil)
	for i, p := range profiles {
		if p == chosen {
			choice.SetSelected(names[i])
		}
	}
	choice.Required = true
	choice.OnChanged = func(name string) {
		for i := range names {
			if names[i] == name {
				chosen = profiles[i]
			}
		}
	}
	body := container.New(layout.NewCustomPaddedLayout(6, 10, 10, 30), container.NewVBox(
		words(w.say.Say("desk.export.what_for", nil), 13, look.Sans, look.Quiet), choice))
	d := dialog.NewCustomConfirm(w.say.Say("desk.export.title", nil), w.say.Say("desk.export.choose_place", nil),
		w.say.Say("desk.fyne.cancel", nil), body, func(ok bool) {
			if ok {
				w.settings.p.SetString(keyProfile, chosen)
				w.askExportPlace(chosen)
			}
		}, w.win)
	w.showDialog(d)
}

func (w *window) askExportPlace(profile string) {
	w.read()
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if to == nil || err != nil {
			return
		}
		to.Close()
		w.remember(to.URI().Path())
		w.export(profile, to.URI().Path())
	}, w.win)
	d.SetFileName(pdfName(w.writing.article.Headline, w.say.Say("desk.untitled", nil)))
	w.showFileDialog(d, "export")
}

// pdfName makes a file name of a headline: without what file systems refuse,
// and not too long.
func pdfName(headline, untitled string) string {
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
	return name + ".pdf"
}

// export saves the article and writes its pages, with progress, in the
// background.
func (w *window) export(profile, out string) {
	w.saveNow()
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	d := dialog.NewCustom(w.say.Say("desk.export.working", nil), w.say.Say("desk.fyne.cancel", nil),
		container.New(layout.NewCustomPaddedLayout(10, 10, 20, 20), container.NewVBox(bar, space(320, 1))), w.win)
	d.SetOnClosed(cancel)
	w.showDialog(d)
	job := press.Job{Article: w.writing.id}
	setName(&job.Profile, profile)
	file, keeper := w.file, w.keeper
	go func() {
		err := keeper.Flush()
		var report press.Report
		if err == nil {
			report, err = press.Export(ctx, file, job, out, func(done, total int) {
				onUI(func() { bar.SetValue(float64(done) / float64(max(total, 1))) })
			})
		}
		onUI(func() {
			d.SetOnClosed(func() {})
			d.Hide()
			switch {
			case errors.Is(err, context.Canceled):
				w.notices.Say(w.say.Say("desk.export.stopped", nil), "", nil)
			case err != nil:
				w.complain(err)
			default:
				w.showExported(report, out)
			}
		})
	}()
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
		if i == mostFindings {
			break
		}
		line := widget.NewLabel(w.say.Finding(f))
		line.Wrapping, line.Importance = fyne.TextWrapWord, widget.WarningImportance
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
