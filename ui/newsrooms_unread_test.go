package ui

import (
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// colleague works at another PC in the same newsroom.
type colleague struct {
	t    *testing.T
	name string
	file *storage.File
	part *newsroom.Newsroom
}

func (w *window) withColleague(t *testing.T, name string) colleague {
	t.Helper()
	shared := t.TempDir()
	f, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), name+".bantin"))
	check(t, err)
	t.Cleanup(func() { f.Close() })
	part, err := newsroom.Join(t.Context(), f, shared, name)
	check(t, err)
	w.enterNewsroom(shared)
	wait(t, "the folder is shared", func() bool { return w.settings.newsroom(w.file.Path()) == shared })
	return colleague{t, name, f, part}
}

// writes has the colleague write a headline, and the desk hear of it.
func (c colleague) writes(w *window, id bulletin.ID, headline string) {
	c.t.Helper()
	_, err := c.part.Exchange(c.t.Context(), nil)
	check(c.t, err)
	a, err := c.file.Article(c.t.Context(), id)
	if bulletin.TroubleKey(err) != "article_missing" {
		check(c.t, err)
	}
	a.Article.Headline = headline
	_, err = c.file.SaveArticle(c.t.Context(), id, a.Article, storage.Save{Author: c.name, Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(c.t, err)
	_, err = c.part.Exchange(c.t.Context(), nil)
	check(c.t, err)
	w.exchangeNow()
	wait(c.t, headline+" is listed", func() bool {
		row, _ := w.listing.Summary(id)
		return row.Headline == headline && w.coming.id == ""
	})
}

// TestWhatComesByTheSharedFolderIsUnread, from the first day that a file is worked
// on, and as often as somebody else writes it; what stands on the sheet is read.
func TestWhatComesByTheSharedFolderIsUnread(t *testing.T) {
	w := opened(t, 1)
	own, id := w.writing.id, bulletin.NewID()
	c := w.withColleague(t, "Hường")
	c.writes(w, id, "Tin thu của Hường")
	if !w.listing.Unread.Has(id) {
		t.Error("what came in the first session is not unread")
	}
	w.open(id)
	wait(t, "it is open", func() bool { return w.writing.id == id })
	c.writes(w, id, "Tin thu, sửa lần một")
	if w.listing.Unread.Has(id) {
		t.Error("what is on the sheet is unread")
	}
	w.open(own)
	wait(t, "another one is open", func() bool { return w.writing.id == own })
	c.writes(w, id, "Tin thu, sửa lần hai")
	if !w.listing.Unread.Has(id) {
		t.Error("what was opened once is never unread again")
	}
}
