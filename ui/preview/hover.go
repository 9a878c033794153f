package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
	"bantin/ui/desk"
)

// Spot is a story where it stands on the pages that are shown, in places of
// the screen. The zero Spot is no story.
type Spot struct {
	Article bulletin.ID
	Page    int // counted from 0
	At      fyne.Position
	Size    fyne.Size
	Mouse   fyne.Position
}

var (
	_ desktop.Hoverable      = (*stage)(nil)
	_ fyne.SecondaryTappable = (*stage)(nil)
)

// MouseIn notes which story the mouse comes to.
func (s *stage) MouseIn(ev *desktop.MouseEvent) { s.hover(ev.PointEvent) }

// MouseMoved notes which story the mouse is over.
func (s *stage) MouseMoved(ev *desktop.MouseEvent) { s.hover(ev.PointEvent) }

// MouseOut notes that the mouse has left the pages.
func (s *stage) MouseOut() {
	s.mouse = nil
	s.come(Spot{})
}

// Leave notes that the mouse has left the window, which Fyne does not tell.
func (p *Pane) Leave() { p.stage.MouseOut() }

// hoverAgain looks again what the mouse is over: other pages have come under
// it, or the same ones have moved. Nothing new is offered, for nobody asked.
func (s *stage) hoverAgain() {
	if s.p.OnHover == nil || s.mouse == nil {
		return
	}
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	if spot := s.spotAt(s.mouse.Subtract(from)); spot.Article != s.hovered {
		s.come(Spot{})
		s.hovered = spot.Article
		s.Refresh()
	}
}

func (s *stage) hover(ev fyne.PointEvent) {
	if s.p.OnHover == nil {
		return
	}
	at := ev.AbsolutePosition
	s.mouse = &at
	spot := s.spotAt(ev.Position)
	spot.Mouse = ev.AbsolutePosition
	s.come(spot)
}

func (s *stage) come(spot Spot) {
	if s.p.OnHover == nil {
		return
	}
	if s.hovered != spot.Article {
		s.hovered = spot.Article
		s.Refresh()
	}
	s.p.OnHover(spot)
}

// spotAt is the story at a place of the stage.
func (s *stage) spotAt(at fyne.Position) Spot {
	page, x, y, ok := s.under(at)
	if !ok {
		return Spot{}
	}
	place, near := desk.PlaceAt(s.p.View.Document.Pages[page], x, y)
	if !near || place.Article == "" {
		return Spot{}
	}
	spot, _ := s.p.spot(place.Article, page)
	return spot
}

// Spot is where a story is seen, on the first of the shown pages that it is on.
func (p *Pane) Spot(article bulletin.ID) (Spot, bool) {
	for _, leaf := range p.stage.leaves {
		if spot, ok := p.spot(article, leaf.Page); ok {
			return spot, true
		}
	}
	return Spot{}, false
}

func (p *Pane) spot(article bulletin.ID, page int) (Spot, bool) {
	d := p.View.Document
	if d == nil || page >= len(d.Pages) {
		return Spot{}, false
	}
	box, on := desk.StoryBox(d.Pages[page], article)
	at, size, shown := p.stage.onStage(page, box)
	if !on || !shown {
		return Spot{}, false
	}
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.stage)
	return Spot{Article: article, Page: page, At: from.Add(at), Size: size, Mouse: from.Add(at)}, true
}

// TappedSecondary offers what can be done with the story under the mouse.
func (s *stage) TappedSecondary(ev *fyne.PointEvent) {
	if s.p.OnMenu == nil {
		return
	}
	if spot := s.spotAt(ev.Position); spot.Article != "" {
		s.p.OnMenu(spot.Article, ev.AbsolutePosition)
	}
}
