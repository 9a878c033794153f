package pdf

import (
	"slices"
	"strconv"

	"bantin/export/layout"
)

// text paints a stretch of a line as one array of codes and corrections
// (operator TJ, ISO 32000-1, 9.4.3). What most letters of the stretch have
// beside their own width is given once, as letter spacing; the corrections are
// for kerning and for spaces between words. Each is reckoned from the start of
// the stretch, so that rounding never adds up: every glyph stands within a
// thousandth of an em of where layout put it, which is 0.003 mm in body text.
// Letters drawn wider are so by the text matrix.
func (p *painter) text(t layout.Text) error {
	if len(t.Glyphs) == 0 || t.Size <= 0 {
		return nil
	}
	if err := p.setFace(t.Face); err != nil {
		return err
	}
	wide := t.Size + t.Size*layout.Length(t.Widen)/1000
	line := p.lineOf(t, wide)
	p.setOver(p.overprints(t.Ink, t.Size, smallText))
	p.content.WriteString("BT ")
	p.setInk(t.Ink)
	p.setSpacing(line.spacing)
	p.numbers(wide, 0, 0, t.Size, p.x(t.X), p.y(t.Y))
	p.content.WriteString("Tm [(")
	p.codes(line)
	p.content.WriteString(")]TJ ET\n")
	return nil
}

// codes writes the codes of a stretch and the corrections between them.
func (p *painter) codes(line set) {
	drawn := 0 // where the last glyphs ended
	left := 0  // how far the last letter stands from its place
	for i, code := range line.codes {
		if code != ' ' { // where a space itself stands nobody sees
			off := line.places[i] - drawn
			if units := correction(off, left); units != 0 {
				p.correct(-units)
				drawn += units * perMil
			}
			left = line.places[i] - drawn
		}
		p.code(code)
		drawn += line.widths[i] + line.spacing
	}
}

// correction is by how many units a letter is to be moved that would stand off
// its place by so much, where the one before it was left off by so much. What
// lies between the two alone is preferred, as long as it leaves the letter
// within a unit of its place: it is the same each time that the two meet, and
// what is the same packs well.
func correction(off, left int) int {
	if isNear(off) {
		return 0
	}
	if between := rounded(off-left, perMil); isNear(off - between*perMil) {
		return between
	}
	return rounded(off, perMil)
}

func isNear(off int) bool { return off <= perMil && off >= -perMil }

// set is a stretch of a line in its face, measured in hundredths of a
// thousandth of an em.
type set struct {
	codes   []rune
	widths  []int // of the glyphs as the file says
	places  []int // where layout has them, from the start of the stretch
	spacing int   // that most of them have beside their width
}

const (
	perMil = 100           // a thousandth of an em, the unit of corrections
	perEm  = 1000 * perMil // an em
)

// lineOf measures a stretch; what it gives is good until the next call.
func (p *painter) lineOf(t layout.Text, wide layout.Length) set {
	s := set{codes: p.line.codes[:0], widths: p.line.widths[:0], places: p.line.places[:0]}
	beside := p.beside[:0]
	var at layout.Length
	for _, g := range t.Glyphs {
		painted := p.face.glyph(p.out, g.Rune)
		s.codes = append(s.codes, painted.code)
		s.widths = append(s.widths, painted.width*perMil)
		s.places = append(s.places, ems(at, wide))
		at += g.Advance
		if painted.code != ' ' {
			beside = append(beside, ems(g.Advance, wide)-painted.width*perMil)
		}
	}
	s.spacing = usual(beside)
	if s.spacing < perMil/10 && s.spacing > -perMil/10 {
		s.spacing = 0 // rounding, no more
	}
	p.line, p.beside = s, beside
	return s
}

// usual is the value that most are within half a unit of, 0 of none. It sorts
// them.
func usual(values []int) int {
	slices.Sort(values)
	best, most := 0, 0
	for first, last := 0, 0; last < len(values); last++ {
		for values[last]-values[first] > perMil {
			first++
		}
		if n := last - first + 1; n > most {
			most, best = n, values[first+n/2]
		}
	}
	return best
}

// setSpacing sets the letter spacing. The font is set at 1 pt and enlarged by
// the text matrix, so it is in ems.
func (p *painter) setSpacing(spacing int) {
	if spacing == p.spacing {
		return
	}
	p.spacing = spacing
	b := strconv.AppendFloat(p.content.AvailableBuffer(), float64(spacing)/perEm, 'f', -1, 64)
	p.content.Write(append(b, " Tc "...))
}

// ems gives a length in hundredths of a thousandth of an em of the size,
// rounded.
func ems(l, size layout.Length) int { return rounded(int(l)*perEm, int(size)) }

func rounded(n, by int) int {
	half := by / 2
	if n < 0 {
		half = -half
	}
	return (n + half) / by
}

// correct closes the run of codes, moves the pen back by so much, and opens
// the next run.
func (p *painter) correct(back int) {
	b := append(p.content.AvailableBuffer(), ')')
	b = strconv.AppendInt(b, int64(back), 10)
	p.content.Write(append(b, '('))
}

// code writes the two bytes of a code, as a literal string has them (ISO
// 32000-1, 7.3.4.2).
func (p *painter) code(r rune) {
	b := appendLiteral(p.content.AvailableBuffer(), byte(r>>8))
	p.content.Write(appendLiteral(b, byte(r)))
}

func appendLiteral(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // alone it would be read as a line's end, which is \n
		return append(b, '\\', 'r')
	}
	return append(b, c)
}
