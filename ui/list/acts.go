package list

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// actBar says how many articles are chosen and what can be done with them.
func (l *Pane) actBar(n int) fyne.CanvasObject {
	words := func(key string) fyne.CanvasObject {
		return parts.Words(l.say.Say(key, bulletin.Args{"n": n}), 13, look.SansBold, theme.ColorNameForeground)
	}
	row := &actRow{long: words("desk.list.chosen"), short: words("desk.list.chosen_short")}
	do := parts.NewGrip(l.say.Say("desk.list.act", nil), nil)
	do.At = func(at fyne.Position) { l.offerActs(at) }
	none := parts.NewQuiet("", theme.CancelIcon(), func() {
		l.Chosen.Only("")
		l.chose()
	})
	none.Hint = l.say.Say("desk.list.choose_none", nil)
	return container.NewStack(parts.Ground(theme.ColorNameSelection),
		container.New(layout.NewCustomPaddedVBoxLayout(0), parts.Rule(),
			parts.Padded(6, 12, container.New(row, row.long, row.short, container.NewHBox(do, container.NewCenter(none))))))
}

// actRow has how many are chosen at the left, in few words where there is no room
// for more, and the buttons at the right.
type actRow struct{ long, short fyne.CanvasObject }

// MinSize is that with few words.
func (r *actRow) MinSize(all []fyne.CanvasObject) fyne.Size {
	words, buttons := r.short.MinSize(), all[2].MinSize()
	return fyne.NewSize(words.Width+buttons.Width, max(words.Height, buttons.Height))
}

// Layout gives the buttons what they need.
func (r *actRow) Layout(all []fyne.CanvasObject, size fyne.Size) {
	buttons := all[2].MinSize()
	room := size.Width - buttons.Width
	all[2].Move(fyne.NewPos(room, (size.Height-buttons.Height)/2))
	all[2].Resize(buttons)
	fits := r.long.MinSize().Width <= room
	parts.Show(r.long, fits)
	parts.Show(r.short, !fits)
	for _, words := range all[:2] {
		height := words.MinSize().Height
		words.Move(fyne.NewPos(0, (size.Height-height)/2))
		words.Resize(fyne.NewSize(room, height))
	}
}

// offerActs shows a menu of what can be done with the chosen articles.
func (l *Pane) offerActs(at fyne.Position) {
	ids := l.Chosen.In(l.listing)
	if len(ids) == 0 || l.OnAct == nil {
		return
	}
	m := fyne.NewMenu("")
	for _, act := range l.Acts {
		if act == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		m.Items = append(m.Items, fyne.NewMenuItem(l.say.Say("desk.act."+act, nil), func() { l.OnAct(act, ids, at) }))
	}
	parts.ShowMenu(m, l.canvas(), at)
}

// dragged shows where a story would go: between two of its issue, or onto the
// shelf of an issue. What is carried is what was there at the first step: the
// list may be in another order by the time it is let go.
func (l *Pane) dragged(i int, at fyne.Position) {
	if l.carried == nil {
		l.carried = l.taken(i)
	}
	for _, f := range l.onIssues {
		f.offer(f.covers(at))
	}
	l.Rows.MarkBefore(l.target(at))
}

// target is the row of the shown issue before which something let go at a
// place would go, or -1.
func (l *Pane) target(at fyne.Position) int {
	if l.listing.Issue() == "" || l.OnMove == nil {
		return -1
	}
	row, lower := l.Rows.RowAt(at)
	if lower && row < l.listing.Len() {
		row++
	}
	return row
}

// taken are the articles that are dragged by a row: all chosen ones, if it is
// one of them.
func (l *Pane) taken(i int) []bulletin.ID {
	if i < l.listing.Len() && !l.Chosen.Has(l.listing.At(i).ID) {
		return []bulletin.ID{l.listing.At(i).ID}
	}
	return l.Chosen.In(l.listing)
}

func (l *Pane) dropped(_ int, at fyne.Position) {
	ids := l.carried
	l.carried = nil
	for n, f := range l.onIssues {
		f.offer(false)
		if f.covers(at) && l.OnInto != nil && len(ids) > 0 {
			l.OnInto(ids, l.Issues[n].ID)
			return
		}
	}
	if row := l.target(at); row >= 0 && len(ids) > 0 {
		l.OnMove(ids, row)
	}
}
