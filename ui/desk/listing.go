package desk

import (
	"bantin/bulletin"
	"bantin/storage"
)

// Listing is the list of drafts: what was searched for, and of that the part
// in one status, or the stories of one issue.
type Listing struct {
	found   []storage.Summary
	deleted []storage.Summary
	buried  bool            // the deleted ones are shown
	status  bulletin.Status // "" for all
	issue   bulletin.ID     // "" for none
	stories []bulletin.ID   // of the issue, in order
	shown   []int           // indexes into found, or into deleted
	filter  Filter
	kept    bulletin.ID // stands in the list until the filter is changed, whether it fits or not

	Unread *Unread                // nil where nobody keeps count
	Begins map[bulletin.ID]string // the first words of articles without a headline
}

// Found takes over the answer to a search.
func (l *Listing) Found(s []storage.Summary) {
	l.found = s
	if l.Unread != nil {
		l.Unread.Found(s)
	}
	l.choose()
}

// FoundDeleted takes over the answer to the same search among the deleted.
func (l *Listing) FoundDeleted(s []storage.Summary) {
	l.deleted = s
	l.choose()
}

// Show chooses a status, "" for all.
func (l *Listing) Show(s bulletin.Status) {
	l.status, l.issue, l.stories, l.buried = s, "", nil, false
	l.choose()
}

// ShowDeleted chooses the deleted articles.
func (l *Listing) ShowDeleted() {
	l.status, l.issue, l.stories, l.buried = "", "", nil, true
	l.choose()
}

// Deleted reports whether the deleted articles are chosen.
func (l *Listing) Deleted() bool { return l.buried }

// CountDeleted is how many of the deleted articles that were found pass the filter.
func (l *Listing) CountDeleted() (n int) {
	for i := range l.deleted {
		if l.fits(&l.deleted[i]) {
			n++
		}
	}
	return n
}

// ShowIssue chooses the stories of an issue, in their order.
func (l *Listing) ShowIssue(id bulletin.ID, stories []bulletin.ID) {
	l.status, l.issue, l.stories, l.buried = "", id, stories, false
	l.choose()
}

// Issue is the chosen issue, or "".
func (l *Listing) Issue() bulletin.ID { return l.issue }

// Status is the chosen status.
func (l *Listing) Status() bulletin.Status { return l.status }

func (l *Listing) choose() {
	l.shown = l.shown[:0]
	if l.issue != "" {
		l.shown = l.among(l.stories)
		return
	}
	source := l.source()
	for i := range source {
		if (l.buried || l.status == "" || source[i].Status == l.status) && l.fits(&source[i]) {
			l.shown = append(l.shown, i)
		}
	}
}

func (l *Listing) fits(s *storage.Summary) bool {
	return s.ID == l.kept || l.filter.fits(s, l.Unread.Has(s.ID))
}

// Keep has an article in the list until the filter is changed, whether it fits
// or not: one that somebody has just begun or brought here must not be out of
// sight.
func (l *Listing) Keep(id bulletin.ID) {
	l.kept = id
	l.choose()
}

// Filter leaves in the list only what fits. It does not hold for the stories
// of an issue, which are always all there.
func (l *Listing) Filter(f Filter) {
	l.filter, l.kept = f, ""
	l.choose()
}

// Filtered is the filter in force.
func (l *Listing) Filtered() Filter { return l.filter }

// source is what the articles shown are taken from.
func (l *Listing) source() []storage.Summary {
	if l.buried {
		return l.deleted
	}
	return l.found
}

// among gives the places of those stories that were found, in their order.
func (l *Listing) among(stories []bulletin.ID) []int {
	at := make(map[bulletin.ID]int, len(l.found))
	for i := range l.found {
		at[l.found[i].ID] = i
	}
	var places []int
	for _, id := range stories {
		if i, ok := at[id]; ok {
			places = append(places, i)
		}
	}
	return places
}

// CountAmong is how many of an issue's stories were found.
func (l *Listing) CountAmong(stories []bulletin.ID) int { return len(l.among(stories)) }

// Len is the number of articles shown.
func (l *Listing) Len() int { return len(l.shown) }

// At is the article in a row.
func (l *Listing) At(row int) storage.Summary { return l.source()[l.shown[row]] }

// Summary is what is known of an article that was found, whether it is shown or
// not.
func (l *Listing) Summary(id bulletin.ID) (storage.Summary, bool) {
	for i := range l.found {
		if l.found[i].ID == id {
			return l.found[i], true
		}
	}
	return storage.Summary{}, false
}

// Outside are the articles that were found and stand in none of the issues.
func (l *Listing) Outside(issues []storage.StoredIssue) (out []storage.Summary) {
	placed := map[bulletin.ID]bool{}
	for i := range issues {
		for _, slot := range issues[i].Issue.Slots {
			placed[slot.Article] = true
		}
	}
	for i := range l.found {
		if !placed[l.found[i].ID] {
			out = append(out, l.found[i])
		}
	}
	return out
}

// Row is the row of an article, or -1.
func (l *Listing) Row(id bulletin.ID) int {
	for row, i := range l.shown {
		if l.source()[i].ID == id {
			return row
		}
	}
	return -1
}

// Counts is how many of the found articles that pass the filter are in each
// status, and in all.
func (l *Listing) Counts() (byStatus map[bulletin.Status]int, all int) {
	byStatus = map[bulletin.Status]int{}
	for i := range l.found {
		if l.fits(&l.found[i]) {
			byStatus[l.found[i].Status]++
			all++
		}
	}
	return byStatus, all
}

// Note brings the row of an article up to date while it is being written,
// without moving it; an article that is not in the list comes to its top.
func (l *Listing) Note(s storage.Summary) {
	l.deleted = without(l.deleted, s.ID)
	for i := range l.found {
		if l.found[i].ID == s.ID {
			s.CreatedAt, s.Conflict, s.Conflicts = l.found[i].CreatedAt, l.found[i].Conflict || s.Conflict, max(l.found[i].Conflicts, s.Conflicts)
			l.found[i] = s
			l.choose()
			return
		}
	}
	l.found = append([]storage.Summary{s}, l.found...)
	l.choose()
}

// Drop takes an article out of the list.
func (l *Listing) Drop(id bulletin.ID) {
	l.found = without(l.found, id)
	l.choose()
}

// Bury puts an article at the top of the deleted ones.
func (l *Listing) Bury(s storage.Summary) {
	l.found = without(l.found, s.ID)
	l.deleted = append([]storage.Summary{s}, without(l.deleted, s.ID)...)
	l.choose()
}

// Fork marks an article as one with two versions side by side.
func (l *Listing) Fork(id bulletin.ID) {
	for i := range l.found {
		l.found[i].Conflict = l.found[i].Conflict || l.found[i].ID == id
	}
}

func without(s []storage.Summary, id bulletin.ID) []storage.Summary {
	for i := range s {
		if s[i].ID == id {
			return append(s[:i:i], s[i+1:]...)
		}
	}
	return s
}
