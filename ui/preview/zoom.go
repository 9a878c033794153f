package preview

import "fyne.io/fyne/v2"

const (
	zoomStep = 1.25
	// Of one page, in widths of the pane.
	leastZoom = 0.15
	mostZoom  = 6
)

// Zoom makes the pages by times as large as they are seen, and leaves what is in
// the middle of the pane there.
func (p *Pane) Zoom(by float32) {
	zoom := p.zoom
	if zoom == 0 {
		zoom = p.widths(p.fitting())
	}
	least := min(leastZoom, zoom) // smaller is never larger, where a low pane shows them smaller still
	x, y := p.watched()
	p.zoom = min(max(zoom*by, least), max(mostZoom, zoom))
	p.resize()
	p.watch(x, y)
	p.OnAsk()
}

// Fit shows the whole page; where it is seen whole already, its whole width.
func (p *Pane) Fit() {
	if p.zoom == 0 && p.fitting() < 1 {
		p.zoom = p.widths(1)
	} else {
		p.zoom = 0
	}
	p.resize()
	p.OnAsk()
}

func (p *Pane) resize() {
	p.stage.Refresh()
	p.scroll.Refresh()
}

// watched is what of the shown pages stands in the middle of the pane, in shares
// of their width and height; of what is seen whole it is their middle.
func (p *Pane) watched() (x, y float32) {
	share := func(pages, from, size, room float32) float32 {
		if size <= room {
			return 0.5
		}
		return (room/2 - from - pages) / size
	}
	from, at := p.scroll.Content.Position(), p.stage.origin(0)
	all, room := p.pagesSize(), p.scroll.Size()
	return share(at.X, from.X, all.Width, room.Width), share(at.Y, from.Y, all.Height, room.Height)
}

// watch brings what watched told into the middle of the pane.
func (p *Pane) watch(x, y float32) {
	at, all, room := p.stage.origin(0), p.pagesSize(), p.scroll.Size()
	p.scroll.ScrollToOffset(fyne.NewPos(
		max(0, at.X+x*all.Width-room.Width/2), max(0, at.Y+y*all.Height-room.Height/2)))
}

// fitting is the share of the pane's width at which all that is shown is seen
// whole.
func (p *Pane) fitting() float32 { return p.fittingFor(p.spread()) }

func (p *Pane) fittingFor(two bool) float32 {
	size := p.scroll.Size()
	width := size.Width - 2*stageMargin
	if width <= 0 || p.ratio(two) == 0 {
		return 1
	}
	return min(1, (size.Height-2*stageMargin)/(width*p.ratio(two)))
}

// ratio is the height of what is shown, one page or two, by its width.
func (p *Pane) ratio(two bool) float32 {
	ratio := float32(297.0 / 210)
	if d := p.View.Document; d != nil && d.Trim.Width > 0 {
		ratio = float32(d.Trim.Height) / float32(d.Trim.Width)
	}
	if two {
		ratio /= 2
	}
	return ratio
}

// widths is the zoom at which what is shown takes a share of the pane's width.
func (p *Pane) widths(share float32) float32 {
	if p.spread() {
		return share / 2
	}
	return share
}

// spread reports whether two pages stand side by side. A page that stands alone
// has all the room, and who chose a size keeps it, whichever pages are turned to.
func (p *Pane) spread() bool { return p.facing() && len(p.stage.leaves) != 1 }

func (p *Pane) facing() bool { return p.Facing && p.Pages > 1 }

// pageSize is a page's size on screen.
func (p *Pane) pageSize() fyne.Size { return p.pageSizeFor(p.spread()) }

func (p *Pane) pageSizeFor(two bool) fyne.Size {
	room, width := p.scroll.Size().Width-2*stageMargin, float32(0)
	switch {
	case p.zoom > 0:
		width = room * p.zoom
	case two:
		width = (room*p.fittingFor(two) - spreadGap) / 2
	default:
		width = room * p.fittingFor(two)
	}
	width = max(width, leastWidth)
	return fyne.NewSize(width, width*p.ratio(false))
}

// leastWidth of a page, in a pane that has hardly any.
const leastWidth = 20

// pagesSize is the size of all that is shown, one page or two.
func (p *Pane) pagesSize() fyne.Size {
	size := p.pageSize()
	if p.spread() {
		size.Width = 2*size.Width + spreadGap
	}
	return size
}
