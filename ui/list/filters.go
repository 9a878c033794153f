package list

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/parts"
	"bantin/ui/pop"
	"bantin/ui/typing"
)

// Filter leaves in the list only what fits, and shows what was chosen.
func (l *Pane) Filter(f desk.Filter) {
	l.listing.Filter(f)
	l.Show("")
	l.Rows.ScrollToTop()
}

// chooseFilter offers everything that the list can be narrowed to.
func (l *Pane) chooseFilter(at fyne.Position) {
	f := l.listing.Filtered()
	item := func(key string, on bool, change func(*desk.Filter)) *fyne.MenuItem {
		return l.filterItem(l.say.Say(key, nil), on, change)
	}
	section := fyne.NewMenuItem(l.say.Say("desk.filter.section", nil), nil)
	section.ChildMenu = l.ofEach(l.listing.Sections(), f.Section, func(f *desk.Filter, s string) { f.Section = s })
	section.Disabled = len(section.ChildMenu.Items) == 0
	author := fyne.NewMenuItem(l.say.Say("desk.filter.author", nil), nil)
	author.ChildMenu = l.ofEach(l.listing.Authors(), f.Author, func(f *desk.Filter, s string) { f.Author = s })
	author.Disabled = len(author.ChildMenu.Items) == 0
	when := fyne.NewMenuItem(l.say.Say("desk.filter.when", nil), nil)
	when.ChildMenu = fyne.NewMenu("")
	for _, p := range periods {
		since := p.since(time.Now())
		when.ChildMenu.Items = append(when.ChildMenu.Items, item("desk.filter."+p.name, f.Since.Equal(since), func(f *desk.Filter) {
			if f.Since.Equal(since) {
				since = time.Time{}
			}
			f.Since = since
		}))
	}
	none := fyne.NewMenuItem(l.say.Say("desk.list.no_filter", nil), func() { l.Filter(desk.Filter{}) })
	none.Disabled = f.IsZero()
	menu := fyne.NewMenu("", section, author, when, fyne.NewMenuItemSeparator(),
		item("desk.filter.unread", f.Unread, func(f *desk.Filter) { f.Unread = !f.Unread }),
		item("desk.filter.conflict", f.Conflict, func(f *desk.Filter) { f.Conflict = !f.Conflict }),
		fyne.NewMenuItemSeparator(), none)
	pop.Show(menu, l.canvas(), at)
}

func (l *Pane) canvas() fyne.Canvas { return typing.CanvasOf(l.Rows) }

func (l *Pane) filterItem(word string, on bool, change func(*desk.Filter)) *fyne.MenuItem {
	i := fyne.NewMenuItem(word, func() {
		f := l.listing.Filtered()
		change(&f)
		l.Filter(f)
	})
	i.Checked = on
	return i
}

// ofEach offers each of some names; the one in force can be chosen away.
func (l *Pane) ofEach(names []string, now string, set func(*desk.Filter, string)) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, name := range names {
		m.Items = append(m.Items, l.filterItem(name, name == now, func(f *desk.Filter) {
			if name == now {
				set(f, "")
				return
			}
			set(f, name)
		}))
	}
	return m
}

// period is a stretch of time up to now, in calendar days of the PC.
type period struct {
	name string
	days int // before today; -1 from the first of the month
}

var periods = []period{{"today", 0}, {"week", 6}, {"month", -1}, {"quarter", 90}}

func (p period) since(now time.Time) time.Time {
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	if p.days < 0 {
		return day.AddDate(0, 0, 1-now.Day())
	}
	return day.AddDate(0, 0, -p.days)
}

// fillChips shows each filter in force as a word that a click takes away.
func (l *Pane) fillChips() {
	l.chips.RemoveAll()
	f := l.listing.Filtered()
	l.filter.Chosen = !f.IsZero()
	l.filter.Refresh()
	chip := func(word string, without func(*desk.Filter)) {
		q := parts.NewQuiet(word, theme.CancelIcon(), func() {
			f := l.listing.Filtered()
			without(&f)
			l.Filter(f)
		})
		q.TextSize, q.Chosen, q.Ink, q.Left = 12, true, theme.ColorNameForeground, true
		l.chips.Add(container.New(layout.NewCustomPaddedLayout(0, 4, 10, 10), q))
	}
	if f.Section != "" {
		chip(l.chipOf("section", f.Section), func(f *desk.Filter) { f.Section = "" })
	}
	if f.Author != "" {
		chip(l.chipOf("author", f.Author), func(f *desk.Filter) { f.Author = "" })
	}
	if !f.Since.IsZero() {
		chip(l.say.Say("desk.filter.since", bulletin.Args{"date": bulletin.DateOf(f.Since).Short()}),
			func(f *desk.Filter) { f.Since = time.Time{} })
	}
	if f.Unread {
		chip(l.say.Say("desk.filter.unread", nil), func(f *desk.Filter) { f.Unread = false })
	}
	if f.Conflict {
		chip(l.say.Say("desk.filter.conflict", nil), func(f *desk.Filter) { f.Conflict = false })
	}
	l.chips.Refresh()
}

// chipOf is the word of a filter with what is wanted of it: a name may be an
// author's as well as a section's.
func (l *Pane) chipOf(kind, wanted string) string {
	return l.say.Say("desk.filter.only", bulletin.Args{"kind": l.say.Say("desk.filter."+kind, nil), "name": wanted})
}
