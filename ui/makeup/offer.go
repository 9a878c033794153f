package makeup

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// offer offers what can be done with a story, as the right button does.
func (p *Pane) offer(article bulletin.ID, at fyne.Position) {
	i := slotOf(p.issue, article)
	if i < 0 {
		return
	}
	p.shutFan()
	p.Choose(article, false)
	slot := p.issue.Slots[i]
	item := func(key string, on bool, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(p.say.Say("desk.makeup."+key, nil), do)
		m.Checked = on
		return m
	}
	move := func(key string, s fyne.Shortcut, by int) *fyne.MenuItem {
		m := keys.Shown(fyne.NewMenuItem(p.say.Say("desk.edit."+key, nil), func() { p.step(article, by) }), s)
		m.Disabled = i+by < 0 || i+by >= len(p.issue.Slots)
		return m
	}
	wish := func(change func(*bulletin.Slot)) func() { return func() { p.OnWish(article, change) } }
	pin := fyne.NewMenuItem(p.say.Say("desk.makeup.unpin", nil), wish(func(s *bulletin.Slot) { s.Page = 0 }))
	if slot.Page == 0 {
		page := p.Pages.Page + 1
		if s := p.laid(article); s != nil {
			page = s.FirstPage
		}
		pin = fyne.NewMenuItem(p.say.Say("desk.makeup.pin_here", bulletin.Args{"page": page}), wish(func(s *bulletin.Slot) { s.Page = page }))
	}
	parts.ShowMenu(fyne.NewMenu("",
		keys.Shown(item("variants", false, p.Variants), keys.Variants), pin,
		fyne.NewMenuItemSeparator(),
		move("up", keys.Up, -1), move("down", keys.Down, +1),
		fyne.NewMenuItemSeparator(),
		item("lead", slot.Lead, wish(func(s *bulletin.Slot) { s.Lead = !s.Lead })),
		item("filler", slot.Filler, wish(func(s *bulletin.Slot) { s.Filler = !s.Filler })),
		item("whole", slot.NoJump, wish(func(s *bulletin.Slot) { s.NoJump = !s.NoJump })),
		item("alone", slot.Alone, wish(func(s *bulletin.Slot) { s.Alone = !s.Alone })),
		fyne.NewMenuItemSeparator(),
		keys.Shown(item("open", false, func() { p.OnOpen(article) }), keys.Enter),
		keys.Shown(item("out", false, func() { p.OnOut(article) }), keys.Delete),
	), typing.CanvasOf(p.rows), at)
}

// step moves a story over the one above it, or the one below.
func (p *Pane) step(article bulletin.ID, by int) {
	i := slotOf(p.issue, article)
	switch {
	case i < 0:
	case by < 0 && i > 0:
		p.OnMove([]bulletin.ID{article}, p.storyAt(i-1))
	case by > 0 && i < len(p.issue.Slots)-1:
		p.OnMove([]bulletin.ID{article}, p.storyAt(i+2))
	}
}

// offerRow offers what can be done with the story in a row, or with the hole.
func (p *Pane) offerRow(i int, at fyne.Position) {
	if i < len(p.issue.Slots) {
		p.offer(p.issue.Slots[i].Article, at)
		return
	}
	nth := i - len(p.issue.Slots)
	p.ChooseHole(nth)
	parts.ShowMenu(fyne.NewMenu("",
		keys.Shown(fyne.NewMenuItem(p.say.Say("desk.makeup.hole_size_keys", nil), func() { p.enter(i) }), keys.Enter),
		keys.Shown(fyne.NewMenuItem(p.say.Say("desk.makeup.hole_out", nil), func() { p.removeHole(nth) }), keys.Delete),
	), typing.CanvasOf(p.rows), at)
}

// OfferChosen offers what can be done with what is chosen, below its row: the menu key
// was pressed where no list has the keyboard.
func (p *Pane) OfferChosen() {
	row := slotOf(p.issue, p.chosen)
	if p.hole >= 0 {
		row = len(p.issue.Slots) + p.hole
	}
	if row >= 0 && row < p.rows.Length() {
		p.rows.StandAt(row)
		p.rows.Offer()
	}
}
