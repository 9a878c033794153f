package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 to 1.
func TestTextCanBeReadOnItsGround(t *testing.T) {
	grounds := []fyne.ThemeColorName{
		Paper, Tabletop, theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground,
		Chosen, Found, Band, theme.ColorNameSelection, theme.ColorNameButton,
	}
	inks := []fyne.ThemeColorName{
		theme.ColorNameForeground, Quiet, Ghost, theme.ColorNamePrimary,
		theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess,
	}
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		check := func(ink, ground fyne.ThemeColorName) {
			if c := contrast(p[ink], p[ground]); c < 4.5 {
				t.Errorf("%s: %s on %s has %.2f : 1", name, ink, ground, c)
			}
		}
		for _, ground := range grounds {
			for _, ink := range inks {
				check(ink, ground)
			}
		}
		check(BandText, Band)
		for _, ink := range []fyne.ThemeColorName{theme.ColorNameForeground, Quiet, BandText, theme.ColorNamePrimary} { // of the sheet
			check(ink, FoundHere)
		}
		check(theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary)
		// What need not be read has 3 : 1, as WCAG asks of marks; of what cannot
		// be used now it asks nothing.
		marks := map[fyne.ThemeColorName][]fyne.ThemeColorName{
			Faint: {Paper, theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground},
			theme.ColorNameDisabled: {
				Paper, theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameDisabledButton,
			},
		}
		for ink, grounds := range marks {
			for _, ground := range grounds {
				if c := contrast(p[ink], p[ground]); c < 3 {
					t.Errorf("%s: %s on %s has %.2f : 1", name, ink, ground, c)
				}
			}
		}
	}
}

// TestARowUnderTheMouseIsNotTakenForAChosenOne: its ground is nearer to that of the
// list than to that of a chosen row.
func TestARowUnderTheMouseIsNotTakenForAChosenOne(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		list, chosen := luminance(p[theme.ColorNameBackground]), luminance(p[theme.ColorNameSelection])
		touched := luminance(over(p[Touched].(color.NRGBA), p[theme.ColorNameBackground].(color.NRGBA)))
		if math.Abs(touched-list) > math.Abs(touched-chosen)*0.7 || touched == list {
			t.Errorf("%s: the list has %.4f, a row under the mouse %.4f, a chosen one %.4f", name, list, touched, chosen)
		}
	}
}

// over is a colour that can be seen through, on a ground.
func over(c, ground color.NRGBA) color.Color {
	mix := func(c1, c2 uint8) uint8 { return uint8((int(c1)*int(c.A) + int(c2)*(255-int(c.A))) / 255) }
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestTheDeskIsLightUntilSomebodyChoosesOtherwise(t *testing.T) {
	for shade, dark := range map[Shade][2]bool{ // on a light and on a dark system
		"": {false, false}, Light: {false, false}, Dark: {true, true}, System: {false, true},
	} {
		for i, system := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
			if got := (Theme{Shade: shade}).IsDark(system); got != dark[i] {
				t.Errorf("shade %q is dark: %v on system %d", shade, got, system)
			}
		}
	}
}

func TestWhereTheSystemSaysNothingTheDeskIsLight(t *testing.T) {
	for _, c := range []struct {
		theme Theme
		dark  bool
	}{
		{Theme{Shade: System}, true},
		{Theme{Shade: System, Silent: true}, false},
		{Theme{Shade: Dark, Silent: true}, true},
		{Theme{Shade: Light}, false},
	} {
		if got := c.theme.IsDark(theme.VariantDark); got != c.dark {
			t.Errorf("%+v is dark: %t", c.theme, got)
		}
	}
}
