package layout

import "slices"

// raggedEnds cuts a text for ragged setting, in as few lines as can be and as
// even as can be; a balanced voice makes the last line count too.
func raggedEnds(ws []word, m measure, v voice, r *room) []int {
	s, ending := r.sumUp(ws), endingCosts(ws, v)
	return cheapestEnds(len(ws), func(i, j int) (int64, bool) {
		room, natural := m.line(i), s.natural(i, j)
		if natural > room && i < j-1 {
			return impossible, false
		}
		if ending[j] >= impossible {
			return impossible, true
		}
		cost := oneLine + ending[j]
		if j == len(ws) && i > 0 && natural < room/6 {
			cost += runtDemerits
		}
		if j < len(ws) || v.Balance {
			slack := int64((room - natural) / (Point / 2))
			cost += slack * slack
		}
		return cost, true
	})
}

// endingCosts is what it costs in ragged setting that a line ends before word j,
// whatever its room.
func endingCosts(ws []word, v voice) []int64 {
	costs, sense := make([]int64, len(ws)+1), senseWeight(v)
	for j := 1; j < len(ws); j++ {
		last, next := &ws[j-1], ws[j].term
		switch {
		case last.cost >= noBreak:
			costs[j] = impossible
			continue
		case last.cost >= countedCost: // held together
			costs[j] = lineMore
		default:
			costs[j] = int64(last.cost) * sense
		}
		if v.Balance {
			costs[j] += breath(last.term, next) * sense
			if parts(last.term, next) {
				costs[j] += lineMore
			}
		}
	}
	return costs
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
var joining = setOf(
	"và", "với", "cho", "của", "về", "trong", "từ", "để", "khi", "mà", "là", "tại", "ở", "đến", "tới", "theo",
	"trên", "dưới", "do", "bởi", "vì", "nên", "nhưng", "hoặc", "hay", "cùng", "vào", "ra", "bằng", "không", "chưa",
	"đã", "sẽ", "đang", "các", "những", "mỗi", "một",
)

// breath is the cost of ending a balanced line between two words: nothing
// after a pause or before a joining word, twice as much after one.
func breath(left, right *term) int64 {
	switch {
	case left.open:
		return 0
	case joining[left.small]:
		return 2 * breathCost
	case joining[right.small]:
		return 0
	}
	return breathCost
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
