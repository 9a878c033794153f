package layout

import (
	"slices"

	"bantin/assets/styles"
)

// front is what stands on page one beside or under its stories: the contents
// and, where there are some, a box of briefs. Where the style has the contents
// overleaf, it is those alone at the foot of page two.
type front struct {
	page     int
	columns  int   // of the page that it takes at the right, over all its height
	rows     int   // that it takes at the foot, with the gap above, where it takes no columns
	box      *unit // or nil
	boxSpan  int
	boxRows  int
	main     []*unit // that the contents may list, the weightiest first
	listSpan int
	listRows int
	most     int // entries
	faults   faults
}

// leastPages is how many pages an issue has whose contents are listed.
const leastPages = 4

// withContents are the ways in which the contents of a lineup may stand: at the
// foot of page two where the style has them there; else on page one, beside the
// leading story where the page has the columns for it, or at its foot, with some
// of the lineup's first briefs: first each with as many of them as leave the
// least white, then with more or fewer. Stories stand from the row start on.
func (k *Memory) withContents(l lineup, start int) []lineup {
	var all, others []lineup
	forms := []func(*frontForm) bool{(*frontForm).beside, (*frontForm).underBriefs, (*frontForm).under}
	if k.bench.style.Contents.Place == styles.ContentsOverleaf {
		forms = []func(*frontForm) bool{(*frontForm).overleaf, (*frontForm).shortOverleaf}
	}
	for _, form := range forms {
		f := frontForm{Memory: k, lineup: l, room: k.bench.style.Grid.Rows - start}
		f.at = slices.IndexFunc(l.units, (*unit).boxOfFront)
		if f.at > 0 {
			f.briefs = l.units[f.at].briefs
		}
		if len(all) > 0 && f.at < 1 && all[0].front.page == 1 {
			break
		}
		if form(&f) {
			all = append(all, f.ways[f.best])
			others = append(others, slices.Delete(f.ways, f.best, f.best+1)...)
		}
	}
	for i := range others {
		others[i].second = true
	}
	return append(all, others...)
}

// frontForm tries one form of the front page.
type frontForm struct {
	*Memory
	lineup
	at     int     // of the box of briefs, or -1
	briefs []story // of it
	room   int     // rows of page one under the nameplate
	ways   []lineup
	best   int // of the ways
	cost   Badness
}

// try adds a front with the first n briefs, and notes whether it is the best so
// far.
func (f *frontForm) try(n int, set func(fr *front, entries []entry) (white int, ok bool)) {
	l := f.lineup
	fr := &front{page: 1, most: f.bench.style.Contents.Most}
	if n > 0 {
		fr.box = f.box(f.briefs[:n])
		units := slices.Clone(l.units[:f.at])
		if n < len(f.briefs) {
			rest := make([]int, 0, len(f.briefs))
			for i := n; i < len(f.briefs); i++ {
				rest = append(rest, i)
			}
			units = append(units, f.boxes(f.briefs, rest)...)
			l.lone += lone(len(rest), f.bench.style.Briefs.Least)
		}
		l.units = append(units, l.units[f.at+1:]...)
	}
	fr.main = mainStories(l.units)
	entries := f.bench.entries(fr.main, f.bench.widthOf(1))
	if len(entries) < f.bench.style.Contents.Least {
		return
	}
	white, ok := set(fr, entries)
	if !ok {
		return
	}
	fr.faults.add(FlawWhite, whiteOf(white, fr.listSpan))
	if cost := fr.faults.sum(); len(f.ways) == 0 || cost < f.cost {
		f.best, f.cost = len(f.ways), cost
	}
	l.front = fr
	f.ways = append(f.ways, l)
}

// lone is how many of the briefs that are left over stand alone.
func lone(left, least int) int {
	if left < least {
		return left
	}
	return 0
}

// found reports that try has added one.
func (f *frontForm) found() bool { return len(f.ways) > 0 }

// beside has contents and briefs one under the other in the last column of
// page one.
func (f *frontForm) beside() bool {
	b := f.bench
	if f.at < 1 || b.style.Grid.Columns < 3 {
		return false
	}
	for n := len(f.briefs); n >= b.style.Briefs.Least; n-- {
		f.try(n, func(fr *front, entries []entry) (int, bool) {
			fr.columns, fr.boxSpan, fr.listSpan = 1, 1, 1
			fr.boxRows = f.heightOf(fr.box, 1)
			fr.listRows = f.room - b.style.Story.Gap - fr.boxRows
			return f.listWhite(fr, entries)
		})
	}
	return f.found()
}

// listWhite is how many rows of the contents' place stay white.
func (f *frontForm) listWhite(fr *front, entries []entry) (white int, ok bool) {
	if fr.boxRows < 0 || fr.listRows <= 0 {
		return 0, false
	}
	shown := f.bench.fitting(entries, fr.listSpan, fr.listRows, fr.most)
	if len(shown) < f.bench.style.Contents.Least {
		return 0, false
	}
	opened := rowsFor(f.bench.style, mostOpened*Length(len(shown)-1))
	return max(0, fr.listRows-f.bench.rowsOfList(shown, fr.listSpan)-opened), true
}

