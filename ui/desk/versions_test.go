package desk_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// stepsOf are the steps in the history of an article, newest first.
func stepsOf(t *testing.T, f *storage.File, id bulletin.ID) []desk.ArticleVersion {
	t.Helper()
	history, err := f.History(context.Background(), id)
	check(t, err)
	lineage, err := f.Lineage(context.Background(), id)
	check(t, err)
	return desk.Versions[bulletin.Article](history, lineage)
}

func told(steps []desk.ArticleVersion) (all []string) {
	for _, s := range steps {
		all = append(all, fmt.Sprint(s.Text.Headline, " ", s.Reason, " ", s.Saves))
	}
	return all
}

// TestWhatIsSavedByHandIsAStep to go back to, though the program has just saved it.
func TestWhatIsSavedByHandIsAStep(t *testing.T) {
	f, k, _ := keeping(t)
	id := bulletin.NewID()
	for _, put := range []struct {
		headline string
		reason   bulletin.Reason
	}{
		{"Một", bulletin.ReasonAutosave},
		{"Hai", bulletin.ReasonAutosave},
		{"Hai", bulletin.ReasonSave},
		{"Hai", bulletin.ReasonSave},
		{"Ba", bulletin.ReasonAutosave},
		{"Bốn", bulletin.ReasonAutosave},
	} {
		k.Put(id, headline(put.headline), put.reason)
		check(t, k.Flush())
	}
	steps := stepsOf(t, f, id)
	if got, want := told(steps), []string{"Bốn autosave 2", "Hai save 2"}; !slices.Equal(got, want) {
		t.Errorf("steps %q, want %q", got, want)
	}
	if before := steps[0].Before; before == nil || before.Headline != "Hai" {
		t.Errorf("the last was made from %+v", before)
	}
}

// TestASaveAfterAPauseIsOneStep with the autosave of the same text: in between, nothing
// was written.
func TestASaveAfterAPauseIsOneStep(t *testing.T) {
	lineage := desk.Lineage{"d": {"c"}, "c": {"b"}, "b": {"a"}}
	history := []bulletin.Revision{
		kept("d", 61, "Thu", bulletin.ReasonAutosave, "Ba"),
		kept("c", 60, "Thu", bulletin.ReasonSave, "Hai"), kept("b", 5, "Thu", bulletin.ReasonAutosave, "Hai"),
		kept("a", 4, "Thu", bulletin.ReasonAutosave, "Một"),
	}
	if got, want := told(desk.Versions[bulletin.Article](history, lineage)), []string{"Ba autosave 1", "Hai save 2"}; !slices.Equal(got, want) {
		t.Errorf("steps %q, want %q", got, want)
	}
	if got, want := told(desk.Saves[bulletin.Article](history, lineage)), []string{"Ba autosave 1", "Hai save 1", "Một autosave 1"}; !slices.Equal(got, want) {
		t.Errorf("saves %q, want %q", got, want)
	}
	history[2].Author = "Hường"
	if got, want := told(desk.Versions[bulletin.Article](history, lineage)), []string{"Ba autosave 1", "Hai save 1", "Hai autosave 1", "Một autosave 1"}; !slices.Equal(got, want) {
		t.Errorf("of somebody else's: steps %q, want %q", got, want)
	}
}

// TestASittingBeginsWithAStep: who starts the program anew at once can go back to
// what stood there then.
func TestASittingBeginsWithAStep(t *testing.T) {
	f, k, _ := keeping(t)
	id := bulletin.NewID()
	write := func(k *desk.Keeper, headlines ...string) {
		for _, h := range headlines {
			k.Put(id, headline(h), bulletin.ReasonAutosave)
			check(t, k.Flush())
		}
	}
	write(k, "Một", "Hai")
	for n, want := range [][]string{
		{"Bốn autosave 2", "Hai save 2"},
		{"Sáu autosave 2", "Bốn save 2", "Hai save 2"},
	} {
		a, err := f.Article(context.Background(), id)
		check(t, err)
		next := desk.NewKeeper(f, func() string { return "Thu" }, func(desk.Kept) {})
		next.Opened(a)
		write(next, [][]string{{"Ba", "Bốn"}, {"Năm", "Sáu"}}[n]...)
		next.Close()
		if got := told(stepsOf(t, f, id)); !slices.Equal(got, want) {
			t.Errorf("steps %q, want %q", got, want)
		}
	}
}

// TestWhatIsDoneToPhotosIsAStep, so that one can go back to what was before it and
// after it; a caption that is typed is one step, though it is saved many times.
func TestWhatIsDoneToPhotosIsAStep(t *testing.T) {
	f, k, _ := keeping(t)
	id := bulletin.NewID()
	put := func(name string, reason bulletin.Reason, photos ...bulletin.Photo) {
		a := headline(name)
		a.Photos = photos
		k.Put(id, a, reason)
		check(t, k.Flush())
	}
	one := bulletin.Photo{ID: "p1", SHA256: "a"}
	put("Một", bulletin.ReasonAutosave)
	put("Hai", bulletin.ReasonAutosave)
	put("Hai, ảnh", bulletin.ReasonAutosave, one)
	for _, caption := range []string{"Đò", "Đò qua", "Đò qua sông"} {
		one.Caption = caption
		put("Hai, ảnh", bulletin.ReasonAutosave, one)
	}
	put("Ba", bulletin.ReasonAutosave, one)
	put("Bốn", bulletin.ReasonAutosave, one)
	put("Bốn, không ảnh", bulletin.ReasonAutosave)
	put("Bốn, không ảnh", bulletin.ReasonSave)
	put("Năm", bulletin.ReasonAutosave)
	want := []string{"Năm autosave 1", "Bốn, không ảnh save 1", "Bốn autosave 2", "Hai, ảnh autosave 4", "Hai autosave 2"}
	if got := told(stepsOf(t, f, id)); !slices.Equal(got, want) {
		t.Errorf("steps %q, want %q", got, want)
	}
}

// TestASaveByHandWaitsItsTurn, though one writes on before the save before it is
// done.
func TestASaveByHandWaitsItsTurn(t *testing.T) {
	f, k, _ := keeping(t)
	for range 10 {
		id := bulletin.NewID()
		k.Put(id, headline("Một"), bulletin.ReasonAutosave)
		k.Put(id, headline("Hai"), bulletin.ReasonSave)
		k.Put(id, headline("Ba"), bulletin.ReasonAutosave)
		k.Put(id, headline("Bốn"), bulletin.ReasonAutosave)
		if a, found := k.Unsaved(id); found && a.Headline != "Bốn" {
			t.Errorf("the newest text is %q", a.Headline)
		}
		check(t, k.Flush())
		isKept(t, f, id, "Bốn")
		steps := told(stepsOf(t, f, id))
		if !slices.ContainsFunc(steps, func(s string) bool { return strings.HasPrefix(s, "Hai save") }) {
			t.Errorf("steps %q", steps)
		}
	}
}
