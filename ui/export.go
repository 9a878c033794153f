package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/internal/outside"
	"bantin/press"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// profiles are what a PDF can be made for, as package press names them.
var profiles = []string{"print", "office", "screen"}

// What was chosen the last time.
const (
	keyProfile = "export_profile"
	keyMarks   = "export_marks"
	keyBooklet = "export_booklet"
	keyPaper   = "export_paper"
	keyCreep   = "export_creep" // micrometres
)

// thicknesses are those of the paper of a booklet, in micrometres, whose inner
// sheets are moved to the fold by that: none, office paper of 80 g/m², thick
// paper of 120 g/m².
var thicknesses = []int{0, 100, 150}

// printing is what shall be printed and what for.
type printing struct {
	job     press.Job
	name    string // of the file, without ending
	profile string
	anyway  bool   // in spite of errors that have been told
	back    func() // to the panel where it was chosen; nil for none
}

// askExport asks what shall be printed, what for, and where it should go.
func (w *window) askExport() {
	if w.file == nil {
		return
	}
	things := w.printable()
	if w.writing.open && w.writing.deleted && !w.wholeWanted() {
		w.complain(bulletin.NewTrouble("export_deleted",
			bulletin.Args{"headline": w.headlineOf(w.writing.article), "id": string(w.writing.id)}, nil))
		return
	}
	if len(things) == 0 {
		w.tell(w.say.Say("desk.export.nothing", nil))
		return
	}
	form := &exportForm{w: w, things: things, chosen: things[0]}
	if len(things) > 1 && w.wholeWanted() {
		form.chosen = things[1]
	}
	form.chosen.profile = w.settings.p.StringWithFallback(keyProfile, profiles[0])
	form.ask()
}

// exportForm is the panel of an export.
type exportForm struct {
	w       *window
	things  []printing
	chosen  printing
	pages   *field.Field
	options *fyne.Container // of the profile
	fold    *parts.Choice   // among them, nil where it is not asked for
	panel   *parts.Panel
}

const exportWidth = 480

func (f *exportForm) ask() {
	say := func(key string) string { return f.w.say.Say(key, nil) }
	body := container.NewVBox()
	if len(f.things) > 1 {
		names := []string{say("desk.export.article"), f.w.say.Say("desk.export.issue", bulletin.Args{"issue": f.things[1].name})}
		now := slices.IndexFunc(f.things, func(p printing) bool { return p.name == f.chosen.name })
		body.Add(f.label("desk.export.what"))
		body.Add(parts.NewColumn(names, max(0, now), func(i int) { f.chosen.job, f.chosen.name = f.things[i].job, f.things[i].name }).Object)
	}
	var names []string
	for _, p := range profiles {
		names = append(names, say("desk.profile."+p))
	}
	f.options = container.NewVBox()
	body.Add(f.label("desk.export.what_for"))
	body.Add(parts.NewColumn(names, max(0, slices.Index(profiles, f.chosen.profile)), func(i int) {
		f.chosen.profile = profiles[i]
		f.offer()
	}).Object)
	body.Add(f.options)
	f.pages = parts.NewField(f.w.say, 14)
	f.pages.Single, f.pages.Ghost = true, say("desk.export.pages_ghost")
	f.pages.Plainly(field.Always)
	body.Add(f.label("desk.export.pages"))
	body.Add(f.pages)
	body.Add(rule())
	f.panel = &parts.Panel{
		Title: say("desk.export.title"), Width: exportWidth, Body: body,
		Agree: say("desk.export.choose_place"), OnAgree: f.take,
	}
	f.pages.OnEscape = f.panel.Hide
	f.pages.OnEnter = f.panel.Submit
	f.offer()
	f.w.showPanel(f.panel)
}

func (f *exportForm) label(key string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 1, 0, 0), words(f.w.say.Say(key, nil), 12, look.Sans, look.Quiet))
}

