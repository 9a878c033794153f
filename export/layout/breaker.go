package layout

import (
	"slices"

	"bantin/assets/styles"
)

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
// the words before i.
type sums []sum

type sum struct {
	width, space Length // of the words with the spaces after them, and of those
	inner        Length // distances between the letters of a word
	// Of a line that begins with word i, and of one that ends before it: width without
	// what hangs into the margins, and without the space after the last word.
	from, to, spaceTo Length
}

func (r *room) sumUp(ws []word) sums {
	r.sums = slices.Grow(r.sums[:0], len(ws)+1)
	s := sum{}
	for i := range ws {
		s.from = s.width + ws[i].hangLeft
		r.sums = append(r.sums, s)
		s = s.with(&ws[i])
	}
	r.sums = append(r.sums, s)
	return r.sums
}

// with is the entry after that of the words before w.
func (s sum) with(w *word) sum {
	next := sum{
		width: s.width + w.width + w.space, space: s.space + w.space, inner: s.inner + Length(w.length-1),
		to: s.width + w.width - w.hangRight, spaceTo: s.space,
	}
	if w.piece {
		next.to = s.width + w.width + w.hyphen
	}
	return next
}

// natural is the width of the line of words i to j-1, unstretched, without
// what of its ends hangs into the margins.
func (s sums) natural(i, j int) Length { return s[j].to - s[i].from }

// give is by how much the spaces of a line, and its letters with the distances
// between them, can be stretched at ratio 1, and shrunk.
type give struct{ stretch, shrink, letterStretch, letterShrink Length }

func giveOf(from, to *sum, size Length, js *styles.Justify) give {
	gaps := to.spaceTo - from.space
	inner := (to.inner - from.inner) * size / 1000
	glyphs := (to.width - from.width - (to.space - from.space)) * Length(js.GlyphScale) / 1000
	return give{
		gaps * Length(js.SpaceStretch) / 100, gaps * Length(js.SpaceShrink) / 100,
		inner*Length(js.LetterStretch) + glyphs, inner*Length(js.LetterShrink) + glyphs,
	}
}

// shrinkable is how much narrower the line can be at most.
func (g give) shrinkable() Length { return g.shrink + g.letterShrink }

// worstRatio bounds ratios: a line looser than that is no worse.
const worstRatio = 10_000

// ratio is how much of its give a line uses that has so much to fill out, in
// thousandths, negative when it is shrunk. Over 1 only the spaces grow.
func (g give) ratio(extra Length) int64 {
	switch whole := g.stretch + g.letterStretch; {
	case extra == 0:
		return 0
	case extra < 0 && g.shrinkable() > 0:
		return max(-int64(-extra*1000/g.shrinkable()), -worstRatio)
	case extra > 0 && extra <= whole:
		return int64(extra * 1000 / whole)
	case extra > 0 && g.stretch > 0:
		return min(int64((extra-g.letterStretch)*1000/g.stretch), worstRatio)
	}
	return worstRatio
}

// fitness classes lines by how tight they are; neighbours more than one class
// apart look uneven.
type fitness int8

// The classes, as in TeX.
const (
	tight fitness = iota
	decent
	loose
	veryLoose
	classes
)

func fitnessOf(ratio int64) fitness {
	switch {
	case ratio < -500:
		return tight
	case ratio <= 500:
		return decent
	case ratio <= 1000:
		return loose
	}
	return veryLoose
}

// Demerits, as in TeX, and what else a paragraph should not do.
const (
	linePenalty     = 10
	unevenDemerits  = 10_000    // two neighbouring lines whose fitness differs by more than a class
	openDemerits    = 300_000   // a line whose spaces stand open to more than one and a half of their width
	runtDemerits    = 3_000_000 // a last line shorter than an eighth of the column
	stubDemerits    = 40_000    // one shorter than a quarter
	impossible      = int64(1) << 62
	runtPart, stubs = 8, 4
)

// What weighs more than all of these together, the first most: that a line
// fits; that none is torn open, nor one of a wide measure loose; that what is
// held together is not parted (see held.go).
const (
	overfull      = int64(1_000_000_000_000_000) // a line that cannot be shrunk enough, where nothing else is left
	tornDemerits  = int64(10_000_000_000_000)    // a line that has to end short
	shortDemerits = int64(100_000_000_000)       // and each thousandth of its room by which it does
	looseDemerits = int64(30_000)                // each step of openness over looseSpaces, in a wide measure
)

// Openness is how much wider spaces are than their own width, in thousandths of
// a percent: a line's ratio times the style's stretch of spaces. The limits are
// a hair less than what is promised, as letters take up whole units.
const (
	openSpaces  = 50_000
	looseSpaces = 49_000
	tornSpaces  = 99_000
)

