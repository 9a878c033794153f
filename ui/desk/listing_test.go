package desk_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

func TestFilters(t *testing.T) {
	now := time.Now()
	var l desk.Listing
	l.Found([]storage.Summary{
		{ID: "a", Headline: "Ăn", Section: "Kinh tế", Byline: "Mai Thắm", UpdatedAt: now, Conflict: true},
		{ID: "b", Headline: "An", Section: "Kinh tế", Byline: "Lê An", UpdatedAt: now.AddDate(0, 0, -9), Words: 9},
		{ID: "c", Headline: "Đi", Section: "Văn hóa", Byline: "Mai Thắm", UpdatedAt: now},
	})
	ids := func() string {
		out := ""
		for i := range l.Len() {
			out += string(l.At(i).ID)
		}
		return out
	}
	for _, c := range []struct {
		filter desk.Filter
		want   string
	}{
		{desk.Filter{}, "abc"},
		{desk.Filter{Section: "Kinh tế"}, "ab"},
		{desk.Filter{Author: "Mai Thắm"}, "ac"},
		{desk.Filter{Since: now.AddDate(0, 0, -1)}, "ac"},
		{desk.Filter{Conflict: true}, "a"},
		{desk.Filter{Unread: true}, ""},
	} {
		l.Filter(c.filter)
		if got := ids(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.filter, got, c.want)
		}
	}
	l.FoundDeleted([]storage.Summary{{ID: "d", Byline: "Mai Thắm"}, {ID: "e", Byline: "Lê An"}})
	l.Filter(desk.Filter{Author: "Lê An"})
	if l.ShowDeleted(); l.CountDeleted() != 1 || ids() != "e" {
		t.Errorf("%d deleted ones are counted, and %s shown", l.CountDeleted(), ids())
	}
	if s := fmt.Sprint(l.Sections(), l.Authors()); s != "[Kinh tế Văn hóa] [Lê An Mai Thắm]" {
		t.Errorf("offered %s", s)
	}
}

func TestSelectingRows(t *testing.T) {
	var l desk.Listing
	l.Found([]storage.Summary{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}})
	var s desk.Selection
	s.Only("b")
	s.Reach(&l, 3)
	if got := fmt.Sprint(s.In(&l)); got != "[b c d]" {
		t.Errorf("Shift reaches %s", got)
	}
	s.Reach(&l, 0)
	s.Toggle("d")
	if got := fmt.Sprint(s.In(&l)); got != "[a b d]" {
		t.Errorf("then %s", got)
	}
	s.All(&l)
	s.Only("c")
	if got := fmt.Sprint(s.In(&l)); got != "[c]" {
		t.Errorf("a click leaves %s", got)
	}
}

func TestStoriesAreMovedWithoutLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		var slots []bulletin.Slot
		for i := range n {
			slots = append(slots, bulletin.Slot{Article: bulletin.ID(rune('a' + i))})
		}
		var ids []bulletin.ID
		for i := range n {
			if rapid.Bool().Draw(t, "moved") {
				ids = append(ids, slots[i].Article)
			}
		}
		before := bulletin.ID(rune('a' + rapid.IntRange(0, n).Draw(t, "before")))
		got := desk.MoveSlots(slots, ids, before)
		seen := map[bulletin.ID]int{}
		for _, s := range got {
			seen[s.Article]++
		}
		if len(got) != n || len(seen) != n {
			t.Fatalf("%v after moving %v before %s", got, ids, before)
		}
	})
	slots := []bulletin.Slot{{Article: "a"}, {Article: "b"}, {Article: "c"}, {Article: "d"}}
	if got := fmt.Sprint(desk.MoveSlots(slots, []bulletin.ID{"a"}, "c")); got != fmt.Sprint([]bulletin.Slot{{Article: "b"}, {Article: "a"}, {Article: "c"}, {Article: "d"}}) {
		t.Errorf("moved to %s", got)
	}
}

func TestWhatOthersWroteIsUnread(t *testing.T) {
	me := func() string { return "Thu" }
	closed := time.Now().Add(-time.Hour)
	first := desk.ReadUnread("", me)
	first.Found([]storage.Summary{{ID: "old", Author: "Hường", UpdatedAt: time.Now()}})
	if first.Has("old") {
		t.Error("everything is unread on the first opening")
	}
	u := desk.ReadUnread(first.Note(closed), me)
	u.Found([]storage.Summary{
		{ID: "a", Author: "Hường", UpdatedAt: time.Now()},
		{ID: "b", Author: "Thu", UpdatedAt: time.Now()},
		{ID: "c", Author: "Hường", UpdatedAt: closed.Add(-time.Hour)},
	})
	u.Came("d")
	u.Opened("a")
	u.Found([]storage.Summary{{ID: "a", Author: "Hường", UpdatedAt: time.Now()}})
	again := desk.ReadUnread(u.Note(time.Now()), me)
	for id, want := range map[bulletin.ID]bool{"a": false, "b": false, "c": false, "d": true} {
		if again.Has(id) != want {
			t.Errorf("%s unread: %v", id, again.Has(id))
		}
	}
}

