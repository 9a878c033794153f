package layout

import (
	"cmp"
	"slices"

	"bantin/bulletin"
)

// run is a story that goes on over pages: from a grid line of one to a grid
// line of a later one, full width but for its beginning, which may stand in
// some columns beside others.
type run struct {
	way
	of    *unit // the guise of an opened unit, else nil
	pages int   // turned
	row   int   // first free grid line of the last page
	cost  Badness
	// chain is what goes on after this one, or nil. pages, row and cost are those of
	// all, without the feet.
	chain *chain
}

// rest is what is left of a page: the grid lines from one to another, the feet of
// the pages on which a story goes on, and the line of the first of them that it goes
// on at. Where it is shared, others stand under it on the page.
type rest struct {
	row, rows int
	feet      feet
	resume    int
	shared    bool
}

// runTable is the runs of a story over some columns by the grid line that they
// begin at, where the page and the next one have so much room.
type runTable struct {
	place   rest // its first grid line left out
	from    [][]*run
	known   []bool
	courses [][]course // by form and by whether the page begins with its story; see bench.course
}

// runTable is the unit's table for the page that a rest is of.
func (u *unit) runTable(here rest, span, rows int) *runTable {
	here.row = 0
	for _, t := range u.runs[span] {
		if t.place == here {
			return t
		}
	}
	t := &runTable{place: here, from: make([][]*run, rows+1), known: make([]bool, rows+1)}
	u.runs[span] = append(u.runs[span], t)
	return t
}

// runsFrom are the ways of beginning a story at the rest of a page over so many
// columns and going on overleaf: the cheapest for each place where it may end.
// None where it should not begin there.
func (b *bench) runsFrom(u *unit, here rest, span int) []*run {
	t := u.runTable(here, span, b.style.Grid.Rows)
	if !t.known[here.row] {
		t.known[here.row], t.from[here.row] = true, b.bestRuns(u, here, span)
	}
	return t.from[here.row]
}

// bestRuns are runsFrom, measured.
func (b *bench) bestRuns(u *unit, here rest, span int) []*run {
	if u.guises != nil {
		return b.runsInGuises(u, here, span)
	}
	if u.hole != nil || u.briefs != nil || !u.allows(span) {
		return nil
	}
	var best []*run
	ways, t := b.waysOfRun(u, span), u.runTable(here, span, b.style.Grid.Rows)
	for i := range ways {
		if r, ok := b.runAlong(t, u, here, span, &ways[i]); ok {
			best = keepCheaper(best, &r)
		}
	}
	return best
}

// runOf measures a story that runs on in one way; false where it should not
// begin there.
func (b *bench) runOf(m *makeup, u *unit, span int, w *wayOfRun) (run, bool) {
	if !m.placeRun(b, u, w.way, 0, span) {
		return run{}, false
	}
	b.weighParts(u, extentOf(m.parts), w.head+w.across, span, &m.faults)
	return run{way: w.way, pages: m.page - 1, row: m.row, cost: w.cost + m.faults.sum()}, true
}

// weighBare weighs a leading story whose photo does not stand under its
// headline, so that it may come overleaf.
func (b *bench) weighBare(u *unit, w way, f *faults) {
	if u.rank == 0 && u.lead != nil && w.lead == 0 {
		f.add(FlawBare, weigh.LeadBare)
	}
}

// wayOfRun is one of the ways that are tried for a story that goes on overleaf,
// with what it costs wherever it begins.
type wayOfRun struct {
	way
	head, across int // grid lines
	form         int // the same for those with the same courses
	bulk         int // grid lines of span columns that all of it takes
	faults       faults
	cost         Badness
}

// mostWaysOfRun bounds the ways that are tried for a story that goes on overleaf;
// of a leading one, which is seldom more than one, more are.
const (
	mostWaysOfRun  = 14
	mostWaysOfLead = 20
)

