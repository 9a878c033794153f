package storage_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/storage"
)

// typed writes a chain of autosaves, one at each of the given times before
// now, over the given parents, and gives them in that order.
func typed(t testing.TB, f *storage.File, id bulletin.ID, now time.Time, parents []bulletin.RevisionID, ago ...time.Duration) []bulletin.RevisionID {
	t.Helper()
	var all []bulletin.RevisionID
	for _, age := range ago {
		r := revision(t, id, parents, now.Add(-age), bulletin.ReasonAutosave, article(fmt.Sprint("Bài ", age)))
		if err := f.Insert(ctx, r); err != nil {
			t.Fatal(err)
		}
		all, parents = append(all, r.ID), []bulletin.RevisionID{r.ID}
	}
	return all
}

func revision(t testing.TB, id bulletin.ID, parents []bulletin.RevisionID, at time.Time, reason bulletin.Reason, a bulletin.Article) bulletin.Revision {
	t.Helper()
	a.Normalize()
	document, err := bulletin.CanonicalJSON(a)
	if err != nil {
		t.Fatal(err)
	}
	if reason == bulletin.ReasonDelete {
		document = []byte("null")
	}
	r, err := bulletin.NewRevision(bulletin.SubjectArticle, id, parents, at, "Lan", reason, document)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// whole lists which of some revisions have their text.
func whole(t testing.TB, f *storage.File, ids []bulletin.RevisionID) (have []bool) {
	t.Helper()
	for _, id := range ids {
		_, err := f.Revision(ctx, id)
		if err != nil {
			wantTrouble(t, err, "revision_thinned")
		}
		have = append(have, err == nil)
	}
	return have
}

func thin(t testing.TB, f *storage.File, now time.Time) int {
	t.Helper()
	n, err := f.ThinAt(ctx, now)
	if err != nil {
		t.Fatal(err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Fatalf("after thinning: %v %v", damage, err)
	}
	return n
}

var noon = time.Date(2026, 4, 10, 12, 30, 0, 0, time.Local)

const (
	minute = time.Minute
	hour   = time.Hour
	day    = 24 * time.Hour
)

func TestThinningKeepsTheLastOfEachHourAndDay(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	ago := []time.Duration{
		3*day + 20*minute, 3*day + 10*minute, // one day: the second stays
		2*day + 10*hour,                        // a day of its own
		5*hour + 20*minute, 5*hour + 10*minute, // 07:10 and 07:20
		5 * hour,                    // 07:30, the last of its hour
		3*hour + 10*minute,          // 09:20
		50 * minute, 10 * minute, 0, // the last hour stays whole
	}
	all := typed(t, f, id, noon, nil, ago...)
	if n := thin(t, f, noon); n != 3 {
		t.Errorf("%d thinned", n)
	}
	want := []bool{false, true, true, false, false, true, true, true, true, true}
	if got := whole(t, f, all); !slices.Equal(got, want) {
		t.Errorf("whole: %v\nwant   %v", got, want)
	}
	if n := thin(t, f, noon); n != 0 {
		t.Errorf("%d thinned the second time", n)
	}
	history, err := f.History(ctx, id)
	if err != nil || len(history) != 7 {
		t.Errorf("%d versions in the history, %v", len(history), err)
	}
	lineage, err := f.Lineage(ctx, id)
	if err != nil || len(lineage) != len(all)-1 || !slices.Equal(lineage[all[1]], all[:1]) {
		t.Errorf("lineage %v, %v", lineage, err)
	}
	a := load(t, f, id)
	if len(a.Heads) != 1 || a.Article.Headline != "Bài 0s" || !a.CreatedAt.Equal(noon.Add(-ago[0])) {
		t.Errorf("shown: %+v", a)
	}
}

// What others may come back to, and what people chose, stays whatever its age.
func TestThinningLeavesWhatMatters(t *testing.T) {
	old := func(minutes int) time.Duration { return 40*day + time.Duration(60-minutes)*minute }
	for name, c := range map[string]struct {
		prepare func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID)
		want    []bool // of the four autosaves of one old day
	}{
		"nothing": {func(*testing.T, *storage.File, bulletin.ID, []bulletin.RevisionID) {}, []bool{false, false, true, true}},
		"a branch": {func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID) {
			put(t, f, revision(t, id, chain[:1], noon, bulletin.ReasonSave, article("Nhánh")))
		}, []bool{true, false, true, true}},
		"a merge of several": {func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID) {
			put(t, f, revision(t, id, []bulletin.RevisionID{chain[0], chain[3]}, noon, bulletin.ReasonMerge, article("Gộp")))
		}, []bool{true, false, true, true}},
		"a deletion": {func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID) {
			put(t, f, revision(t, id, chain[3:], noon, bulletin.ReasonDelete, article("")))
		}, []bool{false, false, true, true}},
		"restored": {func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID) {
			r, err := f.Revision(ctx, chain[1])
			if err != nil {
				t.Fatal(err)
			}
			back, err := bulletin.NewRevision(r.Kind, r.Subject, chain[3:], noon, "Lan", bulletin.ReasonRestore, r.Document)
			if err != nil {
				t.Fatal(err)
			}
			put(t, f, back)
		}, []bool{false, true, true, true}},
		"saved over": {func(t *testing.T, f *storage.File, id bulletin.ID, chain []bulletin.RevisionID) {
			put(t, f, revision(t, id, chain[3:], noon, bulletin.ReasonSave, article("Lưu")))
		}, []bool{false, false, false, true}},
	} {
		t.Run(name, func(t *testing.T) {
			f := create(t)
			id := bulletin.NewID()
			chain := typed(t, f, id, noon, nil, old(0), old(1), old(2), old(3))
			c.prepare(t, f, id, chain)
			thin(t, f, noon)
			if got := whole(t, f, chain); !slices.Equal(got, c.want) {
				t.Errorf("whole: %v, want %v", got, c.want)
			}
		})
	}
}

