package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/fonts"
)

// Shade is the person's choice between light and dark. Who has not chosen
// works in the light, as offices do.
type Shade string

// The shades.
const (
	Light  Shade = "light"
	Dark   Shade = "dark"
	System Shade = "system"
)

// Serif is the text style of the sheet. Fyne chooses typefaces by style only,
// and measures text by style only, so the serif takes the place of the
// monospaced face, which the desk has no use for.
var (
	Serif     = fyne.TextStyle{Monospace: true}
	SerifBold = fyne.TextStyle{Monospace: true, Bold: true}
	Sans      = fyne.TextStyle{}
	SansBold  = fyne.TextStyle{Bold: true}
)

// Theme is the desk's theme. Scale is the text size that the person chose, 1
// for the usual one.
type Theme struct {
	Shade  Shade
	Scale  float32
	Silent bool // the system says nothing of light and dark
}

var _ fyne.Theme = Theme{}

// Color gives a colour in the chosen shade, or in the system's.
func (t Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	p := light
	if t.IsDark(system) {
		p = dark
	}
	if other, ok := same[name]; ok {
		name = other
	}
	if c, ok := p[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant(system))
}

// IsDark reports whether the desk is dark when the system's variant is system.
func (t Theme) IsDark(system fyne.ThemeVariant) bool {
	return t.variant(system) == theme.VariantDark
}

func (t Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Shade {
	case Dark:
		return theme.VariantDark
	case System:
		if !t.Silent {
			return system
		}
	}
	return theme.VariantLight
}

// Font gives the typeface of a style; see Serif.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Monospace && style.Bold && style.Italic:
		return face(fonts.SerifBoldItalic)
	case style.Monospace && style.Bold:
		return face(fonts.SerifBold)
	case style.Monospace && style.Italic:
		return face(fonts.SerifItalic)
	case style.Monospace:
		return face(fonts.SerifRegular)
	case style.Bold:
		return face(fonts.SansSemiBold)
	case style.Italic:
		return face(fonts.SansItalic)
	}
	return face(fonts.SansRegular)
}

// Icon gives Fyne's own icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// sizes are given for a text size of 1; text follows the scale, lines do not.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               13,
	theme.SizeNameCaptionText:        12,
	theme.SizeNameHeadingText:        24,
	theme.SizeNameSubHeadingText:     17,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       6, // of the lines of menus, which stand whole on a small screen at 200 %
	theme.SizeNameInlineIcon:         18,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     3,
	theme.SizeNameScrollBarRadius:    5,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        5,
	theme.SizeNameSelectionRadius:    4,
}

// Size gives a size, texts and icons in the person's scale.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	size, ok := sizes[name]
	if !ok {
		return theme.DefaultTheme().Size(name)
	}
	switch name {
	case theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameHeadingText,
		theme.SizeNameSubHeadingText, theme.SizeNameInlineIcon:
		return whole(size * t.scale())
	}
	return size
}

// whole rounds a text size. Fyne sets letters at the advances of the next
// whole size (go-text/typesetting, shaping.go), so text in between looks
// spaced out.
func whole(size float32) float32 { return float32(int(size + 0.5)) }

// Text is a text size in the person's scale, as the theme gives it.
func Text(size float32) float32 { return whole(size * Scale()) }

func (t Theme) scale() float32 {
	if t.Scale <= 0 {
		return 1
	}
	return t.Scale
}

var faces sync.Map // fonts.Face → fyne.Resource; Fyne caches by the resource's identity

func face(f fonts.Face) fyne.Resource {
	if r, ok := faces.Load(f); ok {
		return r.(fyne.Resource)
	}
	r, _ := faces.LoadOrStore(f, fyne.NewStaticResource(string(f)+".ttf", f.Bytes()))
	return r.(fyne.Resource)
}

// Scale is the text size that the person chose.
func Scale() float32 {
	if t, ok := fyne.CurrentApp().Settings().Theme().(Theme); ok {
		return t.scale()
	}
	return 1
}

// Color gives a colour of the theme in use.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }
