package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// oracle finds the least badness of a plan's issue by trying everything: all
// ways of every story, all heights of every rectangle, all splits of the columns
// and of the pages, whatever they cost. It looks from the end backwards and
// knows neither of bounds nor of beginnings that are given up.
type oracle struct {
	*plan
	known map[spot]Badness
	begun map[begun][]run
}

type begun struct {
	u    *unit
	here rest
	span int
}

// after is the least that the rest from a spot on costs.
func (o *oracle) after(at spot) Badness {
	if cost, ok := o.known[at]; ok {
		return cost
	}
	least := hopeless
	take := func(to spot, cost Badness) {
		if cost-weigh.Lonely < least { // what comes may take that back
			least = min(least, cost+o.after(to))
		}
	}
	switch {
	case o.over(at.taken):
		least = o.endOf(at).sum()
	default:
		if at.row > 0 {
			take(spot{page: at.page + 1, taken: at.taken}, o.footOf(at, nil).sum())
		}
		top := at.row
		if top > 0 && (at.page > 1 || top > o.start) {
			top += o.gap
		}
		if top < o.rowsOn(at.page) {
			for _, c := range o.newChoices(at.taken) {
				o.everyBand(at, top, &c, take)
				o.everyRun(at, top, &c, take)
			}
		}
	}
	o.known[at] = least
	return least
}

func (o *oracle) pictured(list []int) bool {
	return slices.ContainsFunc(list, func(i int) bool { return o.all[i].pictured })
}

// everyBand takes the units of a choice side by side, in each split of the
// columns and of the units.
func (o *oracle) everyBand(at spot, top int, c *choice, take func(spot, Badness)) {
	passed := Badness(c.passed) * weigh.Passed
	for _, a := range arrangements(o.columnsOn(at.page), len(c.list)) {
		base := passed + o.faultsAcross(c.list, &a).sum() + o.hereIn(at, c, a.cells)
		for h := 1; top+h <= o.rowsOn(at.page); h++ {
			cost, first := base, 0
			for _, one := range a.cells {
				cost = min(hopeless, cost+o.stack(c.list[first:first+one.units], one.span, h))
				first += one.units
			}
			if cost < hopeless {
				take(spot{at.page, top + h, c.to, at.pictured || o.pictured(c.list)}, cost)
			}
		}
	}
}

// stack is the least that units one under another of a height cost.
func (o *oracle) stack(list []int, span, height int) Badness {
	if height < 1 {
		return hopeless
	}
	cost := o.shapesOver(o.all[list[0]], span).cost
	if len(list) == 1 {
		return cost[height]
	}
	least := hopeless
	for h := 1; h < height; h++ {
		if cost[h] < hopeless {
			least = min(least, cost[h]+o.stack(list[1:], span, height-o.gap-h))
		}
	}
	return least
}

// everyRun lets the first of a choice go on overleaf, in each of its ways.
func (o *oracle) everyRun(at spot, top int, c *choice, take func(spot, Badness)) {
	u, columns := o.all[c.list[0]], o.columnsOn(at.page)
	for span := columns; span >= (columns+1)/2; span-- {
		cells, beside := []cell{{0, span, 1}}, Badness(0)
		switch {
		case (len(c.list) == 1) != (span == columns) || len(c.list)-1 > mostStacked:
			continue
		case span < columns:
			cells = append(cells, cell{span, columns - span, len(c.list) - 1})
			height := o.rowsOn(at.page) - top
			beside = hopeless
			for h := 1; h <= height; h++ {
				beside = min(beside, o.stack(c.list[1:], columns-span, h)+whiteOf(height-h, columns-span))
			}
		}
		if beside >= hopeless {
			continue
		}
		base := beside + Badness(c.passed)*weigh.Passed + o.hereIn(at, c, cells)
		for _, r := range o.everyWay(u, o.pageFrom(at, top), span) {
			to := spot{at.page + r.pages, min(r.row, o.rows), c.to, u.pictured}
			cost := base + r.cost + Badness(r.pages)*weigh.Page
			switch {
			case r.pages == 0 && span < columns:
				continue
			case r.pages == 0:
				to.pictured = to.pictured || at.pictured
			case !at.pictured && !u.pictured:
				cost += weigh.Dull
			}
			take(to, cost)
		}
	}
}

// everyWay is a story that goes on overleaf in each of its ways.
func (o *oracle) everyWay(u *unit, here rest, span int) []run {
	key := begun{u, here, span}
	if runs, ok := o.begun[key]; ok {
		return runs
	}
	var runs []run
	ways := o.waysOfRun(u, span)
	for i := range ways {
		m := o.dryMakeup()
		m.restart(here)
		if r, ok := o.runOf(m, u, span, &ways[i]); ok {
			runs = append(runs, r)
		}
	}
	o.begun[key] = runs
	return runs
}