func TestABatchIsTakenBack(t *testing.T) {
	ctx := context.Background()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	defer f.Close()
	var ids []bulletin.ID
	for i := range 3 {
		id := bulletin.NewID()
		_, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: fmt.Sprint("Bài ", i), Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		ids = append(ids, id)
	}
	told := 0
	count := func(done, total int) { told = done }
	b := desk.NewBatch(f, "Thu")
	check(t, b.SetStatus(ctx, ids, bulletin.Approved, count))
	if n := len(list(t, f, storage.Query{Status: bulletin.Approved})); n != 3 || b.Len() != 3 || told != 3 {
		t.Fatalf("%d approved, %d steps, told of %d", n, b.Len(), told)
	}
	check(t, b.Undo(ctx, count))
	if n := len(list(t, f, storage.Query{Status: bulletin.Draft})); n != 3 {
		t.Errorf("%d drafts after undoing", n)
	}
	gone := desk.NewBatch(f, "Thu")
	check(t, gone.Delete(ctx, ids[:2], count))
	if n := len(list(t, f, storage.Query{})); n != 1 {
		t.Errorf("%d left after deleting two of three", n)
	}
	check(t, gone.Undo(ctx, count))
	if n := len(list(t, f, storage.Query{})); n != 3 {
		t.Errorf("%d after undoing", n)
	}
}

// TestUndoingABatchThatWasStoppedGoesOn from where it was stopped.
func TestUndoingABatchThatWasStoppedGoesOn(t *testing.T) {
	f, err := storage.Create(context.Background(), filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	defer f.Close()
	var ids []bulletin.ID
	for i := range 4 {
		id := bulletin.NewID()
		_, err := f.SaveArticle(context.Background(), id, bulletin.Article{Headline: fmt.Sprint("Bài ", i), Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		ids = append(ids, id)
	}
	b := desk.NewBatch(f, "Thu")
	check(t, b.SetStatus(context.Background(), ids, bulletin.Submitted, func(int, int) {}))
	ctx, stop := context.WithCancel(context.Background())
	err = b.Undo(ctx, func(done, total int) {
		if done == 1 && total == 4 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || b.Undone() != 1 || b.Len() != 3 {
		t.Fatalf("%v; %d undone, %d left", err, b.Undone(), b.Len())
	}
	if n := len(list(t, f, storage.Query{Status: bulletin.Draft})); n != 1 {
		t.Errorf("%d drafts after one was undone", n)
	}
	check(t, b.Undo(context.Background(), func(done, total int) {
		if total != 4 {
			t.Errorf("told of %d of %d", done, total)
		}
	}))
	if n := len(list(t, f, storage.Query{Status: bulletin.Draft})); n != 4 || b.Undone() != 4 || b.Len() != 0 {
		t.Errorf("%d drafts; %d undone, %d left", n, b.Undone(), b.Len())
	}
}

func list(t *testing.T, f *storage.File, q storage.Query) []storage.Summary {
	t.Helper()
	out, err := f.Articles(context.Background(), q)
	check(t, err)
	return out
}

// TestWhatIsBegunStaysInSight until the filter is changed, whatever it leaves
// out.
func TestWhatIsBegunStaysInSight(t *testing.T) {
	var l desk.Listing
	l.Found([]storage.Summary{{ID: "a", Byline: "Lê An"}, {ID: "b", Byline: "Mai Thắm"}})
	l.Filter(desk.Filter{Author: "Lê An"})
	l.Keep("new")
	l.Note(storage.Summary{ID: "new", Byline: "Mai Thắm"})
	if l.Row("new") != 0 || l.Row("b") >= 0 || l.Len() != 2 {
		t.Errorf("the new article is in row %d of %d", l.Row("new"), l.Len())
	}
	if _, all := l.Counts(); all != l.Len() {
		t.Errorf("%d are counted of %d", all, l.Len())
	}
	l.Filter(desk.Filter{Author: "Lê An"})
	if l.Row("new") >= 0 {
		t.Error("it is still there after the filter was chosen anew")
	}
}

// TestABatchKeepsTheOrderOfItsArticles: which of them was changed last is so after it,
// and after it was taken back, however they were chosen.
func TestABatchKeepsTheOrderOfItsArticles(t *testing.T) {
	ctx := context.Background()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	defer f.Close()
	for i := range 5 {
		_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: fmt.Sprint("Bài ", i), Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		time.Sleep(2 * time.Millisecond) // the list knows the time by the millisecond
	}
	order := func() (ids []bulletin.ID) {
		for _, s := range list(t, f, storage.Query{}) {
			ids = append(ids, s.ID)
		}
		return ids
	}
	before := order()
	upward := slices.Clone(before)
	slices.Reverse(upward)
	for _, chosen := range [][]bulletin.ID{before, upward} {
		b := desk.NewBatch(f, "Thu")
		check(t, b.SetStatus(ctx, chosen, bulletin.Submitted, func(int, int) {}))
		if now := order(); !slices.Equal(now, before) {
			t.Errorf("changed: %v, were %v", now, before)
		}
		check(t, b.Undo(ctx, func(int, int) {}))
		if now := order(); !slices.Equal(now, before) {
			t.Errorf("taken back: %v, were %v", now, before)
		}
	}
}
