package layout

import (
	"slices"

	"bantin/assets/styles"
)

// Looseness after Knuth and Plass: the best way to cut a paragraph into a number
// of lines that is not its natural one. It is the same search with one more thing
// that is known of an end: how many lines it took to get there.

// widestOpen is how open spaces may stand in narrow measures, where hardly a
// paragraph is without an open line: under twice their width.
const widestOpen = 90_000

// mostOpen is the openness that no line of a paragraph may be over that is set in
// another number of lines.
func (m measure) mostOpen(size Length) int64 {
	if m.isWide(size) {
		return looseSpaces
	}
	return widestOpen
}

// endsInLines cuts a paragraph for justified setting into just so many lines, none
// of them too full or with spaces that stand too open, nor a runt at its end. ends
// is nil where it cannot be done.
func endsInLines(ws []word, m measure, size Length, js *styles.Justify, n int) (ends []int, demerits int64) {
	var r room
	b := breaking{words: ws, sums: r.sumUp(ws), room: m, size: size, js: js, wide: m.isWide(size)}
	layers := make([][][classes]node, n+1) // by lines so far, each as breaking.best
	layers[0] = unreached(nil, len(ws))
	layers[0][0][decent].demerits = 0
	for k := 1; k <= n; k++ {
		layers[k] = b.oneMore(layers[k-1])
	}
	at := len(ws)
	class, demerits := cheapest(&layers[n][at])
	if demerits >= impossible {
		return nil, 0
	}
	for k := n; k > 0; k-- {
		ends = append(ends, at)
		way := &layers[k][at][class]
		at, class = int(way.from), way.fitness
	}
	slices.Reverse(ends)
	return ends, demerits
}

// unreached is the ends of so many words, in the room of nodes, that nothing leads to.
func unreached(nodes [][classes]node, words int) [][classes]node {
	nodes = slices.Grow(nodes[:0], words+1)[:words+1]
	for i := range nodes {
		for c := range nodes[i] {
			nodes[i][c].demerits = impossible
		}
	}
	return nodes
}

// oneMore are the cheapest ways of ending with one line more than before.
func (b *breaking) oneMore(before [][classes]node) [][classes]node {
	after := unreached(nil, len(b.words))
	for i := range len(b.words) {
		for c := tight; c < classes; c++ {
			if before[i][c].demerits < impossible {
				b.goOn(i, c, before[i][c].demerits, after)
			}
		}
	}
	return after
}

// goOn adds the lines that begin with word i after one of a fitness.
func (b *breaking) goOn(i int, c fitness, demerits int64, after [][classes]node) {
	for j := i + 1; j <= len(b.words); j++ {
		own, class, fits := b.sound(i, j)
		if !fits {
			return
		}
		if own >= impossible {
			continue
		}
		total := demerits + own
		if i > 0 && (c-class > 1 || class-c > 1) {
			total += unevenDemerits
		}
		if to := &after[j][class]; total < to.demerits {
			*to = node{total, int32(i), c}
		}
	}
}

// sound weighs the line of words i to j-1, which is impossible where nobody would
// set it unless he must.
func (b *breaking) sound(i, j int) (demerits int64, class fitness, fits bool) {
	natural, room := b.sums.natural(i, j), b.room.line(i)
	g, last := giveOf(&b.sums[i], &b.sums[j], b.size, b.js), j == len(b.words)
	if natural-g.shrinkable() > room {
		return impossible, 0, false
	}
	ratio := g.ratio(room - natural)
	if last {
		ratio = min(ratio, 0)
	}
	runt := last && natural < b.room.rest/runtPart
	parted := !last && b.words[j-1].cost >= countedCost
	if runt || parted || ratio*int64(b.js.SpaceStretch) > b.room.mostOpen(b.size) {
		return impossible, 0, true
	}
	return b.demerits(i, j, natural, ratio), fitnessOf(ratio), true
}

// inLines is a justified paragraph in just so many lines, and how bad they are;
// false where that cannot be had in lines that are evenly set.
func (t setting) inLines(n int) (set setting, demerits int64, ok bool) {
	var ws []word
	last := len(t.lines) - 1
	for i := range t.lines {
		if t.lines[i].ends && i < last {
			return set, 0, false // of verse, or of an address
		}
		ws = append(ws, t.lines[i].words...)
	}
	m := measure{t.lines[0].room, t.lines[last].room}
	ends, demerits := endsInLines(ws, m, t.voice.size, &t.js, n)
	if ends == nil {
		return set, 0, false
	}
	set = setting{voice: t.voice, js: t.js, lines: cut(ws, ends, m, t.lines[0].indent, t.lines[last].indent)}
	set.lines[n-1].last = true
	return set, demerits, true
}
