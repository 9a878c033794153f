package list

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// actBar says how many articles are chosen and what can be done with them.
func (l *Pane) actBar(n int) fyne.CanvasObject {
	var words []fyne.CanvasObject
	for _, s := range []string{
		l.say.Say("desk.list.chosen", bulletin.Args{"n": n}), l.say.Say("desk.list.chosen_short", bulletin.Args{"n": n}), l.say.Number(n),
	} {
		words = append(words, parts.Words(s, 13, look.SansBold, theme.ColorNameForeground))
	}
	do := parts.NewGrip(l.say.Say("desk.list.act", nil), nil)
	do.At = func(at fyne.Position) { l.offerActs(at) }
	none := parts.NewQuiet("", theme.CancelIcon(), func() {
		l.Chosen.Only("")
		l.chose()
	})
	none.Hint = l.say.Say("desk.list.choose_none", nil)
	return container.NewStack(parts.Ground(theme.ColorNameSelection),
		container.New(layout.NewCustomPaddedVBoxLayout(0), parts.Rule(),
			container.New(layout.NewCustomPaddedLayout(6, 6, 12, 4), container.New(actRow{}, append(words, container.NewHBox(do, container.NewCenter(none)))...))))
}

// actRow has how many are chosen at the left, in as many words as there is room
// for, and behind all ways to say it the buttons, at the right.
type actRow struct{}

// MinSize is that with the fewest words.
func (actRow) MinSize(all []fyne.CanvasObject) fyne.Size {
	last := len(all) - 1
	words, buttons := all[last-1].MinSize(), all[last].MinSize()
	return fyne.NewSize(words.Width+buttons.Width, max(words.Height, buttons.Height))
}

// Layout gives the buttons what they need.
func (actRow) Layout(all []fyne.CanvasObject, size fyne.Size) {
	last := len(all) - 1
	need := all[last].MinSize()
	room := size.Width - need.Width
	all[last].Move(fyne.NewPos(room, (size.Height-need.Height)/2))
	all[last].Resize(need)
	said := false
	for i, words := range all[:last] {
		need := words.MinSize()
		says := !said && (need.Width <= room || i == last-1)
		parts.Show(words, says)
		said = said || says
		words.Move(fyne.NewPos(0, (size.Height-need.Height)/2))
		words.Resize(fyne.NewSize(room, need.Height))
	}
}

// actKeys are the keys of acts, while the keyboard is in the list.
var actKeys = map[string]*desktop.CustomShortcut{
	"up": keys.Up, "down": keys.Down, "send": keys.Send, "delete": keys.Delete,
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
		item := fyne.NewMenuItem(l.say.Say("desk.act."+act, nil), func() { l.OnAct(act, ids, at) })
		if s := actKeys[act]; s != nil {
			item.Shortcut = s
		}
		m.Items = append(m.Items, item)
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
