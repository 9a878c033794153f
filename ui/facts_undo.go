package ui

import "bantin/bulletin"

// factValues are what the line of facts says.
type factValues struct {
	genre         bulletin.Genre
	section, note string
	date          bulletin.Date
	status        bulletin.Status
}

func factsOf(a *bulletin.Article) factValues {
	return factValues{a.Genre, a.Section, a.Note, a.EventDate, a.Status}
}

// stepOfFacts makes a change of facts a step like those on the sheet.
func (w *window) stepOfFacts(was, now *bulletin.Article) {
	w.sheet.Manuscript().AsStep(
		func() { w.turnFacts(now, was) },
		func() { w.turnFacts(was, now) })
}

// turnFacts makes those facts that differ between two articles what the second
// says. The others may have become something else meanwhile and stay.
func (w *window) turnFacts(from, to *bulletin.Article) {
	a := w.facts.article
	was, is := factsOf(from), factsOf(to)
	if was.genre != is.genre {
		a.Genre = is.genre
	}
	if was.section != is.section {
		a.Section = is.section
	}
	if was.note != is.note {
		a.Note = is.note
	}
	if was.date != is.date {
		a.EventDate = is.date
	}
	if was.status != is.status {
		a.Status = is.status
	}
	w.setFacts(a)
	w.changed()
}
