package layout

import "bantin/assets/styles"

// Total-fit line breaking after Knuth and Plass, "Breaking Paragraphs into
// Lines" (1981): of all ways to cut a paragraph, the one with the least sum of
// demerits. All in whole numbers; ratios in thousandths.

// measure is the room for the lines of a paragraph.
type measure struct{ first, rest Length }

func (m measure) line(start int) Length {
	if start == 0 {
		return m.first
	}
	return m.rest
}

// sums lets the width of any line be had by two subtractions: entry i is of
// the words before i with the spaces after them.
type sums struct{ width, space, letters []Length }

func sumUp(ws []word) sums {
	s := sums{make([]Length, len(ws)+1), make([]Length, len(ws)+1), make([]Length, len(ws)+1)}
	for i, w := range ws {
		s.width[i+1] = s.width[i] + w.width + w.space
		s.space[i+1] = s.space[i] + w.space
		s.letters[i+1] = s.letters[i] + Length(w.letters)
	}
	return s
}

// natural is the width of the line of words i to j-1, unstretched.
func (s sums) natural(ws []word, i, j int) Length {
	last := ws[j-1]
	return s.width[j] - s.width[i] - last.space + last.hyphen*boolLength(last.piece)
}

func boolLength(b bool) Length {
	if b {
		return 1
	}
	return 0
}

// give is by how much a line can be stretched (at ratio 1) and shrunk.
type give struct{ stretch, shrink Length }

func (s sums) give(ws []word, i, j int, size Length, js styles.Justify) give {
	gaps := s.space[j] - s.space[i] - ws[j-1].space
	letters := (s.letters[j] - s.letters[i] - 1) * size / 1000
	glyphs := s.glyphs(i, j) * Length(js.GlyphScale) / 1000
	return give{
		gaps*Length(js.SpaceStretch)/100 + letters*Length(js.LetterStretch) + glyphs,
		gaps*Length(js.SpaceShrink)/100 + letters*Length(js.LetterShrink) + glyphs,
	}
}

// glyphs is the width of the letters alone.
func (s sums) glyphs(i, j int) Length { return s.width[j] - s.width[i] - (s.space[j] - s.space[i]) }

// Demerits, as in TeX, and what else a paragraph should not do.
const (
	linePenalty  = 10
	worstRatio   = 10_000    // thousandths; a line looser than this is no worse
	runtDemerits = 3_000_000 // a last line shorter than an eighth of the column
	impossible   = int64(1) << 62
)

// justifiedEnds cuts a paragraph for justified setting: the index after each
// line's last word.
func justifiedEnds(ws []word, m measure, size Length, js styles.Justify) []int {
	s := sumUp(ws)
	return cheapestEnds(len(ws), func(i, j int) (int64, bool) {
		if j < len(ws) && ws[j-1].cost >= noBreak {
			return impossible, s.natural(ws, i, j)-s.give(ws, i, j, size, js).shrink <= m.line(i)
		}
		return lineDemerits(ws, s, i, j, m, size, js)
	})
}

// cheapestEnds finds the cheapest chain of lines over n words. price gives the
// demerits of the line of words i to j-1, and false when it is too full, as
// are then all longer lines that end there.
func cheapestEnds(n int, price func(i, j int) (int64, bool)) []int {
	best := make([]int64, n+1)
	from := make([]int, n+1)
	for j := 1; j <= n; j++ {
		best[j], from[j] = impossible, j-1
		for i := j - 1; i >= 0; i-- {
			cost, fits := price(i, j)
			if !fits && i < j-1 {
				break
			}
			if total := addCost(best[i], cost); total < best[j] {
				best[j], from[j] = total, i
			}
		}
	}
	var ends []int
	for j := n; j > 0; j = from[j] {
		ends = append(ends, j)
	}
	for a, b := 0, len(ends)-1; a < b; a, b = a+1, b-1 {
		ends[a], ends[b] = ends[b], ends[a]
	}
	return ends
}

func addCost(a, b int64) int64 {
	if a >= impossible || b >= impossible {
		return impossible
	}
	return a + b
}

func lineDemerits(ws []word, s sums, i, j int, m measure, size Length, js styles.Justify) (int64, bool) {
	room, natural, g := m.line(i), s.natural(ws, i, j), s.give(ws, i, j, size, js)
	if natural-g.shrink > room {
		return int64(worstRatio) * int64(worstRatio), false
	}
	ratio := stretchRatio(room-natural, g)
	var demerits int64
	if j == len(ws) {
		ratio = min(ratio, 0)
		if natural < m.rest/8 && i > 0 {
			demerits += runtDemerits
		}
	} else if cost := int64(ws[j-1].cost); cost < noBreak {
		demerits += cost * cost
	}
	badness := ratio * ratio * ratio / 10_000_000
	if badness < 0 {
		badness = -badness
	}
	return demerits + (linePenalty+badness)*(linePenalty+badness), true
}

// stretchRatio is how much of its give a line uses, in thousandths, negative
// when it is shrunk.
func stretchRatio(extra Length, g give) int64 {
	switch {
	case extra == 0:
		return 0
	case extra < 0 && g.shrink > 0:
		return -int64(-extra * 1000 / g.shrink)
	case extra > 0 && g.stretch > 0:
		return min(int64(extra*1000/g.stretch), worstRatio)
	}
	return worstRatio
}

// raggedEnds cuts a text for ragged setting, in as few lines as can be and as
// even as can be; balance makes the last line count too, for headlines.
func raggedEnds(ws []word, m measure, balance bool) []int {
	s := sumUp(ws)
	const oneLine = int64(1) << 40 // over all slack that a line can have
	return cheapestEnds(len(ws), func(i, j int) (int64, bool) {
		room, natural := m.line(i), s.natural(ws, i, j)
		if natural > room && i < j-1 {
			return impossible, false
		}
		if j < len(ws) && ws[j-1].cost >= noBreak {
			return impossible, true
		}
		cost := oneLine
		if j == len(ws) && i > 0 && natural < room/6 {
			cost += runtDemerits
		}
		if j < len(ws) || balance {
			slack := int64((room - natural) / (Point / 2))
			cost += slack * slack
		}
		if j < len(ws) {
			cost += int64(ws[j-1].cost) * 40
		}
		return cost, true
	})
}
