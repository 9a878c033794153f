package ui

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/parts"
)

// TestTheCheckRestsWhereNothingIsOpen: it finds nothing wrong only with what it
// has looked over.
func TestTheCheckRestsWhereNothingIsOpen(t *testing.T) {
	w := opened(t, 0)
	w.showTab(tabCheck)
	w.lookNow()
	if got, want := w.check.Says(), w.say.Say("desk.check.nothing_open", nil); got != want {
		t.Errorf("with no article open: %q", got)
	}
	w.newArticle()
	w.lookNow()
	if got, want := w.check.Says(), w.say.Say("desk.check.nothing_written", nil); got != want {
		t.Errorf("with nothing written: %q", got)
	}
}

// TestWhatIsSaidOfTheLogoLeadsToIt: of every such finding, for the sentence says
// where to mend it.
func TestWhatIsSaidOfTheLogoLeadsToIt(t *testing.T) {
	w := opened(t, 0)
	for _, rule := range []string{"logo_soft", "logo_colours", "logo_alt"} {
		w.goToFinding(bulletin.Finding{Rule: rule, Where: bulletin.Place{Page: 1}})
		if !w.busy() {
			t.Errorf("%s leads nowhere", rule)
			continue
		}
		w.dialog.Hide()
	}
}

// TestOfSeveralVersionsOneChoosesFromTheFinding, of an issue and of an article: in
// the list of findings, and by the button of the refusal.
func TestOfSeveralVersionsOneChoosesFromTheFinding(t *testing.T) {
	w, issue := withIssue(t)
	base := w.issues[0]
	for i, name := range []string{"Thu", "Hường"} {
		s := base.Issue
		s.Number = fmt.Sprint(12 + i)
		_, err := w.file.SaveIssue(t.Context(), issue, s, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.list.ChooseIssue(w.list.Issues[0])
	w.loadIssues()
	wait(t, "the conflict is told", func() bool { return w.notices.Has(ofIssue) })
	asks := func() {
		t.Helper()
		wait(t, "one may choose", func() bool {
			p, ok := w.dialog.(*parts.Panel)
			return ok && p.IsTop() && p.Title == w.issueName(w.issueAtHand().Issue)
		})
		w.dialog.Hide()
	}
	found := findingOf(t, w, press.Job{Issue: issue}, "issue_conflict")
	w.check.Show([]bulletin.Finding{found})
	w.check.OnGo(found)
	asks()
	w.showPanel(w.refusedPanel(press.Report{Findings: []bulletin.Finding{found}}, func() {}))
	w.dialog.(*parts.Panel).Submit()
	asks()
	w.makeUp()
	w.goToFinding(found)
	asks()
}

// TestOfSeveralVersionsOfAnArticleOneChoosesFromTheFinding, whichever is open.
func TestOfSeveralVersionsOfAnArticleOneChoosesFromTheFinding(t *testing.T) {
	w, id := contested(t)
	found := findingOf(t, w, press.Job{Article: id}, "story_conflict")
	w.check.OnGo(found)
	wait(t, "one may choose", w.busy)
	w.dialog.Hide()
	w.newArticle()
	w.check.OnGo(found)
	wait(t, "it is opened, and one may choose", func() bool { return w.writing.id == id && w.busy() })
}

// findingOf is what a rule finds in the pages of a job.
func findingOf(t *testing.T, w *window, job press.Job, rule string) bulletin.Finding {
	t.Helper()
	all, err := press.Preflight(t.Context(), w.file, job)
	check(t, err)
	at := slices.IndexFunc(all, func(f bulletin.Finding) bool { return f.Rule == rule })
	if at < 0 {
		t.Fatalf("%s finds nothing in %+v", rule, all)
	}
	return all[at]
}

// TestAFindingSaysWhichPhotoItIsAbout: by its number and the beginning of its
// caption.
func TestAFindingSaysWhichPhotoItIsAbout(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	r, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	a := r.Article.Clone()
	for i, caption := range []string{"", "Đoàn viên thanh niên trồng cây bên bờ kênh Ba Xã"} {
		original := image.NewGray(image.Rect(0, 0, 90+i, 60)) // far too small to be printed
		var bytes bytes.Buffer
		check(t, png.Encode(&bytes, original))
		photo, err := w.file.AddPhoto(ctx, "a.png", bytes.Bytes())
		check(t, err)
		a.Photos = append(a.Photos, bulletin.Photo{ID: fmt.Sprint("p", i), SHA256: photo.SHA256, WidthPx: photo.WidthPx, HeightPx: photo.HeightPx, Caption: caption})
	}
	_, err = w.file.SaveArticle(ctx, w.writing.id, a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: r.Heads})
	check(t, err)
	w.refreshFromFile()
	wait(t, "the photos are on the sheet", func() bool { return len(w.writing.article.Photos) == 2 })
	w.showTab(tabCheck)
	w.lookNow()
	wait(t, "the photos are named", func() bool {
		abouts := w.check.Abouts()
		return slices.Contains(abouts, "Ảnh 1") && slices.Contains(abouts, "Ảnh 2 “Đoàn viên thanh niên trồng cây…”")
	})
}

// TestWhatWasNoticedGoesWithItsPages: on another article nothing stands that was
// noticed on the one before, not even until that is looked over.
func TestWhatWasNoticedGoesWithItsPages(t *testing.T) {
	w := opened(t, 2)
	noticed := func() {
		t.Helper()
		w.noticed([]bulletin.Finding{{Rule: "headline_long", Severity: bulletin.Error, Where: bulletin.Place{Article: w.writing.id, Page: 1}}})
		if errors, _, _ := w.check.Counts(); errors != 1 {
			t.Fatalf("%d errors are shown", errors)
		}
	}
	forgotten := func(says string) {
		t.Helper()
		if n := len(w.check.Findings()); n > 0 || w.check.Says() != w.say.Say(says, nil) {
			t.Errorf("%d findings, and %q", n, w.check.Says())
		}
		if word := w.side.tabs.Buttons()[tabCheck].Word; word != w.side.names[tabCheck] {
			t.Errorf("the tab says %q", word)
		}
	}
	w.open(w.listing.At(0).ID)
	wait(t, "the first article is open", func() bool { return w.writing.id == w.listing.At(0).ID })
	noticed()
	w.askPreview(true) // as after each pause in writing
	if len(w.check.Findings()) == 0 {
		t.Error("what was noticed on the article is gone while it is written on")
	}
	w.open(w.listing.At(1).ID)
	wait(t, "the other article is open", func() bool { return w.writing.id == w.listing.At(1).ID })
	forgotten("desk.check.waiting")
	noticed()
	w.newArticle()
	forgotten("desk.check.nothing_written")
}

// TestTheCheckSaysWhatItIsFor where that is not a print house: with other pages in
// mind it is milder.
func TestTheCheckSaysWhatItIsFor(t *testing.T) {
	w := opened(t, 1)
	for profile, key := range map[string]string{"office": "desk.check.for_office", "screen": "desk.check.for_screen", "print": ""} {
		w.settings.p.SetString(keyProfile, profile)
		w.check.Wait()
		waiting := w.check.Says()
		w.showTab(tabCheck)
		w.lookNow()
		wait(t, "the pages are looked over", func() bool { return w.check.Says() != waiting })
		for _, of := range []string{"desk.check.for_office", "desk.check.for_screen"} {
			if said := strings.Contains(w.check.Says(), w.say.Say(of, nil)); said != (of == key) {
				t.Errorf("for %s it says %q", profile, w.check.Says())
			}
		}
	}
}
