package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// sight is what of the stage is in sight. It hears the mouse wheel, not the
// stage: whatever hears it Fyne takes for a frame that cuts off what is in it,
// and clicks beside the pane would go to what of a large page is out of sight.
type sight struct {
	container.Scroll
	p *Pane
}

func newSight(p *Pane) *sight {
	s := &sight{Scroll: container.Scroll{Content: p.stage, Direction: container.ScrollBoth}, p: p}
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled moves the pages, and with Ctrl makes them larger or smaller.
func (s *sight) Scrolled(ev *fyne.ScrollEvent) {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	switch {
	case !ok || d.CurrentKeyModifiers()&fyne.KeyModifierControl == 0:
		s.Scroll.Scrolled(ev)
	case ev.Scrolled.DY > 0:
		s.p.Zoom(zoomStep)
	case ev.Scrolled.DY < 0:
		s.p.Zoom(1 / zoomStep)
	}
}
