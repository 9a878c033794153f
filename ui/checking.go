package ui

import (
	"context"
	"time"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/setup"
)

// lookAfter is the pause after which the pages are looked over: it needs what
// was typed to be saved.
const lookAfter = 1500 * time.Millisecond

// lookOver looks the pages over that are shown, after a pause; the newest
// request wins.
func (w *window) lookOver() {
	w.forgetOthers()
	if w.looking == nil {
		w.looking = time.AfterFunc(lookAfter, func() { onUI(w.lookNow) })
		return
	}
	w.looking.Reset(lookAfter)
}

// pagesOf says whose pages are shown: an issue's, or an article's, stored or not.
type pagesOf struct{ issue, article bulletin.ID }

func (w *window) pagesShown() pagesOf {
	switch {
	case w.wholeWanted():
		return pagesOf{issue: w.issueAtHand().ID}
	case w.writing.open:
		return pagesOf{article: w.writing.id}
	}
	return pagesOf{}
}

// forgetOthers takes away what was noticed on other pages than those that are shown
// now: until these are looked over, it would be read as said of them.
func (w *window) forgetOthers() {
	now := w.pagesShown()
	if now == w.noticedOf {
		return
	}
	w.noticedOf = now
	w.looked++
	if _, ok := w.shownJob(); ok {
		w.check.Wait()
	} else {
		w.check.Rest(w.restWord())
	}
	w.placeNoticed()
	w.markFindings(nil)
}

// shownJob is what the pages in the right pane are of.
func (w *window) shownJob() (press.Job, bool) {
	var job press.Job
	setName(&job.Profile, w.settings.p.StringWithFallback(keyProfile, profiles[0]))
	switch {
	case w.file == nil:
		return job, false
	case w.wholeWanted():
		job.Issue = w.issueAtHand().ID
	case w.writing.open && w.writing.stored && !w.writing.deleted:
		job.Article = w.writing.id
	default:
		return job, false
	}
	return job, true
}

func (w *window) lookNow() {
	job, ok := w.shownJob()
	if w.file == nil || !w.showsPages() {
		return
	}
	if !ok {
		w.looked++ // what is being looked over is shown no more
		w.noticed(nil)
		w.check.Rest(w.restWord())
		return
	}
	w.looked++
	number, file, keeper := w.looked, w.file, w.keeper
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		findings, err := press.Preflight(context.Background(), file, job)
		photos := photosOf(file, w.say, findings)
		onUI(func() {
			switch {
			case number != w.looked || file != w.file:
			case err != nil:
				w.check.Fail(w.say.Explain(err))
			default:
				w.noticedPhotos = photos
				w.check.Purpose = w.purposeOf(job)
				w.noticed(findings)
			}
		})
	}()
}

// purposeOf says of a job for which pages are looked over with a milder eye than for
// a print house what it is for; "" of one for a print house.
func (w *window) purposeOf(job press.Job) string {
	if profile := string(job.Profile); profile != profiles[0] {
		return w.say.Say("desk.check.for_"+profile, nil)
	}
	return ""
}

// photosOf knows the photos that findings are about by their numbers and
// captions, for each article.
func photosOf(file *storage.File, say *translations.Catalogue, findings []bulletin.Finding) map[bulletin.ID]translations.Wording {
	names := map[bulletin.ID]translations.Wording{}
	for _, f := range findings {
		id := f.Where.Article
		if _, known := names[id]; known || f.Where.Photo == "" {
			continue
		}
		if r, err := file.Article(context.Background(), id); err == nil { // else they stay without names
			names[id] = say.WordingOf(r.Article)
		}
	}
	return names
}

// photoNoticed is what the photo of a finding is called.
func (w *window) photoNoticed(at bulletin.Place) string {
	if names, known := w.noticedPhotos[at.Article]; known {
		return names.Photo(at.Photo)
	}
	return ""
}

// restWord says what has to be there before anything can be looked over.
func (w *window) restWord() string {
	if w.writing.open && !w.writing.deleted {
		return w.say.Say("desk.check.nothing_written", nil)
	}
	return w.say.Say("desk.check.nothing_open", nil)
}

// noticed shows what was noticed, in the list and on the pages.
func (w *window) noticed(findings []bulletin.Finding) {
	w.check.Show(findings)
	w.placeNoticed()
	w.markFindings(findings)
}