// heightOf is the height of a box over so many columns, or -1.
func (f *frontForm) heightOf(box *unit, span int) int {
	s := f.bench.shapesOver(box, span)
	if s.high < 0 {
		return -1
	}
	return s.low
}

// mostFoot is the part of page one, in percent, that a foot of contents and
// briefs takes at most.
const mostFoot = 50

// underBriefs has a box of briefs and the contents side by side at the foot
// of page one.
func (f *frontForm) underBriefs() bool {
	b := f.bench
	columns := b.style.Grid.Columns
	if f.at < 1 || columns < 2 {
		return false
	}
	for n := len(f.briefs); n >= b.style.Briefs.Least; n-- {
		f.try(n, func(fr *front, entries []entry) (int, bool) {
			fr.boxSpan, fr.listSpan = columns-1, 1
			fr.boxRows = f.heightOf(fr.box, fr.boxSpan)
			least := b.rowsOfList(entries[:b.style.Contents.Least], 1)
			fr.listRows = max(fr.boxRows, least)
			fr.rows = fr.listRows + b.style.Story.Gap
			if fr.rows*100 > f.room*mostFoot {
				return 0, false
			}
			return f.listWhite(fr, entries)
		})
	}
	return f.found()
}

// under has the contents alone over the width of page one, at its foot.
func (f *frontForm) under() bool {
	return f.foot(1, max(leastInStrip, 2*f.bench.style.Grid.Columns))
}

// overleaf has the contents alone at the foot of page two.
func (f *frontForm) overleaf() bool { return f.foot(2, f.bench.style.Contents.Most) }

// shortOverleaf is overleaf with the contents as short as they may be.
func (f *frontForm) shortOverleaf() bool {
	b := f.bench
	short := max(leastInStrip, b.style.Contents.Least)
	return short < b.style.Contents.Most && f.foot(2, short)
}

// foot has the contents alone over the width of a page, at its foot, with at
// most so many entries.
func (f *frontForm) foot(page, most int) bool {
	b := f.bench
	columns := b.style.Grid.Columns
	f.try(0, func(fr *front, entries []entry) (int, bool) {
		fr.page, fr.listSpan = page, columns
		fr.most = min(most, fr.most, len(entries))
		if fr.most > columns {
			fr.most -= fr.most % columns
		}
		fr.listRows = b.rowsOfList(entries[:fr.most], columns)
		fr.rows = fr.listRows + b.style.Story.Gap
		return f.listWhite(fr, entries)
	})
	return f.found()
}

// leastInStrip is how many entries contents of one column have where there are
// so many.
const leastInStrip = 4

// putFront puts the front on its page. Its briefs are read after the first n
// units, and the contents after those; what is returned puts the contents once
// the pages are known.
func (r *realiser) putFront(n int) (contents func()) {
	f := r.plan.front
	if f == nil {
		return func() {}
	}
	order, row := r.order, r.row
	top, col := r.plan.rowsOn(f.page)+r.plan.gap, 0
	if f.columns > 0 {
		top, col = r.plan.start, r.plan.columns-f.columns
	}
	r.order += n * orderOfStory
	listTop, listCol := top, col
	switch {
	case f.box != nil && f.columns > 0:
		r.row = top + f.listRows + r.plan.gap
		r.place(f.box, cell{col, f.boxSpan, 1}, f.boxRows, 0)
	case f.box != nil:
		r.row = top
		r.place(f.box, cell{col, f.boxSpan, 1}, f.boxRows, f.listRows-f.boxRows)
		listCol = f.boxSpan
	}
	r.briefsInFront = f.box != nil
	r.order, r.row = order, row
	r.rows, r.feet = r.plan.rowsOn(1), r.plan.feetAfter(1)
	if f.columns > 0 {
		r.frontRule(col, top, f.listRows)
	}
	r.blame(f.faults, f.page)
	return func() { r.contents(f, listCol, listTop, order+(n+2)*orderOfStory+orderOfStory/2) }
}

// frontRule draws the rule between the stories of page one and the contents.
func (r *realiser) frontRule(col, top, rows int) {
	g := r.style.Grid
	if g.Rule == 0 {
		return
	}
	x := r.columnLeft(1, col) - Length(g.Gutter)/2 - Length(g.Rule)/2
	rule := Rect{x, r.top(top), Length(g.Rule), Length(rows) * Length(g.Leading)}
	r.addTo(1, 1, []Item{Fill{rule, inkOf(r.style, g.RuleInk)}})
}

// cost is what the front adds to the badness of page one.
func (f *front) cost(b *bench) Badness {
	cost := f.faults.sum()
	if f.box != nil {
		cost += b.shapesOver(f.box, f.boxSpan).cost[f.boxRows]
	}
	return cost
}
