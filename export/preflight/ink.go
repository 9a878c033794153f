package preflight

import (
	"bantin/bulletin"
	"bantin/export/layout"
)

// mostInk is how much ink in all, in parts per thousand, the press takes that
// pages are made for: 320 %, the limit of the profile assets/icc.Coated39.
const mostInk = 3200

// heavyInks are inks of texts and grounds over the limit, each once, on the
// first page that has it. Photos are brought to the press by its profile.
// Other colours than the four inks cannot stand on a page.
func heavyInks(p *proof) []hit {
	seen := map[layout.Ink]bool{}
	var out []hit
	p.each(func(page int, item layout.Item) {
		where := ofIssue(page)
		var ink layout.Ink
		switch it := item.(type) {
		case layout.Text:
			ink, where = it.Ink, placeOf(it, page)
		case layout.Fill:
			ink = it.Ink
		}
		total := ink.C + ink.M + ink.Y + ink.K
		if total > mostInk && !seen[ink] {
			seen[ink] = true
			out = append(out, hit{where: where, args: bulletin.Args{"percent": (total + 9) / 10, "limit": mostInk / 10}})
		}
	})
	return out
}

// onePlateBelow is the size under which text stands on one plate only: from
// here on a plate that is off by a tenth of a millimetre, as on most presses, is
// no more seen. What is as small as running text is not read any more then.
const (
	onePlateBelow = 14 * layout.Point
	readBelow     = 10_500 * layout.Point / 1000
)

// leastOfPlate is how much of an ink, in parts per thousand, is seen beside the
// others when its plate is off.
const leastOfPlate = 50

// platesOf counts the plates that an ink is printed from.
func platesOf(ink layout.Ink) int {
	n := 0
	for _, part := range [...]int{ink.C, ink.M, ink.Y, ink.K} {
		if part >= leastOfPlate {
			n++
		}
	}
	return n
}

// mixedTexts are fields of small text in several inks, each ink once, with the
// number of fields: at its smallest. Headlines, crossheads and what stands round
// the stories may be in colour; running text is read for long, and is not.
func mixedTexts(p *proof) []hit {
	type key struct {
		spot spot
		ink  layout.Ink
	}
	seen := map[key]bool{}
	var inks []layout.Ink
	var sizes []layout.Length
	var out []hit
	p.each(func(page int, item layout.Item) {
		text, ok := item.(layout.Text)
		if !ok || !runs(text.Source) || platesOf(text.Ink) < 2 {
			return
		}
		size := p.onPaper(text.Size)
		if _, inked := textBox(text); !inked || size >= onePlateBelow || seen[key{spotOf(text.Source), text.Ink}] {
			return
		}
		seen[key{spotOf(text.Source), text.Ink}] = true
		h := hit{where: placeOf(text, page), args: bulletin.Args{
			"text": wordsOf(text), "points": float64(size/100) / 10, "inks": platesOf(text.Ink),
		}}
		if size >= readBelow || platesOf(text.Ink) < 3 {
			h.severity = bulletin.Warning
		}
		inks, sizes, out = append(inks, text.Ink), append(sizes, size), append(out, h)
	})
	return gather(out, func(i int) layout.Ink { return inks[i] }, func(i, j int) bool { return sizes[i] < sizes[j] })
}

// runs reports text that is read on and on: of the body but for its crossheads,
// the introduction and the captions.
func runs(s layout.Source) bool {
	switch s.Field {
	case bulletin.FieldBody:
		return s.Part != layout.PartCrosshead && s.Part != layout.PartQuote
	case bulletin.FieldStandfirst, bulletin.FieldCaption:
		return true
	}
	return false
}
