package preflight

import (
	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
)

// What is finer than this is lost: letters under 5 pt close up on uncoated
// paper and are not read by older people at all; lines under a fifth of a
// point break up on the plate.
const (
	smallBelow = 5 * layout.Point
	thinBelow  = layout.Length(200)
)

// smallTexts are fields set too small, in the size that they have on the paper:
// each size once, with the number of fields that are set in it at their smallest.
func smallTexts(p *proof) []hit {
	at := map[spot]int{}
	var smallest []layout.Length
	var out []hit
	p.each(func(page int, item layout.Item) {
		text, ok := item.(layout.Text)
		if !ok {
			return
		}
		size := p.onPaper(text.Size)
		if _, inked := textBox(text); !inked || size >= smallBelow {
			return
		}
		i, known := at[spotOf(text.Source)]
		if !known {
			i = len(out)
			at[spotOf(text.Source)] = i
			out, smallest = append(out, hit{}), append(smallest, size+1)
		}
		if size < smallest[i] {
			smallest[i] = size
			args := bulletin.Args{"text": wordsOf(text), "points": float64(size/100) / 10, "least": int(smallBelow / layout.Point)}
			out[i] = hit{where: placeOf(text, page), args: args}
		}
	})
	return gather(out, func(i int) layout.Length { return smallest[i] }, never)
}

// onPaper is a length as it is printed.
func (p *proof) onPaper(l layout.Length) layout.Length {
	if p.Scale <= 0 {
		return l
	}
	return l * layout.Length(p.Scale) / impose.Full
}

// thinRules are lines that the press would lose: each thickness once, with the
// number of pages.
func thinRules(p *proof) []hit {
	type onPage struct {
		page int
		thin layout.Length
	}
	var out []hit
	var thickness []layout.Length
	seen := map[onPage]bool{}
	p.each(func(page int, item layout.Item) {
		fill, ok := item.(layout.Fill)
		thin := p.onPaper(min(fill.Box.Width, fill.Box.Height))
		if !ok || fill.Ink == (layout.Ink{}) || thin <= 0 || thin >= thinBelow || seen[onPage{page, thin}] {
			return
		}
		seen[onPage{page, thin}], thickness = true, append(thickness, thin)
		out = append(out, hit{where: ofIssue(page), args: bulletin.Args{"points": float64(thin/10) / 100, "least": float64(thinBelow) / 1000}})
	})
	return gather(out, func(i int) layout.Length { return thickness[i] }, never)
}
