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
	columns := container.NewHBox()
	for _, m := range w.menu().Items {
		grid := container.New(layout.NewFormLayout())
		for _, i := range m.Items {
			if i.Shortcut == nil {
				continue
			}
			grid.Add(words(keyWord(i.Shortcut), 12, look.SansBold, look.Quiet))
			grid.Add(words(strings.TrimSuffix(i.Label, "…"), 13, look.Sans, theme.ColorNameForeground))
		}
		if len(grid.Objects) > 0 {
			columns.Add(container.NewVBox(
				words(m.Label, 13, look.SansBold, theme.ColorNamePrimary), rule(), grid))
			columns.Add(space(22, 1))
		}
	}
	marks := words(w.say.Say("desk.marks", nil), 13, look.Sans, look.Quiet)
	w.showPanel(&parts.Panel{
		Title: w.say.Say("desk.shortcuts", nil), Width: columns.MinSize().Width / look.Scale(),
		Body: container.NewVBox(columns, space(1, 10), marks), Shut: w.say.Say("desk.shut", nil),
	})
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
