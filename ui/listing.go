package ui

import (
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// search asks for the drafts that the search box calls for.
func (w *window) search() {
	if w.searcher != nil {
		w.searcher.Search(strings.TrimSpace(w.list.search.Text()))
	}
}

// found takes over the answer to a search.
func (w *window) found(s []storage.Summary, err error) {
	if err != nil {
		w.complain(err)
		return
	}
	w.listing.Found(s)
	w.list.Show(w.writing.id, w.list.search.Len() > 0)
	if !w.writing.open && !w.begun && w.listing.Len() > 0 {
		w.open(w.listing.At(0).ID) // where one left off
	}
	w.begun = true
}

// showAllDrafts leaves a shelf that a new article would not stand on.
func (w *window) showAllDrafts() {
	if s := w.listing.Status(); w.listing.Issue() != "" || s != "" && s != bulletin.Draft {
		w.listing.Show("")
		w.list.Show(w.writing.id, w.list.search.Len() > 0)
	}
}

// about is the quiet line of a draft in the list.
func (w *window) about(s storage.Summary) string {
	var parts []string
	if s.Conflict {
		parts = append(parts, w.say.Say("desk.two_versions", nil))
	}
	if s.Byline != "" {
		parts = append(parts, s.Byline)
	}
	parts = append(parts, w.say.Say("desk.words", bulletin.Args{"n": s.Words}))
	if s.Photos > 0 {
		parts = append(parts, w.say.Say("desk.photos", bulletin.Args{"n": s.Photos}))
	}
	return strings.Join(append(parts, shortTime(s.UpdatedAt)), " · ")
}

// shortTime is the hour for today, the day for this year, else the date.
func shortTime(t time.Time) string {
	now, t := time.Now(), t.Local()
	switch {
	case t.IsZero():
		return ""
	case bulletin.DateOf(t) == bulletin.DateOf(now):
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("2/1")
	}
	return t.Format("2/1/2006")
}

// delete takes the open article out of the list, and offers to bring it back.
func (w *window) delete() {
	if !w.writing.open || w.file.ReadOnly() {
		return
	}
	w.read()
	gone := w.writing
	w.wanted++
	w.writing = writing{}
	w.listing.Drop(gone.id)
	w.list.Show("", w.list.search.Len() > 0)
	w.showArticle()
	if !gone.stored {
		return
	}
	w.keeper.Put(gone.id, gone.article.Clone(), bulletin.ReasonDelete)
	w.blankNotice(gone)
}

func (w *window) blankNotice(gone writing) {
	w.notices.Say(w.say.Say("desk.deleted", bulletin.Args{"headline": w.headlineOf(gone.article)}),
		w.say.Say("desk.undo_delete", nil), func() { w.bringBack(gone) })
}

// bringBack restores a deleted article.
func (w *window) bringBack(gone writing) {
	w.take()
	w.wanted++
	w.keeper.Put(gone.id, gone.article.Clone(), bulletin.ReasonRestore)
	gone.dirty, gone.due, gone.preview = false, false, nil
	w.writing = gone
	w.listing.Note(w.summary())
	w.list.Show(gone.id, w.list.search.Len() > 0)
	w.showArticle()
}
