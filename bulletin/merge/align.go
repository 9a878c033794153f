package merge

import (
	"slices"
	"strings"
)

// item is one element of a sequence: a paragraph or a sentence.
type item interface {
	// key is equal for equal elements.
	key() string
	// words are what the element is compared by, nil for one that is like no
	// other unless it is equal.
	words() []string
}

// Elements as like each other as this (Dice's coefficient of their words) are
// taken for one that was changed.
const alike = 0.5

// equal is the likeness of equal elements: more than any other.
const equal = 1.1

// maxCompared bounds the comparing of elements that are not equal.
const maxCompared = 4096

// align finds for each element of a the one of b that it became, or -1, by
// their likeness and, where as many are left on both sides and byPlace is set,
// by their place. The order is kept. In long sequences equal elements are
// found first, by the longest common subsequence, and changed ones between
// them.
func align[T item](a, b []T, byPlace bool) []int {
	match := sameEnds(keys(a), keys(b))
	rest := 1
	eachGap(match, len(b), func(a0, a1, b0, b1 int) { rest = max(rest, (a1-a0)*(b1-b0)) })
	if rest > maxCompared {
		match = commonSubsequence(keys(a), keys(b))
	}
	eachGap(match, len(b), func(a0, a1, b0, b1 int) {
		likeness(a[a0:a1], b[b0:b1], func(i, k int) { match[a0+i] = b0 + k })
	})
	if byPlace {
		pairByPlace(a, b, match)
	}
	return match
}

// pairByPlace pairs what is left, but for what stands in another place of the
// other sequence, and what stands beside an open element: that may have become
// any number of others.
func pairByPlace[T item](a, b []T, match []int) {
	inA, inB := map[string]bool{}, map[string]bool{}
	for _, key := range keys(a) {
		inA[key] = true
	}
	for _, key := range keys(b) {
		inB[key] = true
	}
	eachGap(match, len(b), func(a0, a1, b0, b1 int) {
		if a1-a0 != b1-b0 || a1-a0 > 1 && slices.ContainsFunc(keys(a[a0:a1]), holdsNovel) {
			return
		}
		for i := range a1 - a0 {
			x, y := a[a0+i], b[b0+i]
			if x.words() != nil && y.words() != nil && !inB[x.key()] && !inA[y.key()] {
				match[a0+i] = b0 + i
			}
		}
	})
}

func keys[T item](items []T) []string {
	all := make([]string, len(items))
	for i, it := range items {
		all[i] = it.key()
	}
	return all
}

// eachGap visits the stretches between matched elements, where both sides have
// some.
func eachGap(match []int, length int, visit func(a0, a1, b0, b1 int)) {
	type gap struct{ a0, a1, b0, b1 int }
	var gaps []gap
	g := gap{}
	for i := 0; i <= len(match); i++ {
		end := length
		if i < len(match) {
			if end = match[i]; end < 0 {
				continue
			}
		}
		g.a1, g.b1 = i, end
		if g.a1 > g.a0 && g.b1 > g.b0 {
			gaps = append(gaps, g)
		}
		g.a0, g.b0 = i+1, end+1
	}
	for _, g := range gaps { // afterwards: visit changes match
		visit(g.a0, g.a1, g.b0, g.b1)
	}
}

// likeness pairs changed elements in order so that the sum of their likeness
// is greatest.
func likeness[T item](a, b []T, pair func(i, k int)) {
	if len(a)*len(b) > maxCompared {
		return
	}
	left, right := bags(a), bags(b)
	like := make([]float64, len(a)*len(b))
	best := make([]float64, (len(a)+1)*(len(b)+1)) // of a[i:], b[k:]
	row := len(b) + 1
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			d := dice(left[i], right[k])
			switch {
			case a[i].key() == b[k].key():
				d = equal
			case d < alike:
				d = 0
			}
			like[i*len(b)+k] = d
			best[i*row+k] = max(best[(i+1)*row+k], best[i*row+k+1])
			if d > 0 {
				best[i*row+k] = max(best[i*row+k], d+best[(i+1)*row+k+1])
			}
		}
	}
	for i, k := 0, 0; i < len(a) && k < len(b); {
		d := like[i*len(b)+k]
		switch {
		case d > 0 && best[i*row+k] == d+best[(i+1)*row+k+1]:
			pair(i, k)
			i, k = i+1, k+1
		case best[i*row+k] == best[(i+1)*row+k]:
			i++
		default:
			k++
		}
	}
}

