package ui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
)

// besideDesk is the desk's file, open in another program.
func (w *window) besideDesk(t *testing.T) *storage.File {
	t.Helper()
	f, err := storage.Open(context.Background(), w.file.Path())
	check(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func looksEvery(t *testing.T, every time.Duration) {
	t.Helper()
	was := lookForNews
	lookForNews = every
	t.Cleanup(func() { lookForNews = was })
}

// TestWhatAnotherProgramWritesIsShown: an issue and an article, soon after they are in
// the file.
func TestWhatAnotherProgramWritesIsShown(t *testing.T) {
	looksEvery(t, 20*time.Millisecond)
	w := opened(t, 1)
	other, save := w.besideDesk(t), storage.Save{Author: "Thu", Reason: bulletin.ReasonSave}
	_, err := other.SaveIssue(context.Background(), bulletin.NewID(), bulletin.Issue{Number: "7"}, save)
	check(t, err)
	wait(t, "the issue is there", func() bool { return len(w.issues) == 1 })
	_, err = other.SaveArticle(context.Background(), bulletin.NewID(), bulletin.Article{Headline: "Đến sau"}, save)
	check(t, err)
	wait(t, "the article is there", func() bool { return w.listing.Len() == 2 })
}

// TestF6ReadsTheIssuesAnew, also those that the desk has not noticed yet.
func TestF6ReadsTheIssuesAnew(t *testing.T) {
	looksEvery(t, time.Hour)
	w := opened(t, 1)
	wait(t, "the issues are read", func() bool { return w.issuesRead })
	other := w.besideDesk(t)
	id := bulletin.NewID()
	_, err := other.SaveIssue(context.Background(), id, bulletin.Issue{Number: "7"}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	w.plainKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	wait(t, "it is made up", func() bool { return w.making == id })
}
