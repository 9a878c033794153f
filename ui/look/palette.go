// Package look is how the desk looks: its colours, typefaces, sizes and marks.
// Light and dark are both designed; there is one accent colour, and every text
// colour has a contrast of at least 4.5 to 1 on the grounds it stands on.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of our own, beside those that Fyne names.
const (
	Paper     fyne.ThemeColorName = "paper"     // the sheet one writes on
	Tabletop  fyne.ThemeColorName = "tabletop"  // what the printed page lies on
	Quiet     fyne.ThemeColorName = "quiet"     // second-rank text
	Ghost     fyne.ThemeColorName = "ghost"     // words that stand for what is not written yet
	Rule      fyne.ThemeColorName = "rule"      // thin lines
	Band      fyne.ThemeColorName = "band"      // ground of the theme banner
	BandText  fyne.ThemeColorName = "bandText"  // text on it
	PageShade fyne.ThemeColorName = "pageShade" // the printed page's soft edge
)

// palette gives every colour by its name.
type palette map[fyne.ThemeColorName]color.Color

var light = palette{
	theme.ColorNameBackground:          rgb(0xF6F5F1),
	Paper:                              rgb(0xFFFFFF),
	Tabletop:                           rgb(0xE9E7E1),
	theme.ColorNameForeground:          rgb(0x1D1C1A),
	Quiet:                              rgb(0x615E58),
	Ghost:                              rgb(0x76726A),
	Rule:                               rgb(0xDEDBD4),
	Band:                               rgb(0xE2F0EC),
	BandText:                           rgb(0x0B5A4D),
	PageShade:                          rgba(0x00000026),
	theme.ColorNamePrimary:             rgb(0x0E6B5C),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameError:               rgb(0xB3261E),
	theme.ColorNameWarning:             rgb(0x8A5200),
	theme.ColorNameSuccess:             rgb(0x0E6B5C),
	theme.ColorNameSelection:           rgb(0xCFE6E0),
	theme.ColorNameHover:               rgba(0x1D1C1A0D),
	theme.ColorNamePressed:             rgba(0x1D1C1A1A),
	theme.ColorNameFocus:               rgba(0x0E6B5C33),
	theme.ColorNameButton:              rgb(0xEBE9E3),
	theme.ColorNameDisabledButton:      rgb(0xEFEEEA),
	theme.ColorNameDisabled:            rgb(0x8E8A82),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xC9C5BC),
	theme.ColorNameMenuBackground:      rgb(0xFCFBF9),
	theme.ColorNameOverlayBackground:   rgb(0xFCFBF9),
	theme.ColorNameShadow:              rgba(0x0000002E),
	theme.ColorNameScrollBar:           rgba(0x1D1C1A59),
	theme.ColorNameScrollBarBackground: rgba(0x00000000),
	theme.ColorNameHeaderBackground:    rgb(0xF6F5F1),
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x191A1B),
	Paper:                              rgb(0x202224),
	Tabletop:                           rgb(0x121314),
	theme.ColorNameForeground:          rgb(0xE9E6E0),
	Quiet:                              rgb(0xA9A59D),
	Ghost:                              rgb(0x8E8B84),
	Rule:                               rgb(0x34373A),
	Band:                               rgb(0x1C3731),
	BandText:                           rgb(0x8FD9C8),
	PageShade:                          rgba(0x00000080),
	theme.ColorNamePrimary:             rgb(0x62C4B0),
	theme.ColorNameForegroundOnPrimary: rgb(0x0B1F1B),
	theme.ColorNameError:               rgb(0xF2938C),
	theme.ColorNameWarning:             rgb(0xE8B765),
	theme.ColorNameSuccess:             rgb(0x62C4B0),
	theme.ColorNameSelection:           rgb(0x2A4E47),
	theme.ColorNameHover:               rgba(0xFFFFFF10),
	theme.ColorNamePressed:             rgba(0xFFFFFF1F),
	theme.ColorNameFocus:               rgba(0x62C4B040),
	theme.ColorNameButton:              rgb(0x2C2F31),
	theme.ColorNameDisabledButton:      rgb(0x252729),
	theme.ColorNameDisabled:            rgb(0x7B7871),
	theme.ColorNameInputBackground:     rgb(0x242628),
	theme.ColorNameInputBorder:         rgb(0x4A4D50),
	theme.ColorNameMenuBackground:      rgb(0x26282A),
	theme.ColorNameOverlayBackground:   rgb(0x26282A),
	theme.ColorNameShadow:              rgba(0x00000080),
	theme.ColorNameScrollBar:           rgba(0xFFFFFF59),
	theme.ColorNameScrollBarBackground: rgba(0x00000000),
	theme.ColorNameHeaderBackground:    rgb(0x191A1B),
}

func init() {
	for _, p := range []palette{light, dark} {
		p[theme.ColorNameSeparator] = p[Rule]
		p[theme.ColorNamePlaceHolder] = p[Ghost]
		p[theme.ColorNameHyperlink] = p[theme.ColorNamePrimary]
		p[theme.ColorNameForegroundOnError] = p[theme.ColorNameForegroundOnPrimary]
		p[theme.ColorNameForegroundOnWarning] = p[theme.ColorNameForegroundOnPrimary]
		p[theme.ColorNameForegroundOnSuccess] = p[theme.ColorNameForegroundOnPrimary]
	}
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

func rgba(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}
