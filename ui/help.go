package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/icons"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// showShortcuts lists every key, read from the menu itself, so that the list
// is never wrong.
func (w *window) showShortcuts() {
	var groups []fyne.CanvasObject
	for _, m := range w.win.MainMenu().Items {
		var lines []fyne.CanvasObject
		for _, i := range keyed(m) {
			lines = append(lines, words(keyWord(i.Shortcut), 12, look.SansBold, look.Quiet),
				words(strings.TrimSuffix(i.Label, "…"), 13, look.Sans, theme.ColorNameForeground))
		}
		if grid := container.New(keyLines{}, lines...); len(lines) > 0 {
			groups = append(groups, container.NewVBox(
				words(m.Label, 13, look.SansBold, theme.ColorNamePrimary), rule(), grid, space(1, 12)))
		}
	}
	columns := inColumns(groups, w.win.Canvas().Size().Width-150)
	marks := container.NewVBox(
		words(w.say.Say("desk.keyless", nil), 13, look.Sans, look.Quiet),
		words(w.say.Say("desk.marks", nil), 13, look.Sans, look.Quiet))
	w.showPanel(&parts.Panel{
		Title: w.say.Say("desk.shortcuts", nil), Width: columns.MinSize().Width / look.Scale(),
		Body: container.NewVBox(columns, marks), Shut: w.say.Say("desk.shut", nil),
	})
}

// keyLines sets keys and what they do side by side, as close as lines of text.
type keyLines struct{}

const (
	keyGap  = 16 // between a key and its words
	keyLead = 4  // between lines
)

func (keyLines) keys(objects []fyne.CanvasObject) (width float32) {
	for i := 0; i < len(objects); i += 2 {
		width = max(width, objects[i].MinSize().Width)
	}
	return width + keyGap*look.Scale()
}

// line is how high the line of the i-th object is.
func (keyLines) line(objects []fyne.CanvasObject, i int) float32 {
	return max(objects[i].MinSize().Height, objects[i+1].MinSize().Height) + keyLead*look.Scale()
}

func (k keyLines) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for i := 0; i < len(objects); i += 2 {
		size.Width = max(size.Width, k.keys(objects)+objects[i+1].MinSize().Width)
		size.Height += k.line(objects, i)
	}
	return size
}

func (k keyLines) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	x, y := k.keys(objects), float32(0)
	for i := 0; i < len(objects); i += 2 {
		height := k.line(objects, i)
		for n, o := range objects[i : i+2] {
			o.Resize(o.MinSize())
			o.Move(fyne.NewPos(float32(n)*x, y+(height-o.MinSize().Height)/2))
		}
		y += height
	}
}

// keyed are the items of a menu, and of the menus in it, that have a key.
func keyed(m *fyne.Menu) (items []*fyne.MenuItem) {
	for _, i := range m.Items {
		if i.Shortcut != nil {
			items = append(items, i)
		}
		if i.ChildMenu != nil {
			items = append(items, keyed(i.ChildMenu)...)
		}
	}
	return items
}

// inColumns sets groups into as many columns as there is room for, the short
// ones below others.
func inColumns(groups []fyne.CanvasObject, room float32) *fyne.Container {
	for n := 4; ; n-- {
		boxes := make([]*fyne.Container, n)
		row := container.New(layout.NewCustomPaddedHBoxLayout(26))
		for i := range boxes {
			boxes[i] = container.NewVBox()
			row.Add(boxes[i])
		}
		for i, g := range groups {
			to := i
			if i >= n { // below the lowest column
				to = 0
				for k := range boxes {
					if boxes[k].MinSize().Height < boxes[to].MinSize().Height {
						to = k
					}
				}
			}
			boxes[to].Add(g)
		}
		if n == 1 || row.MinSize().Width <= room {
			return row
		}
	}
}

// keyWord writes a shortcut as keyboards do.
func keyWord(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		word     string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "⌘"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if k.Mod()&m.modifier != 0 {
			parts = append(parts, m.word)
		}
	}
	name := string(k.Key())
	switch k.Key() {
	case fyne.KeyPageDown:
		name = "PgDn"
	case fyne.KeyPageUp:
		name = "PgUp"
	case fyne.KeyUp:
		name = "↑"
	case fyne.KeyDown:
		name = "↓"
	case fyne.KeyDelete:
		name = "Del"
	case fyne.KeyMinus:
		name = "−"
	}
	return strings.Join(append(parts, name), " + ")
}

// showAbout says what the program is.
func (w *window) showAbout() {
	mark := canvas.NewImageFromResource(fyne.NewStaticResource(icons.Name, icons.PNG()))
	mark.SetMinSize(fyne.NewSquareSize(72))
	mark.FillMode = canvas.ImageFillContain
	about := container.NewVBox(
		container.NewCenter(mark),
		container.NewCenter(words(w.say.Say("desk.title", nil), 22, look.SerifBold, theme.ColorNameForeground)),
		container.NewCenter(words(w.app.Metadata().Version, 12, look.Sans, look.Quiet)),
		container.NewCenter(words(w.say.Say("desk.about", nil), 13, look.Sans, look.Quiet)))
	w.showPanel(&parts.Panel{Title: w.say.Say("desk.menu.about", nil), Width: 360, Body: about, Shut: w.say.Say("desk.shut", nil)})
}
