package findings

import (
	"slices"

	"fyne.io/fyne/v2"

	"bantin/ui/typing"
)

// Focusable is the first finding, from which the arrows go on; nil where there
// is none.
func (p *Pane) Focusable() fyne.Focusable {
	if all := p.all(); len(all) > 0 {
		p.scroll.Refresh() // see parts.Rows.Drawn
		return all[0]
	}
	return nil
}

// all are the findings that are shown, in their order.
func (p *Pane) all() []*card {
	var out []*card
	for _, o := range p.cards.Objects {
		if c, ok := o.(*card); ok {
			out = append(out, c)
		}
	}
	return out
}

// withKeys is the finding that has the keyboard, itself or by what mends it, and on which
// canvas; -1 where none has.
func (p *Pane) withKeys() (at int, on fyne.Canvas) {
	c := typing.CanvasOf(p.head)
	if c == nil || c.Focused() == nil {
		return -1, nil
	}
	return slices.IndexFunc(p.all(), func(k *card) bool {
		return c.Focused() == fyne.Focusable(k) || k.mend != nil && c.Focused() == fyne.Focusable(k.mend)
	}), c
}

// walk puts the keyboard on another finding, and reports whether the key is one
// that does.
func (p *Pane) walk(from *card, key fyne.KeyName) bool {
	all := p.all()
	at := 0
	for i, c := range all {
		if c == from {
			at = i
		}
	}
	steps := map[fyne.KeyName]int{fyne.KeyUp: at - 1, fyne.KeyDown: at + 1, fyne.KeyHome: 0, fyne.KeyEnd: len(all) - 1}
	to, walks := steps[key]
	if !walks || len(all) == 0 {
		return walks
	}
	if canvas := typing.CanvasOf(from); canvas != nil {
		canvas.Focus(all[min(max(to, 0), len(all)-1)])
	}
	return true
}

// bringIntoView scrolls so that a finding is seen whole, or its beginning where
// there is no room for it.
func (p *Pane) bringIntoView(c *card) {
	top, room := c.Position().Y, p.scroll.Size().Height
	bottom := top + c.Size().Height
	switch {
	case top < p.scroll.Offset.Y || bottom-top > room:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > p.scroll.Offset.Y+room:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-room))
	}
}
