package list

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/pop"
)

// newByEnter makes the quiet words that say, while something is searched for,
// that Enter ranks what was found.
func (l *Pane) newByEnter() *parts.Quiet {
	l.byEnter = parts.NewQuiet(l.say.Say("desk.order.by_enter", nil), nil, l.rank)
	l.byEnter.TextSize, l.byEnter.Ink, l.byEnter.Hint = 12, look.Quiet, l.say.Say("desk.order.by_enter_hint", nil)
	return l.byEnter
}

// showOrder says in which order the articles are listed.
func (l *Pane) showOrder() {
	name := orderName(l.Sort)
	if l.isRanked() {
		name = "ranked"
	}
	l.order.Say(l.say.Say("desk.order."+name, nil) + " ▾")
	parts.Show(l.byEnter, l.Search.Len() > 0 && !l.Ranked)
}

func (l *Pane) isRanked() bool { return l.Ranked && l.Search.Len() > 0 }

// rank asks for what fits the search best, that first.
func (l *Pane) rank() {
	l.Ranked = true
	l.OnSearch()
}

// Found shows what a search has found; after Enter the best is opened. An answer
// that was on its way before it is not ranked yet.
func (l *Pane) Found(id bulletin.ID, ranked bool) {
	l.Show(id)
	l.awaits = false
	switch {
	case l.wantsBest && ranked:
		l.wantsBest = false
		l.openRow(0)
	case l.wantsDown:
		l.wantsDown = false
		l.goDown()
	}
}

// chooseOrder offers the orders of the list; while something is searched for,
// the one by how well it fits, too.
func (l *Pane) chooseOrder(at fyne.Position) {
	m := fyne.NewMenu("")
	add := func(name string, chosen bool, do func()) {
		i := fyne.NewMenuItem(l.say.Say("desk.order."+name, nil), func() {
			do()
			l.Rows.ScrollToTop()
		})
		i.Checked = chosen
		m.Items = append(m.Items, i)
	}
	if l.Search.Len() > 0 {
		add("ranked", l.Ranked, l.rank)
		m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	}
	for _, o := range storage.Sorts() {
		add(orderName(o), o == l.Sort && !l.isRanked(), func() {
			l.Sort, l.Ranked = o, false
			l.OnSort(o)
		})
	}
	pop.Show(m, l.canvas(), at)
}

func orderName(o storage.Sort) string {
	if o == storage.SortNewest {
		return "newest"
	}
	return string(o)
}
