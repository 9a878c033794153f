package pdf

import (
	"strconv"
	"strings"

	"bantin/assets/fonts"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// The marks stand outside the bleed, where the knife has taken them away. They
// are in the colour of registration, which is on every plate, so that they
// show whether the plates lie on each other.
var (
	markRoom   = layout.Millimetres(8)     // of the paper around the bleed
	markLength = layout.Millimetres(5)     // of a crop mark
	markGap    = layout.Millimetres(1)     // between bleed and mark
	markWidth  = layout.Length(250)        // of their lines: a quarter of a point
	markRadius = layout.Micrometres(1_800) // of the ring of a register mark
	slugSize   = 6 * layout.Point          // of the line about the page
	slugSmall  = 9 * layout.Point / 2      // where it is long
	slugAbove  = layout.Micrometres(2_200) // between bleed and that line
	slugIndent = layout.Millimetres(5)     // from the trimmed edge
	slugFace   = fonts.SansRegular
	patchSide  = layout.Millimetres(4) // of the control strip's patches
)

// trimMarks puts the marks around a page and the line that says which it is.
func (p *painter) trimMarks(place impose.Place) error {
	p.content.WriteString("q /" + string(finish.Registration) + " CS 1 SCN ")
	p.numbers(markWidth)
	p.content.WriteString("w\n")
	p.cropMarks()
	p.registerMarks()
	p.content.WriteString("Q\n")
	p.controlStrip()
	return p.slug(place.Page)
}

// cropMarks puts two short lines at each corner, in line with the edges that
// are cut.
func (p *painter) cropMarks() {
	trim := p.doc.Trim
	near, far := p.bleed+markGap, p.bleed+markGap+markLength
	for _, x := range []layout.Length{0, trim.Width} {
		p.stroke(x, -near, x, -far)
		p.stroke(x, trim.Height+near, x, trim.Height+far)
	}
	for _, y := range []layout.Length{0, trim.Height} {
		p.stroke(-near, y, -far, y)
		p.stroke(trim.Width+near, y, trim.Width+far, y)
	}
}

// registerMarks puts a cross in a ring at the middle of each side.
func (p *painter) registerMarks() {
	trim := p.doc.Trim
	off := p.bleed + markGap + markLength/2
	for _, at := range [][2]layout.Length{
		{trim.Width / 2, -off},
		{trim.Width / 2, trim.Height + off},
		{-off, trim.Height / 2},
		{trim.Width + off, trim.Height / 2},
	} {
		x, y, arm := at[0], at[1], markLength/2
		p.stroke(x-arm, y, x+arm, y)
		p.stroke(x, y-arm, x, y+arm)
		p.ring(x, y, markRadius)
	}
}

func (p *painter) stroke(x0, y0, x1, y1 layout.Length) {
	p.numbers(p.x(x0), p.y(y0))
	p.content.WriteString("m ")
	p.numbers(p.x(x1), p.y(y1))
	p.content.WriteString("l S\n")
}

// ring is a circle of four curves, whose handles are 0.5523 of its radius.
func (p *painter) ring(x, y, r layout.Length) {
	k := r * 5523 / 10_000
	p.numbers(p.x(x+r), p.y(y))
	p.content.WriteString("m ")
	for _, c := range [][6]layout.Length{
		{r, -k, k, -r, 0, -r}, {-k, -r, -r, -k, -r, 0}, {-r, k, -k, r, 0, r}, {k, r, r, k, r, 0},
	} {
		p.numbers(p.x(x+c[0]), p.y(y+c[1]), p.x(x+c[2]), p.y(y+c[3]), p.x(x+c[4]), p.y(y+c[5]))
		p.content.WriteString("c ")
	}
	p.content.WriteString("S\n")
}

// stripInks are the patches by which a printer sees at the press how much ink
// is laid down: each ink in full, two over each other, each at a half.
var stripInks = []layout.Ink{
	{C: 1000},
	{M: 1000},
	{Y: 1000},
	{K: 1000},
	{M: 1000, Y: 1000},
	{C: 1000, Y: 1000},
	{C: 1000, M: 1000},
	{C: 500},
	{M: 500},
	{Y: 500},
	{K: 500},
}

// controlStrip puts as many of the patches as there is room for at the foot of
// the sheet, left of the register mark.
func (p *painter) controlStrip() {
	trim := p.doc.Trim
	patch := layout.Rect{X: slugIndent, Y: trim.Height + p.bleed + markGap, Width: patchSide, Height: patchSide}
	for _, ink := range stripInks {
		if patch.X+patch.Width > trim.Width/2-markLength {
			return
		}
		p.fill(layout.Fill{Box: patch, Ink: ink})
		patch.X += patch.Width
	}
}

// slug is the line at the head of the sheet that tells the print house whose
// page this is, in black: left of the register mark the title, right of it the
// day, the page and the printing condition.
func (p *painter) slug(page int) error {
	args := bulletin.Args{"page": strconv.Itoa(p.folios[page]), "condition": finish.Condition}
	key := "page.slug"
	if !p.doc.Date.IsZero() {
		key, args["date"] = "page.slug_dated", p.doc.Date.Short()
	}
	if err := p.setFace(slugFace); err != nil {
		return err
	}
	middle := p.doc.Trim.Width / 2
	if err := p.slugPart(titleOf(p.doc), slugIndent, middle-slugIndent-markLength); err != nil {
		return err
	}
	return p.slugPart(translations.For(translations.Vietnamese).Say(key, args), middle+markLength, middle-slugIndent-markLength)
}

// slugPart sets words in so much room, smaller where that is needed; what is too
// long in the smallest letters that can be read ends in dots.
func (p *painter) slugPart(words string, x, room layout.Length) error {
	line := layout.Text{X: x, Y: -p.bleed - slugAbove, Face: slugFace, Size: slugSize, Ink: layout.Black}
	for line.Size > slugSmall && p.width(words, line.Size) > room {
		line.Size -= layout.Point / 4
	}
	if p.width(words, line.Size) > room {
		letters := []rune(words)
		for len(letters) > 0 && p.width(string(letters)+"…", line.Size) > room {
			letters = letters[:len(letters)-1]
		}
		words = strings.TrimRight(string(letters), " ·–—,") + "…"
	}
	for _, r := range words {
		line.Glyphs = append(line.Glyphs, layout.Glyph{Rune: r, Advance: p.width(string(r), line.Size)})
	}
	err := p.text(line)
	p.flush()
	return err
}

// width is that of words in the face that is set.
func (p *painter) width(words string, size layout.Length) (width layout.Length) {
	for _, r := range words {
		width += layout.Length(p.face.glyph(p.out, r).width) * size / 1000
	}
	return width
}