// waysOfRun are the cheapest ways for a story that goes on overleaf, the natural
// one first among equals.
func (b *bench) waysOfRun(u *unit, span int) []wayOfRun {
	if u.ways[span] != nil {
		return u.ways[span]
	}
	heads := 1
	if u.headOver(b.setter, span, 1).rows < u.headOver(b.setter, span, 0).rows {
		heads = 2
	}
	var ways []wayOfRun
	for smaller := range heads {
		for _, w := range b.photosOfRun(u, span) {
			w.smaller = smaller
			h := u.headOver(b.setter, span, smaller)
			one := wayOfRun{way: w, head: h.rows, across: w.across(span)}
			b.weighLead(u, span, w, &one.faults)
			b.weighBare(u, w, &one.faults)
			b.weighHead(u, h, &one.faults)
			one.cost = one.faults.sum()
			one.bulk = h.rows + (w.lead*w.leadRows+rowsOf(u.flowIn(b, b.style.Grid.Columns, span, w), b.style.Grid.Columns))/span
			ways = append(ways, one)
		}
	}
	slices.SortStableFunc(ways, func(x, y wayOfRun) int { return cmp.Compare(x.cost, y.cost) })
	most := mostWaysOfRun
	if u.rank == 0 {
		most = mostWaysOfLead
	}
	u.ways[span] = unlike(ways, most)
	b.numberForms(u, span, u.ways[span])
	return u.ways[span]
}

// unlike are the first most of ways that do not take as much of the columns as
// one before them does, those with a broad photo or with a low one that has its
// words beside it, and the one that there is always room for: all photos in the
// text.
func unlike(ways []wayOfRun, most int) []wayOfRun {
	var kept []wayOfRun
	for _, w := range ways {
		like := func(o wayOfRun) bool { return o.bulk == w.bulk && o.broad == w.broad && o.slim == w.slim }
		plain := w.way == way{}
		if plain || !slices.ContainsFunc(kept, like) && (len(kept) < most || w.broad && w.smaller == 0 || w.slim > 0) {
			kept = append(kept, w)
		}
	}
	return kept
}

// photosOfRun are waysOfRun with the natural headline.
func (b *bench) photosOfRun(u *unit, span int) []way {
	steps := b.stepsFor(u)
	var ways []way
	for _, step := range steps {
		ways = append(ways, way{step: step})
	}
	if u.lead == nil {
		return ways
	}
	for columns := span; columns > 0; columns-- {
		fig := u.leadOver(b.setter, columns)
		if fig == nil || !b.mayStand(u, fig, columns, fig.rows) {
			continue
		}
		least, most := fig.rowsRange(b.setter)
		for _, step := range steps[:b.leadSteps(u, steps)] {
			for _, rows := range someBetween(least, fig.rows, most) {
				if b.mayStand(u, fig, columns, rows) {
					ways = append(ways, way{step: step, lead: columns, leadRows: rows})
				}
			}
		}
		ways = append(ways, b.slimWays(u, steps[:b.leadSteps(u, steps)])...)
		if b.broadPhoto(u) != nil {
			ways = append(ways, way{lead: columns, leadRows: fig.rows, broad: true})
		}
	}
	return ways
}

// someBetween are heights of a photo that are worth a try, the natural one first.
func someBetween(least, natural, most int) []int {
	rows := []int{natural}
	for _, r := range [...]int{(least + natural) / 2, least, (natural + most) / 2, most} {
		if !slices.Contains(rows, r) {
			rows = append(rows, r)
		}
	}
	return rows
}

// across is the height of a photo that goes across the story.
func (w way) across(span int) int {
	if w.lead == span {
		return w.leadRows
	}
	return 0
}

// weighParts weighs the breaks of a story: one over, a stub of text here or
// there; over so many rows of the first page stands its head.
func (b *bench) weighParts(u *unit, e extent, over, span int, f *faults) {
	if e.breaks == 0 {
		return
	}
	breaks := int(e.breaks)
	f.add(FlawBroken, b.breaks.each+b.breaks.each/4*Badness(breaks-1))
	total := int(e.first)*span + int(e.later)*b.style.Grid.Columns
	f.add(FlawBroken, Badness(max(0, breaks-b.neededBreaks(u)))*b.breaks.more)
	if total <= b.breaks.shortRows || u.rank == 2 || b.isGallery(&u.piece.Article) {
		f.add(FlawBroken, b.breaks.short)
	}
	least := weigh.StubRows
	if u.rank == 0 && b.style.Grid.Columns > 1 {
		least = weigh.LeadRows
	}
	f.add(FlawStub, Badness(max(0, weigh.StubRows-int(e.last))+max(0, least-int(e.first)+over))*weigh.Stub)
}

