package ui

import (
	"cmp"
	"reflect"
	"time"

	"bantin/bulletin"
)

// isEmptied reports an article that was begun in this run and says nothing any
// more but what it came with, or less: everything was taken back, or nothing was
// written.
func (w *window) isEmptied() bool {
	fresh, ok := w.blanks[w.writing.id]
	if !ok {
		return false
	}
	a := w.writing.article
	for _, came := range []struct {
		is  *string
		was string
	}{
		{&a.ThemeBanner, fresh.ThemeBanner}, {&a.Byline, fresh.Byline}, {&a.Affiliation, fresh.Affiliation}, {&a.Dateline, fresh.Dateline},
	} {
		*came.is = cmp.Or(*came.is, came.was)
	}
	return reflect.DeepEqual(a, fresh)
}

// gone hears that an emptied article left the file's list. It leaves the one on
// screen, too, unless it was written on again meanwhile; its sheet stays open as
// that of a new article.
func (w *window) gone(id bulletin.ID) {
	if id == w.writing.id {
		if !w.isEmptied() {
			return
		}
		w.writing.stored, w.writing.lastAt = false, time.Time{}
	}
	w.listing.Drop(id)
	w.list.Show(w.writing.id)
}