// narrowEms is the measure, in ems, under which lines have too few spaces to be
// as even as in wide ones.
const narrowEms = 21

// isWide reports a measure whose lines can be set without open spaces.
func (m measure) isWide(size Length) bool { return m.rest >= narrowEms*size }

// breaking is the search for the best ends of a justified paragraph.
type breaking struct {
	words []word
	sums  sums
	room  measure
	size  Length
	js    *styles.Justify
	wide  bool            // see narrowEms
	best  [][classes]node // by end and fitness of the line that ends there
}

// node is the cheapest way to end a line of a fitness after a word.
type node struct {
	demerits int64
	from     int32 // the end that it goes on from
	fitness        // of the line that ends there
}

// justifiedEnds cuts a paragraph for justified setting: the index after each
// line's last word.
func justifiedEnds(ws []word, m measure, size Length, js *styles.Justify, r *room) []int {
	r.nodes = unreached(r.nodes, len(ws))
	b := breaking{ws, r.sumUp(ws), m, size, js, m.isWide(size), r.nodes}
	b.best[0][decent].demerits = 0
	for j := 1; j <= len(ws); j++ {
		b.end(j)
	}
	return b.ends()
}

// end finds the cheapest lines that end after word j-1.
func (b *breaking) end(j int) {
	if j < len(b.words) && b.words[j-1].cost >= noBreak {
		return
	}
	reached := false
	for i := j - 1; i >= 0; i-- {
		fits := b.line(i, j, reached)
		reached = reached || isReached(&b.best[j])
		if !fits && reached {
			return
		}
	}
}

func isReached(ways *[classes]node) bool {
	for c := range ways {
		if ways[c].demerits < impossible {
			return true
		}
	}
	return false
}

// line tries the line of words i to j-1 after every way of reaching i. It
// reports whether the line fits; one that is too full counts only where
// nothing else reaches j.
func (b *breaking) line(i, j int, reached bool) bool {
	natural, room := b.sums.natural(i, j), b.room.line(i)
	g := giveOf(&b.sums[i], &b.sums[j], b.size, b.js)
	fits := natural-g.shrinkable() <= room
	from := &b.best[i]
	if !fits && reached || !isReached(from) {
		return fits
	}
	ratio := g.ratio(room - natural)
	if j == len(b.words) {
		ratio = min(ratio, 0)
	}
	class := fitnessOf(ratio)
	own := b.demerits(i, j, natural, ratio)
	if !fits {
		own = overfull + int64((natural-room)/Point)*overfull
	}
	to := &b.best[j][class]
	for c := tight; c < classes; c++ {
		if from[c].demerits >= impossible {
			continue
		}
		total := from[c].demerits + own
		if i > 0 && (c-class > 1 || class-c > 1) {
			total += unevenDemerits
		}
		if total = min(total, impossible-1); total < to.demerits {
			*to = node{total, int32(i), c}
		}
	}
	return fits
}

// demerits are those of a line by itself.
func (b *breaking) demerits(i, j int, natural Length, ratio int64) int64 {
	badness := ratio * ratio * ratio / 10_000_000
	if badness < 0 {
		badness = -badness
	}
	total := (linePenalty + badness) * (linePenalty + badness)
	open := ratio * int64(b.js.SpaceStretch)
	if open > openSpaces {
		total += openDemerits
	}
	if open > looseSpaces && b.wide {
		total += (open - looseSpaces) * looseDemerits
	}
	if room := b.room.line(i); open > tornSpaces {
		total += tornDemerits + int64((room-natural)*1000/max(1, room))*shortDemerits
	}
	if j < len(b.words) {
		cost := int64(b.words[j-1].cost)
		return total + cost*cost
	}
	switch {
	case i == 0:
	case natural < b.room.rest/runtPart:
		total += runtDemerits
	case natural < b.room.rest/stubs:
		total += stubDemerits
	}
	return total
}

// ends follows the cheapest way back from the end of the paragraph.
func (b *breaking) ends() []int {
	at := len(b.words)
	class, _ := cheapest(&b.best[at])
	var ends []int
	for at > 0 {
		ends = append(ends, at)
		n := &b.best[at][class]
		at, class = int(n.from), n.fitness
	}
	slices.Reverse(ends)
	return ends
}

// cheapest is the fitness of the cheapest way of getting to an end.
func cheapest(ways *[classes]node) (class fitness, demerits int64) {
	for c := range classes {
		if ways[c].demerits < ways[class].demerits {
			class = c
		}
	}
	return class, ways[class].demerits
}