// offer shows what can be chosen for the profile.
func (f *exportForm) offer() {
	p := f.w.settings.p
	choice := func(label string, answers []string, now int, choose func(i int)) *parts.Choice {
		names := make([]string, len(answers))
		for i, a := range answers {
			names[i] = f.w.say.Say("desk.export."+a, nil)
		}
		c := parts.NewChoice(names, now, choose)
		f.options.Add(container.NewHBox(container.NewCenter(words(f.w.say.Say("desk.export."+label, nil), 12, look.Sans, look.Quiet)), c.Object))
		return c
	}
	folding := f.fold != nil && f.fold.HasFocus()
	f.options.RemoveAll()
	switch f.chosen.profile {
	case "print":
		choice("marks", []string{"marks_no", "marks_yes"}, oneIf(p.Bool(keyMarks)), func(i int) { p.SetBool(keyMarks, i == 1) })
	case "office":
		f.fold = choice("fold", []string{"fold_no", "fold_yes"}, oneIf(p.Bool(keyBooklet)), func(i int) {
			p.SetBool(keyBooklet, i == 1)
			f.offer()
		})
		if p.Bool(keyBooklet) {
			choice("creep", []string{"creep_no", "creep_usual", "creep_thick"}, max(0, slices.Index(thicknesses, p.Int(keyCreep))),
				func(i int) { p.SetInt(keyCreep, thicknesses[i]) })
		}
		papers := []string{"", "a4", "a3"}
		choice("paper", []string{"paper_auto", "paper_a4", "paper_a3"}, max(0, slices.Index(papers, p.String(keyPaper))),
			func(i int) { p.SetString(keyPaper, papers[i]) })
	}
	f.options.Refresh()
	f.panel.Fit()
	if folding { // whose words were made anew
		f.w.win.Canvas().Focus(f.fold.Focusable())
	}
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// take reads the panel and goes on.
func (f *exportForm) take() (err error) {
	p, job := f.w.settings.p, &f.chosen.job
	if job.Pages, err = press.ParsePages(f.pages.Text()); err != nil {
		return err
	}
	f.chosen.back = f.w.backTo(f.panel)
	p.SetString(keyProfile, f.chosen.profile)
	f.w.lookOver() // which is done for what one prints
	job.Marks = f.chosen.profile == "print" && p.Bool(keyMarks)
	if f.chosen.profile == "office" {
		if job.Booklet = p.Bool(keyBooklet); job.Booklet {
			job.Creep = doc.Micrometres(int64(p.Int(keyCreep)))
		}
		setName(&job.Paper, p.String(keyPaper))
	}
	if len(job.Pages) > 0 {
		f.panel.EnableAgree(false) // until they are known to be there
		f.w.lookOverPages(f.chosen, f.pagesLooked)
		return parts.ErrStay
	}
	onUI(func() { f.w.lookOverExport(f.chosen) })
	return nil
}

// pagesLooked hears how the chosen pages were looked over. One that is not there is
// told in the panel, which stays. It reports whether to go on.
func (f *exportForm) pagesLooked(err error) bool {
	if !f.panel.Visible() {
		return false // somebody thought better of it
	}
	f.panel.EnableAgree(true)
	if stopped(err) {
		return false
	}
	switch bulletin.TroubleKey(err) {
	case "page_absent", "pages_absent":
		f.panel.Complain(f.w.say.Explain(err))
		f.panel.Focus(f.pages)
		return false
	}
	f.panel.Hide()
	return true
}

// printable is the open article and the issue at hand, as far as there are any.
func (w *window) printable() []printing {
	var things []printing
	if w.take(); w.writing.open && w.writing.stored && !w.writing.deleted { // of a blank sheet there is nothing in the file
		things = append(things, printing{job: press.Job{Article: w.writing.id}, name: w.headlineOf(w.writing.article)})
	}
	if s := w.issueAtHand(); s != nil {
		things = append(things, printing{job: press.Job{Issue: s.ID}, name: w.issueName(s.Issue)})
	}
	return things
}

// lookOverExport looks the pages over that are meant for a print house, and asks for
// the place only where nothing keeps them from there, or somebody knows better.
func (w *window) lookOverExport(p printing) {
	switch {
	case w.file == nil: // left meanwhile
		return
	case p.profile != "print":
		w.askExportPlace(p)
		return
	}
	w.lookOverPages(p, func(error) bool { return true })
}

// lookOverPages looks over the pages of an export. looked hears when that is done, and
// reports whether to go on.
func (w *window) lookOverPages(p printing, looked func(error) bool) {
	p.settle()
	began, file, keeper, composer := time.Now(), w.file, w.keeper, &w.composer
	var report press.Report
	w.workOnTask(task{title: "desk.export.looking", looks: true}, func(ctx context.Context, _ func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			report, err = composer.LookOver(ctx, file, p.job)
		}
		return err
	}, func(err error) {
		switch {
		case file != w.file || !looked(err):
		case stopped(err):
			w.tell(w.say.Say("desk.export.stopped", nil))
		case err != nil:
			w.complain(err)
		case report.Refused:
			w.showRefused(began, report, func() {
				p.anyway = true
				w.askExportPlace(p)
			})
		default:
			w.askExportPlace(p)
		}
	})
}

