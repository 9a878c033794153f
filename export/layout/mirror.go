package layout

// mayMirror reports that a story has its photo as well at the head of its first
// columns as of its last: it leaves as much white, and its columns end as level.
// On a left-hand page it then stands at the outer edge, as on a right-hand page,
// so that pages of one kind do not all look alike. It may take slack rows more
// than it does, or fewer, as long as what stands white in its columns and under
// them is the same together.
func (b *bench) mayMirror(u *unit, span int, sh *shape, slack int) bool {
	if sh.lead == 0 || sh.lead == span {
		return false
	}
	rows := b.style.Grid.Rows - sh.head
	body := u.flowOver(b, span, span, sh.step, true)
	right := b.areaOver(span)
	right.lead, right.leadRows = sh.lead, sh.leadRows
	left := right
	left.left = true
	height, blank, ok := b.stand(body, right, rows)
	if !ok {
		return false
	}
	uneven := b.unevenParts(u)
	high, white, ok := b.stand(body, left, rows)
	more := high - height
	return ok && more <= slack && white == blank+more*span && b.unevenParts(u) <= uneven
}

// mayMirrorRun is mayMirror for a story that begins here and goes on overleaf: each
// of its pages holds as much of it, and nothing about it is worse.
func (r *realiser) mayMirrorRun(u *unit, w way, span int) bool {
	isFar := r.onward.page > r.page+1
	if w.lead == 0 || w.lead == span || isFar {
		return false
	}
	b, m := r.plan.bench, r.plan.bench.dryMakeup()
	here := rest{row: r.row, rows: r.rows, feet: r.feet, resume: r.onward.row, shared: r.shared}
	right, ok := m.measured(b, u, here, w, span)
	if !ok {
		return false
	}
	m.mirrored = true
	left, ok := m.measured(b, u, here, w, span)
	m.mirrored = false
	return ok && left.extent == right.extent && left.pages == right.pages && left.row == right.row && left.cost <= right.cost
}

// measured is the course of a whole story from a rest of a page on, the head in
// its extent.
func (m *makeup) measured(b *bench, u *unit, here rest, w way, span int) (course, bool) {
	m.restart(here)
	if !m.placeRun(b, u, w, 0, span) {
		return course{}, false
	}
	return course{extent: extentOf(m.parts), pages: int32(m.page), row: int32(m.row), cost: m.faults.sum()}, true
}
