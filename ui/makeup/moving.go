package makeup

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
)

func (p *Pane) dragged(_ int, at fyne.Position) { p.carry(at) }

// carry shows where something that is being dragged would go.
func (p *Pane) carry(at fyne.Position) {
	if !p.carrying {
		p.carrying = true
		p.shutFan()
	}
	p.Pages.Carry(at)
	p.rows.MarkBefore(p.before(at))
}

// letGo ends it.
func (p *Pane) letGo() {
	p.carrying = false
	p.shutFan() // nothing is tried out while the pages are made
	p.Pages.OfferPage(-1)
	p.rows.MarkBefore(-1)
}

// before is the row that something let go at a place would go before, or -1.
func (p *Pane) before(at fyne.Position) int {
	row, lower := p.rows.RowAt(at)
	if lower {
		row++
	}
	return min(row, len(p.issue.Slots))
}

func (p *Pane) dropped(i int, at fyne.Position) {
	p.letGo()
	if i >= len(p.issue.Slots) {
		p.dropHole(i-len(p.issue.Slots), at)
		return
	}
	id := p.issue.Slots[i].Article
	p.Choose(id, false)
	if page, on := p.Pages.PageAt(at); on {
		p.OnWish(id, func(s *bulletin.Slot) { s.Page = page + 1 })
		return
	}
	if row := p.before(at); row >= 0 {
		p.OnMove([]bulletin.ID{id}, p.storyAt(row))
	}
}

// storyAt is the story in a row, "" below the last one.
func (p *Pane) storyAt(row int) bulletin.ID {
	if row < len(p.issue.Slots) {
		return p.issue.Slots[row].Article
	}
	return ""
}

func (p *Pane) dropHole(nth int, at fyne.Position) {
	if page, on := p.Pages.PageAt(at); on && nth < len(p.issue.Holes) {
		to := p.issue.Holes[nth]
		to.Page = page + 1
		p.Pages.Holes.OnChange(nth, to)
	}
}
