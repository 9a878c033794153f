// Package keys names the keys that more than one place of the desk answers to or
// shows: the main menu, the menus of the right button, and the sheet of shortcuts.
package keys

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What is held while a key is pressed. Ctrl is the command key of a Mac.
const (
	Ctrl      = fyne.KeyModifierShortcutDefault
	CtrlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
	CtrlAlt   = fyne.KeyModifierShortcutDefault | fyne.KeyModifierAlt
	Alt       = fyne.KeyModifierAlt
	Shift     = fyne.KeyModifierShift
)

// On is a key with what is held meanwhile, 0 for nothing.
func On(name fyne.KeyName, held fyne.KeyModifier) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: held}
}

// The keys of acts that stand in several menus.
var (
	Up          = On(fyne.KeyUp, Alt) // the block, or the story
	Down        = On(fyne.KeyDown, Alt)
	Bold        = On(fyne.KeyB, Ctrl)
	Italic      = On(fyne.KeyI, Ctrl)
	Photo       = On(fyne.KeyP, CtrlShift)
	Send        = On(fyne.KeyS, CtrlShift)
	Export      = On(fyne.KeyE, Ctrl)
	MakeUp      = On(fyne.KeyF6, 0)
	IssueFacts  = On(fyne.KeyI, CtrlAlt)
	DeleteIssue = On(fyne.KeyX, CtrlAlt)
	Variants    = On(fyne.KeyF4, 0)
	// Enter and Delete work where the keyboard is: in a list on its row.
	Enter  = On("Enter", 0) // as keyboards call it: it is shown, not compared
	Delete = On(fyne.KeyDelete, 0)
)

// Shown puts a key beside an item of a menu, which shows it, and gives the item.
func Shown(i *fyne.MenuItem, s fyne.Shortcut) *fyne.MenuItem {
	i.Shortcut = s
	return i
}
