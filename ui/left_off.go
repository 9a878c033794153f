package ui

import (
	"encoding/json"
	"time"

	"bantin/bulletin"
)

// noteLeftOff remembers which article is on the sheet, and where the caret
// stands in it: the next start goes on there, however this run ends.
func (w *window) noteLeftOff() {
	if w.file == nil || w.sheet == nil || !w.writing.open || !w.writing.stored {
		return
	}
	place := w.sheet.Where()
	place.Article = w.writing.id
	w.settings.keepLeftOff(w.file.Path(), place)
}

// openLeftOff opens the article that was on the sheet last, with the caret where
// it stood; where that is gone, the one that was saved last.
func (w *window) openLeftOff() {
	place := w.settings.leftOff(w.file.Path())
	id := w.listing.At(0).ID
	_, listed := w.listing.Summary(place.Article)
	if listed {
		id = place.Article
	}
	cutOff := w.cutOff
	w.cutOff = false
	w.openThen(id, func() {
		if listed {
			w.sheet.StandAt(place)
		}
		w.writeOn()
		w.backToTable(func() {
			if cutOff && !w.notices.Has(ofBack) { // which says that words came back
				w.tellCutOff()
			}
		})
	})
}

// noteTable remembers which issue is on the make-up table.
func (w *window) noteTable() {
	if w.file != nil {
		w.settings.keepLeftTable(w.file.Path(), w.making)
	}
}

// backToTable goes to the make-up table, if that is where one was, unless one has
// begun to write; then is done where one was.
func (w *window) backToTable(then func()) {
	id := w.settings.leftTable(w.file.Path())
	if id == "" {
		then()
		return
	}
	w.withIssues(func() {
		if w.issueIndex(id) >= 0 && w.making == "" && !w.writing.dirty && !w.busy() {
			w.takeToTable(id)
		}
		then()
	})()
}

// noteOpen remembers that a file is open, until it is left: where that is still
// remembered at the next start, the power went, or the program was killed.
func (w *window) noteOpen(path string) {
	w.cutOff = w.settings.stillOpen() == path && w.report == "" && w.crashed == ""
	w.settings.keepOpen(path)
}

// tellCutOff says that the last run was cut off, and how much of the article is
// there.
func (w *window) tellCutOff() {
	at := w.writing.lastAt.Local()
	when := bulletin.Moment(at)
	if bulletin.DateOf(at) == bulletin.DateOf(time.Now()) {
		when = at.Format("15:04")
	}
	w.notices.Linger(w.say.Say("desk.cut_off", bulletin.Args{
		"headline": w.headlineOf(w.writing.article), "time": when,
	}))
}

// leftOff is the place where the work on a drafts file was left, without an
// article where that is not known.
func (s settings) leftOff(path string) (p bulletin.Place) {
	_ = json.Unmarshal([]byte(s.p.String(keyLeftOff+path)), &p) // what cannot be read is not known
	return p
}

func (s settings) keepLeftOff(path string, p bulletin.Place) {
	raw, err := json.Marshal(p)
	if err == nil && s.p.String(keyLeftOff+path) != string(raw) {
		s.p.SetString(keyLeftOff+path, string(raw))
	}
}

// leftTable is the issue that was on the make-up table when the work on a drafts
// file was left, "" for none.
func (s settings) leftTable(path string) bulletin.ID {
	return bulletin.ID(s.p.String(keyLeftTable + path))
}

func (s settings) keepLeftTable(path string, issue bulletin.ID) {
	if s.leftTable(path) != issue {
		s.p.SetString(keyLeftTable+path, string(issue))
	}
}

// stillOpen is the drafts file that is open on this screen, "" for none.
func (s settings) stillOpen() string { return s.p.String(keyOpen + displayName()) }

func (s settings) keepOpen(path string) { s.p.SetString(keyOpen+displayName(), path) }