func put(t *testing.T, f *storage.File, r bulletin.Revision) {
	t.Helper()
	if err := f.Insert(ctx, r); err != nil {
		t.Fatal(err)
	}
}

func TestThinningLeavesWhatWasExchangedOrApproved(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	first := typed(t, f, id, noon, nil, 40*day+9*minute)
	if err := f.MarkExchanged(ctx, id); err != nil {
		t.Fatal(err)
	}
	approved := article("Đã duyệt")
	approved.Status = bulletin.Approved
	r := revision(t, id, first, noon.Add(-40*day-8*minute), bulletin.ReasonAutosave, approved)
	put(t, f, r)
	rest := typed(t, f, id, noon, []bulletin.RevisionID{r.ID}, 40*day+7*minute, 40*day+6*minute, 40*day+5*minute, 0)
	thin(t, f, noon)
	if got := whole(t, f, slices.Concat(first, []bulletin.RevisionID{r.ID}, rest)); !slices.Equal(got, []bool{true, true, false, false, true, true}) {
		t.Errorf("whole: %v", got)
	}
}

// A thinned version that comes back whole is whole again, whatever else the
// thinned row said; a thinned one takes nothing from a whole one.
func TestThinnedVersionsComeBack(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	chain := typed(t, f, id, noon, nil, 40*day+3*minute, 40*day+2*minute, 40*day, 0)
	before, err := f.Revision(ctx, chain[1])
	if err != nil {
		t.Fatal(err)
	}
	thin(t, f, noon)
	put(t, f, before)
	if got := whole(t, f, chain); !slices.Equal(got, []bool{false, true, true, true}) {
		t.Errorf("whole: %v", got)
	}
	thinned, err := before.Thin()
	if err != nil {
		t.Fatal(err)
	}
	put(t, f, thinned)
	if again, err := f.Revision(ctx, chain[1]); err != nil || string(again.Document) != string(before.Document) {
		t.Errorf("%v %v", again, err)
	}
	if a := load(t, f, id); len(a.Heads) != 1 {
		t.Errorf("heads %v", a.Heads)
	}
}

