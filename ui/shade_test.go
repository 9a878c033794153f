package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

// twilight is an app whose system goes from light to dark.
type twilight struct {
	fyne.App
	of *dusk
}

func (a twilight) Settings() fyne.Settings { return a.of }

type dusk struct {
	fyne.Settings
	now fyne.ThemeVariant
}

func (d *dusk) ThemeVariant() fyne.ThemeVariant { return d.now }

func TestAnOpenPanelKeepsTheWindowInItsColours(t *testing.T) {
	w := opened(t, 1)
	sky := &dusk{w.app.Settings(), theme.VariantLight}
	w.app = twilight{w.app, sky}
	w.settings.p.SetString(keyShade, string(look.System))
	w.themeChanged()
	before := w.list

	w.showShortcuts()
	sky.now = theme.VariantDark
	w.themeChanged()
	if w.list != before {
		t.Error("the window was made anew behind the panel")
	}
	if worn := sky.Theme().(look.Theme); worn.IsDark(theme.VariantDark) {
		t.Error("what is painted anew would be dark beside what is light")
	}

	w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	wait(t, "the window follows the system", func() bool { return w.list != before })
	if worn := sky.Theme().(look.Theme); worn.Shade != look.System {
		t.Errorf("the window wears %v", worn)
	}
}
