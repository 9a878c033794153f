package storage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// saveAs saves a text for a reason, by Lan.
func saveAs(t testing.TB, f *storage.File, id bulletin.ID, a bulletin.Article, s storage.Save) storage.Saved {
	t.Helper()
	s.Author = "Lan"
	saved, err := f.SaveArticle(ctx, id, a, s)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// reasons are those of a history, newest first.
func reasons(t testing.TB, f *storage.File, id bulletin.ID) string {
	t.Helper()
	history, err := f.History(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range history {
		all = append(all, string(r.Reason))
	}
	return strings.Join(all, " ")
}

// TestASaveByHandOfWhatWasAutosavedIsAVersion, once: who saves wants to come back
// there.
func TestASaveByHandOfWhatWasAutosavedIsAVersion(t *testing.T) {
	f := create(t)
	id, a := bulletin.NewID(), article("Tít", "Đoạn.")
	auto := saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonAutosave})
	byHand := saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonSave, Expected: auto.Heads})
	if !byHand.Changed || byHand.Revision == auto.Revision || len(byHand.Heads) != 1 {
		t.Errorf("saved by hand: %+v", byHand)
	}
	again := saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonSave, Expected: byHand.Heads})
	if again.Changed {
		t.Error("saved by hand a second time, it is one more version")
	}
	if got := reasons(t, f, id); got != "save autosave" {
		t.Errorf("history %q", got)
	}
	if saved := saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonAutosave, Expected: again.Heads}); saved.Changed {
		t.Error("an autosave of the same text is a version")
	}
	other, err := f.SaveArticle(ctx, id, a, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: auto.Heads})
	if err != nil || other.Changed {
		t.Errorf("what somebody else wrote, saved unchanged, is a version of one's own: %+v %v", other, err)
	}
}

// TestWhereASittingBeginsIsAVersion of a person's, whatever is thinned later.
func TestWhereASittingBeginsIsAVersion(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	yesterday := typed(t, f, id, noon, nil, 20*minute, 10*minute)
	old := load(t, f, id)
	saved := saveAs(t, f, id, article("Sáng nay"), storage.Save{Reason: bulletin.ReasonAutosave, Expected: old.Heads, Begins: true})
	if len(saved.Heads) != 1 {
		t.Errorf("%d newest versions", len(saved.Heads))
	}
	if got := reasons(t, f, id); got != "autosave save autosave autosave" {
		t.Errorf("history %q", got)
	}
	history, err := f.History(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	begun, newest := history[1], history[0]
	if !strings.Contains(string(begun.Document), old.Article.Headline) {
		t.Errorf("it began with %s", begun.Document)
	}
	if !slices.Equal(begun.Parents, yesterday[1:]) || !slices.Equal(newest.Parents, []bulletin.RevisionID{begun.ID}) {
		t.Error("they do not follow each other")
	}
	more := saveAs(t, f, id, article("Sáng nay, tiếp"), storage.Save{Reason: bulletin.ReasonAutosave, Expected: saved.Heads})
	saveAs(t, f, id, article("Sáng nay, nữa"), storage.Save{Reason: bulletin.ReasonSave, Expected: more.Heads, Begins: true})
	thin(t, f, noon.Add(90*day))
	if _, err := f.Revision(ctx, begun.ID); err != nil {
		t.Errorf("after a season: %v", err)
	}
	same := saveAs(t, f, bulletin.NewID(), article("Một"), storage.Save{Reason: bulletin.ReasonAutosave, Begins: true})
	if !same.Changed {
		t.Error("a new article is not saved")
	}
}

// TestWhatWasMergedIsStillLookedOverWhenASittingBegins: the program vouches for
// nothing.
func TestWhatWasMergedIsStillLookedOverWhenASittingBegins(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base := saveAs(t, f, id, article("Gốc", "Một.", "Hai."), storage.Save{})
	one := saveAs(t, f, id, article("Gốc", "Một, sửa.", "Hai."), storage.Save{Expected: base.Heads})
	two := saveAs(t, f, id, article("Gốc", "Một.", "Hai, sửa."), storage.Save{Expected: base.Heads})
	blind := saveAs(t, f, id, article("Gốc", "Một, sửa.", "Hai, sửa."), storage.Save{
		Reason: bulletin.ReasonAutosave, Expected: []bulletin.RevisionID{one.Revision, two.Revision},
	})
	before := load(t, f, id).NeedsEye
	saveAs(t, f, id, article("Gốc thêm", "Một, sửa.", "Hai, sửa."), storage.Save{Reason: bulletin.ReasonAutosave, Expected: blind.Heads, Begins: true})
	if after := load(t, f, id).NeedsEye; !before || !after {
		t.Errorf("it is to be looked over: before %v, after %v", before, after)
	}
}

// TestSavesByHandDoNotMakeFilesLarger: a text that stands there twice is there
// once in what is handed over, and at home after the thinning.
func TestSavesByHandDoNotMakeFilesLarger(t *testing.T) {
	long := strings.Repeat("Chiều ngày 10/4, đoàn công tác làm việc với huyện. ", 400)
	written := func(byHand bool) *storage.File {
		f, id := create(t), bulletin.NewID()
		var heads []bulletin.RevisionID
		for n := range 20 {
			a := article("Tít", long+string(rune('a'+n)))
			heads = saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonAutosave, Expected: heads}).Heads
			if byHand {
				heads = saveAs(t, f, id, a, storage.Save{Reason: bulletin.ReasonSave, Expected: heads}).Heads
			}
		}
		saveAs(t, f, id, article("Tít", long+"."), storage.Save{Reason: bulletin.ReasonAutosave, Expected: heads})
		return f
	}
	sent := func(f *storage.File) int64 {
		out := filepath.Join(t.TempDir(), "a.bantin")
		if _, err := f.Send(ctx, out, storage.Selection{}, nil); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(out)
		if err != nil {
			t.Fatal(err)
		}
		other := open(t, out)
		if damage, err := other.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("what was sent: %v %v", damage, err)
		}
		return info.Size()
	}
	without, with := sent(written(false)), sent(written(true))
	if with > without+int64(len(long)) {
		t.Errorf("sent are %d bytes, and %d where it was saved by hand", without, with)
	}
}

