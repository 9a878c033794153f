package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// showMenu makes the menu bar anew. What of a menu the window is too low for is in
// a menu at its end: of one that goes on below the window, the keys walk out of
// sight, and the mouse needs a wheel.
func (w *window) showMenu() {
	bar := w.menu()
	w.menuRoom = w.roomForMenus()
	w.menuHeight = 0
	for _, m := range bar.Items {
		w.menuHeight = max(w.menuHeight, menuHeight(m.Items))
		m.Items = w.folded(m.Items, w.menuRoom)
	}
	w.win.SetMainMenu(bar)
	w.issueItems()
}

// menuHeight is how high a menu is: lines and separators are alike in all menus, so that
// Fyne need not measure each of their words.
func menuHeight(items []*fyne.MenuItem) float32 {
	line, rule := fyne.NewMenuItem("M", nil), fyne.NewMenuItemSeparator()
	height := func(of ...*fyne.MenuItem) float32 { return widget.NewMenu(fyne.NewMenu("", of...)).MinSize().Height }
	one, two := height(line), height(line, line)
	ruled := height(line, rule, line) - two
	all := one
	for i, item := range items {
		switch {
		case item.IsSeparator:
			all += ruled
		case i > 0:
			all += two - one
		}
	}
	return all
}

// roomForMenus is how high a menu may be below the bar, whose words are as high as
// theirs; 0 while that is not known.
func (w *window) roomForMenus() float32 {
	const around = 8 // the bar
	bar := menuHeight([]*fyne.MenuItem{fyne.NewMenuItem("M", nil)}) + around
	return max(0, w.win.Canvas().Size().Height-bar)
}

// folded are items of which the last, if there is no room for all, are in a menu
// of their own.
func (w *window) folded(items []*fyne.MenuItem, room float32) []*fyne.MenuItem {
	if room == 0 || menuHeight(items) <= room {
		return items
	}
	rest := fyne.NewMenuItem(w.say.Say("desk.menu.rest", nil), nil)
	for n := len(items) - 2; n > 0; n-- {
		if items[n-1].IsSeparator {
			continue
		}
		first := append(items[:n:n], rest)
		if menuHeight(first) <= room || n == 1 {
			if items[n].IsSeparator {
				n++
			}
			rest.ChildMenu = fyne.NewMenu("", w.folded(items[n:], room)...)
			return first
		}
	}
	return items
}

// sized lays out what the window shows, and hears how high that is.
type sized struct {
	stack fyne.Layout
	heard func()
}

func (s sized) MinSize(objects []fyne.CanvasObject) fyne.Size { return s.stack.MinSize(objects) }

func (s sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.stack.Layout(objects, size)
	s.heard()
}

// hearing holds what the window shows.
func (w *window) hearing(o fyne.CanvasObject) *fyne.Container {
	return container.New(sized{layout.NewStackLayout(), w.fitMenu}, o)
}

// fitMenu makes the menu bar anew where a menu has room now that had none, or none
// that had, and no menu is open: Fyne shuts the one that is.
func (w *window) fitMenu() {
	room := w.roomForMenus()
	if w.win.MainMenu() == nil || min(room, w.menuHeight) == min(w.menuRoom, w.menuHeight) {
		return
	}
	onUI(func() {
		switch {
		case w.menuIsOpen():
			time.AfterFunc(time.Second/5, func() { onUI(w.fitMenu) })
		case min(w.roomForMenus(), w.menuHeight) != min(w.menuRoom, w.menuHeight):
			w.showMenu()
		}
	})
}

// byKey is the item of menus that a key without Ctrl, Alt or Shift calls, nil for
// none.
func byKey(items []*fyne.MenuItem, name fyne.KeyName) *fyne.MenuItem {
	for _, i := range items {
		if k, ok := i.Shortcut.(fyne.KeyboardShortcut); ok && k.Mod() == 0 && k.Key() == name {
			return i
		}
		if i.ChildMenu != nil {
			if below := byKey(i.ChildMenu.Items, name); below != nil {
				return below
			}
		}
	}
	return nil
}
