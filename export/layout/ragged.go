package layout

import (
	"slices"
	"strings"

	"bantin/bulletin/viet"
)

// raggedEnds cuts a text for ragged setting, in as few lines as can be and as
// even as can be; a balanced voice makes the last line count too.
func raggedEnds(ws []word, m measure, v voice) []int {
	s, sense := sumUp(ws), senseWeight(v)
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
		if j < len(ws) || v.Balance {
			slack := int64((room - natural) / (Point / 2))
			cost += slack * slack
		}
		switch {
		case j == len(ws):
		case ws[j-1].cost >= countedCost: // held together
			cost += lineMore
		default:
			cost += int64(ws[j-1].cost) * sense
		}
		if j < len(ws) && v.Balance {
			cost += breath(ws[j-1].text, ws[j].text) * sense
			if parts(ws[j-1].text, ws[j].text) {
				cost += lineMore
			}
		}
		return cost, true
	})
}

// oneLine is the cost of a line, over all slack that it can have.
const oneLine = int64(1) << 40

// lineMore is the cost of an end that nobody wants: one line more is better, two
// are not.
const lineMore = oneLine + oneLine/2

// display is the size from which on a text is read at a glance, line by line.
const display = 12 * Point

// breathCost is that of ending a balanced line where nobody pauses.
const breathCost = 25

// joining are words that belong to what follows them: a line may begin with
// one, but rather not end.
var joining = []string{
	"và", "với", "cho", "của", "về", "trong", "từ", "để", "khi", "mà", "là", "tại", "ở", "đến", "tới", "theo",
	"trên", "dưới", "do", "bởi", "vì", "nên", "nhưng", "hoặc", "hay", "cùng", "vào", "ra", "bằng", "không", "chưa",
	"đã", "sẽ", "đang", "các", "những", "mỗi", "một",
}

func isJoining(word string) bool { return slices.Contains(joining, word) }

// breath is the cost of ending a balanced line between two words: nothing
// after a pause or before a joining word, twice as much after one.
func breath(left, right string) int64 {
	switch {
	case endsOpen(left):
		return 0
	case slices.Contains(joining, strings.ToLower(bare(left))):
		return 2 * breathCost
	case slices.Contains(joining, strings.ToLower(bare(right))):
		return 0
	}
	return breathCost
}

// parts reports a line end inside a word of two syllables.
func parts(left, right string) bool {
	return !endsOpen(left) && viet.IsCompound(bare(left), bare(right))
}

// senseWeight is what keeping words together weighs against even lines: most
// in headlines, more in crossheads than in running text.
func senseWeight(v voice) int64 {
	switch {
	case v.Balance && v.size >= display:
		return 1500
	case v.Balance:
		return 600
	}
	return 150
}

// cheapestEnds finds the cheapest chain of lines over n words. price gives the
// cost of the line of words i to j-1, and false when it is too full, as are
// then all longer lines that end there.
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
	slices.Reverse(ends)
	return ends
}

func addCost(a, b int64) int64 {
	if a >= impossible || b >= impossible {
		return impossible
	}
	return a + b
}
