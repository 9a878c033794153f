package ui

import "bantin/bulletin"

// goTo brings the caret to a place in an article, which is opened if it is not.
func (w *window) goTo(place bulletin.Place) {
	if place.Article == "" || w.file == nil {
		return
	}
	w.openThen(place.Article, func() { w.sheet.GoTo(place) })
}

// caretPlace is the place that the caret stands at; ok is false where it is not
// in the article.
func (w *window) caretPlace() (place bulletin.Place, ok bool) {
	if w.sheet == nil || !w.writing.open || !w.sheet.Has() {
		return place, false
	}
	place = w.sheet.Seen()
	place.Article = w.writing.id
	return place, true
}
