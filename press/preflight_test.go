package press_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/pdf"
	"bantin/press"
	"bantin/storage"
)

var update = flag.Bool("update", false, "write the golden files anew")

func look(t testing.TB, f *storage.File, job press.Job) []bulletin.Finding {
	t.Helper()
	found, err := press.Preflight(t.Context(), f, job)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// rulesOf is what was found in one line, sorted.
func rulesOf(found []bulletin.Finding) string {
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = fmt.Sprintf("%s:%s", f.Severity, f.Rule)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func has(found []bulletin.Finding, rule string) *bulletin.Finding {
	if i := slices.IndexFunc(found, func(f bulletin.Finding) bool { return f.Rule == rule }); i >= 0 {
		return &found[i]
	}
	return nil
}

// TestGolden reads what is said of the sample and of the real article. Pages
// and sizes are left out: they are the layout's business.
func TestGolden(t *testing.T) {
	t.Run("sample", func(t *testing.T) {
		f, issue := filled(t)
		golden(t, "sample", listed(t, f, look(t, f, press.Job{Issue: issue})))
	})
	t.Run("real", func(t *testing.T) {
		f := drafts(t)
		id := realArticle(t, f, "Garden.jpg", "small-480px.jpg")
		change(t, f, id, func(a *bulletin.Article) { a.Photos[1].Size = bulletin.SizeWide })
		golden(t, "real", listed(t, f, look(t, f, press.Job{Article: id})))
	})
	t.Run("real without photos", func(t *testing.T) {
		f := drafts(t)
		id := realArticle(t, f)
		golden(t, "real-without-photos", listed(t, f, look(t, f, press.Job{Article: id})))
	})
}

// listed is findings as text, sorted, with headlines for IDs.
func listed(t *testing.T, f *storage.File, found []bulletin.Finding) string {
	lines := make([]string, len(found))
	for i, x := range found {
		lines[i] = fmt.Sprintf("%s %s", x.Severity, x.Rule)
		if x.Where.Article != "" {
			a, err := f.Article(t.Context(), x.Where.Article)
			if err != nil {
				t.Fatal(err)
			}
			lines[i] += fmt.Sprintf(" “%s”", a.Article.Headline)
		}
		for _, more := range []string{string(x.Where.Field), x.Where.Photo, string(x.Fix)} {
			if more != "" {
				lines[i] += " " + more
			}
		}
		if strings.HasPrefix(x.Rule, "law_") || strings.HasPrefix(x.Rule, "story_") {
			lines[i] += "\n  " + translations.For(translations.Vietnamese).Finding(x)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (-update writes it anew):\n got\n%s\nwant\n%s", path, got, want)
	}
}

func TestTheSampleIsFitForEveryPurpose(t *testing.T) {
	f, issue := filled(t)
	for _, profile := range pdf.Profiles() {
		for _, x := range look(t, f, press.Job{Issue: issue, Profile: profile}) {
			if x.Severity == bulletin.Error {
				t.Errorf("%s: %+v", profile, x)
			}
		}
	}
}

// TestAnOrdinaryArticleIsFitForPrint has captions, but neither credits nor
// descriptions of its photos, and an emoji.
func TestAnOrdinaryArticleIsFitForPrint(t *testing.T) {
	f := drafts(t)
	id := realArticle(t, f, "Garden.jpg", "LadyBird.jpg")
	change(t, f, id, func(a *bulletin.Article) { a.Headline += " 🎉" })
	found := look(t, f, press.Job{Article: id})
	if got := rulesOf(found); got != "error:missing_glyph hint:photo_alt hint:photo_alt hint:photo_credit hint:photo_credit" {
		t.Errorf("%s", got)
	}
}

func TestStoriesThatShouldNotBePrinted(t *testing.T) {
	f, id := filled(t)
	stored, err := f.Issue(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	slots := stored.Issue.Slots
	deleted, twice, conflicting := slots[1].Article, slots[2].Article, slots[3].Article
	a, err := f.Article(t.Context(), deleted)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.DeleteArticle(t.Context(), deleted, storage.Save{Author: "Lan", Expected: a.Heads}); err != nil {
		t.Fatal(err)
	}
	a, err = f.Article(t.Context(), conflicting)
	if err != nil {
		t.Fatal(err)
	}
	for _, headline := range []string{"Bản của Lan", "Bản của Minh"} {
		a.Article.Headline = headline
		save(t, f, conflicting, a.Article, a.Revision)
	}
	issue := stored.Issue
	issue.Slots = append(issue.Slots, bulletin.Slot{Article: twice}, bulletin.Slot{Article: "khongco000000000"})
	for _, number := range []string{"11", "12"} { // over the same version: two heads
		issue.Number = number
		saveIssue(t, f, id, issue, stored.Revision)
	}

	job := press.Job{Issue: id}
	found := look(t, f, job)
	for rule, article := range map[string]bulletin.ID{
		"story_missing": "khongco000000000", "story_deleted": deleted, "story_twice": twice, "story_conflict": conflicting, "issue_conflict": "",
	} {
		if x := has(found, rule); x == nil || x.Where.Article != article || rule != "story_twice" && x.Severity != bulletin.Error {
			t.Errorf("%s: %+v", rule, x)
		}
	}
	if _, err := press.Layout(t.Context(), f, job); bulletin.TroubleKey(err) != "article_missing" {
		t.Errorf("Layout: %v", err)
	}

	t.Run("refused", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "a.pdf")
		job := job
		job.RefuseErrors = true
		report, err := press.Export(t.Context(), f, job, out, nil)
		if err != nil || !report.Refused || report.Out != "" || rulesOf(report.Findings) != rulesOf(found) {
			t.Errorf("%+v, %v", report, err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Error("written all the same")
		}
		if looked, err := new(press.Composer).LookOver(t.Context(), f, job); err != nil || !looked.Refused {
			t.Errorf("looked over: %+v, %v", looked, err)
		}
		job.Profile = pdf.Office
		if report, err := press.Export(t.Context(), f, job, out, nil); err != nil || report.Refused || report.PDFBytes == 0 {
			t.Errorf("for the office: %+v, %v", report, err)
		}
	})
	t.Run("mended", func(t *testing.T) {
		for _, rule := range []string{"story_missing", "story_deleted", "story_twice"} {
			mend(t, f, job, rule)
		}
		issue, err := f.Issue(t.Context(), id)
		if err != nil || len(issue.Heads) != 2 {
			t.Errorf("the other version of the issue was settled too: %v %v", issue.Heads, err)
		}
	})
}

// mend carries out the fix of the first finding of a rule and looks that it is
// gone, and that mending again is refused.
func mend(t *testing.T, f *storage.File, job press.Job, rule string) {
	t.Helper()
	x := has(look(t, f, job), rule)
	if x == nil || x.Fix == "" {
		t.Fatalf("%s: %+v", rule, x)
	}
	if err := press.Mend(t.Context(), f, job, *x, "Lan"); err != nil {
		t.Fatal(err)
	}
	if again := has(look(t, f, job), rule); again != nil {
		t.Errorf("%s is still there: %+v", rule, again)
	}
	if err := press.Mend(t.Context(), f, job, *x, "Lan"); bulletin.TroubleKey(err) != "fix_gone" {
		t.Errorf("%s, mended twice: %v", rule, err)
	}
}

func TestPhotosAreMended(t *testing.T) {
	f := drafts(t)
	id := realArticle(t, f, "Garden.jpg")
	change(t, f, id, func(a *bulletin.Article) { // too coarse for the page's width, sharp enough for a column
		a.Photos[0].WidthPx, a.Photos[0].HeightPx, a.Photos[0].Size = 900, 563, bulletin.SizeWide
	})
	job := press.Job{Article: id}
	mend(t, f, job, "photo_blurred")
	mend(t, f, job, "empty_frame")
	a, err := f.Article(t.Context(), id)
	if err != nil || len(a.Article.Photos) != 1 || a.Article.Photos[0].Size != bulletin.SizeColumn {
		t.Errorf("%+v, %v", a.Article.Photos, err)
	}
	if err := press.Mend(t.Context(), f, job, bulletin.Finding{Rule: "x", Fix: "no_such"}, "Lan"); bulletin.TroubleKey(err) != "fix_gone" {
		t.Errorf("a fix that nobody knows: %v", err)
	}
	for _, l := range translations.Languages() {
		for _, fix := range bulletin.Fixes() {
			if !translations.For(l).Has("fix." + string(fix)) {
				t.Errorf("%s: no words for %s", l, fix)
			}
		}
	}
}

// TestAStoryIsApproved where preflight misses that, but not while there is
// something to be chosen in it.
func TestAStoryIsApproved(t *testing.T) {
	f := drafts(t)
	id, issue := bulletin.NewID(), bulletin.NewID()
	save(t, f, id, bulletin.Article{Headline: "Tít", Status: bulletin.Edited})
	saveIssue(t, f, issue, bulletin.Issue{Name: "Bản tin", Slots: []bulletin.Slot{{Article: id}}})
	job := press.Job{Issue: issue}
	mend(t, f, job, "story_unapproved")
	a, err := f.Article(t.Context(), id)
	if err != nil || a.Article.Status != bulletin.Approved {
		t.Fatalf("%q, %v", a.Article.Status, err)
	}
	for _, headline := range []string{"Tít một", "Tít hai"} { // beside one another
		b := a.Article
		b.Headline, b.Status = headline, bulletin.Edited
		save(t, f, id, b, a.Revision)
	}
	x := has(look(t, f, job), "story_unapproved")
	if x == nil || x.Fix != "" {
		t.Fatalf("with a choice open: %+v", x)
	}
	x.Fix = bulletin.FixApprove
	if err := press.Mend(t.Context(), f, job, *x, "Lan"); bulletin.TroubleKey(err) != "fix_gone" {
		t.Errorf("approved with a choice open: %v", err)
	}
}

// TestADeepCropIsMeasuredByThePrintDerivative shows a part of a photo that has
// pixels enough in the original, but not in what the drafts file keeps for
// print.
func TestADeepCropIsMeasuredByThePrintDerivative(t *testing.T) {
	f := drafts(t)
	id := realArticle(t, f, "Garden.jpg", "LadyBird.jpg")
	change(t, f, id, func(a *bulletin.Article) {
		p := &a.Photos[0]
		p.WidthPx, p.HeightPx, p.Size = 7680, 4800, bulletin.SizeWide // as if the original had been that large
		p.Crop = &bulletin.Crop{Left: 3000, Top: 3000, Width: 3000, Height: 3000}
	})
	if x := has(look(t, f, press.Job{Article: id}), "photo_soft"); x == nil || x.Where.Photo != "p1" {
		t.Errorf("2304 pixels of the original, 1080 of the derivative: %s", rulesOf(look(t, f, press.Job{Article: id})))
	}
}

// BenchmarkPreflight loads, lays out and looks over the sample.
func BenchmarkPreflight(b *testing.B) {
	f, issue := filled(b)
	b.ReportAllocs()
	for b.Loop() {
		look(b, f, press.Job{Issue: issue})
	}
}

// What the program merged is told until a person has saved it.
func TestMergedByMachine(t *testing.T) {
	f, id := filled(t)
	stored, err := f.Issue(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	a, err := f.Article(t.Context(), stored.Issue.Slots[0].Article)
	if err != nil {
		t.Fatal(err)
	}
	one, two := a.Article.Clone(), a.Article.Clone()
	one.Byline, two.Note = "Lan", "Xem lại"
	save(t, f, a.ID, one, a.Revision)
	save(t, f, a.ID, two, a.Revision)
	left, right := stored.Issue, stored.Issue
	left.Number, right.ThemeBanner = "11", "Chủ đề khác"
	saveIssue(t, f, id, left, stored.Revision)
	saveIssue(t, f, id, right, stored.Revision)
	job := press.Job{Issue: id}
	found := look(t, f, job)
	for _, rule := range []string{"story_merged", "issue_merged"} {
		if x := has(found, rule); x == nil {
			t.Errorf("%s is not told: %s", rule, rulesOf(found))
		}
	}
	a, err = f.Article(t.Context(), a.ID)
	if err != nil || a.Article.Byline != "Lan" || a.Article.Note != "Xem lại" {
		t.Fatalf("%+v %v", a, err)
	}
	save(t, f, a.ID, a.Article, a.Heads...)
	if x := has(look(t, f, job), "story_merged"); x != nil {
		t.Errorf("%+v", x)
	}
}

// threePages is an issue of one story that takes three pages.
func threePages(t *testing.T) (*storage.File, press.Job) {
	t.Helper()
	f, id := drafts(t), bulletin.NewID()
	for paragraphs := 8; paragraphs < 60; paragraphs++ {
		a := bulletin.Article{Headline: "Bà con thôn Tân Lập trồng rừng"}
		for range paragraphs {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Repeat("Bà con trồng thêm cây trên đồi. ", 12)})
		}
		story := bulletin.NewID()
		save(t, f, story, a)
		job := press.Job{Issue: id}
		saveIssue(t, f, id, bulletin.Issue{Name: "Bản tin", Slots: []bulletin.Slot{{Article: story}}}, headsOf(t, f, id)...)
		doc, err := press.Layout(t.Context(), f, job)
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Pages) == 3 {
			return f, job
		}
	}
	t.Fatal("no length takes three pages")
	return nil, press.Job{}
}

// headsOf are the versions of an issue, none where it is not stored yet.
func headsOf(t *testing.T, f *storage.File, id bulletin.ID) []bulletin.RevisionID {
	t.Helper()
	stored, err := f.Issue(t.Context(), id)
	if err != nil {
		return nil
	}
	return stored.Heads
}

// TestEvenPagesAreWishedFor: the fix makes the issue ask for full sheets, and
// is offered once.
func TestEvenPagesAreWishedFor(t *testing.T) {
	f, job := threePages(t)
	mend(t, f, job, "page_multiple")
}

// TestWishesAreTakenBack: the fix of a wish that is not met settles it, be it
// one that this program would not have written.
func TestWishesAreTakenBack(t *testing.T) {
	f, job := threePages(t)
	stored, err := f.Issue(t.Context(), job.Issue)
	if err != nil {
		t.Fatal(err)
	}
	issue := stored.Issue
	issue.PageMultiple = -3
	issue.Slots[0].PhotoSize, issue.Slots[0].HeadlineSize, issue.Slots[0].Columns = "wide", "huge", 7
	issue.Holes = []bulletin.Hole{{Page: 1, Columns: 9, Rows: 800}, {Page: 40, Columns: 1, Rows: 4}}
	saveIssue(t, f, job.Issue, issue, stored.Heads...)
	for _, rule := range []string{"wish_multiple", "wish_photo_none", "wish_unknown", "wish_columns", "hole_impossible", "hole_beyond"} {
		mend(t, f, job, rule)
	}
}
