package pdf

import (
	"math"
	"strconv"

	"bantin/export/layout"
	"bantin/export/pdf/finish"
	"bantin/export/softproof"
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
// grey there, so that printers make black text of black alone.
func (p *painter) setInk(ink layout.Ink) {
	if p.ink != nil && *p.ink == ink {
		return
	}
	p.ink = &ink
	if p.settings.press {
		for _, share := range []int{ink.C, ink.M, ink.Y, ink.K} {
			p.numbers(layout.Length(within(share)))
		}
		p.content.WriteString("k\n")
		return
	}
	shown := softproof.Colour(ink)
	if shown.R == shown.G && shown.G == shown.B {
		p.content.WriteString(partOf(shown.R) + " g\n")
		return
	}
	p.colours = true
	p.content.WriteString("/" + string(finish.ScreenColour) + " cs " + partOf(shown.R) + " " + partOf(shown.G) + " " + partOf(shown.B) + " scn\n")
}

// partOf writes a value of 255 as a part of one, exactly enough to be read back.
func partOf(v uint8) string {
	return strconv.FormatFloat(math.Round(float64(v)/255*1e4)/1e4, 'f', -1, 64)
}

// within brings a part of an ink within its limits.
func within(share int) int { return min(max(share, 0), 1000) }