func (w *window) askExportPlace(p printing) {
	w.askNewOr("export", cleanName(p.name, w.say.Say("desk.untitled", nil)), "pdf", pdfEnding,
		func(path string) { w.export(p, path) }, p.back)
}

const pdfEnding = ".pdf"

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

// settle gives the job what was chosen beside it.
func (p *printing) settle() {
	setName(&p.job.Profile, p.profile)
	p.job.RefuseErrors = !p.anyway
}

// export saves the article and writes the pages as they are now, beside what is
// written meanwhile.
func (w *window) export(p printing, out string) {
	began := time.Now()
	if w.writing.open {
		w.take()
	}
	p.settle()
	file, keeper := w.file, w.keeper
	var report press.Report
	w.workOnTask(task{title: "desk.export.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			report, err = press.Export(ctx, file, p.job, out, progress)
		}
		return err
	}, func(err error) {
		switch {
		case stopped(err):
			w.tell(w.say.Say("desk.export.stopped", nil))
		case file != w.file: // the pages are on the disk, and nobody is there to be told
		case err != nil:
			w.complain(err)
		case report.Refused:
			w.showRefused(began, report, func() {
				p.anyway = true
				w.export(p, out)
			})
		default:
			w.showExported(began, report, out)
		}
	})
}

// setName sets a name of whichever type press gives it.
func setName[T ~string](to *T, name string) { *to = T(name) }

// showExported says what came out, with what one does next.
func (w *window) showExported(since time.Time, report press.Report, out string) {
	w.comes(since, func() *parts.Panel { return w.exportedPanel(report, out) })
}

func (w *window) exportedPanel(report press.Report, out string) *parts.Panel {
	about := container.New(layout.NewCustomPaddedVBoxLayout(4))
	about.Add(words(w.exported(report), 13, look.Sans, look.Quiet))
	if s := report.Sheets; s != nil {
		about.Add(words(w.say.Say("desk.export.sheets", bulletin.Args{"n": s.Count, "percent": int(s.Percent + 0.5)}), 13, look.Sans, look.Quiet))
	}
	for _, said := range preview.Gist(w.say, worthALook(report.Findings), w.headlines(report)) {
		about.Add(parts.Point(said.Text, exportWidth*look.Scale(), said.Ink))
	}
	folder := newQuiet(w.say.Say("desk.export.show", nil), nil, func() { w.openOutside(filepath.Dir(out)) })
	folder.Bold, folder.Ink = true, theme.ColorNamePrimary
	open := "desk.export.open"
	if report.Profile == "office" {
		open = "desk.export.open_to_print"
	}
	return &parts.Panel{
		Title: filepath.Base(out), Width: exportWidth, Height: 320, Body: about, Shut: w.say.Say("desk.shut", nil),
		Aside: []fyne.CanvasObject{container.NewCenter(folder)},
		Agree: w.say.Say(open, nil), OnAgree: func() error { w.openOutside(out); return nil },
	}
}

// exported says how many pages the file has, and how large it is.
func (w *window) exported(report press.Report) string {
	args := bulletin.Args{"pages": report.Pages, "n": len(report.Printed), "size": w.size(report.PDFBytes)}
	if n := len(report.Printed); n > 0 && n < report.Pages {
		return w.say.Say("desk.export.done_some", args)
	}
	return w.say.Say("desk.export.done", args)
}

// openOutside opens a file or a folder in the system's own program for it, and
// says so where there is none.
func (w *window) openOutside(path string) {
	go func() {
		if err := outside.Open(context.Background(), path); err != nil {
			fyne.Do(func() { w.complain(bulletin.NewTrouble("desk_cannot_open", bulletin.Args{"file": path}, err)) })
		}
	}()
}

// worthALook are the findings that the tab of the check counts, too: hints are in its
// list alone.
func worthALook(findings []bulletin.Finding) []bulletin.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f bulletin.Finding) bool {
		return f.Severity != bulletin.Error && f.Severity != bulletin.Warning
	})
}
