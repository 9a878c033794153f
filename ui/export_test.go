package ui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// TestTheThicknessOfPaperIsAskedOfABookletOnly, and kept for the next time.
func TestTheThicknessOfPaperIsAskedOfABookletOnly(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	p := w.settings.p
	p.SetString(keyProfile, "office")
	p.SetBool(keyBooklet, false)
	p.SetInt(keyCreep, 100)
	form := &exportForm{w: w, things: w.printable()}
	form.chosen = form.things[0]
	form.chosen.profile = "office"
	form.ask()
	thick := w.say.Say("desk.export.creep_thick", nil)
	if buttonIn(form.options, thick) != nil {
		t.Error("single pages have a thickness")
	}
	buttonIn(form.options, w.say.Say("desk.export.fold_yes", nil)).Tapped(nil)
	choice := buttonIn(form.options, thick)
	if choice == nil {
		t.Fatal("the thickness is not asked for")
	}
	choice.Tapped(nil)
	check(t, form.take())
	if got, want := form.chosen.job.Creep, doc.Micrometres(150); got != want || !form.chosen.job.Booklet {
		t.Errorf("creep %v, want %v; booklet %v", got, want, form.chosen.job.Booklet)
	}
	buttonIn(form.options, w.say.Say("desk.export.fold_no", nil)).Tapped(nil)
	form.chosen.job.Creep = 0
	check(t, form.take())
	if form.chosen.job.Creep != 0 || form.chosen.job.Booklet {
		t.Error("single pages are moved to a fold")
	}
	if p.Int(keyCreep) != 150 {
		t.Error("the thickness is not kept")
	}
}

// TestAnExportTellsThePagesOfTheFile: of chosen pages, not of the whole issue.
func TestAnExportTellsThePagesOfTheFile(t *testing.T) {
	w := opened(t, 0)
	paragraph := bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Repeat("Tỉnh ủy họp bàn việc chăm lo Tết cho người nghèo ở miền núi. ", 8)}
	id := bulletin.NewID()
	_, err := w.file.SaveArticle(t.Context(), id, bulletin.Article{Headline: "Bài dài", Body: slices.Repeat([]bulletin.Block{paragraph}, 30)},
		storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	for typed, want := range map[string]string{"": "3 trang ·", "1-3": "3 trang ·", "2-": "2 trong 3 trang ·"} {
		pages, err := press.ParsePages(typed)
		check(t, err)
		r, err := press.Export(t.Context(), w.file, press.Job{Article: id, Pages: pages}, t.TempDir()+"/so.pdf", nil)
		check(t, err)
		if got := w.exported(r); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %q", typed, got)
		}
	}
}

// buttonIn is the quiet button with a word, nil where there is none.
func buttonIn(o fyne.CanvasObject, word string) *parts.Quiet {
	switch o := o.(type) {
	case *parts.Quiet:
		if o.Word == word && o.Visible() {
			return o
		}
	case *container.Scroll:
		return buttonIn(o.Content, word)
	case *fyne.Container:
		for _, inner := range o.Objects {
			if q := buttonIn(inner, word); q != nil {
				return q
			}
		}
	}
	return nil
}

// TestADeletedArticleIsNotExported, and nothing is asked before that is said.
func TestADeletedArticleIsNotExported(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Headline, "Lũ về ")
	w.delete()
	wait(t, "it is deleted", func() bool { return w.listing.Len() == 0 })
	w.open(w.deletion.id)
	wait(t, "it is open to be read", func() bool { return w.writing.open && w.writing.deleted })
	w.askExport()
	if w.busy() || !strings.Contains(w.notice(), "đã bị xóa") && !strings.Contains(w.notice(), "đã xóa") {
		t.Errorf("busy %v; notice %q", w.busy(), w.notice())
	}
	if len(w.printable()) != 0 {
		t.Errorf("%+v can be printed", w.printable())
	}
}

