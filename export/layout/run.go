package layout

// run is a story that goes on over pages: from a grid line of one to a grid
// line of a later one, full width but for its beginning, which may stand in
// some columns beside others.
type run struct {
	way
	pages int // turned
	row   int // first free grid line of the last page
	cost  Badness
}

// rest is what is left of a page: the grid lines from one to another, and how
// many stories do not have at the foot of the next page.
type rest struct{ row, rows, overleaf int }

type runKey struct {
	rest
	span int
}

// runFrom is the best way of beginning a story at the rest of a page over so
// many columns and going on overleaf; nil where it should not begin there.
func (b *bench) runFrom(u *unit, here rest, span int) *run {
	key := runKey{here, span}
	r, ok := u.runs[key]
	if !ok {
		r = b.bestRun(u, here, span)
		u.runs[key] = r
	}
	return r
}

func (b *bench) bestRun(u *unit, here rest, span int) *run {
	if u.hole != nil || u.briefs != nil || !u.allows(span) {
		return nil
	}
	var best *run
	for _, w := range b.waysOfRun(u, span) {
		m := dryMakeup(b.setter, here)
		m.jumps = true
		if !m.placeRun(b, u, w, 0, span) {
			continue
		}
		r := &run{way: w, pages: m.page - 1, row: m.row}
		f := m.faults
		b.weighLead(u, span, w, &f)
		b.weighBare(u, w, &f)
		h := u.headOver(b.setter, span, w.smaller)
		b.weighHead(u, span, h, &f)
		b.weighParts(u, m.parts, h.rows+w.across(span), span, &f)
		if r.cost = f.sum(); best == nil || r.cost < best.cost {
			best = r
		}
	}
	return best
}

// weighBare weighs a leading story whose photo does not stand under its
// headline, so that it may come overleaf.
func (b *bench) weighBare(u *unit, w way, f *faults) {
	if u.rank == 0 && u.lead != nil && w.lead == 0 {
		f.add(FlawBare, weigh.LeadBare)
	}
}

// waysOfRun are the ways that are tried for a story that goes on overleaf, the
// natural one first.
func (b *bench) waysOfRun(u *unit, span int) []way {
	ways := b.photosOfRun(u, span)
	if u.headOver(b.setter, span, 1).rows < u.headOver(b.setter, span, 0).rows {
		for _, w := range ways[:len(ways):len(ways)] {
			w.smaller = 1
			ways = append(ways, w)
		}
	}
	return ways
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
		least, _ := fig.rowsRange(b.setter)
		for _, step := range steps[:b.leadSteps(u, steps)] {
			ways = append(ways, way{step: step, lead: columns, leadRows: fig.rows})
			if least < fig.rows {
				ways = append(ways, way{step: step, lead: columns, leadRows: (least + fig.rows) / 2}, way{step: step, lead: columns, leadRows: least})
			}
		}
	}
	return ways
}

// across is the height of a photo that goes across the story.
func (w way) across(span int) int {
	if w.lead == span {
		return w.leadRows
	}
	return 0
}

// weighParts weighs the breaks of a story: one over, a stub of text here or
// there; over so many rows stands its head.
func (b *bench) weighParts(u *unit, parts []portion, over, span int, f *faults) {
	breaks := len(parts) - 1
	if breaks == 0 {
		return
	}
	f.add(FlawBroken, weigh.Broken+weigh.Broken/4*Badness(breaks-1))
	total := 0
	for i, p := range parts {
		if i == 0 {
			total += p.rows * span
			continue
		}
		total += (p.rows - continuedRows) * b.style.Grid.Columns
	}
	page := b.style.Grid.Rows * b.style.Grid.Columns
	needed := max(0, total-1) / page // breaks that no order of the stories would save
	f.add(FlawBroken, Badness(max(0, breaks-needed))*weigh.BrokenMore)
	if total <= weigh.ShortRows || u.rank == 2 || b.isGallery(&u.piece.Article) {
		f.add(FlawBroken, weigh.BrokenShort)
	}
	first, last := parts[0].rows-over, parts[breaks].rows-continuedRows
	f.add(FlawStub, Badness(max(0, weigh.StubRows-last)+max(0, weigh.StubRows-first))*weigh.Stub)
}

// placeRun puts a unit from here on over pages; false where its headline would
// stand without enough of its text.
func (m *makeup) placeRun(b *bench, u *unit, w way, col, span int) bool {
	m.begin(u, col, span)
	h := u.headOver(b.setter, span, w.smaller)
	body := u.flowOver(b, b.style.Grid.Columns, span, w.step, w.lead > 0)
	if m.row > 0 && !m.beginsWell(h.rows, w, body) {
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
// the head of the last of them.
func (m *makeup) placeLead(b *bench, u *unit, w way) bool {
	if m.room() < w.leadRows+m.jumpRows() {
		return false
	}
	m.paintLead(b, u, w)
	if w.lead == m.area.columns {
		m.row += w.leadRows
		return true
	}
	m.area.lead, m.area.leadRows = w.lead, w.leadRows
	return true
}

func (m *makeup) paintLead(b *bench, u *unit, w way) {
	if m.dry {
		return
	}
	fig := u.leadOver(b.setter, w.lead).withRows(b.setter, w.leadRows)
	x := m.columnLeft(m.page, m.col+m.area.columns-w.lead)
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
	if _, _, fits := levelled(part, a, room); fits {
		return true
	}
	a.foot = m.jumpRows()
	var columns [mostColumns]column
	return room >= m.style.Story.KeepLines && len(fill(part, a, room, columns[:a.columns], true)) < len(part)
}
