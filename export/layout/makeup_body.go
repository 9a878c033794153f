package layout

import "bantin/bulletin"

// narrow is the chunks before the first one that goes across the columns.
func narrow(body []chunk) []chunk {
	for i := range body {
		if body[i].wide {
			return body[:i]
		}
	}
	return body
}

// placeBody pours a story's body into the columns under its head, page after
// page. A photo across all columns parts it: the columns above it end level.
func (m *makeup) placeBody(body []chunk) {
	for len(body) > 0 {
		if body[0].wide {
			body = m.placeWide(body)
			continue
		}
		part := narrow(body)
		rest, gap := body[len(part):], min(1, part[len(part)-1].below())
		switch {
		case len(rest) == 0:
			body = m.placeLast(part)
		case !m.inCell() && m.placeLevel(part, gap+rest[0].rows()):
			m.row += gap
			body = rest
		default:
			body = m.goOn(body)
		}
	}
	m.passLead()
}

// inCell reports that the story stands beside others here and goes on over the
// whole width overleaf.
func (m *makeup) inCell() bool { return !m.module && m.area.columns < m.style.Grid.Columns }

// passLead goes below a photo at the head of some of the columns under which
// nothing stands.
func (m *makeup) passLead() {
	m.row += m.area.leadRows
	m.area.lead, m.area.leadRows = 0, 0
}

// placeWide puts the photo across the columns that begins body here, or, where
// there is no room for it, overleaf with the text after it running on here.
func (m *makeup) placeWide(body []chunk) []chunk {
	m.passLead()
	photo, free := &body[0].strips[0], 0
	if len(body) > 1 {
		free = m.jumpRows()
	}
	if !m.inCell() && (m.row == m.fresh || m.room() >= photo.rows+free) {
		if photo.rows > m.room() {
			m.faults.add(FlawOverset, weigh.Overset)
		}
		if !m.dry {
			m.add(m.order+photo.order, photo.paint(m.left(), m.top(m.row), m.row == 0))
		}
		m.row += photo.rows
		return body[1:]
	}
	return m.goOn(body)
}

// placeLast puts the last part of a story, level; what is over is returned for
// the next page.
func (m *makeup) placeLast(part []chunk) []chunk {
	if m.placeLevel(part, 0) {
		return nil
	}
	return m.fillPage(part)
}

// placeLevel puts all of part here, if it leaves so many lines free.
func (m *makeup) placeLevel(part []chunk, free int) bool {
	height, _, uneven, ok := levelled(part, m.area, m.room()-free)
	if !ok {
		return false
	}
	m.faults.add(FlawUneven, Badness(uneven)*weigh.Uneven)
	if !m.dry {
		columns, driven := m.level(part, height)
		if m.boxed {
			m.opened = openBriefs(columns, m.free)
		}
		height, m.opened, m.free = height+driven, m.opened+driven, m.free-driven
		if len(part) == 1 && part[0].closing() && m.area.lead == 0 {
			// A byline alone, under a photo across the columns: at the right.
			columns[0], columns[len(columns)-1] = columns[len(columns)-1], columns[0]
		}
		m.paint(columns)
	}
	m.row += height
	m.area.lead, m.area.leadRows = 0, 0
	return true
}

// goOn fills the page with the text of body although photos across the columns
// are due in between: they will stand at the head of the next page. Where the
// text would not fill the page, the order is kept and white is left.
func (m *makeup) goOn(body []chunk) []chunk {
	var text, passed []chunk
	for at := 0; at < len(body) && m.room() > m.jumpRows(); {
		part := narrow(body[at:])
		text = concat(text, part)
		at += len(part)
		if !m.holds(text) {
			return concat(passed, m.fillPage(text), body[at:])
		}
		if at < len(body) {
			passed = append(passed, body[at])
			at++
		}
	}
	first := narrow(body)
	if len(first) > 0 && !m.placeLevel(first, m.jumpRows()) {
		return concat(m.fillPage(first), body[len(first):])
	}
	m.faults.add(FlawWhite, whiteOf(m.room(), m.area.columns))
	m.turn(min(m.row, m.rows-1))
	return body[len(first):]
}