// TestWhatWouldPrintWrongIsExportedOnlyKnowingly: an issue without a licence is
// no file for the print house until somebody says so; what is missing is named.
func TestWhatWouldPrintWrongIsExportedOnlyKnowingly(t *testing.T) {
	w, issue := withIssue(t)
	out := t.TempDir() + "/so.pdf"
	p := printing{job: press.Job{Issue: issue}, profile: "print"}
	w.export(p, out)
	title := w.say.Say("desk.export.refused_title", nil)
	wait(t, "it is told", func() bool { told, ok := w.dialog.(*parts.Panel); return ok && told.Title == title })
	told := w.dialog.(*parts.Panel)
	if said := saidIn(told.Body); !strings.Contains(said, "giấy phép") {
		t.Errorf("said: %s", said)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("it was written")
	}
	anyway := buttonIn(told.Aside[0], w.say.Say("desk.export.anyway", nil))
	if anyway == nil {
		t.Fatal("there is no way on")
	}
	anyway.Tapped(nil)
	wait(t, "it is there", func() bool { _, err := os.Stat(out); return err == nil })

	for _, profile := range []string{"office", "screen"} { // nobody is asked
		other := t.TempDir() + "/khac.pdf"
		w.export(printing{job: press.Job{Issue: issue}, profile: profile}, other)
		wait(t, profile+" is there", func() bool { _, err := os.Stat(other); return err == nil })
	}
}

// TestTheRefusalComesBeforeThePlaceIsAsked, and leads to the field that the first
// error names; who goes on all the same is asked for the place then.
func TestTheRefusalComesBeforeThePlaceIsAsked(t *testing.T) {
	w, issue := withIssue(t)
	at := w.issueIndex(issue)
	nameless := w.issues[at].Issue
	nameless.Name = ""
	_, err := w.file.SaveIssue(t.Context(), issue, nameless, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: w.issues[at].Heads})
	check(t, err)
	w.loadIssues()
	wait(t, "the name is gone", func() bool { return w.issues[w.issueIndex(issue)].Issue.Name == "" })
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	w.settings.p.SetString(keyProfile, "print")
	var titles []string
	front := func(title string) func() bool {
		return func() bool {
			p, ok := w.dialog.(*parts.Panel)
			if ok && p.IsTop() && (len(titles) == 0 || titles[len(titles)-1] != p.Title) {
				titles = append(titles, p.Title)
			}
			return ok && p.IsTop() && p.Title == title
		}
	}
	export := func() {
		w.askExport()
		w.dialog.(*parts.Panel).Submit()
		wait(t, "it is refused", front(w.say.Say("desk.export.refused_title", nil)))
	}
	export()
	if slices.Contains(titles, w.say.Say("desk.file.export", nil)) {
		t.Errorf("the place was asked for first: %q", titles)
	}
	w.dialog.(*parts.Panel).Submit()
	wait(t, "the caret is in the name", func() bool {
		in, ok := w.win.Canvas().Focused().(*field.Field)
		return ok && in.Name == "issue.name"
	})
	w.dialog.Hide()
	export()
	buttonIn(w.dialog.(*parts.Panel).Aside[0], w.say.Say("desk.export.anyway", nil)).Tapped(nil)
	wait(t, "the place is asked for", front(w.say.Say("desk.file.export", nil)))
}

// TestWhatIsMissingLeadsToItsField, on the form where it is written.
func TestWhatIsMissingLeadsToItsField(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	for rule, want := range map[string]string{
		"law_number": "issue.number", "issue_undated": "issue.date", "law_licence": "office.licence",
		"law_licence_date": "office.licence_date", "law_printed_at": "office.printed_at", "law_print_run": "office.print_run",
		"law_frequency": "office.frequency", "law_responsible": "office.responsible", "law_body": "office.body", "law_address": "office.address",
	} {
		w.goToFinding(bulletin.Finding{Rule: rule, Where: bulletin.Place{Page: 1, Block: -1}})
		if in, ok := w.win.Canvas().Focused().(*field.Field); !ok || in.Name != want {
			t.Errorf("%s leads to %v, want %s", rule, w.win.Canvas().Focused(), want)
		}
		w.dialog.Hide()
	}
}
