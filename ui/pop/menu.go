// Package pop shows menus in front of a window that take the keyboard while
// they are open: arrows walk, letters choose by the beginning of a word, Enter
// takes, Escape shuts, and nothing that is typed reaches what lies below.
package pop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin/viet"
)

// Menu is a menu in front of a window.
type Menu struct {
	widget.BaseWidget
	canvas fyne.Canvas
	menu   *fyne.Menu
	shown  *widget.Menu
	at     int // the item that the keys stand at, -1 for none
	below  int // the one in its submenu, -1 while that is shut
}

var (
	_ fyne.Focusable         = (*Menu)(nil)
	_ fyne.Tappable          = (*Menu)(nil)
	_ fyne.SecondaryTappable = (*Menu)(nil)
	_ desktop.Mouseable      = (*Menu)(nil)
)

// margin is what a menu leaves of the canvas above and below.
const margin = 4

// Show shows a menu at a place of a canvas, moved so that all of it is seen.
func Show(m *fyne.Menu, c fyne.Canvas, at fyne.Position) *Menu {
	p := &Menu{canvas: c, menu: m, shown: widget.NewMenu(m), at: -1, below: -1}
	p.ExtendBaseWidget(p)
	p.shown.OnDismiss = p.Hide
	c.Overlays().Add(p)
	p.Resize(c.Size())
	room, size := c.Size(), p.shown.MinSize()
	size = fyne.NewSize(size.Width, min(size.Height, room.Height-2*margin)) // what is longer scrolls
	p.shown.Move(fyne.NewPos(
		max(0, min(at.X, room.Width-size.Width-margin)), max(0, min(at.Y, room.Height-size.Height-margin))))
	p.shown.Resize(size)
	c.Focus(p)
	return p
}

// Hide shuts the menu.
func (p *Menu) Hide() {
	p.canvas.Overlays().Remove(p)
	p.BaseWidget.Hide()
}

// Box is where the menu stands, without what lies around it.
func (p *Menu) Box() (fyne.Position, fyne.Size) { return p.shown.Position(), p.shown.Size() }

// Items are the menu's lines on screen.
func (p *Menu) Items() []fyne.CanvasObject { return p.shown.Items }

// Offered is what the menu was made of.
func (p *Menu) Offered() *fyne.Menu { return p.menu }

// CreateRenderer gives the menu its drawing.
func (p *Menu) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(p.shown))
}

// Tapped shuts the menu: the mouse clicked beside it.
func (p *Menu) Tapped(*fyne.PointEvent) { p.Hide() }

// TappedSecondary shuts the menu, too.
func (p *Menu) TappedSecondary(*fyne.PointEvent) { p.Hide() }

// MouseDown does nothing: the click shuts the menu when it is done, and goes
// nowhere else.
func (p *Menu) MouseDown(*desktop.MouseEvent) {}

// MouseUp does nothing; see MouseDown.
func (p *Menu) MouseUp(*desktop.MouseEvent) {}

// FocusGained does nothing: the menu shows by its items where the keys are.
func (p *Menu) FocusGained() {}

// FocusLost does nothing.
func (p *Menu) FocusLost() {}

// TypedRune goes to the next item that begins with a letter.
func (p *Menu) TypedRune(r rune) {
	letter := viet.Fold(string(r))
	if strings.TrimSpace(letter) == "" {
		return
	}
	items, at := p.items()
	for n := range items {
		i := (at + 1 + n) % len(items)
		if !items[i].IsSeparator && !items[i].Disabled && strings.HasPrefix(viet.Fold(items[i].Label), letter) {
			p.stand(i)
			return
		}
	}
}

// TypedKey walks, takes and shuts.
func (p *Menu) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyTab:
		p.step(+1)
	case fyne.KeyUp:
		p.step(-1)
	case fyne.KeyHome:
		p.edge(+1)
	case fyne.KeyEnd:
		p.edge(-1)
	case fyne.KeyRight:
		p.open()
	case fyne.KeyLeft:
		p.shut()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.take()
	case fyne.KeyEscape:
		if !p.shut() {
			p.Hide()
		}
	}
}

// items are those that the keys walk through, and where among them they stand.
func (p *Menu) items() ([]*fyne.MenuItem, int) {
	if p.below >= 0 {
		return p.menu.Items[p.at].ChildMenu.Items, p.below
	}
	return p.menu.Items, p.at
}

// step goes to the next item in a direction that can be taken, round the end.
func (p *Menu) step(by int) {
	items, at := p.items()
	if at < 0 && by < 0 {
		at = 0
	}
	for n := range items {
		i := ((at+by*(n+1))%len(items) + len(items)) % len(items)
		if !items[i].IsSeparator && !items[i].Disabled {
			p.stand(i)
			return
		}
	}
}

// edge goes to the first item, or the last.
func (p *Menu) edge(by int) {
	items, _ := p.items()
	start := -1
	if by < 0 {
		start = len(items)
	}
	for i := start + by; i >= 0 && i < len(items); i += by {
		if !items[i].IsSeparator && !items[i].Disabled {
			p.stand(i)
			return
		}
	}
}

// stand lets the keys stand at an item. Fyne's menu can only be told to go on
// by one.
func (p *Menu) stand(i int) {
	items, _ := p.items()
	steps := 0
	for _, item := range items[:i] {
		if !item.IsSeparator {
			steps++
		}
	}
	if p.below >= 0 {
		p.shown.DeactivateLastSubmenu()
		p.shown.ActivateLastSubmenu()
		p.below = i
	} else {
		p.shown.DeactivateChild()
		p.shown.ActivateNext()
		p.at = i
	}
	for range steps {
		p.shown.ActivateNext()
	}
	p.see()
}

// see brings the item into view that the keys stand at. Fyne's menu scrolls by
// the wheel alone, so one that is longer than the canvas is moved as a whole.
func (p *Menu) see() {
	menu, item := p.shown, p.shown.Items[p.at]
	if p.below >= 0 {
		parent, ok := item.(interface{ Child() *widget.Menu })
		if !ok {
			return
		}
		menu = parent.Child()
		item = menu.Items[p.below]
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(item).Y
	above, below := margin-top, top+item.Size().Height-(p.canvas.Size().Height-margin)
	by := max(above, 0)
	if by == 0 {
		by = -max(below, 0)
	}
	if by != 0 {
		menu.Move(menu.Position().AddXY(0, by))
		menu.Resize(menu.MinSize()) // it shows what there is room for from there on
	}
}

// open opens the submenu of the item that the keys stand at, and reports
// whether there is one.
func (p *Menu) open() bool {
	items, at := p.items()
	if p.below >= 0 || at < 0 || items[at].ChildMenu == nil || items[at].Disabled || !p.shown.ActivateLastSubmenu() {
		return false
	}
	p.below = 0
	if first := p.menu.Items[p.at].ChildMenu.Items; len(first) > 0 && (first[0].IsSeparator || first[0].Disabled) {
		p.step(+1)
	}
	return true
}

// shut shuts the submenu that is open, and reports whether one was.
func (p *Menu) shut() bool {
	if p.below < 0 {
		return false
	}
	p.shown.DeactivateLastSubmenu()
	p.below = -1
	return true
}

// take does what the item says that the keys stand at; a submenu it opens.
func (p *Menu) take() {
	items, at := p.items()
	if at < 0 || at >= len(items) || items[at].Disabled || p.open() {
		return
	}
	p.Hide()
	if do := items[at].Action; do != nil {
		do()
	}
}
