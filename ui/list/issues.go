package list

import (
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Issue is an issue as the list shows it.
type Issue struct {
	ID      bulletin.ID
	Name    string
	Stories []bulletin.ID
	// Conflict says that two versions of it say something differently.
	Conflict bool
}

// mark is the sign of the issue, as that of an article.
func (s Issue) mark() fyne.Resource {
	if s.Conflict {
		return look.VersionsMark
	}
	return look.IssueMark
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

// ShowIssues takes over the issues of the file, and those that are deleted.
func (l *Pane) ShowIssues(issues, gone []storage.StoredIssue, name func(bulletin.Issue) string) {
	l.Issues, l.Gone = nil, nil
	for _, s := range gone {
		l.Gone = append(l.Gone, Issue{ID: s.ID, Name: name(s.Issue), Stories: stories(s.Issue)})
	}
	for _, s := range issues {
		l.Issues = append(l.Issues, Issue{s.ID, name(s.Issue), stories(s.Issue), len(s.Conflicts) > 0})
		if s.ID == l.listing.Issue() {
			l.listing.ShowIssue(s.ID, stories(s.Issue))
		}
	}
	l.fillShelves()
	l.Rows.Refresh()
}

// fillIssues lists the newest issues, and the one that is chosen.
func (l *Pane) fillIssues() {
	l.onIssues = nil
	if len(l.Issues) == 0 {
		return
	}
	l.shelves.Add(parts.Space(1, 4))
	l.shelves.Add(parts.Rule())
	l.shelves.Add(parts.Space(1, 4))
	var others []Issue
	for i, s := range l.Issues {
		if i < mostShelves || s.ID == l.listing.Issue() {
			f := newShelf(s.mark(), s.Name, l.say.Number(l.listing.CountAmong(s.Stories)),
				s.ID == l.listing.Issue(), func() { l.ChooseIssue(s) })
			f.onMenu = func(at fyne.Position) { l.OnIssueMenu(s, at) }
			f.onErase = func() { l.OnEraseIssue(s) }
			l.shelves.Add(f)
			l.onIssues = append(l.onIssues, f)
		} else {
			others = append(others, s)
		}
	}
	if len(others) > 0 {
		var more *shelf
		var mark fyne.Resource
		if slices.ContainsFunc(others, func(s Issue) bool { return s.Conflict }) {
			mark = look.VersionsMark
		}
		more = newShelf(mark, l.say.Say("desk.other_issues", nil), l.say.Number(len(others)), false, func() {
			l.OtherIssue(fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(rowTextAt(), more.Size().Height), others)
		})
		l.shelves.Add(more)
	}
}

// ChooseIssue shows the stories of an issue.
func (l *Pane) ChooseIssue(s Issue) {
	l.listing.ShowIssue(s.ID, s.Stories)
	l.chosen()
}

// fillShelves lists the statuses that have articles, and all of them, and the
// deleted ones.
func (l *Pane) fillShelves() {
	counts, all := l.listing.Counts()
	l.shelves.RemoveAll()
	l.shelves.Add(l.shelf("", l.say.Say("desk.all_drafts", nil), all))
	for _, s := range bulletin.Statuses() {
		if counts[s] > 0 || s == l.listing.Status() {
			l.shelves.Add(l.shelf(s, l.say.Say("status."+string(s), nil), counts[s]))
		}
	}
	if n := l.listing.CountDeleted() + len(l.Gone); n > 0 || l.listing.Deleted() {
		l.shelves.Add(newShelf(look.DeletedMark, l.say.Say("desk.deleted_drafts", nil), l.say.Number(n), l.listing.Deleted(), l.ChooseDeleted))
		l.fillGone()
	}
	l.fillIssues()
	l.fitShelves()
}

// fillGone lists the deleted issues below the shelf of what is deleted, while
// that is shown.
func (l *Pane) fillGone() {
	if !l.listing.Deleted() {
		return
	}
	for _, s := range l.Gone {
		f := newShelf(look.IssueMark, s.Name, "", false, nil)
		f.onMenu = func(at fyne.Position) { l.OnGoneIssue(s, at) }
		f.OnPress = f.below
		l.shelves.Add(f)
	}
}

// fitShelves gives the shelves the room that they want now.
func (l *Pane) fitShelves() {
	for _, o := range l.shelves.Objects {
		if f, ok := o.(*shelf); ok {
			f.seen = l.see
		}
	}
	l.lay()
}

// see scrolls a shelf into view that the keyboard has come to.
func (l *Pane) see(f *shelf) {
	top, bottom := f.Position().Y, f.Position().Y+f.Size().Height
	offset, room := l.onShelves.Offset.Y, l.onShelves.Size().Height
	switch {
	case top < offset:
		l.onShelves.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+room:
		l.onShelves.ScrollToOffset(fyne.NewPos(0, bottom-room+shelvesPad))
	}
}

// ChooseDeleted shows the deleted articles.
func (l *Pane) ChooseDeleted() {
	l.listing.ShowDeleted()
	l.chosen()
}

func (l *Pane) shelf(s bulletin.Status, name string, count int) fyne.CanvasObject {
	var mark fyne.Resource
	if s != "" {
		mark = look.StatusMark(s)
	}
	chosen := l.listing.Status() == s && l.listing.Issue() == "" && !l.listing.Deleted()
	return newShelf(mark, name, l.say.Number(count), chosen, func() {
		l.listing.Show(s)
		l.chosen()
	})
}
