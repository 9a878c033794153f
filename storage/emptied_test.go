package storage_test

import (
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// begunArticle is an article of which somebody has written a few words.
func begunArticle(t *testing.T, f *storage.File) (id bulletin.ID, seen []bulletin.RevisionID) {
	t.Helper()
	id = bulletin.NewID()
	saved, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Ra quân", Byline: "Thu"}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	must(t, err)
	return id, saved.Heads
}

// TestAnEmptiedArticleThatNobodyElseHasGoes: out of the list and not to others;
// its words can still come back. Others hear of a deletion at most.
func TestAnEmptiedArticleThatNobodyElseHasGoes(t *testing.T) {
	f := create(t)
	id, seen := begunArticle(t, f)
	_, gone, err := f.SaveEmptied(ctx, id, bulletin.Article{Byline: "Thu"}, storage.Save{Author: "Thu", Reason: bulletin.ReasonAutosave, Expected: seen})
	must(t, err)
	list, err := f.Articles(ctx, storage.Query{})
	must(t, err)
	if !gone || len(list) != 0 {
		t.Errorf("gone %v, in the list %d", gone, len(list))
	}
	if a, err := f.Article(ctx, id); err != nil || !a.Deleted || a.Article.Headline != "Ra quân" {
		t.Errorf("what can come back: %+v, %v", a.Article, err)
	}
	out := filepath.Join(t.TempDir(), "gui.bantin")
	_, err = f.Send(ctx, out, storage.Selection{}, nil)
	must(t, err)
	other := create(t)
	_, err = other.Receive(ctx, out, nil)
	must(t, err)
	if list, err := other.Articles(ctx, storage.Query{}); err != nil || len(list) != 0 {
		t.Errorf("somebody else has %d articles, %v", len(list), err)
	}
	if a, err := other.Article(ctx, id); err == nil && a.Article.Headline != "" {
		t.Errorf("somebody else reads %+v", a.Article)
	}
}

// TestAnEmptiedArticleThatOthersKnowStays: somebody may be working with it.
func TestAnEmptiedArticleThatOthersKnowStays(t *testing.T) {
	known := map[string]func(t *testing.T, f *storage.File, id bulletin.ID, seen []bulletin.RevisionID) []bulletin.RevisionID{
		"handed out": func(t *testing.T, f *storage.File, id bulletin.ID, seen []bulletin.RevisionID) []bulletin.RevisionID {
			_, err := f.Send(ctx, filepath.Join(t.TempDir(), "gui.bantin"), storage.Selection{}, nil)
			must(t, err)
			return seen
		},
		"written on by somebody else": func(t *testing.T, f *storage.File, id bulletin.ID, seen []bulletin.RevisionID) []bulletin.RevisionID {
			saved, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Ra quân mùa khô"}, storage.Save{Author: "Hải", Expected: seen})
			must(t, err)
			return saved.Heads
		},
		"in an issue": func(t *testing.T, f *storage.File, id bulletin.ID, seen []bulletin.RevisionID) []bulletin.RevisionID {
			_, err := f.SaveIssue(ctx, bulletin.NewID(), bulletin.Issue{Number: "4", Slots: []bulletin.Slot{{Article: id}}}, storage.Save{Author: "Thu"})
			must(t, err)
			return seen
		},
		"changed meanwhile": func(t *testing.T, f *storage.File, id bulletin.ID, seen []bulletin.RevisionID) []bulletin.RevisionID {
			_, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Ra quân sớm"}, storage.Save{Author: "Thu", Expected: seen})
			must(t, err)
			return seen
		},
	}
	for what, know := range known {
		t.Run(what, func(t *testing.T) {
			f := create(t)
			id, seen := begunArticle(t, f)
			seen = know(t, f, id, seen)
			_, gone, err := f.SaveEmptied(ctx, id, bulletin.Article{Byline: "Thu"}, storage.Save{Author: "Thu", Expected: seen})
			must(t, err)
			list, err := f.Articles(ctx, storage.Query{})
			must(t, err)
			if gone || len(list) != 1 {
				t.Errorf("gone %v, in the list %d", gone, len(list))
			}
		})
	}
}

// TestWhatNobodyHasWrittenOnIsNothingToOthers, not even a deletion; one of what was
// written on travels.
func TestWhatNobodyHasWrittenOnIsNothingToOthers(t *testing.T) {
	for headline, want := range map[string]int{"": 0, "Ra quân": 1} {
		f := create(t)
		id := bulletin.NewID()
		saved, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: headline, Byline: "Thu", Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonAutosave})
		must(t, err)
		_, _, err = f.SaveEmptied(ctx, id, bulletin.Article{}, storage.Save{Author: "Thu", Reason: bulletin.ReasonAutosave, Expected: saved.Heads})
		must(t, err)
		out := filepath.Join(t.TempDir(), "gui.bantin")
		sent, err := f.Send(ctx, out, storage.Selection{}, nil)
		must(t, err)
		other := create(t)
		_, err = other.Receive(ctx, out, nil)
		must(t, err)
		gone, err := other.Articles(ctx, storage.Query{Deleted: true})
		must(t, err)
		if sent.Articles != want || len(gone) != want {
			t.Errorf("%q: %d sent, %d deleted articles arrive, not %d", headline, sent.Articles, len(gone), want)
		}
	}
}