// jumpRows is what "Xem tiếp trang N" takes under the last column.
func (m *makeup) jumpRows() int {
	if m.jumps {
		return 1
	}
	return 0
}

// footed is the area with room for "Xem tiếp trang N".
func (m *makeup) footed() area {
	a := m.area
	a.foot = m.jumpRows()
	return a
}

// holds reports whether all of a flow has room on the rest of the page.
func (m *makeup) holds(part []chunk) bool {
	var columns [mostColumns]column
	return len(fill(part, m.footed(), m.room(), columns[:m.area.columns], true)) == 0
}

// takes reports whether anything of a flow has room in so many rows: nearly always
// its first chunk has.
func (a area) takes(flow []chunk, rows int) bool {
	var all [mostColumns]column
	columns := all[:a.columns]
	a.open(columns, rows, true)
	if c := &columns[0]; !c.endsBadly(flow) && c.place(&flow[0]) {
		return true
	}
	return len(fill(flow, a, rows, columns, true)) < len(flow)
}

// fillPage fills the rest of this page and turns it; it returns what is over.
// A fresh page always takes something, so that the make-up comes to an end
// whatever the style and the text are.
func (m *makeup) fillPage(part []chunk) []chunk {
	if m.row == m.fresh && len(part) > 0 && !m.footed().takes(part, m.room()) {
		m.force(&part[0])
		if len(part) > 1 {
			m.turn(m.rows)
		}
		return part[1:]
	}
	rows := m.room()
	a := m.footed()
	var all [mostColumns]column
	columns := all[:a.columns]
	rest := fill(part, a, rows, columns, m.dry)
	if cut := m.unit.goingOn(part, a, rows, columns, rest); cut != a {
		a = cut
		rest = fill(part, a, rows, columns, m.dry)
	}
	uneven, white := a.uneven(columns), rows-lowestOf(columns)
	if !m.dry {
		columns = m.relined(part, a, rows, columns, rest)
		a.spread(columns)
		m.paint(columns)
	}
	m.row = m.rows
	if len(rest) > 0 {
		m.faults.add(FlawUneven, Badness(uneven)*weigh.Uneven)
		m.faults.add(FlawWhite, Badness(max(0, white-a.foot)*a.columns)*weigh.White)
		if photosOnly(rest) {
			m.faults.add(FlawPhotoFar, weigh.PhotoLeft)
		}
		m.turn(m.rows - a.foot)
	}
	return rest
}

// force puts a chunk taller than the page on it all the same and reports it.
func (m *makeup) force(c *chunk) {
	over := max(1, c.rows()-m.room())
	m.faults.add(FlawOverset, weigh.Overset)
	m.over += over
	if m.dry {
		m.row = m.rows
		return
	}
	columns := []column{{to: c.rows()}}
	columns[0].place(c)
	m.paint(columns)
	m.told = append(m.told, bulletin.Finding{
		Rule: "overset", Severity: bulletin.Error,
		Where: bulletin.Place{Article: m.unit.piece.ID, Block: -1, Page: m.page},
		Args:  bulletin.Args{"lines": over},
	})
	m.row = m.rows
}

// paint puts filled columns on the page.
func (m *makeup) paint(columns []column) {
	for i := range columns {
		x := m.textLeft(i)
		for k := range columns[i].strips {
			s := &columns[i].strips[k]
			m.add(m.order+s.order, s.paint(x, m.top(m.row+s.row), s.row == 0))
		}
	}
}

// concat joins lists without writing into any of them.
func concat[T any](parts ...[]T) []T {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if n == 0 {
		return nil
	}
	all := make([]T, 0, n)
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
