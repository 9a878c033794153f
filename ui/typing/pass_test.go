package typing_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/typing"
)

// TestWhatIsNotForAButtonGoesToItsWindow, before that was painted, too: what has
// the keyboard may be so new that Fyne does not know where it is.
func TestWhatIsNotForAButtonGoesToItsWindow(t *testing.T) {
	test.NewTempApp(t)
	var letters string
	var keys []fyne.KeyName
	button := widget.NewEntry()
	win := test.NewTempWindow(t, button)
	win.Canvas().SetOnTypedRune(func(r rune) { letters += string(r) })
	win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { keys = append(keys, k.Name) })
	win.Canvas().Focus(button)
	test.NewTempWindow(t, widget.NewLabel("")) // which Fyne takes for where everything is, here
	typing.PassRuneOn(button, ' ')
	typing.PassRuneOn(button, 'v')
	typing.PassOn(button, &fyne.KeyEvent{Name: fyne.KeyF6})
	if letters != " v" || len(keys) != 1 || keys[0] != fyne.KeyF6 {
		t.Errorf("the window hears %q and %v", letters, keys)
	}
}
