package typing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// HeldKeys are Shift, Ctrl and the like as they are held now, where the system
// tells.
func HeldKeys() fyne.KeyModifier {
	held, _ := heldKeys()
	return held
}

func heldKeys() (held fyne.KeyModifier, told bool) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers(), true
	}
	return 0, false
}

// Shift knows whether Shift is held while something has the keyboard. What it
// was told of is asked for only where the system does not say: who lets Shift go
// while a panel or another window has the keyboard tells nobody, and the next
// arrow would select.
type Shift struct{ down bool }

// Key notes that a key goes down or up.
func (s *Shift) Key(key *fyne.KeyEvent, down bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		s.down = down
	}
}

// Leave forgets it: something else has the keyboard.
func (s *Shift) Leave() { s.down = false }

// Held reports whether Shift is held.
func (s *Shift) Held() bool {
	if held, told := heldKeys(); told {
		return held&fyne.KeyModifierShift != 0
	}
	return s.down
}
