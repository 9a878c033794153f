package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// showShortcuts shows the sheet of shortcuts, on three pages: the keys of the menus, read
// from the menus themselves; those of each place where the keyboard can be; and what is
// done with the mouse.
func (w *window) showShortcuts() {
	room := w.win.Canvas().Size().Width - 150
	pages := []fyne.CanvasObject{inColumns(w.menuKeys(), room), inColumns(w.placeKeys(), room), inColumns(w.gestures(), room)}
	width := float32(0)
	for i, page := range pages {
		width = max(width, page.MinSize().Width)
		parts.Show(page, i == 0)
	}
	p := &parts.Panel{Title: w.say.Say("desk.shortcuts", nil), Width: width / look.Scale(), Shut: w.say.Say("desk.shut", nil)}
	choice := parts.NewChoice([]string{
		w.say.Say("desk.shortcuts.menus", nil), w.say.Say("desk.shortcuts.places", nil), w.say.Say("desk.shortcuts.mouse", nil),
	}, 0, func(i int) {
		for n, page := range pages {
			parts.Show(page, n == i)
		}
		p.Turn()
	})
	marks := container.NewVBox(
		words(w.say.Say("desk.keyless", nil), 13, look.Sans, look.Quiet),
		words(w.say.Say("desk.marks", nil), 13, look.Sans, look.Quiet))
	p.Body = container.NewVBox(container.NewHBox(choice.Object), space(1, 4), pages[0], pages[1], pages[2], marks)
	p.First = choice.Focusable()
	w.showPanel(p)
}

// menuKeys are the keys of the menus, a group each.
func (w *window) menuKeys() (groups []fyne.CanvasObject) {
	others := w.otherKeys()
	for _, m := range w.win.MainMenu().Items {
		var lines []fyne.CanvasObject
		for _, i := range keyed(m) {
			word := w.keyWord(i.Shortcut)
			if other := others[word]; other != "" {
				word += "  /  " + other
			}
			lines = append(lines, w.keyLine(word, strings.TrimSuffix(i.Label, "…"))...)
		}
		groups = append(groups, keyGroup(m.Label, lines)...)
	}
	return groups
}

// otherKeys are the keys that do the same as those of the menu, by those.
func (w *window) otherKeys() map[string]string {
	plus := keys.On(fyne.KeyPlus, 0)
	return map[string]string{
		w.keyWord(keys.On(fyne.KeyEqual, ctrl)):    w.keyWord(plus),
		w.keyWord(keys.On(fyne.KeyEqual, ctrlAlt)): w.keyWord(plus),
	}
}

// placeKeys are the keys that the places answer to where the keyboard can be.
func (w *window) placeKeys() (groups []fyne.CanvasObject) {
	for _, place := range keys.Places() {
		var lines []fyne.CanvasObject
		for _, l := range place.Lines {
			lines = append(lines, w.keyLine(w.lineWord(l), w.say.Say("desk.key."+place.Name+"."+l.Does, nil))...)
		}
		groups = append(groups, keyGroup(w.say.Say("desk.key."+place.Name, nil), lines)...)
	}
	return groups
}

// gestures are what is done with the mouse.
func (w *window) gestures() []fyne.CanvasObject {
	var lines [2][]fyne.CanvasObject
	all := keys.Gestures()
	for i, g := range all {
		said := w.say.Say("desk.mouse."+g.Name, nil)
		if held := heldWord(g.Held); held != "" {
			said = held + " + " + said
		}
		half := i * 2 / len(all)
		lines[half] = append(lines[half], w.keyLine(said, w.say.Say("desk.mouse."+g.Name+".does", nil))...)
	}
	return append(keyGroup(w.say.Say("desk.mouse.texts", nil), lines[0]), keyGroup(w.say.Say("desk.mouse.pages", nil), lines[1])...)
}

// keyLine is a line of the sheet.
func (w *window) keyLine(word, does string) []fyne.CanvasObject {
	return []fyne.CanvasObject{words(word, 12, look.SansBold, look.Quiet), words(does, 13, look.Sans, theme.ColorNameForeground)}
}

// keyGroup is lines under a title, nothing where there are none.
func keyGroup(title string, lines []fyne.CanvasObject) []fyne.CanvasObject {
	if len(lines) == 0 {
		return nil
	}
	return []fyne.CanvasObject{container.NewVBox(
		words(title, 13, look.SansBold, theme.ColorNamePrimary), rule(), container.New(keyLines{}, lines...), space(1, 12))}
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

// lineWord writes the keys of a line as keyboards do.
func (w *window) lineWord(l keys.Line) string {
	var names []string
	for _, k := range l.Keys {
		names = append(names, w.keyName(k))
	}
	word := strings.Join(names, " ")
	if held := heldWord(l.Held); held != "" {
		return held + " + " + word
	}
	return word
}

// keyWord writes a shortcut as keyboards do.
func (w *window) keyWord(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	if held := heldWord(k.Mod()); held != "" {
		return held + " + " + w.keyName(k.Key())
	}
	return w.keyName(k.Key())
}

// heldWord writes what is held while a key is pressed; "" for nothing.
func heldWord(held fyne.KeyModifier) string {
	var names []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		word     string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "⌘"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if held&m.modifier != 0 {
			names = append(names, m.word)
		}
	}
	return strings.Join(names, " + ")
}

// keyNames are keys that are not called as Fyne calls them.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyPageDown: "PgDn", fyne.KeyPageUp: "PgUp", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyDelete: "Del", fyne.KeyMinus: "−", fyne.KeyReturn: "Enter", fyne.KeyEscape: "Esc", fyne.KeyBackspace: "Backspace",
	desktop.KeyMenu: "Menu",
}

func (w *window) keyName(k fyne.KeyName) string {
	switch k {
	case fyne.KeySpace:
		return w.say.Say("desk.key.space", nil)
	case keys.Letters:
		return w.say.Say("desk.key.letters", nil)
	}
	if name := keyNames[k]; name != "" {
		return name
	}
	return string(k)
}
