package preflight

import (
	"math"
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/softproof"
)

// The contrasts of text with its ground, in hundredths: WCAG 2.1, success
// criterion 1.4.3, asks for 4.5 : 1, and for 3 : 1 from 18 pt, or 14 pt bold.
// Under 1.5 : 1 nobody sees that there is text.
const (
	leastContrast      = 450
	leastContrastLarge = 300
	seenContrast       = 150
)

func invisibleTexts(p *proof) []hit {
	return p.contrasting(func(_ layout.Text, c int64) bool { return c < seenContrast })
}

func faintTexts(p *proof) []hit {
	return p.contrasting(func(t layout.Text, c int64) bool { return c >= seenContrast && c < leastFor(t) })
}

func leastFor(t layout.Text) int64 {
	bold := strings.Contains(string(t.Face), "Bold")
	if t.Size >= 18*layout.Point || bold && t.Size >= 14*layout.Point {
		return leastContrastLarge
	}
	return leastContrast
}

// ground is something painted that text may stand on.
type ground struct {
	box   layout.Rect
	ink   layout.Ink
	photo bool
}

// contrasting finds texts by their contrast with what lies under them, the same
// inks once, with the number of fields. What stands on a photo is left to the
// eye.
func (p *proof) contrasting(objects func(layout.Text, int64) bool) []hit {
	type key struct {
		spot         spot
		text, ground layout.Ink
	}
	seen := map[key]bool{}
	var inks []key
	var out []hit
	var grounds []ground
	at := 0
	p.each(func(page int, item layout.Item) {
		if page != at {
			at, grounds = page, grounds[:0]
		}
		switch it := item.(type) {
		case layout.Fill:
			grounds = append(grounds, ground{box: it.Box, ink: it.Ink})
		case layout.Picture:
			grounds = append(grounds, ground{box: it.Box, photo: true})
		case layout.Text:
			contrast, under, known := worst(it, grounds)
			if k := (key{spotOf(it.Source), it.Ink, under}); known && objects(it, contrast) && !seen[k] {
				seen[k] = true
				inks = append(inks, key{text: it.Ink, ground: under})
				args := bulletin.Args{"text": wordsOf(it), "contrast": float64((contrast+5)/10) / 10}
				out = append(out, hit{where: placeOf(it, page), args: args})
			}
		}
	})
	return gather(out, func(i int) key { return inks[i] }, never)
}

// never is what is worse among hits that are alike: the first of them stands.
func never(int, int) bool { return false }

// worst is the least contrast of a text with its ground at its beginning, its
// middle and its end; known is false for blanks and on photos.
func worst(t layout.Text, grounds []ground) (contrast int64, under layout.Ink, known bool) {
	box, inked := textBox(t)
	if !inked {
		return 0, under, false
	}
	y := t.Y - t.Size/4 // the middle of small letters
	for _, x := range []layout.Length{box.X, box.X + box.Width/2, box.Right()} {
		g, found := topmost(grounds, x, y)
		if g.photo {
			continue
		}
		if !found {
			g.ink = layout.Ink{} // paper
		}
		if c := contrastOf(t.Ink, g.ink); !known || c < contrast {
			contrast, under, known = c, g.ink, true
		}
	}
	return contrast, under, known
}

func topmost(grounds []ground, x, y layout.Length) (ground, bool) {
	for i := len(grounds) - 1; i >= 0; i-- {
		b := grounds[i].box
		if b.X <= x && x <= b.Right() && b.Y <= y && y <= b.Bottom() {
			return grounds[i], true
		}
	}
	return ground{}, false
}

// contrastOf is the contrast ratio of two inks in hundredths, 100 to 2100, by
// the definition of WCAG 2.1.
func contrastOf(a, b layout.Ink) int64 {
	const flare = 5_000_000 // 0.05 of full light
	la, lb := luminance(a), luminance(b)
	return 100 * (max(la, lb) + flare) / (min(la, lb) + flare)
}

// luminance is the relative luminance of an ink as it is shown and printed,
// 100,000,000 for paper.
func luminance(ink layout.Ink) int64 {
	shown := softproof.Colour(ink)
	return 2126*linear[shown.R] + 7152*linear[shown.G] + 722*linear[shown.B]
}

// linear is the light of an sRGB value, 10,000 for 255 (IEC 61966-2-1), in
// whole numbers so that it is the same on every machine.
var linear = func() (table [256]int64) {
	for i := range table {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		table[i] = int64(math.Round(10_000 * v))
	}
	return table
}()
