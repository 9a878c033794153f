package desk_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/press"
	"bantin/sample"
	"bantin/storage"
	"bantin/ui/desk"
)

// sampleIssue is the sample bulletin in a style of three columns.
func sampleIssue(t testing.TB) (*storage.File, storage.StoredIssue) {
	t.Helper()
	ctx := context.Background()
	f, id, err := sample.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"), func(int, int) {})
	check(t, err)
	t.Cleanup(func() { f.Close() })
	stored, err := f.Issue(ctx, id)
	check(t, err)
	stored.Issue.Style = "a4-bulletin-3"
	_, err = f.SaveIssue(ctx, id, stored.Issue, storage.Save{Author: "Thu", Expected: stored.Heads})
	check(t, err)
	stored, err = f.Issue(ctx, id)
	check(t, err)
	return f, stored
}

func variantsOf(t testing.TB, f *storage.File, issue, article bulletin.ID) []desk.Variant {
	t.Helper()
	var c press.Composer
	trial, err := c.Trial(context.Background(), f, press.Job{Issue: issue})
	check(t, err)
	var all []desk.Variant
	check(t, desk.Variants(context.Background(), trial, article, func(v desk.Variant) { all = append(all, v) }))
	return all
}

func TestVariantsAreWhatThePagesCanBe(t *testing.T) {
	f, stored := sampleIssue(t)
	ctx := context.Background()
	article := stored.Issue.Slots[1].Article
	all := variantsOf(t, f, stored.ID, article)
	if len(all) < 5 || all[0].Columns != 0 || !all[0].Now || len(all[0].Outline.Lines) == 0 {
		t.Fatalf("%d variants, the first %+v", len(all), all[0])
	}
	columns := map[int]bool{}
	for i, v := range all {
		if v.Now != (i == 0) {
			t.Errorf("variant %d is said to be in force", i)
		}
		if v.Columns > 0 && v.Story.Columns != v.Columns {
			t.Errorf("variant of %d columns stands over %d", v.Columns, v.Story.Columns)
		}
		columns[v.Story.Columns] = true
	}
	if len(columns) < 2 {
		t.Errorf("all stand over as many columns: %v", columns)
	}
	// What was promised is what comes.
	taken := all[len(all)-1]
	issue := stored.Issue
	taken.Wish(&issue.Slots[1])
	_, err := f.SaveIssue(ctx, stored.ID, issue, storage.Save{Author: "Thu", Expected: stored.Heads})
	check(t, err)
	doc, err := press.Layout(ctx, f, press.Job{Issue: stored.ID})
	check(t, err)
	if len(doc.Pages) != taken.Pages {
		t.Errorf("%d pages, promised %d", len(doc.Pages), taken.Pages)
	}
	for _, s := range doc.Stories {
		if s.Article == article && !reflect.DeepEqual(s, taken.Story) {
			t.Errorf("came %+v, promised %+v", s, taken.Story)
		}
	}
	inForce := 0
	for _, v := range variantsOf(t, f, stored.ID, article) {
		if v.Now {
			inForce++
		}
	}
	if inForce != 1 {
		t.Errorf("%d variants are in force", inForce)
	}
}

func TestVariantsEndWhenNobodyWaits(t *testing.T) {
	f, stored := sampleIssue(t)
	var c press.Composer
	trial, err := c.Trial(context.Background(), f, press.Job{Issue: stored.ID})
	check(t, err)
	ctx, stop := context.WithCancel(context.Background())
	told := 0
	err = desk.Variants(ctx, trial, stored.Issue.Slots[0].Article, func(desk.Variant) { told++; stop() })
	if told != 1 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d told, %v", told, err)
	}
}

func BenchmarkVariantsOfAStory(b *testing.B) {
	f, stored := sampleIssue(b)
	b.ReportAllocs()
	for b.Loop() {
		if n := len(variantsOf(b, f, stored.ID, stored.Issue.Slots[1].Article)); n < 5 {
			b.Fatal(n)
		}
	}
}
