package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/pop"
	"bantin/ui/typing"
)

// Pick is a word that opens a menu of others that can take its place.
type Pick struct {
	Button *Quiet // what stands in the window

	names  []string
	chosen int
	choose func(i int)
}

// NewPick makes a pick with the first-th name chosen. choose, which may be nil,
// hears of another choice.
func NewPick(names []string, first int, choose func(i int)) *Pick {
	q := NewQuiet("", nil, nil)
	p := &Pick{Button: q, names: names, chosen: first, choose: choose}
	q.Flush, q.Left, q.Ink = true, true, theme.ColorNameForeground
	q.TextSize = 14
	q.At = p.open
	p.say()
	return p
}

// Chosen is the index of what is chosen.
func (p *Pick) Chosen() int { return p.chosen }

func (p *Pick) say() { p.Button.Say(p.names[p.chosen] + " ▾") }

func (p *Pick) open(at fyne.Position) {
	m := fyne.NewMenu("")
	for i, name := range p.names {
		item := fyne.NewMenuItem(name, func() {
			p.chosen = i
			p.say()
			if p.choose != nil {
				p.choose(i)
			}
		})
		item.Checked = i == p.chosen
		m.Items = append(m.Items, item)
	}
	ShowMenu(m, typing.CanvasOf(p.Button), at)
}

// ShowMenu shows a menu at a place of the canvas; see pop.Show.
func ShowMenu(m *fyne.Menu, c fyne.Canvas, at fyne.Position) { pop.Show(m, c, at) }
