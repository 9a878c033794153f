package layout

import (
	"strings"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// plateLogo is the office's logo, measured for the style's nameplate.
type plateLogo struct {
	picture Picture
	tile    Length // of paper around it, where it stands on a ground
	place   styles.LogoPlace
}

// Whites of a logo.
const (
	logoTile  = 3 * Point // around it, on a ground
	logoAbove = 4 * Point // under one that stands over the words
)

// mostLogoSide bounds what is believed of a logo's size in pixels.
const mostLogoSide = 1 << 20

// logo measures the office's logo for a nameplate of a width; ok is false where
// there is none, or the style has no place for it.
func (m *makeup) logo(issue *bulletin.Issue, width Length) (l plateLogo, ok bool) {
	n, logo := m.style.Nameplate, issue.Office.Logo
	if logo.IsEmpty() || logo.WidthPx > mostLogoSide || logo.HeightPx > mostLogoSide || n.Logo == styles.LogoNone {
		return l, false
	}
	if n.Form == styles.NameplateBand {
		l.tile = logoTile
	}
	pixels := PixelSize{logo.WidthPx, logo.HeightPx}
	box := Rect{Height: Length(n.LogoHeight) - 2*l.tile}
	box.Width = box.Height * Length(pixels.Width) / Length(pixels.Height)
	if most := width*Length(n.LogoWidth)/100 - 2*l.tile; box.Width > most {
		box.Width, box.Height = most, most*Length(pixels.Height)/Length(pixels.Width)
	}
	if box.Width < Point || box.Height < Point {
		return l, false
	}
	l.place = n.Logo
	l.picture = Picture{
		Box: box, SHA256: logo.SHA256, Pixels: pixels, Shown: PixelRect{0, 0, pixels.Width, pixels.Height},
		Alt: spokenLogo(issue), Source: Source{Block: -1, Part: PartLogo},
	}
	return l, true
}

// spokenLogo is what those hear of a logo who do not see it.
func spokenLogo(issue *bulletin.Issue) string {
	if alt := strings.TrimSpace(issue.Office.Logo.AltText); alt != "" {
		return alt
	}
	return strings.TrimSpace(page("logo", bulletin.Args{"body": issue.Office.Body}))
}

func (l *plateLogo) width() Length  { return l.picture.Box.Width + 2*l.tile }
func (l *plateLogo) height() Length { return l.picture.Box.Height + 2*l.tile }

func (l *plateLogo) paint(x, top Length) []Item {
	p := l.picture
	p.Box.X, p.Box.Y = x+l.tile, top+l.tile
	if l.tile == 0 {
		return []Item{p}
	}
	return []Item{Fill{Rect{x, top, l.width(), l.height()}, Ink{}}, p}
}

// withLogo sets the words of a nameplate beside or under the office's logo.
func (m *makeup) withLogo(issue *bulletin.Issue, width Length, set func(width Length) band) band {
	l, ok := m.logo(issue, width)
	if !ok {
		return set(width)
	}
	if l.place == styles.LogoAbove {
		words := set(width)
		down := l.height() + logoAbove
		return band{height: down + words.height, paint: func(x, top Length) []Item {
			return append(l.paint(x+(width-l.width())/2, top), words.paint(x, top+down)...)
		}}
	}
	room := l.width() + Length(m.style.Grid.Leading)
	words := set(width - room)
	height := max(words.height, l.height()+logoAbove)
	return band{height: height, paint: func(x, top Length) []Item {
		logo, text := x, x+room
		if l.place == styles.LogoRight {
			logo, text = x+width-l.width(), x
		}
		middle := top + (height-logoAbove-l.height())/2
		return append(l.paint(logo, middle), words.paint(text, top+(height-words.height)/2)...)
	}}
}