// TestWhatASaveRepeatsGivesItsTextAway after the hour that all keep theirs, though
// it is the last of its day; what somebody may have written over keeps it.
func TestWhatASaveRepeatsGivesItsTextAway(t *testing.T) {
	for _, exchanged := range []bool{false, true} {
		f, id := create(t), bulletin.NewID()
		auto := typed(t, f, id, noon, nil, 2*hour+minute, 2*hour)
		if exchanged {
			if err := f.MarkExchanged(ctx, id); err != nil {
				t.Fatal(err)
			}
		}
		put(t, f, revision(t, id, auto[1:], noon.Add(-2*hour+minute), bulletin.ReasonSave, load(t, f, id).Article))
		thin(t, f, noon)
		if got, want := whole(t, f, auto), []bool{true, exchanged}; !slices.Equal(got, want) {
			t.Errorf("exchanged: %v, whole: %v, want %v", exchanged, got, want)
		}
	}
}

// TestThinningKeepsWhatWasBeforePhotosChanged: an added, removed or exchanged photo
// can be taken back after a season, too, wherever the hours and days end.
func TestThinningKeepsWhatWasBeforePhotosChanged(t *testing.T) {
	f, id := create(t), bulletin.NewID()
	var all, parents []bulletin.RevisionID
	for n, photos := range []string{"", "a", "a", "ab", "cb", "b", "b", "b"} {
		a := article(fmt.Sprint("Bài ", n))
		for _, p := range photos {
			name := map[rune]string{'a': "p1", 'c': "p1", 'b': "p2"}[p]
			a.Photos = append(a.Photos, bulletin.Photo{ID: name, SHA256: strings.Repeat(string(p), 64), Caption: fmt.Sprint("Chữ ", n)})
		}
		r := revision(t, id, parents, noon.Add(time.Duration(n-60)*minute-40*day), bulletin.ReasonAutosave, a)
		put(t, f, r)
		all, parents = append(all, r.ID), []bulletin.RevisionID{r.ID}
	}
	want := []bool{true, false, true, true, true, false, true, true}
	for _, later := range []time.Duration{0, day} {
		if _, err := f.ThinAt(ctx, noon.Add(later)); err != nil {
			t.Fatal(err)
		}
		if got := whole(t, f, all); !slices.Equal(got, want) {
			t.Errorf("whole: %v\nwant   %v", got, want)
		}
	}
}

// TestWhatADamagedSaveRepeatsKeepsItsText, at home and in what is handed over: it is
// the only sound one left.
func TestWhatADamagedSaveRepeatsKeepsItsText(t *testing.T) {
	f, id := create(t), bulletin.NewID()
	now := time.Now()
	auto := typed(t, f, id, now, nil, 3*minute, 2*minute)
	put(t, f, revision(t, id, auto[1:], now.Add(-minute), bulletin.ReasonSave, load(t, f, id).Article))
	must(t, f.Close())
	sqlite(t, f.Path(), "UPDATE revisions SET author = 'Khác' WHERE reason = 'save'")
	f = open(t, f.Path())
	out := filepath.Join(t.TempDir(), "a.bantin")
	if _, err := f.Send(ctx, out, storage.Selection{}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := f.ThinAt(ctx, now.Add(3*hour)); err != nil {
		t.Fatal(err)
	}
	for where, file := range map[string]*storage.File{"at home": f, "handed over": open(t, out)} {
		if got := whole(t, file, auto[1:]); !got[0] {
			t.Errorf("%s its text is gone", where)
		}
	}
}

// TestThinningALongDay asks the file about each version a few times, and not about
// all that were thinned after it.
func TestThinningALongDay(t *testing.T) {
	const versions, each = 120, 10
	f, id := create(t), bulletin.NewID()
	var ago []time.Duration
	for n := range versions {
		ago = append(ago, 40*day-time.Duration(n)*time.Second)
	}
	typed(t, f, id, noon, nil, ago...)
	statements, err := f.ThinCounting(ctx, id, noon)
	must(t, err)
	if statements < versions || statements > each*versions {
		t.Errorf("%d statements for %d versions", statements, versions)
	}
	if n := thin(t, f, noon); n != 0 {
		t.Errorf("%d were left", n)
	}
}