// neededBreaks is how often a story is broken whatever the order of the stories:
// never where a page holds it in any of its ways.
func (b *bench) neededBreaks(u *unit) int {
	if !u.measured {
		u.measured = true
		columns, steps := b.style.Grid.Columns, b.stepsFor(u)
		if b.shapesOver(u, columns).high < 0 && !b.holdsUnwished(u) {
			total := u.headOver(b.setter, columns, 1).rows * columns
			total += rowsOf(u.flowOver(b, columns, columns, steps[len(steps)-1], false), columns)
			u.breaks = max(1, (total-1)/(b.style.Grid.Rows*columns))
		}
	}
	return u.breaks
}

// holdsUnwished reports a story that a page would hold whole if nobody wished its
// photo larger, or it over fewer columns.
func (b *bench) holdsUnwished(u *unit) bool {
	wide := u.wish.PhotoSize == bulletin.SizeWide
	if !wide && u.wish.Columns == 0 && u.given.guise.photo != bulletin.SizeWide {
		return false
	}
	free := u.given
	free.wish.Columns, free.guise.photo = 0, ""
	if wide {
		free.wish.PhotoSize = ""
	}
	return b.shapesOver(b.newUnit(free), b.style.Grid.Columns).high >= 0
}

// placeRun puts a unit from here on over pages; false where its headline would
// stand without enough of its text.
func (m *makeup) placeRun(b *bench, u *unit, w way, col, span int) bool {
	m.begin(u, col, span)
	h := u.headOver(b.setter, span, w.smaller)
	body := u.flowIn(b, b.style.Grid.Columns, span, w)
	if (m.row > 0 || m.shared) && !m.beginsWell(h.rows, w, body) {
		return false
	}
	m.placeHead(h.bands)
	if w.lead > 0 && !m.placeLead(b, u, w) {
		return false
	}
	m.placeBody(body)
	m.end()
	return true
}

// placeLead puts the lead photo under the headline: across the columns, or at
// the head of the last of them, or of the first.
func (m *makeup) placeLead(b *bench, u *unit, w way) bool {
	if m.room() < w.leadRows+m.jumpRows() {
		return false
	}
	m.paintLead(b, u, w)
	if w.lead == m.area.columns {
		m.row += w.leadRows
		return true
	}
	m.area.lead, m.area.leadRows, m.area.left = w.lead, w.leadRows, m.mirrored
	return true
}

func (m *makeup) paintLead(b *bench, u *unit, w way) {
	if m.dry {
		return
	}
	fig := u.leadIn(b.setter, w)
	col := m.col
	if !m.mirrored {
		col += m.area.columns - w.lead
	}
	x := m.columnLeft(m.page, col)
	m.add(m.order+orderOfBody, fig.paint(b.capInset(), Length(b.style.Photo.Gap), x, m.top(m.row), true))
}

// beginsWell reports whether the rest of the page is enough for the beginning
// of a story: all of it where it is short, else head, photo and some lines of
// text.
func (m *makeup) beginsWell(headRows int, w way, body []chunk) bool {
	room := m.room() - headRows
	a := m.area
	switch {
	case w.lead == a.columns:
		room -= w.leadRows
	case w.lead > 0:
		a.lead, a.leadRows = w.lead, w.leadRows
	}
	if room < a.leadRows {
		return false
	}
	if m.inCell() && len(body) > 0 && body[0].wide {
		return false
	}
	if len(body) > 0 && body[0].wide && room >= body[0].rows() {
		room -= body[0].rows()
		body = body[1:]
	}
	part := narrow(body)
	if len(part) == 0 {
		return room >= 0
	}
	if _, _, _, fits := levelled(part, a, room); fits {
		return true
	}
	a.foot = m.jumpRows()
	return room >= m.style.Story.KeepLines && a.takes(part, room)
}
