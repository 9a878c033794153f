package preflight

import (
	"bantin/bulletin"
	"bantin/export/layout"
)

// How near to the edge of the trimmed page text may stand. Knives stray by up
// to 2 mm, office printers leave 4 to 5 mm without ink, and print houses ask
// for 5 mm.
var (
	cutBelow  = layout.Millimetres(3)
	nearBelow = layout.Millimetres(5)
)

func cutTexts(p *proof) []hit {
	return p.nearTrim(func(d layout.Length) bool { return d < cutBelow })
}

func textsNearTrim(p *proof) []hit {
	return p.nearTrim(func(d layout.Length) bool { return d >= cutBelow && d < nearBelow })
}

// nearTrim finds texts by their distance from the trim, the nearest one, with
// the number of all: margins are the house style's. A field counts once a page.
func (p *proof) nearTrim(tooNear func(layout.Length) bool) []hit {
	type key struct {
		page int
		spot spot
	}
	at := map[key]int{}
	var nearest []layout.Length
	var out []hit
	p.each(func(page int, item layout.Item) {
		text, ok := item.(layout.Text)
		if !ok {
			return
		}
		box, inked := textBox(text)
		distance := p.fromTrim(box)
		if !inked || !tooNear(distance) {
			return
		}
		k := key{page, spotOf(text.Source)}
		i, known := at[k]
		if !known {
			i = len(out)
			at[k] = i
			out = append(out, hit{})
			nearest = append(nearest, distance+1)
		}
		if distance < nearest[i] {
			nearest[i] = distance
			out[i] = hit{where: placeOf(text, page), args: bulletin.Args{"mm": tenths(distance), "text": wordsOf(text)}}
		}
	})
	margins := func(int) bool { return true }
	return gather(out, margins, func(i, j int) bool { return nearest[i] < nearest[j] })
}

// fromTrim is how far the nearest edge of the page is; less than nothing for
// what reaches over it.
func (p *proof) fromTrim(box layout.Rect) layout.Length {
	trim := p.Document.Trim
	return min(box.X, box.Y, trim.Width-box.Right(), trim.Height-box.Bottom())
}

// tenths is a length in millimetres, to a tenth.
func tenths(l layout.Length) float64 {
	const num, den = 254, 72_000 // thousandths of a point to tenths of a millimetre
	n := int64(l) * num
	if n < 0 {
		return -float64((-n+den/2)/den) / 10
	}
	return float64((n+den/2)/den) / 10
}

// leastBleed is what a print house needs, and what the PDF is given where the
// style says nothing.
var leastBleed = layout.Millimetres(3)

// bleedTolerance lets rounding pass.
var bleedTolerance = layout.Micrometres(100)

// shortBleeds are grounds or photos that reach the edge but not far enough over
// it, where the paper shows if the knife strays: the shortest one, with all the
// pages that have such.
func shortBleeds(p *proof) []hit {
	bleed := max(p.Document.Bleed, leastBleed)
	var out []hit
	var over []layout.Length
	var pages []int
	p.each(func(page int, item layout.Item) {
		var box layout.Rect
		h := hit{where: ofIssue(page)}
		switch it := item.(type) {
		case layout.Fill:
			box = it.Box
		case layout.Picture:
			box = it.Box
			h.where.Article, h.where.Photo, h.where.Block = it.Source.Article, it.Source.Photo, it.Source.Block
		default:
			return
		}
		if box.Width <= 0 || box.Height <= 0 || !p.stopsAtTrim(box, bleed) {
			return
		}
		short := max(0, -p.fromTrim(box))
		h.args = bulletin.Args{"mm": tenths(short), "bleed_mm": tenths(bleed)}
		if last := len(pages) - 1; last < 0 || pages[last] != page {
			out, over, pages = append(out, h), append(over, short), append(pages, page)
		} else if short < over[last] {
			out[last], over[last] = h, short
		}
	})
	style := func(int) bool { return true }
	out = gather(out, style, func(i, j int) bool { return over[i] < over[j] })
	for _, h := range out {
		if len(pages) > 1 {
			h.args["pages"] = pageList(pages)
		}
	}
	return out
}

// stopsAtTrim reports whether any side of the box lies on the trim or beyond
// it without filling the bleed.
func (p *proof) stopsAtTrim(box layout.Rect, bleed layout.Length) bool {
	trim := p.Document.Trim
	for _, d := range []layout.Length{box.X, box.Y, trim.Width - box.Right(), trim.Height - box.Bottom()} {
		if d <= bleedTolerance && d > bleedTolerance-bleed {
			return true
		}
	}
	return false
}