// bag counts words.
type bag struct {
	count map[string]int
	total int
}

func bags[T item](items []T) []bag {
	all := make([]bag, len(items))
	for i, it := range items {
		all[i].count = map[string]int{}
		for _, word := range it.words() {
			all[i].count[word]++
			all[i].total++
		}
	}
	return all
}

// dice is twice the words in common over all words (Dice 1945).
func dice(a, b bag) float64 {
	if a.total == 0 || b.total == 0 {
		return 0
	}
	return 2 * float64(common(a, b)) / float64(a.total+b.total)
}

// common is how many words two texts share.
func common(a, b bag) (n int) {
	for word, times := range a.count {
		n += min(times, b.count[word])
	}
	return n
}

// maxEdits bounds the search for the longest common subsequence. Texts that
// differ by more have nothing in common but beginning and end.
const maxEdits = 1000

// commonSubsequence gives for each element of a the equal one of b in a
// longest common subsequence, or -1 (Myers, An O(ND) Difference Algorithm,
// 1986).
func commonSubsequence(a, b []string) []int {
	match := sameEnds(a, b)
	eachGap(match, len(b), func(a0, a1, b0, b1 int) {
		for _, p := range shortestEdit(a[a0:a1], b[b0:b1]) {
			match[a0+p[0]] = b0 + p[1]
		}
	})
	return match
}

// sameEnds matches the equal elements at the beginning and at the end.
func sameEnds(a, b []string) []int {
	match := slices.Repeat([]int{-1}, len(a))
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		match[start] = start
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA, endB = endA-1, endB-1
		match[endA] = endB
	}
	return match
}

// shortestEdit lists the pairs that a shortest edit script leaves alone.
func shortestEdit(a, b []string) (pairs [][2]int) {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	limit := min(len(a)+len(b), maxEdits)
	reach := make([]int, 2*limit+2) // furthest a on each diagonal
	var trace [][]int
	for d := 0; d <= limit; d++ {
		trace = append(trace, slices.Clone(reach[limit-d:limit+d+2]))
		for k := -d; k <= d; k += 2 {
			x := furthest(reach, limit, d, k)
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			reach[limit+k] = x
			if x >= len(a) && x-k >= len(b) {
				return walkBack(trace, len(a), len(b))
			}
		}
	}
	return nil
}

func furthest(reach []int, offset, d, k int) int {
	if k == -d || k != d && reach[offset+k-1] < reach[offset+k+1] {
		return reach[offset+k+1]
	}
	return reach[offset+k-1] + 1
}

// walkBack follows the edit script from its end to its beginning.
func walkBack(trace [][]int, x, y int) (pairs [][2]int) {
	for d := len(trace) - 1; d >= 0; d-- {
		reach, k := trace[d], x-y
		fromX, fromY := 0, 0
		if d > 0 {
			before := k - 1
			if k == -d || k != d && reach[d+k-1] < reach[d+k+1] {
				before = k + 1
			}
			fromX = reach[d+before]
			fromY = fromX - before
		}
		for x > fromX && y > fromY {
			x, y = x-1, y-1
			pairs = append(pairs, [2]int{x, y})
		}
		x, y = fromX, fromY
	}
	slices.Reverse(pairs)
	return pairs
}

func wordsOf(text string) []string {
	words := strings.Fields(text)
	if words == nil {
		words = []string{}
	}
	return words
}
