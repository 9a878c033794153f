package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// TestWhatCannotBeSavedIsKeptElsewhere until it can, by whoever opens the file
// next; nothing is left then.
func TestWhatCannotBeSavedIsKeptElsewhere(t *testing.T) {
	ctx := context.Background()
	f, k, _ := keeping(t)
	identity, err := f.Identity(ctx)
	check(t, err)
	folder := filepath.Join(t.TempDir(), "unsaved")
	spares := desk.SparesIn(folder, identity)
	k.SpareIn(spares)
	id := bulletin.NewID()
	k.Put(id, headline("Đã lưu"), bulletin.ReasonAutosave)
	check(t, k.Flush())
	if left := spares.Wanted(ctx, f); len(left) > 0 || exists(folder) {
		t.Errorf("saved, and kept: %v", left)
	}
	back := takenAway(t, f)
	for _, text := range []string{"Một", "Một hai"} { // what is typed on while it fails, too
		k.Put(id, headline(text), bulletin.ReasonAutosave)
		until(t, text+" is kept", func() bool {
			kept := spares.Wanted(ctx, f)
			var a bulletin.Article
			return len(kept) == 1 && bulletin.ReadJSON(kept[0].Text, &a) == nil && a.Headline == text
		})
	}
	k.Close() // the program ends
	back()

	next := desk.NewKeeper(f, func() string { return "Thu" }, func(desk.Kept) {})
	defer next.Close()
	next.SpareIn(spares)
	if resumed := next.Resume(spares.Wanted(ctx, f)); len(resumed) != 1 || resumed[0] != id {
		t.Errorf("resumed %v", resumed)
	}
	check(t, next.Flush())
	isKept(t, f, id, "Một hai")
	until(t, "nothing is left", func() bool { return !exists(filepath.Join(folder, identity)) })
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestTheNewestTextIsKeptElsewhereWhileAnOlderOneIsSaved: what somebody saved by hand
// goes into the file first, and the program may end before the rest follows.
func TestTheNewestTextIsKeptElsewhereWhileAnOlderOneIsSaved(t *testing.T) {
	ctx := context.Background()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	defer f.Close()
	identity, err := f.Identity(ctx)
	check(t, err)
	spares := desk.SparesIn(t.TempDir(), identity)
	wanted := make(chan int, 10) // after each save that succeeded
	k := desk.NewKeeper(f, func() string { return "Thu" }, func(kept desk.Kept) {
		if kept.Err == nil {
			wanted <- len(spares.Wanted(ctx, f))
		}
	})
	defer k.Close()
	k.SpareIn(spares)
	id := bulletin.NewID()
	back := takenAway(t, f)
	k.Put(id, headline("Một"), bulletin.ReasonSave)
	k.Put(id, headline("Một hai"), bulletin.ReasonAutosave)
	until(t, "the newest is kept", func() bool {
		kept := spares.Wanted(ctx, f)
		var a bulletin.Article
		return len(kept) == 1 && bulletin.ReadJSON(kept[0].Text, &a) == nil && a.Headline == "Một hai"
	})
	back()
	if first, second := <-wanted, <-wanted; first != 1 || second != 0 {
		t.Errorf("kept were %d texts after the first save, %d after the second", first, second)
	}
	isKept(t, f, id, "Một hai")
}

// TestWhatWasWrittenOverIsNotBroughtBack: a text that the file has, or that its
// writer has gone on from, is no news.
func TestWhatWasWrittenOverIsNotBroughtBack(t *testing.T) {
	ctx := context.Background()
	f, k, _ := keeping(t)
	identity, err := f.Identity(ctx)
	check(t, err)
	spares := desk.SparesIn(t.TempDir(), identity)
	k.SpareIn(spares)
	id := bulletin.NewID()
	back := takenAway(t, f)
	k.Put(id, headline("Một"), bulletin.ReasonAutosave)
	until(t, "it is kept", func() bool { return len(spares.Wanted(ctx, f)) == 1 })
	k.Close()
	back()
	other := desk.NewKeeper(f, func() string { return "Thu" }, func(desk.Kept) {}) // knows nothing of spares
	defer other.Close()
	other.Put(id, headline("Một, rồi hai"), bulletin.ReasonSave)
	check(t, other.Flush())
	if left := spares.Wanted(ctx, f); len(left) > 0 {
		t.Errorf("brought back: %v", left)
	}
}

// TestSparesOfNothing: where there is no place for them, nothing is kept.
func TestSparesOfNothing(t *testing.T) {
	if desk.SparesIn("", "abc") != nil || desk.SparesIn("x", "../../etc") != nil || desk.SparesIn("x", "") != nil {
		t.Error("kept somewhere")
	}
	var none *desk.Spares
	if none.Wanted(context.Background(), nil) != nil {
		t.Error("something is kept")
	}
}
