package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"bantin/ui/parts"
)

// keyless are the things in the menu without a key of their own, and why.
var keyless = map[string]string{
	"recent":      "Ctrl+O is as near, and the files change",
	"open_sample": "done once",
	"status":      "the same keys in the list's own menu, for one or many: Shift+F10",
	"light":       "in the settings, Ctrl+,", "dark": "in the settings, Ctrl+,", "system": "in the settings, Ctrl+,",
	"vietnamese": "in the settings, Ctrl+,", "english": "in the settings, Ctrl+,",
	"typing":     "in the settings, Ctrl+,",
	"about":      "done once",
	"salvage":    "once in years, and the desk offers it by itself where a file is hurt",
	"own_styles": "once in years",
	// They change with what is in the file.
	"add_to_issue": "Shift+F10 in the list offers the same",
	"field":        "a menu of what has keys",
	"page_size":    "a menu of what has keys",
	"widths":       "a menu of what has keys",
	"keeping":      "a menu; what is done often in it has keys",
	"shade":        "a menu; in the settings, Ctrl+,",
	"language":     "a menu; in the settings, Ctrl+,",
}

func TestEverythingInTheMenuHasAKeyOrAReasonAndIsInTheSheet(t *testing.T) {
	w := opened(t, 1)
	w.showShortcuts()
	sheet := map[string]bool{}
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok {
			sheet[text.Text] = true
		}
	}
	reasons := map[string]string{}
	for name, why := range keyless {
		reasons[w.say.Say("desk.menu."+name, nil)] = why
	}
	keys := map[string]string{}
	for _, m := range w.menu().Items {
		for _, i := range m.Items {
			if !i.IsSeparator && i.Shortcut == nil && reasons[i.Label] == "" {
				t.Errorf("%s › %s has neither key nor reason", m.Label, i.Label)
			}
		}
		for _, i := range keyed(m) {
			word := w.keyWord(i.Shortcut)
			if other := keys[word]; other != "" {
				t.Errorf("%s and %s have the key %s", other, i.Label, word)
			}
			keys[word] = i.Label
			if other := w.otherKeys()[word]; other != "" {
				word += "  /  " + other
			}
			if !sheet[word] || !sheet[strings.TrimSuffix(i.Label, "…")] {
				t.Errorf("%s (%s) is not in the sheet", i.Label, word)
			}
		}
	}
	if len(keys) < 40 {
		t.Errorf("only %d keys", len(keys))
	}
}

// TestEachPageOfTheSheetBeginsAtItsHead, wherever the one before was left.
func TestEachPageOfTheSheetBeginsAtItsHead(t *testing.T) {
	w := opened(t, 0)
	w.win.Resize(fyne.NewSize(960, 460))
	w.showShortcuts()
	var scroll *container.Scroll
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if s, ok := o.(*container.Scroll); ok {
			scroll = s
		}
	}
	if !parts.ScrollTop(w.win.Canvas(), fyne.KeyPageDown) || scroll.Offset.Y == 0 {
		t.Fatal("the first page does not scroll")
	}
	w.pressed(fyne.KeyRight)
	if scroll.Offset.Y != 0 {
		t.Errorf("the second page begins at %v", scroll.Offset.Y)
	}
}
