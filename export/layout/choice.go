package layout

// taken is which stories a beginning has placed: of those in the editor's
// order all before next but for one that may wait, and of those that belong on
// a page of their own the first so many.
type taken struct {
	next  int // of units
	fixed int // of fixed
	waits int // how far before next the unit stands that waits, 0 for none
}

// mostPassed is how many stories may be placed before one that the editor has
// before them; mostFixed and mostBesideFixed bound what is placed with those
// that belong on a page.
const (
	mostPassed      = 3
	mostFixed       = 3
	mostBesideFixed = 3
)

// choice is stories that may be placed next, in this order, and what is taken
// then.
type choice struct {
	list   []int // indices into plan.all
	to     taken
	passed int // times that one is placed before one that the editor has before it
	fixed  int // of the list, that belong on a page
	pin    int // the last page that one of them belongs on
	leave  bool
	page   int            // of one with some under its first, or ahead
	under  int            // of the list, after those beside the first, that stand under it; see tryOver
	on     int            // of those, the first, that go on overleaf after it; see tryChain
	ahead  [mostAhead]int // of the list, the last, that belong on the next pages
	// onAhead are those of ahead, the first of each page, that go on.
	onAhead [mostAhead]int
	bands   [3]*bandOf               // see band
	beside  [mostColumns + 1]*pillar // see besides
}

// keyOf numbers what can be taken so that a step leads from a lower number to
// a higher one.
func (p *plan) keyOf(t taken) int {
	held := 0 // those that wait first
	if t.waits == 0 {
		held = mostPassed + 1
	}
	if t.waits > 0 {
		held = mostPassed + 1 - t.waits
	}
	return (t.next*(len(p.fixed)+1)+t.fixed)*(mostPassed+2) + held
}

func (p *plan) takenOf(key int) taken {
	var t taken
	if held := key % (mostPassed + 2); held <= mostPassed {
		t.waits = mostPassed + 1 - held
	}
	key /= mostPassed + 2
	t.fixed, t.next = key%(len(p.fixed)+1), key/(len(p.fixed)+1)
	return t
}

// keys is the number of keys.
func (p *plan) keys() int { return (len(p.units) + 1) * (len(p.fixed) + 1) * (mostPassed + 2) }

// placed counts the units that are placed.
func (t taken) placed() int {
	n := t.next + t.fixed
	if t.waits > 0 {
		n--
	}
	return n
}

// all reports that nothing is left to be placed.
func (p *plan) over(t taken) bool {
	return t.next == len(p.units) && t.fixed == len(p.fixed) && t.waits == 0
}

// choices are what may be placed next.
func (p *plan) choices(t taken) []choice {
	key := p.keyOf(t)
	if p.chosen[key] == nil {
		p.chosen[key] = p.newChoices(t)
	}
	return p.chosen[key]
}

func (p *plan) newChoices(t taken) []choice {
	free := p.freeChoices(t)
	if p.leads && t == (taken{}) && len(p.units) > 0 {
		return p.leadChoices(t, free)
	}
	all := append(make([]choice, 0, len(free)), free...)
	for n := 1; n <= mostFixed && t.fixed+n <= len(p.fixed); n++ {
		fixed := choice{to: t, fixed: n, pin: p.fixed[t.fixed+n-1].pin}
		fixed.to.fixed += n
		for i := range n {
			fixed.list = append(fixed.list, len(p.units)+t.fixed+i)
		}
		all = append(all, fixed)
		for _, c := range free {
			if c.leave || len(c.list) > mostBesideFixed {
				continue
			}
			with := fixed
			with.to, with.passed = c.to, c.passed
			with.to.fixed += n
			with.list = concat(fixed.list, c.list)
			all = append(all, with)
			with.list = concat(c.list, fixed.list)
			all = append(all, with)
		}
	}
	all = append(all, p.overChoices(t)...)
	all = append(all, p.chainChoices(t)...)
	if t.fixed < len(p.fixed) && p.fixed[t.fixed].wish.Filler {
		to := t
		to.fixed++
		all = append(all, choice{list: []int{len(p.units) + t.fixed}, to: to, leave: true})
	}
	return all
}

// freeChoices are those of the stories in the editor's order.
func (p *plan) freeChoices(t taken) []choice {
	var all []choice
	left := len(p.units) - t.next
	if t.waits == 0 {
		for n := 1; n <= min(mostInBand, left); n++ {
			all = append(all, choice{list: series(t.next, n), to: taken{t.next + n, t.fixed, 0}})
		}
		if p.mayWait(t.next) {
			for n := 1; n <= min(mostPassed, left-1); n++ {
				all = append(all, choice{list: series(t.next+1, n), to: taken{t.next + 1 + n, t.fixed, n + 1}, passed: n})
			}
		}
	} else {
		all = p.afterWaiting(t, left)
	}
	if left > 0 && p.units[t.next].wish.Filler && (t.waits == 0 || t.waits <= mostPassed) {
		to := taken{t.next + 1, t.fixed, t.waits}
		if t.waits > 0 {
			to.waits++
		}
		all = append(all, choice{list: series(t.next, 1), to: to, leave: true})
	}
	return all
}

// afterWaiting are the choices while a story waits.
func (p *plan) afterWaiting(t taken, left int) []choice {
	var all []choice
	held := t.next - t.waits
	for n := 0; n < min(mostInBand, left+1) && p.mayFollow(held, t.next); n++ {
		list := concat([]int{held}, series(t.next, n))
		all = append(all, choice{list: list, to: taken{t.next + n, t.fixed, 0}})
	}
	for n := 1; n <= min(left, mostPassed+1-t.waits); n++ {
		list := series(t.next, n)
		all = append(all, choice{list: list, to: taken{t.next + n, t.fixed, t.waits + n}, passed: n})
		if p.mayFollow(held, t.next+n) {
			all = append(all, choice{list: concat(list, []int{held}), to: taken{t.next + n, t.fixed, 0}, passed: n})
		}
	}
	return all
}

// mayWait reports a story that those after it may be placed before: neither the
// leading one nor one whose section would lose its head by it.
func (p *plan) mayWait(i int) bool {
	return i > 0 && i+1 < len(p.units) && !p.units[i].wish.Filler &&
		p.opens(i) && p.opens(i+1) && !p.sameSection(i-1, i+1)
}

// mayFollow reports that a story that waited may stand before the one at next.
func (p *plan) mayFollow(held, next int) bool {
	return !p.sameSection(held, next-1) && (next == len(p.units) || p.opens(next) && !p.sameSection(held, next))
}

// opens reports a story that names its section, or needs not.
func (p *plan) opens(i int) bool {
	u := p.units[i]
	return u.section != "" || u.briefs != nil || u.piece.Article.Section == ""
}

func (p *plan) sameSection(i, k int) bool {
	a, b := p.units[i], p.units[k]
	return a.briefs == nil && b.briefs == nil && a.piece.Article.Section != "" && a.piece.Article.Section == b.piece.Article.Section
}

// series is so many numbers from the first on.
func series(first, n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = first + i
	}
	return s
}
