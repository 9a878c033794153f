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
	Faint     fyne.ThemeColorName = "faint"     // ghosts of what may stay empty
	Chosen    fyne.ThemeColorName = "chosen"    // ground of selected text
	Found     fyne.ThemeColorName = "found"     // ground of what a search found
	FoundHere fyne.ThemeColorName = "foundHere" // ground of the one of it that is looked at
	Touched   fyne.ThemeColorName = "touched"   // ground of a row under the mouse: far from that of a chosen one
)

// palette gives every colour by its name.
type palette map[fyne.ThemeColorName]color.Color

var light = palette{
	theme.ColorNameBackground:          rgb(0xF6F5F1),
	Paper:                              rgb(0xFFFFFF),
	Tabletop:                           rgb(0xE9E7E1),
	theme.ColorNameForeground:          writing(0x1D1C1A),
	Quiet:                              rgb(0x615E58),
	Ghost:                              rgb(0x69655E),
	Rule:                               rgb(0xDEDBD4),
	Band:                               rgb(0xFBE9E1),
	BandText:                           rgb(0x8F3517),
	PageShade:                          rgba(0x00000026),
	theme.ColorNamePrimary:             rgb(0xB0431F),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameError:               rgb(0xA4123F),
	theme.ColorNameWarning:             rgb(0x8A5200),
	theme.ColorNameSuccess:             rgb(0x2F6B3A),
	Faint:                              rgb(0x8F8B82),
	Chosen:                             rgb(0xF8E1D6),
	Found:                              rgb(0xF7EBB0),
	FoundHere:                          rgb(0xFFE475),
	theme.ColorNameSelection:           rgb(0xE8E5DD),
	theme.ColorNameHover:               rgba(0x1D1C1A0D),
	Touched:                            rgba(0x1D1C1A06),
	theme.ColorNamePressed:             rgba(0x1D1C1A1A),
	theme.ColorNameFocus:               rgba(0xB0431F33),
	theme.ColorNameButton:              rgb(0xEBE9E3),
	theme.ColorNameDisabledButton:      rgb(0xEFEEEA),
	theme.ColorNameDisabled:            rgb(0x8A867E),
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
	theme.ColorNameForeground:          writing(0xE9E6E0),
	Quiet:                              rgb(0xA9A59D),
	Ghost:                              rgb(0xA09D96),
	Rule:                               rgb(0x34373A),
	Band:                               rgb(0x43261B),
	BandText:                           rgb(0xF3B49C),
	PageShade:                          rgba(0x00000080),
	theme.ColorNamePrimary:             rgb(0xEE9270),
	theme.ColorNameForegroundOnPrimary: rgb(0x2A0F06),
	theme.ColorNameError:               rgb(0xFF8A9A),
	theme.ColorNameWarning:             rgb(0xE8B765),
	theme.ColorNameSuccess:             rgb(0x8CCB98),
	Faint:                              rgb(0x74716B),
	Chosen:                             rgb(0x4A2D21),
	Found:                              rgb(0x3C3415),
	FoundHere:                          rgb(0x46380B),
	theme.ColorNameSelection:           rgb(0x2D3032),
	theme.ColorNameHover:               rgba(0xFFFFFF10),
	Touched:                            rgba(0xFFFFFF09),
	theme.ColorNamePressed:             rgba(0xFFFFFF1F),
	theme.ColorNameFocus:               rgba(0xEE927040),
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

// same names the colours of Fyne that are the same as another one.
var same = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameSeparator:           Rule,
	theme.ColorNamePlaceHolder:         Ghost,
	theme.ColorNameHyperlink:           theme.ColorNamePrimary,
	theme.ColorNameForegroundOnError:   theme.ColorNameForegroundOnPrimary,
	theme.ColorNameForegroundOnWarning: theme.ColorNameForegroundOnPrimary,
	theme.ColorNameForegroundOnSuccess: theme.ColorNameForegroundOnPrimary,
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

func rgba(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

// writing is the colour of text. It is opaque to the eye, but its alpha is not
// quite the highest: Fyne takes 95 % of it for the keys in menus and keeps
// only the low byte of the result (widget/menu_item.go, shortcutColor), which
// for the highest alpha leaves them at a fifth of their strength.
type writing uint32

// RGBA gives the colour as image/color asks for it.
func (w writing) RGBA() (r, g, b, a uint32) {
	r, g, b, _ = rgb(uint32(w)).RGBA()
	return r, g, b, 0xFFA8
}
