package ui

import (
	"bantin/bulletin"
	"bantin/ui/field"
)

// goTo brings the caret to a place in an article, which is opened if it is not.
func (w *window) goTo(place bulletin.Place) {
	if place.Article == "" || w.file == nil {
		return
	}
	w.openThen(place.Article, func() { w.standAt(place) })
}

// standAt puts the caret at a place of the article on the sheet.
func (w *window) standAt(place bulletin.Place) {
	f, at := w.sheet.fieldAt(place)
	if f == nil {
		return
	}
	w.win.Canvas().Focus(f)
	f.SetCaret(min(max(at, 0), f.Len()))
	w.sheet.see()
}

// caretPlace is the place that the caret stands at; ok is false where it is not
// in the article.
func (w *window) caretPlace() (place bulletin.Place, ok bool) {
	if w.sheet == nil || !w.writing.open {
		return place, false
	}
	f, _ := w.sheet.focused()
	if f == nil {
		return place, false
	}
	return w.sheet.placeIn(f, w.writing.id)
}

// fieldAt is the field of the sheet that a place is in, and where in it.
func (s *sheet) fieldAt(place bulletin.Place) (*field.Field, int) {
	if place.Photo != "" && place.Field != bulletin.FieldBody {
		for _, c := range s.cards {
			if c.photo.ID == place.Photo {
				if place.Field == bulletin.FieldCredit {
					return c.credit, place.Offset
				}
				return c.caption, place.Offset
			}
		}
	}
	if place.Field == bulletin.FieldBody && place.Block >= 0 {
		return s.body, s.bodyOffset(place.Block) + place.Offset
	}
	for _, f := range s.fields() {
		if f.Name == string(place.Field) {
			return f, place.Offset
		}
	}
	return nil, 0
}

// bodyOffset is where the text of a block begins in the body's field.
func (s *sheet) bodyOffset(block int) int {
	at, n := 0, 0
	lines := splitLines(s.body.Text())
	for _, line := range lines {
		mark, blank := lineMark(line)
		if !blank {
			if n == block {
				return at + mark
			}
			n++
		}
		at += len([]rune(line)) + 1
	}
	return at
}

// placeIn is the place at which the caret of a field stands.
func (s *sheet) placeIn(f *field.Field, article bulletin.ID) (bulletin.Place, bool) {
	place := bulletin.Place{Article: article, Field: bulletin.Field(f.Name), Block: -1, Offset: f.Caret()}
	for _, c := range s.cards {
		if f == c.caption || f == c.credit || f == c.alt {
			place.Photo = c.photo.ID
		}
	}
	if f != s.body {
		return place, true
	}
	at, block := 0, -1
	for _, line := range splitLines(f.Text()) {
		mark, blank := lineMark(line)
		if !blank {
			block++
		}
		length := len([]rune(line))
		if f.Caret() <= at+length {
			place.Block, place.Offset = max(block, 0), max(0, f.Caret()-at-mark)
			return place, true
		}
		at += length + 1
	}
	return place, true
}