// fewStories are some stories of random lengths, with a photo each or without.
func fewStories(t *rapid.T, most int) []Piece {
	var pieces []Piece
	for i, n := range rapid.SliceOfN(rapid.IntRange(1, 13), 2, most).Draw(t, "paragraphs") {
		a := bulletin.Article{Genre: bulletin.Report, Headline: "Bà con thôn Tân Lập trồng thêm cây trên đồi Cây Sim"}
		for range n {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: "Sáng nay, bà con thôn Tân Lập lại rủ nhau lên đồi trồng thêm mấy hàng cây, vừa làm vừa kể chuyện mùa màng, chuyện học của con trẻ và chuyện con đường mới mở qua thôn."})
		}
		if rapid.Bool().Draw(t, "photo") {
			a.Photos = []bulletin.Photo{{
				ID: "p", SHA256: "a", Caption: "Bà con trồng cây", WidthPx: 3000, HeightPx: rapid.SampledFrom([]int{1500, 2000, 3600}).Draw(t, "height"),
			}}
		}
		a.Normalize()
		pieces = append(pieces, Piece{ID: bulletin.ID(rune('a' + i)), Article: a})
	}
	return pieces
}

// TestTheMakeUpIsTheBestThereIs: what is planned, without giving up what is far
// behind, costs no more than the best of everything that could be planned.
func TestTheMakeUpIsTheBestThereIs(t *testing.T) {
	for _, name := range []string{"a4-bulletin", "a4-bulletin-3", "19x27-bulletin-3"} {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			issue := bulletin.Issue{NoContents: true, PageMultiple: rapid.SampledFrom([]int{0, 2, 4}).Draw(t, "multiple")}
			pieces := fewStories(t, 4)
			k := Memory{style: s}
			k.bench = newBench(&k.style)
			k.used = map[bulletin.ID][]*unit{}
			const start, imprint = 9, 6
			a := attempt{Memory: &k, issue: &issue, start: start, imprint: imprint}
			first, _ := k.lineups(&issue, k.storiesOf(&issue, pieces), start)
			found := a.plan(first[0], hopeless/2)
			o := oracle{plan: newPlan(k.bench, found.units, nil, start, imprint), known: map[spot]Badness{}, begun: map[begun][]run{}}
			o.pages = issue.PageMultiple
			least := o.after(spot{page: 1, row: start})
			if len(o.units) > 1 {
				least += weigh.Lonely
			}
			if found.best.cost != least {
				t.Errorf("%s: planned for %d, the best costs %d", name, found.best.cost, least)
			}
		})
	}
}

// TestWhatIsAheadIsNeverOverrated: from no spot of a plan does the rest cost
// less than the least that is reckoned for it, or than the plans before it found
// out, so that nothing is given up that could have been better.
func TestWhatIsAheadIsNeverOverrated(t *testing.T) {
	foreseen := 0
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range 4 {
			issue, pieces := unevenIssue(seed)
			k := Memory{style: s, used: map[bulletin.ID][]*unit{}}
			k.bench = newBench(&k.style)
			a := attempt{Memory: &k, issue: &issue, start: 9, imprint: 6, futures: newFutures()}
			first, others := k.lineups(&issue, k.storiesOf(&issue, pieces), 9)
			a.try(append(first, others...), farBehind)
			p := a.best
			p.foresee(a.futures)
			for _, step := range p.steps() {
				rest := p.best.cost - p.beginningAt(step.at).cost
				if least := p.least(step.at); rest < least {
					t.Errorf("%s, seed %d: from %+v on the rest costs %d, reckoned was %d at least", name, seed, step.at, rest, least)
				}
				known := p.foreseen(step.at)
				if rest < known {
					t.Errorf("%s, seed %d: from %+v on the rest costs %d, found out was %d at least", name, seed, step.at, rest, known)
				}
				if known == rest {
					foreseen++
				}
			}
		}
	}
	if foreseen == 0 {
		t.Error("nothing was known of what is ahead")
	}
}

// TestFuturesLoseNothing: searched with what other plans found out, the best
// lineup of an issue with briefs costs what it does where every plan begins anew.
func TestFuturesLoseNothing(t *testing.T) {
	for _, name := range []string{"19x27-bulletin", "a5-bulletin"} {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			issue := bulletin.Issue{PageMultiple: rapid.SampledFrom([]int{0, 4}).Draw(t, "multiple")}
			pieces := fewStories(t, 3)
			for i, n := range rapid.SliceOfN(rapid.IntRange(15, 60), 0, 3).Draw(t, "briefs") {
				words := strings.Repeat("Bà con thôn Tân Lập ", n/5)
				brief := bulletin.Article{Genre: bulletin.News, Headline: "Thôn ra quân trồng cây", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: words}}}
				brief.Normalize()
				at := rapid.IntRange(1, len(pieces)).Draw(t, "at")
				pieces = slices.Insert(pieces, at, Piece{ID: bulletin.ID(rune('n' + i)), Article: brief})
			}
			if rapid.Bool().Draw(t, "pinned") {
				issue.Slots = []bulletin.Slot{{Article: pieces[len(pieces)-1].ID, Page: 2}}
			}
			k := Memory{style: s, used: map[bulletin.ID][]*unit{}}
			k.bench = newBench(&k.style)
			k.number(pieces)
			var costs [2]Badness
			for i, f := range []*futures{nil, newFutures()} {
				a := attempt{Memory: &k, issue: &issue, start: 9, imprint: 6, few: true, futures: f, most: math.MaxInt}
				first, others := k.lineups(&issue, k.storiesOf(&issue, pieces), a.start)
				a.try(append(first, others...), a.behind())
				a.together()
				costs[i] = a.best.best.cost
			}
			if costs[0] != costs[1] {
				t.Errorf("%s: %d, and %d with what other plans found out", name, costs[0], costs[1])
			}
		})
	}
}
