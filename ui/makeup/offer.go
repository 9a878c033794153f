package makeup

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
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
		item("variants", false, p.Variants), pin,
		fyne.NewMenuItemSeparator(),
		item("lead", slot.Lead, wish(func(s *bulletin.Slot) { s.Lead = !s.Lead })),
		item("filler", slot.Filler, wish(func(s *bulletin.Slot) { s.Filler = !s.Filler })),
		item("whole", slot.NoJump, wish(func(s *bulletin.Slot) { s.NoJump = !s.NoJump })),
		item("alone", slot.Alone, wish(func(s *bulletin.Slot) { s.Alone = !s.Alone })),
		fyne.NewMenuItemSeparator(),
		item("open", false, func() { p.OnOpen(article) }),
		item("out", false, func() { p.OnOut(article) }),
	), typing.CanvasOf(p.rows), at)
}
