package ui

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/look"
)

// shelvedIssue is an issue as the list shows it.
type shelvedIssue struct {
	id      bulletin.ID
	name    string
	stories []bulletin.ID
}

func stories(s bulletin.Issue) []bulletin.ID {
	ids := make([]bulletin.ID, len(s.Slots))
	for i, slot := range s.Slots {
		ids[i] = slot.Article
	}
	return ids
}

// mostShelves is how many issues stand in the list; older ones are behind one
// more line.
const mostShelves = 4

// ShowIssues takes over the issues of the file.
func (l *list) ShowIssues(issues []storage.StoredIssue, name func(bulletin.Issue) string) {
	l.issues = nil
	for _, s := range issues {
		l.issues = append(l.issues, shelvedIssue{s.ID, name(s.Issue), stories(s.Issue)})
		if s.ID == l.listing.Issue() {
			l.listing.ShowIssue(s.ID, stories(s.Issue))
		}
	}
	l.fillShelves()
	l.rows.Refresh()
}

// fillIssues lists the newest issues, and the one that is chosen.
func (l *list) fillIssues() {
	if len(l.issues) == 0 {
		return
	}
	l.shelves.Add(space(1, 4))
	l.shelves.Add(rule())
	l.shelves.Add(space(1, 4))
	var others []shelvedIssue
	for i, s := range l.issues {
		if i < mostShelves || s.id == l.listing.Issue() {
			l.shelves.Add(newShelf(look.IssueMark, s.name, l.say.Number(l.listing.CountAmong(s.stories)),
				s.id == l.listing.Issue(), func() { l.chooseIssue(s) }))
		} else {
			others = append(others, s)
		}
	}
	if len(others) > 0 {
		var more *shelf
		more = newShelf(nil, l.say.Say("desk.other_issues", nil), l.say.Number(len(others)), false, func() {
			l.OtherIssue(fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(rowTextAt(), more.Size().Height), others)
		})
		l.shelves.Add(more)
	}
}

// chooseIssue shows the stories of an issue.
func (l *list) chooseIssue(s shelvedIssue) {
	l.listing.ShowIssue(s.id, s.stories)
	l.chosen()
}
