package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
	"bantin/ui/typing"
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
		b.OnKey = func(key fyne.KeyName) bool { return c.walk(i, key) }
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

// walk chooses the word before or after the from-th by an arrow, which takes the
// keys, and reports whether the key was for that.
func (c *Choice) walk(from int, key fyne.KeyName) bool {
	by := 0
	switch key {
	case fyne.KeyDown, fyne.KeyRight:
		by = +1
	case fyne.KeyUp, fyne.KeyLeft:
		by = -1
	default:
		return false
	}
	if to := from + by; to >= 0 && to < len(c.buttons) {
		if on := typing.CanvasOf(c.buttons[from]); on != nil {
			on.Focus(c.buttons[to])
		}
		c.Choose(to)
	}
	return true
}

// Focusable is the word that is chosen.
func (c *Choice) Focusable() fyne.Focusable { return c.buttons[c.Chosen()] }

// HasFocus reports whether one of the words has the keys.
func (c *Choice) HasFocus() bool {
	for _, b := range c.buttons {
		if b.focused {
			return true
		}
	}
	return false
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
