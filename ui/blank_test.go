package ui

import (
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
		return func() { change(&w.facts.article); w.facts.changed() }
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
