package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pressInMenu does what the menu does at a key, and reports whether it has it.
func pressInMenu(w *window, k desktop.CustomShortcut) bool {
	for _, m := range w.menu().Items {
		for _, i := range keyed(m) {
			if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok && *s == k {
				i.Action()
				return true
			}
		}
	}
	return false
}

// TestFacingPagesAndThumbnailsHaveKeys, which bring the pages in sight: in a narrow
// pane of large text there is no room for their buttons.
func TestFacingPagesAndThumbnailsHaveKeys(t *testing.T) {
	w := opened(t, 1)
	w.openTab(tabCheck)
	facing, strip := w.preview.Facing, w.preview.Strip()
	for _, k := range []fyne.KeyName{fyne.KeyF, fyne.KeyH} {
		if !pressInMenu(w, desktop.CustomShortcut{KeyName: k, Modifier: ctrlAlt}) {
			t.Fatalf("nothing in the menu has Ctrl+Alt+%s", k)
		}
	}
	if w.preview.Facing == facing || w.preview.Strip() == strip {
		t.Errorf("facing %v, thumbnails %v as before", facing, strip)
	}
	if w.tab != tabPages || !w.showsPages() {
		t.Error("the pages are not in sight")
	}
}
