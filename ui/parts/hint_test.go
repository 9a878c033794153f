package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/ui/look"
)

// TestNoHintStaysBehindAPanel: what the mouse rested on is behind the panel now,
// and so would be its hint.
func TestNoHintStaysBehindAPanel(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	button := NewQuiet("Kiểm", nil, nil)
	content := WithHints(button)
	win := test.NewTempWindow(t, content)
	win.Resize(fyne.NewSize(800, 500))
	showHint(button, "Những chỗ nên sửa (F10)")
	layer := layerIn(content)
	if len(layer.Objects) == 0 {
		t.Fatal("no hint was shown")
	}
	panel := &Panel{Say: translations.For(translations.Vietnamese), Width: 300, Body: Space(1, 20), Shut: "Đóng"}
	panel.Show(win)
	if len(layer.Objects) > 0 {
		t.Error("the hint stays behind the panel")
	}
	panel.Hide()
	showHint(button, "Những chỗ nên sửa (F10)")
	panel.Show(win)
	showHint(button, "nothing: it is behind a panel")
	HideHint(button)
	if len(layer.Objects) > 0 {
		t.Error("the mouse that leaves what is behind a panel leaves the hint there")
	}
}
