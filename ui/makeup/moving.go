package makeup

import (
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
)

// cargo is what is being dragged: the row that it came from may be that of
// another one by the time it is let go.
type cargo struct {
	article bulletin.ID
	hole    bulletin.Hole // where article is empty
}

func (p *Pane) dragged(i int, at fyne.Position) {
	if i < len(p.issue.Slots) {
		p.carry(cargo{article: p.issue.Slots[i].Article}, at)
	} else if nth := i - len(p.issue.Slots); nth < len(p.issue.Holes) {
		p.carry(cargo{hole: p.issue.Holes[nth]}, at)
	}
}

// carry shows where something that is being dragged would go. What is carried
// is what was there at the first step.
func (p *Pane) carry(c cargo, at fyne.Position) {
	if p.carried == nil {
		p.carried = &c
		p.shutFan()
	}
	p.Pages.Carry(at)
	p.rows.MarkBefore(p.before(at))
}

// letGo ends it, and gives what was carried: nothing, where nothing was.
func (p *Pane) letGo() (c cargo) {
	if p.carried != nil {
		c = *p.carried
	}
	p.carried = nil
	p.shutFan() // nothing is tried out while the pages are made
	p.fans.asked = ""
	p.Pages.OfferPage(-1)
	p.rows.MarkBefore(-1)
	if at := fyne.CurrentApp().Driver().CanvasForObject(p.rows); at != nil && at.Focused() == nil {
		p.focusRows() // let go elsewhere than on a list, Fyne has taken the keys away
	}
	return c
}

// before is the row that something let go at a place would go before, or -1.
func (p *Pane) before(at fyne.Position) int {
	row, lower := p.rows.RowAt(at)
	if lower {
		row++
	}
	return min(row, len(p.issue.Slots))
}

func (p *Pane) dropped(_ int, at fyne.Position) {
	c := p.letGo()
	if c.article == "" {
		p.dropHole(slices.Index(p.issue.Holes, c.hole), at)
		return
	}
	if slotOf(p.issue, c.article) < 0 {
		return // somebody took it out meanwhile
	}
	p.Choose(c.article, false)
	if page, on := p.Pages.PageAt(at); on {
		p.OnWish(c.article, func(s *bulletin.Slot) { s.Page = page + 1 })
		return
	}
	if row := p.before(at); row >= 0 {
		p.OnMove([]bulletin.ID{c.article}, p.storyAt(row))
		return
	}
	p.OnMissed()
}

// storyAt is the story in a row, "" below the last one.
func (p *Pane) storyAt(row int) bulletin.ID {
	if row < len(p.issue.Slots) {
		return p.issue.Slots[row].Article
	}
	return ""
}

func (p *Pane) dropHole(nth int, at fyne.Position) {
	if page, on := p.Pages.PageAt(at); on && nth >= 0 {
		to := p.issue.Holes[nth]
		to.Page = page + 1
		p.Pages.Holes.OnChange(nth, to)
	}
}
