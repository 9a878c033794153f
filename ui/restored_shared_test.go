package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestWhatIsRestoredStays: the shared folder does not give back at once what came
// after the backup. Who exchanges again has it all, and is no second colleague.
func TestWhatIsRestoredStays(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	w := opened(t, 1)
	path, id, shared := w.file.Path(), w.writing.id, t.TempDir()
	published := func() []string {
		all, err := filepath.Glob(filepath.Join(shared, "*.bantin"))
		check(t, err)
		return all
	}
	w.enterNewsroom(shared)
	wait(t, "the file is published", func() bool { return len(published()) == 1 })
	b, err := w.file.BackUp(t.Context(), storage.BackupAsked, nil)
	check(t, err)
	before, err := os.ReadFile(published()[0])
	check(t, err)
	w.typeAt(manuscript.Headline, "Về sau: ")
	w.take()
	check(t, w.keeper.Flush())
	w.exchangeNow()
	wait(t, "what was written since is published", func() bool {
		now, err := os.ReadFile(published()[0])
		return err == nil && string(now) != string(before)
	})

	w.restoreBackup(b)
	wait(t, "it is restored", func() bool { return w.file != nil && w.writing.open && w.saysKey("desk.backup.restored") })
	if folder := w.settings.newsroom(path); folder != "" {
		t.Fatalf("it is exchanged through %s, which gives back what came later", folder)
	}
	if now := w.textOf(manuscript.Headline); strings.HasPrefix(now, "Về sau") {
		t.Errorf("restored is %q", now)
	}
	if !strings.Contains(w.told(), shared) {
		t.Errorf("nothing is said of the shared folder: %s", w.told())
	}
	w.notices.Clear()
	again := w.say.Say("desk.backup.join_again", nil)
	w.askNewsroom()
	if !strings.Contains(w.told(), shared) || !w.notices.Offers(ofNews, again) {
		t.Errorf("who asks for the shared folder is told %s", w.told())
	}
	w.notices.Clear()
	w.rebuild()
	back := w.wordInSight(again)
	if back == nil {
		t.Fatal("once the notice is shut, nothing says that the exchange rests")
	}
	test.Tap(back)
	wait(t, "all is here again", func() bool { return strings.HasPrefix(w.textOf(manuscript.Headline), "Về sau") })
	if a, err := w.file.Article(t.Context(), id); err != nil || len(a.Heads) != 1 {
		t.Errorf("%d versions, %v", len(a.Heads), err)
	}
	if w.wordInSight(again) != nil {
		t.Error("it still says that the exchange rests")
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.take()
	check(t, w.keeper.Flush())
	w.exchangeNow()
	wait(t, "it is published", func() bool {
		f, err := storage.OpenReadOnly(t.Context(), published()[0])
		if err != nil {
			return false
		}
		defer f.Close()
		a, err := f.Article(t.Context(), id)
		return bulletin.TroubleKey(err) == "" && strings.HasPrefix(a.Article.Headline, "Mới: ") || len(published()) > 1
	})
	if all := published(); len(all) != 1 {
		t.Errorf("one PC has published %q", all)
	}
}

// wordInSight is the button with a word that no panel hides, nil for none.
func (w *window) wordInSight(word string) *quiet {
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		if q, ok := o.(*quiet); ok && q.Word == word {
			return q
		}
	}
	return nil
}
