package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

// Choice lets one of several words be chosen; the chosen one lies on a
// darker ground.
type Choice struct {
	Object  *fyne.Container
	buttons []*Quiet
	chosen  int
	choose  func(i int)
}

// NewChoice makes a choice of words side by side, the first-th chosen. choose
// hears of every other choice.
func NewChoice(names []string, first int, choose func(i int)) *Choice {
	return newChoice(container.NewHBox(), names, first, choose)
}

// NewColumn makes a choice of words one below another, as wide as there is room
// for; see NewChoice.
func NewColumn(names []string, first int, choose func(i int)) *Choice {
	c := newChoice(container.New(layout.NewCustomPaddedVBoxLayout(1)), names, first, choose)
	for _, b := range c.buttons {
		b.Left, b.Clip = true, true
	}
	return c
}

func newChoice(box *fyne.Container, names []string, first int, choose func(i int)) *Choice {
	c := &Choice{Object: box, chosen: first, choose: choose}
	for i, name := range names {
		b := NewQuiet(name, nil, func() { c.Choose(i) })
		c.buttons = append(c.buttons, b)
		box.Add(b)
	}
	c.mark()
	return c
}

// Hint sets what is said of each word when the mouse rests on it, in their order.
func (c *Choice) Hint(hints ...string) {
	for i, hint := range hints {
		c.buttons[i].Hint = hint
	}
}

// OnChoose sets what hears of a choice.
func (c *Choice) OnChoose(choose func(i int)) { c.choose = choose }

// Chosen is the index of what is chosen.
func (c *Choice) Chosen() int { return c.chosen }

// Choose chooses one and tells.
func (c *Choice) Choose(i int) {
	if i == c.chosen {
		return
	}
	c.Set(i)
	c.choose(i)
}

// Set chooses one without telling.
func (c *Choice) Set(i int) {
	c.chosen = i
	c.mark()
}

// Buttons are the words, in their order.
func (c *Choice) Buttons() []*Quiet { return c.buttons }

func (c *Choice) mark() {
	for i, b := range c.buttons {
		b.Chosen, b.Ink = i == c.chosen, look.Quiet
		if b.Chosen {
			b.Ink = theme.ColorNameForeground
		}
		b.Refresh()
	}
}
