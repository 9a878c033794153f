package ui

import (
	"context"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestWhateverIsWrittenOnANewArticleIsStored, be it only a name or a date.
func TestWhateverIsWrittenOnANewArticleIsStored(t *testing.T) {
	w := opened(t, 0)
	w.office = bulletin.Office{Body: "Trung tâm Văn hóa xã Ngàn Sa", ThemeBanner: "Gần dân, sát việc"}
	fact := func(change func(*bulletin.Article)) func() {
		return func() { w.facts.change(change) }
	}
	writes := map[string]func(){
		"byline":   func() { w.typeAt(manuscript.Byline, "Lê Hải Yên ") },
		"unit":     func() { w.typeAt(manuscript.Affiliation, "Thôn Tân Lập, ") },
		"banner":   func() { w.typeAt(manuscript.Banner, "Xuân mới: ") },
		"dateline": func() { w.typeAt(manuscript.Dateline, "Ngàn Sa") },
		"section":  fact(func(a *bulletin.Article) { a.Section = "Nông nghiệp" }),
		"date":     fact(func(a *bulletin.Article) { a.EventDate.Year-- }),
		"genre":    fact(func(a *bulletin.Article) { a.Genre = bulletin.Reportage }),
		"note":     fact(func(a *bulletin.Article) { a.Note = "hỏi lại anh Sơn" }),
	}
	for what, write := range writes {
		before := len(w.stored(t, storage.Query{}))
		w.newArticle()
		if w.sheet.Manuscript().Find(manuscript.Dateline) < 0 && what == "dateline" {
			continue
		}
		write()
		w.newArticle() // by Ctrl+N
		w.flush()
		if n := len(w.stored(t, storage.Query{})); n != before+1 {
			t.Errorf("only a %s: %d articles after %d", what, n, before)
		}
	}
}

// TestWhatANewArticleComesWithIsNoWriting: saved, and written on and taken
// back, it is still blank.
func TestWhatANewArticleComesWithIsNoWriting(t *testing.T) {
	w := opened(t, 0)
	w.office = bulletin.Office{Body: "Trung tâm Văn hóa xã Ngàn Sa", ThemeBanner: "Gần dân, sát việc"}
	w.newArticle()
	w.saveNow()
	w.typeAt(manuscript.Headline, "Ra")
	w.sheet.Undo()
	w.saveNow()
	w.flush()
	if list := w.stored(t, storage.Query{}); len(list) != 0 {
		t.Errorf("stored: %+v", list)
	}
}

// TestWhatIsEmptiedByUndoGoes, as one that was never begun: out of the list, the
// file's and the one on screen. Redo brings it back.
func TestWhatIsEmptiedByUndoGoes(t *testing.T) {
	for name, leave := range map[string]func(w *window, id bulletin.ID){
		"at once": func(*window, bulletin.ID) {},
		"after another article was open": func(w *window, id bulletin.ID) {
			w.newArticle()
			w.open(id)
			wait(t, "it is on the sheet again", func() bool { return w.writing.id == id })
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, 0)
			w.newArticle()
			id := w.writing.id
			w.typeAt(manuscript.Headline, "Ra")
			w.saveNow()
			w.flush()
			leave(w, id)
			for w.textOf(manuscript.Headline) != "" {
				w.sheet.Undo()
			}
			w.saveNow()
			w.flush()
			wait(t, "it leaves the list", func() bool { return w.listing.Len() == 0 })
			if list := w.stored(t, storage.Query{}); len(list) != 0 {
				t.Errorf("stored: %+v", list)
			}
			w.saveNow()
			w.flush()
			if list := w.stored(t, storage.Query{}); len(list) != 0 {
				t.Errorf("stored when it was saved once more: %+v", list)
			}
			w.sheet.Redo()
			w.saveNow()
			w.flush()
			if list := w.stored(t, storage.Query{}); len(list) != 1 || list[0].ID != id || list[0].Headline == "" || w.listing.Len() != 1 {
				t.Errorf("after redo the file has %+v, the list %d", list, w.listing.Len())
			}
		})
	}
}

// TestWhatWasHandedOutStaysWhenItIsEmptied: somebody else has it.
func TestWhatWasHandedOutStaysWhenItIsEmptied(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.typeAt(manuscript.Headline, "Ra")
	w.saveNow()
	w.flush()
	_, err := w.file.Send(context.Background(), filepath.Join(t.TempDir(), "gui.bantin"), storage.Selection{}, nil)
	check(t, err)
	w.sheet.Undo()
	w.saveNow()
	w.flush()
	if list := w.stored(t, storage.Query{}); len(list) != 1 || list[0].Headline != "" || w.listing.Len() != 1 {
		t.Errorf("the file has %+v, the list %d", list, w.listing.Len())
	}
}

// TestWhatIsTakenFromANewArticleIsNoWriting: its banner, which comes back by undo.
func TestWhatIsTakenFromANewArticleIsNoWriting(t *testing.T) {
	w := opened(t, 0)
	w.office = bulletin.Office{Body: "Trung tâm Văn hóa xã Ngàn Sa", ThemeBanner: "Gần dân, sát việc"}
	w.newArticle()
	w.sheet.Do(func(m *manuscript.Manuscript) { m.SetText(manuscript.Banner, "") })
	w.saveNow()
	w.flush()
	w.sheet.Undo()
	w.saveNow()
	w.flush()
	if w.textOf(manuscript.Banner) == "" {
		t.Error("the banner is not back")
	}
	if there, gone := w.stored(t, storage.Query{}), w.stored(t, storage.Query{Deleted: true}); len(there)+len(gone) != 0 {
		t.Errorf("stored %+v, deleted %+v", there, gone)
	}
}
