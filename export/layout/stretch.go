package layout

import "bantin/assets/styles"

// stretch is what a justified line adds to its letters' distances and to its
// spaces in all, and by how many thousandths its letters are drawn wider.
type stretch struct {
	letters, spaces Length
	widen           int
	on              bool // the line is justified
	torn            int  // the gap that a line would have which ends short for it
}

// widestGap is the width of a line's spaces, in thousandths of their own, over
// which the line ends short instead.
const widestGap = 2_500

// stretch deals what a line has to fill out to its spaces, its letters'
// distances and their widths, by the give that each has. The letters never
// take more than the style allows: the spaces take what is over.
func (t setting) stretch(l line) stretch {
	if t.voice.Align != styles.Justified {
		return stretch{}
	}
	extra := l.room - l.natural()
	if l.ends && extra > 0 {
		return stretch{}
	}
	var none, all sum
	for i := range l.words {
		all = all.with(&l.words[i])
	}
	g := giveOf(&none, &all, t.voice.size, &t.js)
	if g.stretch == 0 {
		return stretch{}
	}
	ratio := g.ratio(extra)
	ofLetters, part := t.js.LetterStretch, min(ratio, 1000)
	if extra < 0 {
		ofLetters, part = t.js.LetterShrink, max(ratio, -1000)
	}
	letters := all.inner * t.voice.size * Length(ofLetters) / 1000 * Length(part) / 1000
	widen := t.js.GlyphScale * int(part) / 1000
	full := stretch{letters: letters, spaces: extra - letters - l.widened(widen), widen: widen, on: true}
	if gap := l.gapOf(full); gap > widestGap {
		return stretch{torn: gap}
	}
	return full
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
// it is not justified, or need not be; of one that ends short what it would have
// been.
func (l line) gap(st stretch, gaps Length) int {
	if st.torn > 0 && !l.ends {
		return st.torn
	}
	if !st.on || l.ends || gaps == 0 {
		return 0
	}
	return l.gapOf(st)
}

func (l line) gapOf(st stretch) int {
	var natural Length
	for _, w := range l.words[:len(l.words)-1] {
		natural += w.space
	}
	return int((natural+st.spaces)*1000/max(1, natural)) + 1 // rounded up: never told too small
}
