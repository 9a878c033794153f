package pdf

import (
	"strconv"

	"bantin/export/layout"
)

// text paints a stretch of a line as one array of codes and corrections
// (operator TJ, ISO 32000-1, 9.4.3). Each correction is reckoned from the
// start of the stretch, so that rounding never adds up: every glyph stands
// within half a thousandth of an em of where layout put it. Letters drawn wider
// are so by the text matrix.
func (p *painter) text(t layout.Text) error {
	if len(t.Glyphs) == 0 || t.Size <= 0 {
		return nil
	}
	if err := p.setFace(t.Face); err != nil {
		return err
	}
	p.setOver(p.overprints(t.Ink, t.Size, smallText))
	p.content.WriteString("BT ")
	p.setInk(t.Ink)
	wide := t.Size + t.Size*layout.Length(t.Widen)/1000
	p.numbers(wide, 0, 0, t.Size, p.x(t.X), p.y(t.Y))
	p.content.WriteString("Tm [<")
	var wanted layout.Length // where layout has the next glyph
	drawn := 0               // where the last ones ended, in thousandths of an em
	for _, g := range t.Glyphs {
		if place := ems(wanted, wide); place != drawn {
			p.correct(drawn - place)
			drawn = place
		}
		painted := p.face.glyph(p.out, g.Rune)
		p.code(painted.code)
		drawn += painted.width
		wanted += g.Advance
	}
	p.content.WriteString(">] TJ ET\n")
	return nil
}

// ems gives a length in thousandths of an em of the size, rounded.
func ems(l, size layout.Length) int {
	n := int64(l) * 1000
	half := int64(size) / 2
	if n < 0 {
		half = -half
	}
	return int((n + half) / int64(size))
}

// correct closes the run of codes, moves the pen back by so much, and opens
// the next run.
func (p *painter) correct(back int) {
	b := append(p.content.AvailableBuffer(), '>')
	b = strconv.AppendInt(b, int64(back), 10)
	p.content.Write(append(b, '<'))
}

// code writes four hexadecimal digits.
func (p *painter) code(r rune) {
	const digits = "0123456789ABCDEF"
	p.content.Write(append(p.content.AvailableBuffer(),
		digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]))
}
