package desk_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// keeping is a Keeper on a new drafts file and the news that it told.
func keeping(t *testing.T) (*storage.File, *desk.Keeper, func() []desk.Kept) {
	t.Helper()
	f, err := storage.Create(context.Background(), filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	t.Cleanup(func() { f.Close() })
	var mu sync.Mutex
	var told []desk.Kept
	k := desk.NewKeeper(f, func() string { return "Thu" }, func(kept desk.Kept) {
		mu.Lock()
		defer mu.Unlock()
		told = append(told, kept)
	})
	t.Cleanup(k.Close)
	return f, k, func() []desk.Kept {
		mu.Lock()
		defer mu.Unlock()
		return append([]desk.Kept(nil), told...)
	}
}

func headline(s string) bulletin.Article { return bulletin.Article{Headline: s} }

// isKept looks for an article in a file: by one version, with a headline.
func isKept(t *testing.T, f *storage.File, id bulletin.ID, headline string) {
	t.Helper()
	a, err := f.Article(context.Background(), id)
	check(t, err)
	if a.Deleted || a.Article.Headline != headline || len(a.Heads) != 1 {
		t.Errorf("kept %q in %d versions, deleted %t", a.Article.Headline, len(a.Heads), a.Deleted)
	}
}

func TestTheNewestTextIsKept(t *testing.T) {
	f, k, _ := keeping(t)
	id := bulletin.NewID()
	for n := range 50 {
		k.Put(id, headline(fmt.Sprintf("Tít %d", n)), bulletin.ReasonAutosave)
	}
	check(t, k.Flush())
	isKept(t, f, id, "Tít 49")
}

func TestAVersionOfSomebodyElseStays(t *testing.T) {
	f, k, told := keeping(t)
	ctx := context.Background()
	id := bulletin.NewID()
	k.Put(id, headline("Một"), bulletin.ReasonSave)
	check(t, k.Flush())
	a, err := f.Article(ctx, id)
	check(t, err)
	_, err = f.SaveArticle(ctx, id, headline("Của Hường"), storage.Save{Author: "Hường", Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(t, err)
	for n := range 3 {
		k.Put(id, headline(fmt.Sprintf("Của Thu %d", n)), bulletin.ReasonSave)
		check(t, k.Flush())
	}
	a, err = f.Article(ctx, id)
	check(t, err)
	if len(a.Heads) != 2 {
		t.Errorf("%d versions", len(a.Heads))
	}
	others := 0
	for _, kept := range told() {
		if kept.Others {
			others++
		}
	}
	if others == 0 {
		t.Error("nobody was told")
	}
}

func TestWhatCannotBeSavedIsNotForgotten(t *testing.T) {
	f, k, told := keeping(t)
	check(t, f.Close()) // every save fails from now on
	id := bulletin.NewID()
	k.Put(id, headline("Chưa lưu"), bulletin.ReasonAutosave)
	if k.Flush() == nil {
		t.Fatal("the save did not fail")
	}
	if w := k.Waiting(); len(w) != 1 || w[0] != id {
		t.Errorf("waiting: %v", w)
	}
	if news := told(); len(news) > 0 && news[0].Err == nil {
		t.Errorf("told of success: %+v", news[0])
	}
	if k.Flush() == nil {
		t.Error("the second try did not fail")
	}
}

func TestDeletingAndBringingBack(t *testing.T) {
	f, k, _ := keeping(t)
	ctx := context.Background()
	id := bulletin.NewID()
	k.Put(id, headline("Một"), bulletin.ReasonSave)
	check(t, k.Flush())
	k.Put(id, headline("Một"), bulletin.ReasonDelete)
	check(t, k.Flush())
	list, err := f.Articles(ctx, storage.Query{})
	check(t, err)
	if len(list) != 0 {
		t.Fatalf("still listed: %+v", list)
	}
	k.Put(id, headline("Một"), bulletin.ReasonRestore)
	check(t, k.Flush())
	isKept(t, f, id, "Một")
}

func TestTheListFollowsWhatIsWritten(t *testing.T) {
	var l desk.Listing
	l.Found([]storage.Summary{{ID: "a", Status: bulletin.Draft}, {ID: "b", Status: bulletin.Approved}})
	l.Show(bulletin.Draft)
	if l.Len() != 1 || l.Row("b") != -1 {
		t.Fatalf("%d drafts", l.Len())
	}
	l.Note(storage.Summary{ID: "b", Status: bulletin.Draft})
	l.Note(storage.Summary{ID: "c", Status: bulletin.Draft})
	if l.Len() != 3 || l.Row("c") != 0 || l.Row("b") != 2 {
		t.Errorf("rows %d, c at %d, b at %d", l.Len(), l.Row("c"), l.Row("b"))
	}
	l.Drop("a")
	counts, all := l.Counts()
	if all != 2 || counts[bulletin.Draft] != 2 {
		t.Errorf("counts %v of %d", counts, all)
	}
}

func TestRecentFiles(t *testing.T) {
	recent := desk.Remember([]string{"b", "a"}, "a", desk.RecentKept)
	if fmt.Sprint(recent) != "[a b]" || len(desk.Forget(recent, "a")) != 1 {
		t.Errorf("recent: %v", recent)
	}
}

// until waits until done.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for range 2000 {
		if done() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("not yet: %s", what)
}

func lastOf(told []desk.Kept) desk.Kept {
	if len(told) == 0 {
		return desk.Kept{}
	}
	return told[len(told)-1]
}

func TestWhatPassesIsTriedAgainByItself(t *testing.T) {
	f, k, told := keeping(t)
	id := bulletin.NewID()
	k.Put(id, headline("Một"), bulletin.ReasonSave)
	check(t, k.Flush())
	back := takenAway(t, f)
	k.Put(id, headline("Hai"), bulletin.ReasonSave)
	until(t, "the trouble is told", func() bool { return lastOf(told()).Err != nil })
	if last := lastOf(told()); !last.Passing || bulletin.TroubleKey(last.Err) != "file_moved" {
		t.Fatalf("told %+v", last)
	}
	back()
	until(t, "it is saved", func() bool { return lastOf(told()).Err == nil && len(k.Waiting()) == 0 })
	isKept(t, f, id, "Hai")
}

// takenAway moves a file away, so that nothing can be saved, and gives how to
// bring it back.
func takenAway(t *testing.T, f *storage.File) (back func()) {
	t.Helper()
	away := f.Path() + ".away"
	if err := os.Rename(f.Path(), away); err != nil {
		t.Skip("an open file cannot be moved here:", err)
	}
	return func() { check(t, os.Rename(away, f.Path())) }
}

// TestWhatIsDeletedKeepsItsLastText: it is what comes back from among the deleted,
// though the file took nothing for a while; and what is brought back before that
// is not deleted any more.
func TestWhatIsDeletedKeepsItsLastText(t *testing.T) {
	for _, back := range []bool{false, true} {
		f, k, told := keeping(t)
		id := bulletin.NewID()
		k.Put(id, headline("Một"), bulletin.ReasonSave)
		check(t, k.Flush())
		bringBack := takenAway(t, f)
		k.Put(id, headline("Hai"), bulletin.ReasonSave)
		until(t, "the trouble is told", func() bool { return lastOf(told()).Err != nil })
		k.Put(id, headline("Hai"), bulletin.ReasonDelete)
		if back {
			k.Put(id, headline("Ba"), bulletin.ReasonRestore)
		}
		if k.Flush() == nil {
			t.Fatal("it is saved into a file that is not there")
		}
		bringBack()
		check(t, k.Flush())
		if back {
			isKept(t, f, id, "Ba")
			continue
		}
		a, err := f.Article(context.Background(), id)
		if check(t, err); !a.Deleted || a.Article.Headline != "Hai" || len(k.Waiting()) > 0 {
			t.Errorf("deleted %t with %q", a.Deleted, a.Article.Headline)
		}
	}
}

func TestWhatDoesNotPassWaitsForTheNextText(t *testing.T) {
	f, k, told := keeping(t)
	check(t, f.Close())
	id := bulletin.NewID()
	for n := range 2 {
		k.Put(id, headline(fmt.Sprintf("Tít %d", n)), bulletin.ReasonAutosave)
		until(t, "the trouble is told", func() bool { return len(told()) == n+1 })
		if last := lastOf(told()); last.Err == nil || last.Passing || !last.Waiting {
			t.Fatalf("told %+v", last)
		}
	}
}

// TestAFileReplacedUnderneath: everything goes on in a copy.
func TestAFileReplacedUnderneath(t *testing.T) {
	f, k, _ := keeping(t)
	ctx := context.Background()
	id := bulletin.NewID()
	k.Put(id, headline("Một"), bulletin.ReasonSave)
	check(t, k.Flush())
	stranger := filepath.Join(t.TempDir(), "b.bantin")
	other, err := storage.Create(ctx, stranger)
	check(t, err)
	check(t, other.Close())
	if err := os.Rename(stranger, f.Path()); err != nil {
		t.Skip("an open file cannot be replaced here:", err)
	}
	k.Put(id, headline("Hai"), bulletin.ReasonSave)
	if err := k.Flush(); bulletin.TroubleKey(err) != "file_moved" {
		t.Fatalf("saved into a file that was replaced: %v", err)
	}
	fresh := filepath.Join(t.TempDir(), "c.bantin")
	_, err = f.CopyTo(ctx, fresh, nil)
	check(t, err)
	g, err := storage.Open(ctx, fresh)
	check(t, err)
	t.Cleanup(func() { g.Close() })
	k.MoveTo(g)
	check(t, k.Flush())
	isKept(t, g, id, "Hai")
	if n := len(k.Waiting()); n > 0 {
		t.Errorf("%d wait still", n)
	}
}

// TestASaveThatWritesNothingHasNoTime of its own.
func TestASaveThatWritesNothingHasNoTime(t *testing.T) {
	_, k, told := keeping(t)
	id := bulletin.NewID()
	for range 2 {
		k.Put(id, headline("Một"), bulletin.ReasonSave)
		check(t, k.Flush())
	}
	until(t, "both are told", func() bool { return len(told()) >= 2 })
	k.Close() // nothing is told behind it
	all := told()
	if len(all) != 2 || all[0].At.IsZero() || !all[1].At.IsZero() {
		t.Errorf("told %+v", all)
	}
}
