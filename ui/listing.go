package ui

import (
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/list"
)

// search asks for the drafts that the search box calls for.
func (w *window) search() {
	if w.searcher == nil {
		return
	}
	q := storage.Query{Text: strings.TrimSpace(w.list.Search.Text()), Sort: w.sort}
	if w.list.Ranked {
		q.Sort, q.Ranked = storage.SortNewest, true // another order would take its place
	}
	w.searcher.Search(q)
}

// found takes over the answer to a search.
func (w *window) found(a desk.Answer) {
	if a.Err != nil {
		w.complain(a.Err)
		return
	}
	if a.Begins != nil {
		w.listing.Begins = a.Begins
	}
	w.listing.Found(a.Articles)
	w.listing.FoundDeleted(a.Deleted)
	w.listOwn()
	w.warnOfUnlisted(a.Unlisted)
	w.list.Found(w.writing.id, a.Ranked)
	w.showLoose()
	if !w.writing.open && !w.begun && w.listing.Len() > 0 {
		w.openLeftOff()
	}
	w.begun = true
	w.sayBlank()
}

// makeRoomFor leaves a shelf that an article new to the list would not stand
// on, and lets it past the filter.
func (w *window) makeRoomFor(id bulletin.ID) {
	w.listing.Keep(id)
	if s := w.listing.Status(); w.listing.Issue() != "" || w.listing.Deleted() || s != "" && s != bulletin.Draft {
		w.listing.Show("")
		w.list.Show(w.writing.id)
	}
}

// about is the quiet line of a draft in the list.
func (w *window) about(s storage.Summary) list.About {
	var lead []string
	switch {
	case s.Conflicts > 0:
		lead = append(lead, w.say.Say("desk.to_choose", bulletin.Args{"n": s.Conflicts}))
	case s.Conflict: // just so, and not counted yet
		lead = append(lead, w.say.Say("desk.several_versions", nil))
	}
	if s.Byline != "" {
		lead = append(lead, s.Byline)
	}
	at := shortTime(s.UpdatedAt)
	words := w.say.Say("desk.words", bulletin.Args{"n": s.Words}) + list.Dot + at
	about := list.About{Lead: strings.Join(lead, list.Dot), Tails: []string{words, at}}
	if s.Photos > 0 {
		photos := w.say.Say("desk.photos", bulletin.Args{"n": s.Photos})
		about.Tails = []string{strings.TrimSuffix(words, at) + photos + list.Dot + at, words, at}
	}
	return about
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
