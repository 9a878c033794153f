package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/setup"
	"bantin/ui/typing"
)

// typingMenu offers how Vietnamese letters are typed: by the system's input
// method, or composed here.
func (w *window) typingMenu() *fyne.MenuItem {
	chosen := w.settings.typing()
	choice := func(name string, checked bool, change func()) *fyne.MenuItem {
		i := w.item(name, nil, func() {
			change()
			typing.Choose(w.settings.typing())
			w.showMenu()
		})
		i.Checked = checked
		return i
	}
	method := func(name, way string) *fyne.MenuItem {
		return choice(name, chosen.Method == typing.Method(way), func() { w.settings.p.SetString(keyTyping, way) })
	}
	i := w.item("typing", nil, nil)
	i.ChildMenu = fyne.NewMenu("",
		method("typing_system", setup.Typings[0]), method("typing_telex", setup.Typings[1]), method("typing_vni", setup.Typings[2]),
		fyne.NewMenuItemSeparator(),
		choice("typing_new_style", chosen.NewStyle, func() { w.settings.p.SetBool(keyToneStyle, !chosen.NewStyle) }))
	if typing.Usual().Guard {
		i.ChildMenu.Items = append(i.ChildMenu.Items,
			choice("typing_guard", chosen.Guard, func() { w.settings.p.SetBool(keyGuard, !chosen.Guard) }))
	}
	return i
}
