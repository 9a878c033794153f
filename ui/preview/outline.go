package preview

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Frame draws a frame around a story on the pages, "" around none.
func (p *Pane) Frame(article bulletin.ID) {
	p.stage.framed = article
	p.stage.Refresh()
}

// Nail shows nails in the stories that an editor has pinned to their pages;
// pull hears which one is to be pulled out.
func (p *Pane) Nail(articles []bulletin.ID, hint string, pull func(bulletin.ID)) {
	p.stage.nails = nil
	for _, id := range articles {
		p.stage.nails = append(p.stage.nails, newNail(id, hint, func() { pull(id) }))
	}
	p.stage.Refresh()
}

// PageAt is the page, counted from 0, at a place of the screen: a large one, or
// one of the small ones below.
func (p *Pane) PageAt(at fyne.Position) (page int, ok bool) {
	if p.Strip() {
		if page, ok = p.strip.pageAt(at); ok {
			return page, true
		}
	}
	in := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(p.stage))
	size := p.pageSize()
	for i, leaf := range p.stage.leaves {
		on := in.Subtract(p.stage.origin(i))
		if on.X >= 0 && on.Y >= 0 && on.X < size.Width && on.Y < size.Height {
			return leaf.Page, true
		}
	}
	return 0, false
}

// Carry shows that what is dragged to a place of the screen would go onto the
// page there, if there is one, and brings more of the small pages into view at
// the ends of their row.
func (p *Pane) Carry(at fyne.Position) {
	if p.Strip() {
		p.strip.pull(at)
	}
	page, on := p.PageAt(at)
	if !on {
		page = -1
	}
	p.OfferPage(page)
}

// OfferPage shows that what is dragged would go onto a page, -1 for none.
func (p *Pane) OfferPage(page int) {
	p.strip.offer(page)
	if p.stage.offered != page+1 {
		p.stage.offered = page + 1
		p.stage.Refresh()
	}
}

// putFrames draws the frames of the framed story, and of the page that
// something is dragged over.
func (d *stageDrawing) putFrames() {
	s := d.s
	doc := s.p.View.Document
	if doc == nil {
		return
	}
	n := 0
	frame := func(at fyne.Position, size fyne.Size, width float32) {
		if n == len(s.outlines) {
			s.outlines = append(s.outlines, canvas.NewRectangle(color.Transparent))
		}
		o := s.outlines[n]
		n++
		o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius = color.Transparent, look.Color(theme.ColorNamePrimary), width, 3
		o.Move(at)
		o.Resize(size)
		d.objects = append(d.objects, o)
	}
	for i, leaf := range s.leaves {
		if leaf.Page >= len(doc.Pages) {
			continue
		}
		if s.offered == leaf.Page+1 {
			frame(s.origin(i), s.p.pageSize(), 3)
		}
		around := func(article bulletin.ID, width float32) {
			if article == "" {
				return
			}
			if box, ok := desk.StoryBox(doc.Pages[leaf.Page], article); ok {
				at, size, _ := s.onStage(leaf.Page, box)
				frame(at.AddXY(-4, -4), size.AddWidthHeight(8, 8), width)
			}
		}
		around(s.framed, 1.5)
		if s.hovered != s.framed {
			around(s.hovered, 0.75)
		}
	}
}

// putNails puts the nails at the upper right corners of their stories.
func (d *stageDrawing) putNails() {
	s := d.s
	doc := s.p.View.Document
	if doc == nil {
		return
	}
	for _, n := range s.nails {
		at := slices.IndexFunc(s.leaves, func(l desk.Leaf) bool {
			if l.Page >= len(doc.Pages) {
				return false
			}
			_, ok := desk.StoryBox(doc.Pages[l.Page], n.article)
			return ok
		})
		if at < 0 {
			continue
		}
		page := s.leaves[at].Page
		box, _ := desk.StoryBox(doc.Pages[page], n.article)
		from, size, _ := s.onStage(page, box)
		n.Move(from.AddXY(size.Width-nailSide/2, -nailSide/2))
		n.Resize(fyne.NewSquareSize(nailSide))
		d.objects = append(d.objects, n)
	}
}

// nail is the sign of a pinned story; a click pulls it out.
type nail struct {
	widget.BaseWidget
	article bulletin.ID
	hint    string
	pull    func()
}

const nailSide = 20

var _ desktop.Hoverable = (*nail)(nil)

func newNail(article bulletin.ID, hint string, pull func()) *nail {
	n := &nail{article: article, hint: hint, pull: pull}
	n.ExtendBaseWidget(n)
	return n
}

func (n *nail) Tapped(*fyne.PointEvent)        { n.pull() }
func (n *nail) MouseIn(*desktop.MouseEvent)    { parts.ShowHint(n, n.hint) }
func (n *nail) MouseMoved(*desktop.MouseEvent) {}
func (n *nail) MouseOut()                      { parts.HideHint(n) }

func (n *nail) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Picture(look.NailMark))
}
