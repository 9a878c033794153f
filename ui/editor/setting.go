package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// setting is how a kind of block is set, about as it is printed. Lengths are
// in Fyne's units; the person's text size is already in them.
type setting struct {
	size, leading float32 // leading is a whole number
	style         fyne.TextStyle
	ink           fyne.ThemeColorName
	ghost         fyne.ThemeColorName // of the word in the place of an empty text
	align         fyne.TextAlign
	above, below  float32 // white
	indent        float32
}

var italicSerif = fyne.TextStyle{Monospace: true, Italic: true}

// bandPad is the room between the theme banner's words and the ends of its
// band.
const bandPad = 12

// settings are the settings for a text size of 1. Text that most articles
// leave empty has a fainter ghost, and so has the headline, which is large.
var settings = map[manuscript.Kind]setting{
	manuscript.Banner:      {size: 12, leading: 1.5, style: look.SansBold, ink: look.BandText, ghost: look.Ghost, align: fyne.TextAlignCenter, above: 31, below: 31, indent: bandPad},
	manuscript.Kicker:      {size: 13, leading: 1.45, style: look.SansBold, ink: theme.ColorNamePrimary, ghost: look.Faint, below: 4},
	manuscript.Headline:    {size: 31, leading: 1.22, style: look.SerifBold, ghost: look.Faint, below: 6},
	manuscript.Deck:        {size: 17, leading: 1.4, style: look.Serif, ink: look.Quiet, ghost: look.Faint, below: 16},
	manuscript.Standfirst:  {size: 17, leading: 1.5, style: look.SerifBold, ghost: look.Ghost, below: 10},
	manuscript.Dateline:    {size: 13, leading: 1.5, style: look.Sans, ink: look.Quiet, ghost: look.Faint, below: 10},
	manuscript.Paragraph:   {size: 17, leading: 1.6, style: look.Serif, ghost: look.Ghost, below: 11},
	manuscript.Crosshead:   {size: 18, leading: 1.5, style: look.SerifBold, ghost: look.Ghost, above: 13, below: 6},
	manuscript.Quote:       {size: 17, leading: 1.6, style: italicSerif, ghost: look.Ghost, above: 4, below: 15, indent: 22},
	manuscript.Figure:      {above: 12, below: 8},
	manuscript.Caption:     {size: 14, leading: 1.4, style: italicSerif, ghost: look.Ghost, below: 2},
	manuscript.Credit:      {size: 12, leading: 1.5, style: look.Sans, ink: look.Quiet, ghost: look.Faint, below: 1},
	manuscript.AltText:     {size: 12, leading: 1.5, style: look.Sans, ink: look.Quiet, ghost: look.Faint, below: 22},
	manuscript.Echo:        {size: 12, leading: 2, style: look.Sans, ink: look.Ghost, above: 4, below: 12},
	manuscript.Byline:      {size: 14, leading: 1.5, style: look.SansBold, ghost: look.Ghost, align: fyne.TextAlignTrailing, above: 16},
	manuscript.Affiliation: {size: 13, leading: 1.5, style: look.Sans, ink: look.Quiet, ghost: look.Faint, align: fyne.TextAlignTrailing},
}

// settingOf is the setting of a kind in the person's text size.
func settingOf(k manuscript.Kind) setting {
	s, scale := settings[k], look.Scale()
	s.size = look.Text(s.size)
	s.leading = whole(s.size * s.leading)
	s.above, s.below, s.indent = whole(s.above*scale), whole(s.below*scale), whole(s.indent*scale)
	if s.ink == "" {
		s.ink = theme.ColorNameForeground
	}
	return s
}

// styleOf is the typeface of emphasised text: italic in italic text is upright.
func (s *setting) styleOf(emphasis manuscript.Style) fyne.TextStyle {
	style := s.style
	style.Bold = style.Bold || emphasis&manuscript.Bold != 0
	if emphasis&manuscript.Italic != 0 {
		style.Italic = !style.Italic
	}
	return style
}

func whole(v float32) float32 { return float32(int(v + 0.5)) }
