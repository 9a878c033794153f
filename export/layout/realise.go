package layout

import (
	"cmp"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// realiser puts on pages what was planned.
type realiser struct {
	*makeup
	plan    *plan
	stories []toldStory
	faults  []Fault
	inFront int // units on page one
	holes   []PlacedHole
	white   []int // lines of one column left white, by page
	spare   int   // rows by which a story over the whole page may be driven out
	// mended is what it weighs less than was planned; see relined.
	mended Badness
	// briefsInFront says that a box of briefs stands on page one.
	briefsInFront bool
}

// toldStory is a story with its place in the reading.
type toldStory struct {
	order int
	top   Length // where it begins
	Story
}

// realise carries the plan out; m stands under the nameplate.
func (p *plan) realise(m *makeup) *realiser {
	r := &realiser{makeup: m, plan: p}
	steps := p.steps()
	contents := r.putFront(unitsOnFront(steps))
	for i := 0; i < len(steps); {
		n := i + 1
		for n < len(steps) && steps[n-1].kind != moveTurn && (steps[n-1].run == nil || steps[n-1].run.pages == 0) {
			n++
		}
		r.onePage(steps[i:n])
		if i == 0 && p.front != nil {
			r.order += 2 * orderOfStory
		}
		i = n
	}
	r.closeWith(p.best.at)
	r.row = max(r.row, p.best.at.row) // the imprint stands on the page that it was planned for
	contents()
	return r
}

// unitsOnFront counts the units that begin on page one.
func unitsOnFront(steps []step) int {
	n := 0
	for _, s := range steps {
		if s.at.page == 1 && s.kind != moveTurn && s.kind != moveLeave {
			n += s.what.begun()
		}
	}
	return n
}

// carryOut puts what a step places; under it so many rows are white.
func (r *realiser) carryOut(s *step) (under int) {
	at, list, cells := s.at, s.what.list, r.plan.cellsOf(s)
	switch s.kind {
	case moveBand:
		a := r.plan.packs.arrangements(r.plan.columnsOn(at.page), len(list))[s.how]
		under = r.cells(list, cells, s.rows, 0)
		r.blame(r.plan.faultsAcross(list, &a), at.page)
		r.blameFront(s, cells)
	case moveAlone:
		under = r.cells(list, cells, s.rows, 0)
		beside := r.plan.columnsOn(at.page) - s.span
		r.leaveWhite(at.page, s.rows*beside)
		r.blame(faults{{Flaw: FlawWhite, Badness: whiteOf(s.rows, beside)}}, at.page)
		r.blameFront(s, cells)
	case moveRun:
		columns := r.plan.columnsOn(at.page)
		r.blameFront(s, []cell{{0, columns, 1}})
		r.runOn(r.plan.all[list[0]], s.run, 0, columns, r.page)
	case moveCell:
		r.blameFront(s, cells)
		r.beside(s, list, cells)
	case moveOver:
		r.blameFront(s, cells)
		if s.run.chain != nil {
			r.putChain(s)
		} else {
			r.overOthers(s)
		}
	}
	return under
}

func (r *realiser) blameFront(s *step, cells []cell) {
	var f faults
	at, c := s.at, s.what
	f.add(FlawCrowded, r.plan.crowded(at, c))
	f.add(FlawLeadNarrow, r.plan.leadBelow(at, c)+r.plan.leadNarrow(r.plan.leadIn(at, c), cells))
	f.add(FlawPinned, r.plan.pinned(at, c))
	f.add(FlawOrder, Badness(c.passed)*weigh.Passed)
	r.blame(f, at.page)
	if at.page == 1 {
		r.inFront += c.begun()
	}
	if at.page == 1 && r.plan.boxesIn(c.list[:c.begun()]) > 0 {
		r.briefsInFront = true
	}
}

// blame notes faults of a page.
func (r *realiser) blame(f faults, page int) {
	for _, one := range f {
		one.Page = page
		r.faults = append(r.faults, one)
	}
}

// blameUnit notes faults of a unit.
func (r *realiser) blameUnit(u *unit, f faults, page int) {
	for _, one := range f {
		one.Page, one.Article = page, u.piece.ID
		r.faults = append(r.faults, one)
	}
}

// without is faults of what was placed last, less what was mended of them.
func (r *realiser) without(f faults) faults {
	left, took := f.less(FlawUneven, Badness(r.evened)*weigh.Uneven)
	r.mended += took
	return left
}

// beside puts the first of listed units, that goes on overleaf, beside the others,
// which are read after it.
func (r *realiser) beside(s *step, list []int, cells []cell) {
	top, order, height := r.row, r.order, r.rows-r.row
	r.verticals(list, cells, height)
	r.order += orderOfStory
	white := height - s.rows
	r.cells(list[1:], cells[1:], s.rows, white)
	if white > 0 {
		r.leaveWhite(r.page, white*cells[1].span)
		r.blame(faults{{Flaw: FlawWhite, Badness: whiteOf(white, cells[1].span)}}, r.page)
	}
	last := r.order
	r.row, r.order = top, order
	r.runOn(r.plan.all[list[0]], s.run, 0, s.span, r.page)
	r.order = last
}

func (r *realiser) paintShape(u *unit, span int, sh *shape, slack int) {
	b, top := r.plan.bench, r.row
	r.boxed = u.briefs != nil
	h := u.headOver(b.setter, span, sh.smaller)
	r.told = append(r.told, b.longHeadline(u, h, r.page)...)
	r.placeHead(r.openHead(h.bands))
	if sh.lead > 0 {
		r.mirrored = r.page%2 == 0 && b.mayMirror(u, span, sh, slack)
		r.placeLead(b, u, sh.way)
		r.mirrored = false
	}
	r.module = true
	r.placeBody(u.flowOver(b, span, span, sh.step, sh.lead > 0))
	r.module = false
	if r.boxed {
		r.row = top
		r.boxFrame(span, sh.rows+r.opened)
	}
	r.boxed = false
}

// runOn puts a unit that goes on overleaf. The pages from paid on that it fills
// are weighed with it.
func (r *realiser) runOn(u *unit, run *run, col, span, paid int) {
	b, first := r.plan.bench, r.page
	if run.of != nil {
		u = run.of
	}
	r.jumps = true
	r.mirrored = r.page%2 == 0 && r.mayMirrorRun(u, run.way, span)
	if !r.placeRun(b, u, run.way, col, span) {
		// Never, as it was measured here; but nothing may be lost.
		r.newPage()
		r.placeRun(b, u, way{}, 0, r.plan.columns)
	}
	r.jumps, r.mirrored = false, false
	f := r.without(r.makeup.faults)
	r.told = append(r.told, b.photoUnmet(u, run.way, first, span)...)
	f = append(f, u.prices()...)
	b.weighLead(u, span, run.way, &f)
	b.weighBare(u, run.way, &f)
	h := u.headOver(b.setter, span, run.smaller)
	r.told = append(r.told, b.longHeadline(u, h, first)...)
	b.weighHead(u, h, &f)
	b.weighParts(u, extentOf(r.parts), h.rows+run.across(span), span, &f)
	r.blameUnit(u, f, first)
	for page := paid; page < r.page; page++ {
		r.blame(faults{{Flaw: FlawPage, Badness: weigh.Page}}, page)
	}
	r.tell(u, first, span, 0)
	r.col, r.area = 0, area{columns: r.plan.columns}
}

// tell notes how the unit's stories came out.
func (r *realiser) tell(u *unit, first, span, blank int) {
	if u.hole != nil {
		return
	}
	over := 0
	for _, p := range r.parts[1:] {
		over += (p.rows - continuedRows) * r.plan.columns
	}
	each := []story{u.story}
	if u.briefs != nil {
		each = u.briefs
	}
	for i := range each {
		one := &each[i]
		s := Story{
			Article: one.piece.ID, Headline: one.piece.Article.Headline, Columns: span,
			FirstPage: first, LastPage: r.page, Lines: one.lines, Overset: r.over, Copyfit: over - blank,
		}
		for _, p := range r.parts[1:] {
			s.Continued = append(s.Continued, p.page)
		}
		r.stories = append(r.stories, toldStory{r.order + i, r.parts[0].top, s})
	}
}

// RuleFillerLeftOut is the finding of a filler that found no place.
const RuleFillerLeftOut = "filler_left_out"

// leave tells of a filler that found no place.
func (r *realiser) leave(u *unit) {
	r.blameUnit(u, faults{{Flaw: FlawLeftOut, Badness: weigh.LeftOut}}, 0)
	r.told = append(r.told, bulletin.Finding{
		Rule: RuleFillerLeftOut, Severity: bulletin.Hint,
		Where: bulletin.Place{Article: u.piece.ID, Block: -1},
	})
}

// closeWith weighs the last page.
func (r *realiser) closeWith(at spot) {
	r.blame(r.plan.endOf(at), at.page)
	foot := r.plan.rows - at.row
	if !r.plan.imprintAlone(at) {
		foot -= r.plan.imprint
	}
	r.leaveWhite(at.page, foot*r.plan.columns)
	if r.plan.boxed && !r.briefsInFront {
		r.blame(faults{{Flaw: FlawFront, Badness: weigh.BriefsInFront}}, 1)
	}
	if r.plan.front == nil && r.inFront < min(2, len(r.plan.all)) {
		r.blame(faults{{Flaw: FlawLonely, Badness: weigh.Lonely}}, 1)
	}
	if r.plan.unlisted() && r.plan.pagesAt(at) >= leastPages {
		r.blame(faults{{Flaw: FlawContents, Badness: weigh.Contents}}, 1)
	}
	r.blame(r.plan.before, 0)
	slices.SortStableFunc(r.stories, func(a, b toldStory) int { return cmp.Compare(a.order, b.order) })
}

// separateAll draws the rules over a step: one across, or one over each cell
// where some cells have a head or a box that parts them already.
func (r *realiser) separateAll(s *step) {
	r.separateOver(s.what.list, r.plan.cellsOf(s))
}

// separateOver is separateAll for listed units in their cells.
func (r *realiser) separateOver(list []int, cells []cell) {
	at, across := 0, true
	for _, c := range cells {
		across = across && !r.partsItself(r.plan.all[list[at]])
		at += c.units
	}
	if len(cells) == 0 || across {
		r.separate(r.plan.all[list[0]], 0, r.plan.columnsOn(r.page))
		return
	}
	at = 0
	for _, c := range cells {
		r.separate(r.plan.all[list[at]], c.col, c.span)
		at += c.units
	}
}

// partsItself reports a unit that has a section head or a box, which part it
// from what is above.
func (r *realiser) partsItself(u *unit) bool {
	return u.briefs != nil && r.style.Briefs.Frame != styles.Plain ||
		u.section != "" && r.style.SectionHead.Form != styles.SectionPlain
}

// separate draws the rule in the gap from here on over a unit.
func (r *realiser) separate(u *unit, col, span int) {
	if !r.partsItself(u) {
		r.ruleOver(col, span)
	}
}

// ruleOver draws the rule in the gap from here on over columns.
func (r *realiser) ruleOver(col, span int) {
	st := r.style.Story
	y := r.top(r.row) + Length(st.Gap)*Length(r.style.Grid.Leading)*55/100
	rule := Rect{r.columnLeft(r.page, col), y, r.widthOf(span), Length(st.Rule)}
	r.add(r.order+orderOfStory-1, []Item{Fill{rule, inkOf(r.style, st.RuleInk)}})
}

// verticals draws the rules between cells.
func (r *realiser) verticals(list []int, cells []cell, rows int) {
	g, inset := r.style.Grid, r.capInset()
	if g.Rule == 0 {
		return
	}
	var items []Item
	for i, c := range cells {
		if c.col == 0 {
			continue
		}
		if r.besideBox(list, cells, i) {
			continue
		}
		x := r.columnLeft(r.page, c.col) - Length(r.style.Grid.Gutter)/2 - Length(g.Rule)/2
		y := r.top(r.row) + inset
		items = append(items, Fill{Rect{x, y, Length(g.Rule), Length(rows)*Length(r.style.Grid.Leading) - inset}, inkOf(r.style, g.RuleInk)})
	}
	r.add(r.order+orderOfStory-1, items)
}

// besideBox reports that the cell or its neighbour at the left is a box, which
// parts itself from what is beside it.
func (r *realiser) besideBox(list []int, cells []cell, i int) bool {
	at := 0
	for _, c := range cells {
		beside := c.col == cells[i].col || c.col+c.span == cells[i].col
		if beside && c.units > 0 && r.plan.all[list[at]].briefs != nil {
			return true
		}
		at += c.units
	}
	return false
}
