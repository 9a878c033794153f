package layout

import "bantin/assets/styles"

// stretch is what a justified line adds to its letters' distances and to its
// spaces in all, and by how many thousandths its letters are drawn wider.
type stretch struct {
	letters, spaces Length
	widen           int
	on              bool // the line is justified
}

// looseRatio is the ratio (in thousandths) over which a line is left ragged:
// letters pulled apart so far would read worse than a short line.
const looseRatio = 6_000

// stretch deals what a line has to fill out to its spaces, its letters'
// distances and their widths, by the give that each has. The letters never
// become more than the style's GlyphScale wider: the spaces take what is over.
func (t setting) stretch(l line) stretch {
	if t.voice.Align != styles.Justified {
		return stretch{}
	}
	extra := l.room - l.natural()
	if l.ends && extra > 0 {
		return stretch{}
	}
	n := len(l.words)
	s := sumUp(l.words)
	g := s.give(l.words, 0, n, t.voice.size, t.js)
	whole, ofLetters := g.stretch, t.js.LetterStretch
	if extra < 0 {
		whole, ofLetters = g.shrink, t.js.LetterShrink
	}
	if whole <= 0 || stretchRatio(extra, g) > looseRatio {
		return stretch{}
	}
	letters := (s.letters[n] - 1) * t.voice.size / 1000 * Length(ofLetters)
	most := Length(t.js.GlyphScale)
	widen := int(min(max(extra*most/whole, -most), most))
	inLetters := extra * letters / whole
	return stretch{inLetters, extra - inLetters - l.widened(widen), widen, true}
}

// widened is what so many thousandths add to the line.
func (l line) widened(widen int) Length {
	var sum Length
	for _, w := range l.words {
		for _, p := range w.parts {
			for _, a := range p.advances {
				sum += widened(a, widen) - a
			}
		}
	}
	return sum
}

func widened(advance Length, widen int) Length { return advance + advance*Length(widen)/1000 }

// gap is the width of the line's spaces in thousandths of their own, 0 where
// it is not justified.
func (l line) gap(st stretch, gaps Length) int {
	if !st.on || gaps == 0 {
		return 0
	}
	var natural Length
	for _, w := range l.words[:len(l.words)-1] {
		natural += w.space
	}
	return int((natural+st.spaces)*1000/max(1, natural)) + 1 // rounded up: never told too small
}
