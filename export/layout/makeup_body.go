package layout

import "bantin/bulletin"

// placeBody pours a story's body into columns under its head, page after page.
// A photo across all columns parts it: the columns above it end level.
func (m *makeup) placeBody(body []chunk) {
	for len(body) > 0 {
		if body[0].wide {
			body = m.placeWide(body)
			continue
		}
		part := narrow(body)
		rest := body[len(part):]
		switch {
		case len(rest) == 0:
			body = m.placeLast(part)
		case m.placeLevel(part, 1+rest[0].rows()):
			m.row += min(1, part[len(part)-1].below())
			body = rest
		default:
			body = m.goOn(body)
		}
	}
}

// placeWide puts the photo across the columns that begins body here, or, where
// there is no room for it, overleaf with the text after it running on here.
func (m *makeup) placeWide(body []chunk) []chunk {
	photo := body[0].strips[0]
	if m.row == 0 || m.room() >= photo.rows {
		m.add(m.order+photo.order, photo.paint(m.left(), m.top(m.row), m.row == 0))
		m.row += photo.rows
		return body[1:]
	}
	return m.goOn(body)
}

// placeLast puts the last part of a story, level, above the reserved lines at
// the foot of the page; what is over is returned for the next page.
func (m *makeup) placeLast(part []chunk) []chunk {
	if m.placeLevel(part, m.tail) {
		return nil
	}
	rows := m.room()
	if _, height, ok := level(part, m.style.Grid.Columns, rows); ok {
		// It would fit but for the reserved lines: some of it goes overleaf
		// to keep them company.
		rows = max(1, height-m.style.Story.KeepLines)
	}
	return m.fillPage(part, rows)
}

// placeLevel puts all of part here, if it leaves so many lines free.
func (m *makeup) placeLevel(part []chunk, free int) bool {
	columns, height, ok := level(part, m.style.Grid.Columns, m.room()-free)
	if !ok {
		return false
	}
	if len(part) == 1 && part[0].closing() {
		// A byline alone, under a photo across the columns: at the right.
		columns[0], columns[len(columns)-1] = columns[len(columns)-1], columns[0]
	}
	for _, c := range columns {
		m.white += 2 * costOfWhite(max(0, height-c.used-widestSpread))
	}
	m.paint(columns)
	m.row += height
	return true
}

// goOn fills the page with the text of body although photos across the columns
// are due in between: they will stand at the head of the next page. Where the
// text would not fill the page, the order is kept and white is left.
func (m *makeup) goOn(body []chunk) []chunk {
	var text, passed []chunk
	for at := 0; at < len(body) && m.room() > 0; {
		part := narrow(body[at:])
		text = concat(text, part)
		at += len(part)
		if _, rest := fill(text, m.style.Grid.Columns, m.room()); len(rest) > 0 {
			return concat(passed, m.fillPage(text, m.room()), body[at:])
		}
		if at < len(body) {
			passed = append(passed, body[at])
			at++
		}
	}
	first := narrow(body)
	if !m.placeLevel(first, 0) {
		return concat(m.fillPage(first, m.room()), body[len(first):])
	}
	m.newPage()
	return body[len(first):]
}

// fillPage fills so many lines of this page and turns it; it returns what is
// over. A fresh page always takes something, so that the make-up comes to an
// end whatever the style and the text are.
func (m *makeup) fillPage(part []chunk, rows int) []chunk {
	fresh := m.row == 0
	if fresh && !m.takes(part, rows) {
		rows = m.room()
	}
	if fresh && !m.takes(part, rows) {
		m.force(part[0])
		m.newPage()
		return part[1:]
	}
	rest := m.placeColumns(part, rows)
	if len(rest) > 0 {
		if photosOnly(rest) {
			m.white += costOfLeft
		}
		m.newPage()
	}
	return rest
}

// takes reports whether anything of part finds room in so many lines.
func (m *makeup) takes(part []chunk, rows int) bool {
	_, rest := fill(part, m.style.Grid.Columns, rows)
	return len(rest) < len(part)
}

// force puts a chunk taller than the page on it all the same and reports it.
func (m *makeup) force(c chunk) {
	columns := make([]column, 1)
	columns[0].place(c, c.rows())
	m.paint(columns)
	article := m.story.piece.ID
	m.told = append(m.told, bulletin.Finding{
		Rule: "overset", Severity: bulletin.Error,
		Where: bulletin.Place{Article: article, Block: -1, Page: len(m.pages)},
		Args:  bulletin.Args{"lines": c.rows() - m.style.Grid.Rows},
	})
	m.overset += c.rows() - m.style.Grid.Rows
}

func (m *makeup) placeColumns(part []chunk, rows int) []chunk {
	columns, rest := fill(part, m.style.Grid.Columns, rows)
	for i := range columns {
		columns[i].spread(rows)
	}
	m.paint(columns)
	m.row += rows
	return rest
}

func (m *makeup) paint(columns []column) {
	step := Length(m.style.ColumnWidth()) + Length(m.style.Grid.Gutter)
	for i, c := range columns {
		x := m.left() + Length(i)*step
		for _, s := range c.strips {
			top, atTop := m.top(m.row+s.row), s.row == 0
			m.addLater(m.order+s.order, func() []Item { return s.paint(x, top, atTop) })
		}
	}
}

// concat joins flows without writing into any of them.
func concat(parts ...[]chunk) []chunk {
	var all []chunk
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
