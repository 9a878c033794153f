package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// mostDeleted is how many deleted articles are offered.
const mostDeleted = 12

// askDeleted offers the issues and articles that were deleted last.
func (w *window) askDeleted() {
	if !w.canAdd() {
		return
	}
	file, keeper := w.file, w.keeper
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		gone, err := file.Articles(context.Background(), storage.Query{Deleted: true, Limit: mostDeleted})
		onUI(func() {
			switch {
			case file != w.file:
			case err != nil:
				w.complain(err)
			case len(gone)+len(w.goneIssues) == 0:
				w.tell(w.say.Say("desk.none_deleted", nil))
			default:
				w.showDeleted(gone)
			}
		})
	}()
}

func (w *window) showDeleted(gone []storage.Summary) {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(2))
	room := 400 * look.Scale()
	add := func(named string, at time.Time, restore func()) {
		set := field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.4}
		name := newQuiet(field.Clamp(named, set, room, 1)[0], nil, func() {
			w.dialog.Hide()
			restore()
		})
		name.Bold, name.Ink = true, theme.ColorNameForeground
		when := words(shortTime(at), 12, look.Sans, look.Quiet)
		rows.Add(container.NewBorder(nil, rule(), name, container.NewCenter(when)))
	}
	for _, s := range w.goneIssues[:min(len(w.goneIssues), mostDeleted)] {
		add(w.issueName(s.Issue), s.UpdatedAt, func() { w.bringBackIssue(s) })
	}
	for _, s := range gone {
		headline := s.Headline
		if headline == "" {
			headline = w.say.Say("desk.untitled", nil)
		}
		add(headline, s.UpdatedAt, func() { w.restore(s.ID) })
	}
	w.showPanel(&parts.Panel{
		Title: w.say.Say("desk.restore", nil), Width: 520, Height: 420,
		Body: rows, Shut: w.say.Say("desk.shut", nil),
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
				w.showAllDrafts()
				w.bringBack(writing{id: id, article: a.Article, open: true, stored: true, lastAt: a.UpdatedAt})
			})
		})
	}()
}
