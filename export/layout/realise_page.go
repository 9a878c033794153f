package layout

import "slices"

// mostDealt is by how many rows each gap between the bands of a page is opened.
const mostDealt = 2

// onePage carries out the steps of one page. What its foot leaves white is dealt
// to the gaps between its bands.
func (r *realiser) onePage(steps []step) {
	last := steps[len(steps)-1]
	if last.kind == moveTurn {
		r.blame(r.plan.footOf(last.at, nil), last.at.page)
		r.leaveWhite(last.at.page, r.spareOf(last)*r.plan.columnsOn(last.at.page))
	}
	gaps, passed := 0, 0
	for i := range steps {
		if r.gapped(&steps[i]) {
			gaps++
		}
	}
	dealt := min(r.spareOf(last), mostDealt*gaps)
	if slices.ContainsFunc(steps, func(s step) bool { return s.run != nil }) {
		dealt = 0 // runs were measured where they stand
	}
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
		r.row = s.at.row
		if r.gapped(s) {
			passed++
			r.row += dealt * passed / gaps
			r.separateAll(s)
			r.row += r.plan.gap
		}
		r.carryOut(s)
	}
}

// spareOf is how many rows are free at the foot of the page that a step is the
// last of.
func (r *realiser) spareOf(last step) int {
	if last.kind == moveTurn {
		return r.plan.rowsOn(last.at.page) - last.at.row
	}
	at := r.plan.best.at
	if last.run != nil || last.at.page != at.page || r.plan.imprintAlone(at) {
		return 0
	}
	return r.plan.rowsOn(at.page) - r.plan.imprint - at.row
}

// gapped reports a step that places something with a gap over it.
func (r *realiser) gapped(s *step) bool {
	placing := s.kind != moveTurn && s.kind != moveLeave
	return placing && s.at.row > 0 && (s.at.page > 1 || s.at.row > r.plan.start)
}
