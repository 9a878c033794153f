package layout

// mostDealt is by how many rows each gap between the bands of a page, and between
// stories one under another, is opened.
const mostDealt = 2

// onePage carries out the steps of one page. What its bands leave white under them,
// and its foot, is dealt to the gaps between the bands, evenly; what is over stands
// at the foot: between two stories it would look like a mistake. A story that goes
// on was measured where it stands, and stays there.
func (r *realiser) onePage(steps []step) {
	last := steps[len(steps)-1]
	if last.kind == moveTurn {
		r.blame(r.plan.footOf(last.at, nil), last.at.page)
		r.leaveWhite(last.at.page, r.spareOf(last)*r.plan.columnsOn(last.at.page))
	}
	gathered, lower := 0, 0 // rows that were white above, and by how many the next stands lower than planned
	for i := range steps {
		s := &steps[i]
		switch s.kind {
		case moveTurn:
			r.newPage()
			continue
		case moveLeave:
			r.leave(r.plan.all[s.what.list[0]])
			continue
		}
		switch {
		case s.goesOn():
			gathered, lower = 0, 0
		case r.gapped(s):
			more := r.dealtOver(steps[i:], gathered)
			gathered, lower = gathered-more, lower+more
		}
		r.row = s.at.row + lower
		if r.gapped(s) {
			r.separateAll(s)
			r.row += r.plan.gap
		}
		r.spare = r.overGaps(steps[i:], gathered)
		under := r.carryOut(s)
		gathered, lower = gathered+under, lower-under
	}
}

// dealtOver is by how many rows the gap over the first of the steps that are left on
// a page is opened, where so many rows were white above.
func (r *realiser) dealtOver(steps []step, gathered int) int {
	return firstShare(r.whiteAmong(steps, gathered))
}

// overGaps is how many rows the first of the steps that are left on a page may be
// driven out by: what the gaps after it cannot take. The last page ends where it does.
func (r *realiser) overGaps(steps []step, gathered int) int {
	if last := &steps[len(steps)-1]; last.kind != moveTurn && !last.goesOn() {
		return 0
	}
	rows, gaps := r.whiteAmong(steps, gathered)
	if r.gapped(&steps[0]) {
		gaps-- // it is opened
	}
	return max(0, rows-mostDealt*gaps)
}

// whiteAmong is how many rows the steps that are left on a page leave white, beside
// those that were white above, and how many gaps there are to take them.
func (r *realiser) whiteAmong(steps []step, gathered int) (rows, gaps int) {
	rows = gathered
	for i := range steps {
		s := &steps[i]
		if r.gapped(s) {
			gaps++
		}
		if s.goesOn() {
			return rows, gaps
		}
		rows += r.whiteUnder(s)
	}
	return rows + r.spareOf(steps[len(steps)-1]), gaps
}

// goesOn reports a step whose story ends on another page.
func (s *step) goesOn() bool { return s.run != nil && s.run.pages > 0 }

// firstShare is by how much the first of so many gaps is opened where rows are white.
func firstShare(rows, gaps int) int { return min(mostDealt, rows/max(1, gaps)) }

// whiteUnder is how many rows a step surely leaves white under all that it places.
func (r *realiser) whiteUnder(s *step) int {
	if s.kind != moveBand && s.kind != moveAlone {
		return 0
	}
	list, least := s.what.list, s.rows
	for _, c := range r.plan.cellsOf(s) {
		heights := r.plan.heights(list[:c.units], c.span, s.rows)
		white := r.whiteIn(list[:c.units], c.span, heights)
		list, least = list[c.units:], min(least, max(0, white-mostDealt*(c.units-1)))
	}
	return least
}

// spareOf is how many rows are free at the foot of the page that a step is the
// last of.
func (r *realiser) spareOf(last step) int {
	if last.kind == moveTurn {
		return r.plan.rowsOn(last.at.page) - last.at.row
	}
	at := r.plan.best.at
	if last.goesOn() || last.at.page != at.page || r.plan.imprintAlone(at) {
		return 0
	}
	return r.plan.rowsOn(at.page) - r.plan.imprint - at.row
}

// gapped reports a step that places something with a gap over it.
func (r *realiser) gapped(s *step) bool {
	placing := s.kind != moveTurn && s.kind != moveLeave
	return placing && s.at.row > 0 && (s.at.page > 1 || s.at.row > r.plan.start)
}
