package pdf

import (
	"strconv"

	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// How large text, and how thick a rule, may be to be printed over its ground
// instead of being left out of it. Where the plates are a hair off their place
// such fine things would show a white edge; large black areas would show what
// lies under them.
const (
	smallText = 14 * layout.Point
	thinRule  = 2 * layout.Point
)

// overprints reports whether something of a size is black ink alone and fine
// enough to be printed over its ground.
func (p *painter) overprints(ink layout.Ink, size, most layout.Length) bool {
	return p.settings.press && ink == layout.Black && size <= most
}

// setOver chooses between the two graphics states that finish defines.
func (p *painter) setOver(over bool) {
	if over == p.over {
		return
	}
	p.over = over
	state := finish.KnockOut
	if over {
		state = finish.Overprint
	}
	p.content.WriteString("/" + string(state) + " gs\n")
}

// setInk sets the colour of everything that is filled, text included: the
// four inks for the press, and for all others what the preview shows. Grey is
// grey there, which every printer makes of black alone, and every screen shows
// as black where four inks would be an estimate.
func (p *painter) setInk(ink layout.Ink) {
	if p.ink != nil && *p.ink == ink {
		return
	}
	p.ink = &ink
	switch {
	case p.settings.press:
		for _, share := range []int{ink.C, ink.M, ink.Y, ink.K} {
			p.numbers(layout.Length(within(share)))
		}
		p.content.WriteString("k\n")
	case ink.C <= 0 && ink.M <= 0 && ink.Y <= 0:
		p.numbers(layout.Length(1000 - within(ink.K)))
		p.content.WriteString("g\n")
	default:
		p.colours = true
		p.content.WriteString("/" + string(finish.ScreenColour) + " cs ")
		for _, share := range []int{ink.C, ink.M, ink.Y} {
			light := (1000 - within(share)) * (1000 - within(ink.K))
			p.content.WriteString(strconv.FormatFloat(float64(light)/1e6, 'f', -1, 64) + " ")
		}
		p.content.WriteString("scn\n")
	}
}

// within brings a part of an ink within its limits.
func within(share int) int { return min(max(share, 0), 1000) }