func TestThinnedRowsAreSealed(t *testing.T) {
	for _, change := range []string{"author = 'Khác'", "time_ms = time_ms + 1", "document = replace(document, 'a', 'b')"} {
		f := create(t)
		id := bulletin.NewID()
		typed(t, f, id, noon, nil, 40*day+3*minute, 40*day+2*minute, 40*day, 0)
		thin(t, f, noon)
		f.Close()
		sqlite(t, f.Path(), "UPDATE revisions SET "+change+" WHERE document LIKE 'thinned %'")
		g := open(t, f.Path())
		if damage, err := g.Check(ctx, nil); err != nil || len(damage) == 0 || damage[0].Kind != storage.DamageRevision {
			t.Errorf("%s: %v %v", change, damage, err)
		}
	}
}

// Old autosaves of the last work are thinned when the file is closed.
func TestClosingThins(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	chain := typed(t, f, id, time.Now(), nil, 40*day+3*minute, 40*day+2*minute, 0)
	f.Close()
	if got := whole(t, open(t, f.Path()), chain); !slices.Equal(got, []bool{false, true, true}) {
		t.Errorf("whole: %v", got)
	}
}

// Whatever the history: every version still leads to its ancestors, what is
// shown does not change, and what the rule keeps is kept.
func TestThinningAnyHistory(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		f, err := storage.Create(ctx, filepath.Join(folder, string(bulletin.NewID())))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		id := bulletin.NewID()
		var all []bulletin.Revision
		for n := range rapid.IntRange(1, 25).Draw(t, "revisions") {
			var parents []bulletin.RevisionID
			if n > 0 {
				for range rapid.IntRange(1, 2).Draw(t, "parents") {
					parents = append(parents, all[rapid.IntRange(max(0, n-3), n-1).Draw(t, "parent")].ID)
				}
			}
			reason := rapid.SampledFrom([]bulletin.Reason{"autosave", "autosave", "autosave", "save", "restore", "delete", "merge"}).Draw(t, "reason")
			document := fmt.Appendf(nil, `{"headline":"%d"}`, n)
			if reason == bulletin.ReasonDelete {
				document = []byte("null")
			}
			at := noon.Add(-time.Duration(rapid.IntRange(0, 5000).Draw(t, "minutes")) * time.Minute)
			r, err := bulletin.NewRevision(bulletin.SubjectArticle, id, parents, at, "", reason, document)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Insert(ctx, r); err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
		before, err := f.Article(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.ThinAt(ctx, noon); err != nil {
			t.Fatal(err)
		}
		after, err := f.Article(ctx, id)
		if err != nil || fmt.Sprint(after) != fmt.Sprint(before) {
			t.Fatalf("shown before %+v\nafter %+v, %v", before, after, err)
		}
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Fatalf("%v %v", damage, err)
		}
		for _, r := range all {
			_, err := f.Revision(ctx, r.ID)
			thinned := bulletin.TroubleKey(err) == "revision_thinned"
			if err != nil && !thinned {
				t.Fatal(err)
			}
			if thinned && (r.Reason != bulletin.ReasonAutosave || noon.Sub(r.Time) < hour || slices.Contains(before.Heads, r.ID) || joins(all, r.ID)) {
				t.Fatalf("thinned was %+v", r)
			}
		}
	})
}

// joins reports a revision with other than one child, or with a child that is
// no plain save over it alone.
func joins(all []bulletin.Revision, id bulletin.RevisionID) bool {
	children := 0
	for _, r := range all {
		if slices.Contains(r.Parents, id) {
			children++
			if len(r.Parents) > 1 || !strings.Contains(string(r.Reason), "save") {
				return true
			}
		}
	}
	return children != 1
}