// placeNoticed puts what was noticed on the pages, and its number on its tab.
func (w *window) placeNoticed() {
	w.preview.Pin(w.check.Findings(), w.goToFinding)
	if w.making == "" {
		w.countFindings()
	} else {
		errors, warnings, _ := w.check.Counts()
		w.makeup.Count(errors + warnings)
	}
}

// markFindings marks on the sheet what was found in its article, unless the
// text has gone on meanwhile.
func (w *window) markFindings(findings []bulletin.Finding) {
	if !w.writing.open || w.writing.dirty {
		return
	}
	var own []bulletin.Finding
	for _, f := range findings {
		if f.Where.Article == w.writing.id {
			own = append(own, f)
		}
	}
	w.sheet.SetFindings(own)
}

// goToFinding goes to the cause of a finding: the text, the page, the form in
// which something is missing, or the choice between versions.
func (w *window) goToFinding(f bulletin.Finding) {
	if f.Where.Page > 0 {
		w.preview.GoTo(f.Where.Page - 1)
	}
	if f.Where.Article != "" && w.making != "" {
		w.makeup.Choose(f.Where.Article, f.Where.Page == 0)
		return
	}
	if f.Rule == "story_conflict" && !w.file.ReadOnly() {
		w.openThen(f.Where.Article, w.askSettle)
		return
	}
	if f.Where.Article != "" {
		w.goTo(f.Where)
		return
	}
	if f.Where.Page > 0 && w.making == "" {
		w.showTab(tabPages)
	}
	w.goToForm(f.Rule)
}

// fieldsOfIssue are the fields of an issue's form that rules miss something in.
var fieldsOfIssue = map[string]string{
	"issue_nameless": "issue.name", "law_name": "issue.name",
	"issue_numberless": "issue.number", "law_number": "issue.number",
	"issue_undated": "issue.date", "law_date": "issue.date",
	"law_licence": "office.licence", "law_licence_date": "office.licence_date",
	"law_printed_at": "office.printed_at", "law_print_run": "office.print_run",
	"law_frequency": "office.frequency", "law_responsible": "office.responsible",
}

// goToForm opens the form in which what a rule misses is written, where there
// is one.
func (w *window) goToForm(rule string) {
	if field, of := fieldsOfIssue[rule]; of {
		w.askIssueAt(field)
		return
	}
	switch rule {
	case "issue_conflict":
		w.askSettleIssue()
	case "style_unknown", "style_broken":
		w.askIssue()
	case "law_body":
		w.askSettingsAt(0, "office.body")
	case "law_address":
		w.askSettingsAt(0, "office.address")
	case "logo_soft", "logo_colours", "logo_alt":
		w.askOffice()
	case "law_outdated", "law_early", "rules_broken":
		w.askSettings(setup.Rules)
	}
}

// mend carries out what the program offers to do about a finding, and offers to
// take it back.
func (w *window) mend(f bulletin.Finding) {
	job, ok := w.shownJob()
	if !ok || !w.canAdd() {
		return
	}
	w.take()
	file, keeper, author := w.file, w.keeper, w.settings.author()
	var mended desk.Mended
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			mended, err = desk.Mend(ctx, file, job, f, author)
		}
		return err
	}, func(err error) {
		if file != w.file {
			return
		}
		if at := w.issueIndex(job.Issue); err == nil && mended.Article == "" && at >= 0 {
			w.issues[at].Issue, w.issues[at].Heads = mended.NewIssue, mended.Heads // the next step builds on it
		}
		w.refreshFromFile()
		w.lookOver()
		if err != nil {
			w.complain(err)
			return
		}
		w.steps.stepped(stepOf(job.Issue, mended))
		w.notices.SayOfStep(w.say.Say("desk.check.mended", nil), w.say.Say("desk.undo_delete", nil), func() { w.undoIssue(job.Issue) })
	})
}

// headlineInIssue names the article of a finding where the pages are those of
// an issue.
func (w *window) headlineInIssue(id bulletin.ID) string {
	if id == "" || !w.wholeWanted() {
		return ""
	}
	if d := w.preview.View.Document; d != nil {
		for _, s := range d.Stories {
			if s.Article == id {
				return s.Headline
			}
		}
	}
	return ""
}
