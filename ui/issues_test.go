package ui

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// withIssue is a desk on a file with three articles and an issue of two of
// them, the first of the list last.
func withIssue(t *testing.T) (*window, bulletin.ID) {
	t.Helper()
	w := opened(t, 3)
	id := bulletin.NewID()
	_, err := w.file.SaveIssue(context.Background(), id, bulletin.Issue{
		Name: "Bản tin Ngàn Sa", Number: "11 (17)", Date: bulletin.Date{Year: 2026, Month: 11, Day: 16},
		Slots: []bulletin.Slot{{Article: w.listing.At(2).ID}, {Article: w.listing.At(0).ID}},
	}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	w.loadIssues()
	wait(t, "the issue is known", func() bool { return len(w.issues) == 1 })
	return w, id
}

func TestAnIssueListsItsStoriesInOrder(t *testing.T) {
	w, id := withIssue(t)
	last, first := w.listing.At(0).ID, w.listing.At(2).ID
	w.list.ChooseIssue(w.list.Issues[0])
	if w.listing.Issue() != id || w.listing.Len() != 2 || w.listing.At(0).ID != first || w.listing.At(1).ID != last {
		t.Errorf("%d stories", w.listing.Len())
	}
	if got := w.list.Issues[0].Name; got != "Bản tin Ngàn Sa số 11 (17)" {
		t.Errorf("the shelf is called %q", got)
	}
	w.newArticle()
	if w.listing.Issue() != "" {
		t.Error("a new article is hidden behind the issue")
	}
}

func TestTheWholeIssueIsPreviewedFromTheOpenStory(t *testing.T) {
	w, _ := withIssue(t)
	if !w.preview.Offers() {
		t.Fatal("the switch is not offered for an article of the issue")
	}
	test.Tap(w.preview.Issue)
	wait(t, "the issue's pages come", func() bool {
		d := w.preview.View.Document
		return d != nil && len(d.Stories) == 2
	})
	other := w.issues[0].Issue.Slots[0].Article
	if other == w.writing.id {
		other = w.issues[0].Issue.Slots[1].Article
	}
	w.preview.GoTo(0)
	at, stage, ok := w.preview.Where(bulletin.Place{Article: other, Field: bulletin.FieldHeadline, Block: -1})
	if !ok {
		t.Fatal("the other story is not on the page")
	}
	test.TapAt(stage.(fyne.Tappable), at.AddXY(2, 2))
	wait(t, "the story that was clicked opens", func() bool { return w.writing.id == other })
	test.Tap(w.preview.Article)
	wait(t, "the article's pages come back", func() bool { return len(w.preview.View.Document.Stories) == 1 })
}

func TestAStoryIsPutIntoAnIssueAndTakenOutAgain(t *testing.T) {
	w, id := withIssue(t)
	w.open(w.listing.At(1).ID)
	stories := func() int { return len(w.issues[0].Issue.Slots) }
	article := w.listing.At(1).ID
	wait(t, "the article opens", func() bool { return w.writing.id == article })
	w.turnStory(id)
	wait(t, "it stands in the issue", func() bool { return stories() == 3 })
	if got := w.issues[0].Issue.Slots[2].Article; got != w.writing.id {
		t.Errorf("the last story is %s", got)
	}
	if !w.addTo.ChildMenu.Items[0].Checked {
		t.Error("the menu does not tick the issue")
	}
	offered := w.addTo.ChildMenu
	w.issuesChanged()
	if w.addTo.ChildMenu != offered {
		t.Error("the menu is made anew, which shuts it, although it offers the same")
	}
	w.turnStory(id)
	wait(t, "it is out again", func() bool { return stories() == 2 })
}

func TestANewIssueBeginsWithTheArticle(t *testing.T) {
	w, _ := withIssue(t)
	w.office.Bulletin = "Bản tin Ngàn Sa"
	w.askNewIssue()
	number, ok := w.win.Canvas().Focused().(*field.Field)
	if !ok || number.Text() != "12 (18)" {
		t.Fatal("the next number is not offered")
	}
	number.OnEnter()
	w.win.Canvas().Focused().(*field.Field).OnEnter()
	wait(t, "the issue is made", func() bool { return len(w.issues) == 2 })
	made := w.issues[slices.IndexFunc(w.issues, func(s storage.StoredIssue) bool { return s.Issue.Number == "12 (18)" })].Issue
	if made.Name != "Bản tin Ngàn Sa" || len(made.Slots) != 1 || made.Slots[0].Article != w.writing.id {
		t.Errorf("made %+v", made)
	}
}

// TestANewIssueGoesOnFromTheLast where the office's settings do not say more.
func TestANewIssueGoesOnFromTheLast(t *testing.T) {
	w, id := withIssue(t)
	w.office.Bulletin = ""
	w.changeIssue(id, func(s *bulletin.Issue) {
		s.Name, s.Imprint.Licence, s.Imprint.Responsible, s.Imprint.PrintRun = "Bản tin Ngàn Sa", "05/GP-STTTT", "Lê Hải Yên", 300
	}, nil)
	wait(t, "it is stored", func() bool { return w.issues[0].Issue.Imprint.Licence != "" })
	w.office.Imprint.Responsible = "Trần Văn Bình"
	w.askNewIssue()
	number := w.win.Canvas().Focused().(*field.Field)
	number.OnEnter()
	w.win.Canvas().Focused().(*field.Field).OnEnter()
	wait(t, "the issue is made", func() bool { return len(w.issues) == 2 })
	made := w.issues[slices.IndexFunc(w.issues, func(s storage.StoredIssue) bool { return s.ID != id })].Issue
	if i := made.Imprint; made.Name != "Bản tin Ngàn Sa" || i.Licence != "05/GP-STTTT" || i.Responsible != "Trần Văn Bình" || i.PrintRun != 0 {
		t.Errorf("made %q, %+v", made.Name, i)
	}
}

func TestABlankArticleIsNotPutIntoAnIssue(t *testing.T) {
	w, id := withIssue(t)
	w.newArticle()
	w.turnStory(id)
	w.flush()
	stored, err := w.file.Issue(context.Background(), id)
	check(t, err)
	if len(stored.Issue.Slots) != 2 || w.notice() == "" {
		t.Errorf("%d stories, notice %q", len(stored.Issue.Slots), w.notice())
	}
}

func TestTheOfficeIsKeptAndOffered(t *testing.T) {
	w := opened(t, 1)
	w.office = bulletin.Office{ThemeBanner: "Gần dân, sát việc", Authors: []string{"Hải Yên"}}
	w.askOffice()
	c := w.win.Canvas()
	c.Focused().(*field.Field).Rewrite("Trung tâm Văn hóa xã Ngàn Sa")
	w.dialog.(*parts.Panel).Submit()
	wait(t, "the office is kept", func() bool { return w.office.Body != "" })
	stored, err := w.file.Office(context.Background())
	check(t, err)
	if stored.Body != "Trung tâm Văn hóa xã Ngàn Sa" || !w.facts.author.Visible() || w.facts.author.Word == "" {
		t.Errorf("office %+v", stored)
	}
	w.settings.p.SetString(keyAuthor, "Mai Thắm")
	w.newArticle()
	a := w.writing.article
	if a.ThemeBanner != "Gần dân, sát việc" || a.Byline != "Mai Thắm" {
		t.Errorf("new article %+v", a)
	}
	w.facts.OnByline("Hải Yên")
	if w.textOf(manuscript.Byline) != "Hải Yên" {
		t.Errorf("byline %q", w.textOf(manuscript.Byline))
	}
}

// TestWhatWasFilledInOnTheSettingsComesBack after Escape, from all pages and also what
// cannot be read yet; where nothing was changed nothing is said.
func TestWhatWasFilledInOnTheSettingsComesBack(t *testing.T) {
	w := opened(t, 1)
	dropped, again := func() bool { return w.saysKey("desk.setup.dropped") }, w.say.Say("desk.setup.again", nil)
	in := func(name string) *field.Field {
		t.Helper()
		for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
			if f, ok := o.(*field.Field); ok && f.Name == name {
				return f
			}
		}
		t.Fatalf("there is no field %s", name)
		return nil
	}
	turn := func(page string) {
		for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
			if b, ok := o.(*parts.Quiet); ok && b.Word == w.say.Say("desk.setup."+page, nil) {
				b.Tapped(nil)
				return
			}
		}
		t.Fatalf("there is no page %s", page)
	}
	escape := func() {
		t.Helper()
		if !parts.ShutTop(w.win.Canvas()) || w.busy() {
			t.Fatal("Escape does not shut the settings")
		}
	}
	w.askOffice()
	for _, page := range []string{"bulletin", "lists", "rules", "here", "office"} {
		turn(page)
	}
	escape()
	if dropped() {
		t.Fatalf("nothing was changed, and it says %q", w.told())
	}
	w.askOffice()
	in("office.body").SetText("Trung tâm Văn hóa xã Ngàn Sa")
	turn("bulletin")
	in("office.frequency").SetText("mỗi quý một số")
	in("office.licence_date").SetText("ngày mai")
	escape()
	if !dropped() || !w.notices.Offers(ofNews, again) {
		t.Fatalf("it was thrown away without a word: %q", w.told())
	}
	w.notices.Act(ofNews)
	if dropped() {
		t.Error("it is still told as thrown away")
	}
	if got := in("office.frequency").Text() + ", " + in("office.licence_date").Text(); got != "mỗi quý một số, ngày mai" {
		t.Errorf("it came back with %q", got)
	}
	in("office.licence_date").SetText("7/3/2026")
	w.dialog.(*parts.Panel).Submit()
	wait(t, "all is kept", func() bool { return w.office.Imprint.Frequency == "mỗi quý một số" })
	if w.office.Body != "Trung tâm Văn hóa xã Ngàn Sa" || w.office.Imprint.LicenceDate.Short() != "7/3/2026" {
		t.Errorf("kept %+v", w.office)
	}
	if dropped() {
		t.Error("what was kept is told as thrown away")
	}
}
