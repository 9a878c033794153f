package ui

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/list"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// mostDeleted is how many deleted articles are offered.
const mostDeleted = 12

// deletedWidth is how wide the panel of what was deleted is.
const deletedWidth = 640

// askDeleted offers the issues and articles that were deleted last.
func (w *window) askDeleted() {
	if !w.canAdd() {
		return
	}
	file, keeper := w.file, w.keeper
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		gone, err := file.Articles(context.Background(), storage.Query{Deleted: true, Limit: mostDeleted})
		var begins map[bulletin.ID]string
		if err == nil {
			begins, _ = desk.Beginnings(context.Background(), file, gone)
		}
		onUI(func() {
			switch {
			case file != w.file:
			case err != nil:
				w.complain(err)
			case len(gone)+len(w.goneIssues) == 0:
				w.tell(w.say.Say("desk.none_deleted", nil))
			default:
				w.showDeleted(gone, begins)
			}
		})
	}()
}

// showDeleted shows them with author, words and time, as the list does; begins are
// the first words of those without a headline.
func (w *window) showDeleted(gone []storage.Summary, begins map[bulletin.ID]string) {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(2))
	var first fyne.Focusable
	add := func(named string, ink fyne.ThemeColorName, about string, restore func()) {
		facts := words(about, 12, look.Sans, look.Quiet)
		room := deletedWidth*look.Scale() - facts.MinSize().Width - 60
		set := field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.4}
		name := newQuiet(field.ClampName(named, set, room), nil, func() {
			w.dialog.Hide()
			restore()
		})
		name.Bold, name.Ink = true, ink
		if first == nil {
			first = name
		}
		rows.Add(container.NewBorder(nil, rule(), name, container.NewCenter(facts)))
	}
	for _, s := range w.goneIssues[:min(len(w.goneIssues), mostDeleted)] {
		add(w.issueName(s.Issue), theme.ColorNameForeground, shortTime(s.UpdatedAt), func() { w.bringBackIssue(s) })
	}
	for _, s := range gone {
		headline, ink := s.Headline, theme.ColorNameForeground
		if strings.TrimSpace(headline) == "" {
			headline, ink = cmp.Or(begins[s.ID], w.say.Say("desk.untitled", nil)), look.Quiet
		}
		about := w.about(s)
		facts := about.Tails[len(about.Tails)-2]
		if s.Byline != "" {
			facts = s.Byline + list.Dot + facts
		}
		add(headline, ink, facts, func() { w.restore(s.ID) })
	}
	w.showPanel(&parts.Panel{
		Title: w.say.Say("desk.restore", nil), Width: deletedWidth, Height: 420,
		Body: rows, Shut: w.say.Say("desk.shut", nil), First: first,
	})
}

// restore brings a deleted article back onto the sheet.
func (w *window) restore(id bulletin.ID) {
	file, keeper := w.file, w.keeper
	go func() {
		a, err := file.Article(context.Background(), id)
		onUI(func() {
			w.ended(file, err, func() {
				keeper.Opened(a)
				w.makeRoomFor(id)
				w.bringBack(writing{id: id, article: a.Article, open: true, stored: true, lastAt: a.UpdatedAt})
			})
		})
	}()
}
