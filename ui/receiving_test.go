package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

func TestArticlesAreSentAndReceived(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	sender := opened(t, 3)
	out := filepath.Join(t.TempDir(), "Gửi.bantin")
	two := []bulletin.ID{sender.listing.At(0).ID, sender.listing.At(1).ID}
	sender.list.Chosen.Only(two[0])
	sender.list.Chosen.Toggle(two[1])
	things := sender.sendable(sender.list.Chosen.In(sender.listing))
	if len(things) < 3 || len(things[0].what.Articles) != 2 {
		t.Fatalf("offered %+v", things)
	}
	sender.send(things[0], strings.TrimSuffix(out, ".bantin"))
	wait(t, "the file is there", func() bool { _, err := os.Stat(out); return err == nil && sender.notice() != "" })

	w := opened(t, 1)
	w.receive(out)
	wait(t, "what came is told", func() bool { return w.busy() && w.listing.Len() == 3 })
	for _, id := range two {
		if !w.listing.Unread.Has(id) {
			t.Errorf("%s does not count as unread", id)
		}
	}
	w.dialog.(*parts.Panel).Submit()
	if w.listing.Len() != 2 {
		t.Errorf("%d articles to read", w.listing.Len())
	}
	w.receive(out)
	wait(t, "it says that nothing is new", func() bool { return w.saysKey("desk.receive.nothing_new") || strings.Contains(w.notice(), "Gửi") })
}

func TestAConflictIsSettledOnTheDesk(t *testing.T) {
	w := opened(t, 1)
	id := w.writing.id
	ctx := context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	for _, headline := range []string{"Bản của Thu", "Bản của Hường"} {
		a := base.Article.Clone()
		a.Headline = headline
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: headline[len("Bản của "):], Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 1 })
	w.askSettle()
	wait(t, "both sides are shown", w.busy)
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key2})
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wait(t, "it is settled", func() bool { return len(w.conflicted.conflicts) == 0 })
	a, err := w.file.Article(ctx, id)
	check(t, err)
	if len(a.Heads) != 1 || a.Article.Headline == base.Article.Headline {
		t.Errorf("%d versions, headline %q", len(a.Heads), a.Article.Headline)
	}
}

// TestSidesAreSaidInWords: nobody knows the codes that the file holds.
func TestSidesAreSaidInWords(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	base, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	for author, status := range map[string]bulletin.Status{"Thu": bulletin.Submitted, "Hường": bulletin.Approved} {
		a := base.Article.Clone()
		a.Status = status
		_, err := w.file.SaveArticle(ctx, base.ID, a, storage.Save{Author: author, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 1 })
	w.askSettle()
	wait(t, "both sides are shown", w.busy)
	var said []string
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if text, ok := o.(*parts.Prose); ok {
			said = append(said, text.String())
		}
	}
	all := strings.Join(said, "\n")
	for _, status := range []bulletin.Status{bulletin.Submitted, bulletin.Approved} {
		if word := w.say.Say("status."+string(status), nil); !strings.Contains(all, word) || strings.Contains(all, string(status)) {
			t.Errorf("%s is said as\n%s", status, all)
		}
	}
}

func TestAVersionIsRestoredAndTakenBack(t *testing.T) {
	w := opened(t, 1)
	old := w.writing.article.Headline
	w.newHeadline(t, "Tít mới hẳn")
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 2 })
	if changes := w.history.Changes(); !strings.Contains(changes, "+Tít mới hẳn") {
		t.Errorf("changes:\n%s", changes)
	}
	w.history.Choose(1)
	w.restoreVersion(w.history.Versions()[1])
	wait(t, "the old headline is back", func() bool { return w.writing.open && w.writing.article.Headline == old })
	wait(t, "and can be taken back", func() bool { return w.notices.Has(ofNews) })
	w.notices.Act(ofNews)
	wait(t, "the new one is there again", func() bool { return w.writing.open && w.writing.article.Headline == "Tít mới hẳn" })
}

// TestRestoringOverAConflictIsAskedFirst: an older version that is mixed with one
// of the sides would be nobody's text.
func TestRestoringOverAConflictIsAskedFirst(t *testing.T) {
	w := opened(t, 1)
	id, old := w.writing.id, w.writing.article.Headline
	ctx := context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	for _, name := range []string{"Thu", "Hường"} {
		a := base.Article.Clone()
		a.Headline, a.Deck = "Bản của "+name, "Tít phụ của "+name
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 2 })
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 3 })
	w.restoreVersion(w.history.Versions()[2])
	wait(t, "it is asked", w.busy)
	if a, err := w.file.Article(ctx, id); err != nil || len(a.Heads) != 2 || len(a.Conflicts) != 2 {
		t.Errorf("before it was answered: %d versions, %d conflicts, %v", len(a.Heads), len(a.Conflicts), err)
	}
	first := w.dialog.(*parts.Panel)
	third := base.Article.Clone()
	third.Headline = "Bản của Mai"
	_, err = w.file.SaveArticle(ctx, id, third, storage.Save{Author: "Mai", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	first.Submit() // to what was asked of two
	wait(t, "it is asked again", func() bool { return w.busy() && w.dialog.(*parts.Panel) != first })
	if a, err := w.file.Article(ctx, id); err != nil || len(a.Heads) != 3 {
		t.Errorf("answered for what was not asked: %d versions, %v", len(a.Heads), err)
	}
	w.dialog.(*parts.Panel).Submit()
	wait(t, "nothing is left to be chosen", func() bool { return len(w.conflicted.conflicts) == 0 && w.writing.article.Headline == old })
	a, err := w.file.Article(ctx, id)
	check(t, err)
	if len(a.Heads) != 1 || a.Article.Headline != old || a.Article.Deck != base.Article.Deck {
		t.Errorf("%d versions, %q, %q", len(a.Heads), a.Article.Headline, a.Article.Deck)
	}
	if !w.saysKey("desk.history.restored_over") {
		t.Error(w.notice())
	}
}

// newHeadline gives the article on the sheet another headline, as a save of
// the person's.
func (w *window) newHeadline(t *testing.T, headline string) {
	t.Helper()
	a := w.writing.article.Clone()
	a.Headline = headline
	w.saveVersion(a)
	wait(t, "the headline is saved", func() bool { return w.writing.open && w.writing.article.Headline == headline })
}

func TestTheFileIsChecked(t *testing.T) {
	w := opened(t, 2)
	w.checkFile()
	wait(t, "it is found whole", func() bool { return w.saysKey("desk.check_file.sound") })
}

// TestReadingWhatCameOpensTheFirst of the new articles, and lists the others.
func TestReadingWhatCameOpensTheFirst(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "thu.bantin")
	f, err := storage.Create(ctx, path)
	check(t, err)
	for _, headline := range []string{"Đường mới", "Cầu mới"} {
		_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: headline}, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave})
		check(t, err)
	}
	check(t, f.Close())
	w.receive(path)
	w.panelSays(t)
	wait(t, "they are listed", func() bool { return w.listing.Len() == 3 })
	w.dialog.(*parts.Panel).Submit()
	wait(t, "a new one is open", func() bool {
		return w.writing.open && (w.writing.article.Headline == "Cầu mới" || w.writing.article.Headline == "Đường mới")
	})
	if !w.listing.Filtered().Unread {
		t.Error("the others are not listed by themselves")
	}
}

// TestReadingWhatCameShowsWhatIsOpen: what came is a new version of the article
// that is open, so nothing is unread, and the list shows it all the same.
func TestReadingWhatCameShowsWhatIsOpen(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "thu.bantin")
	_, err := w.file.Send(ctx, path, storage.Selection{}, nil)
	check(t, err)
	f, err := storage.Open(ctx, path)
	check(t, err)
	id := w.writing.id
	was, err := f.Article(ctx, id)
	check(t, err)
	was.Article.Deck = "Ba cây số tám trăm mét"
	_, err = f.SaveArticle(ctx, id, was.Article, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave})
	check(t, err)
	check(t, f.Close())
	w.receive(path)
	w.panelSays(t)
	wait(t, "the new version is open", func() bool { return w.writing.article.Deck != "" })
	w.readNew([]bulletin.ID{id})
	wait(t, "it is listed", func() bool { return w.listing.Len() == 1 })
}

// TestOneBadFileOfSeveralKeepsNoneBack: what can be received of files that are
// dropped together is, and the one that cannot be is named.
func TestOneBadFileOfSeveralKeepsNoneBack(t *testing.T) {
	ctx := context.Background()
	var files []string
	for _, who := range []string{"Lan", "Minh", "Thắm"} {
		path := filepath.Join(t.TempDir(), who+".bantin")
		if files = append(files, path); who == "Minh" {
			check(t, os.WriteFile(path, []byte("không phải bản thảo"), 0o600))
			continue
		}
		f, err := storage.Create(ctx, path)
		check(t, err)
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Bài của " + who}, storage.Save{Author: who, Reason: bulletin.ReasonSave})
		check(t, err)
		check(t, f.Close())
	}
	w := opened(t, 1)
	w.receive(files...)
	wait(t, "what came is listed, and told", func() bool { return w.busy() && w.listing.Len() == 3 })
	for i := range w.listing.Len() {
		if s := w.listing.At(i); strings.HasPrefix(s.Headline, "Bài của") && !w.listing.Unread.Has(s.ID) {
			t.Errorf("“%s” is not new", s.Headline)
		}
	}
	if said := w.notice(); !strings.Contains(said, "Minh.bantin") {
		t.Errorf("of the bad one it is said: %q", said)
	}
}

// TestSeveralFilesDroppedTogetherAreAllReceived: three colleagues' files at once.
func TestSeveralFilesDroppedTogetherAreAllReceived(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	ctx := context.Background()
	var files []string
	for _, who := range []string{"Lan", "Minh", "Thắm"} {
		path := filepath.Join(t.TempDir(), who+".bantin")
		f, err := storage.Create(ctx, path)
		check(t, err)
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Bài của " + who}, storage.Save{Author: who, Reason: bulletin.ReasonSave})
		check(t, err)
		check(t, f.Close())
		files = append(files, path)
	}
	w := opened(t, 1)
	w.takeFiles(files, anyFrame, nowhere)
	wait(t, "it is asked", w.busy)
	w.dialog.(*parts.Panel).Submit()
	wait(t, "all of them are there, and it is told", func() bool { return w.busy() && w.listing.Len() == 4 })
	unread := 0
	for i := range w.listing.Len() {
		if w.listing.Unread.Has(w.listing.At(i).ID) {
			unread++
		}
	}
	if unread != 3 {
		t.Errorf("%d are unread", unread)
	}
}
