package layout

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
			body = rest
		default:
			body = m.placeAndGoOn(part, rest)
		}
	}
}

// placeWide puts the photo across the columns that begins body here, or, where
// there is no room for it, overleaf with the text after it running on here.
func (m *makeup) placeWide(body []chunk) []chunk {
	photo := body[0].strips[0]
	gap := 0
	if m.row > 0 && m.bodyAbove() {
		gap = photo.above
	}
	if m.row == 0 || m.room() >= gap+photo.rows {
		m.row += gap
		m.add(m.order+photo.order, photo.paint(m.left(), m.top(m.row), true))
		m.row += photo.rows
		return body[1:]
	}
	text := narrow(body[1:])
	rest := body[1+len(text):]
	if _, remaining := fill(text, m.style.Grid.Columns, m.room()); len(remaining) > 0 && m.room() > 0 {
		m.placeColumns(text, m.room())
		m.newPage()
		return concat(body[:1], remaining, rest)
	}
	m.newPage()
	return body
}

// bodyAbove reports whether something of this page stands above already.
func (m *makeup) bodyAbove() bool { return len(m.pages[len(m.pages)-1].blocks) > 0 }

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
	m.paint(columns)
	m.row += height
	return true
}

// placeAndGoOn fills the page although a photo across the columns is due: it
// will stand at the head of the next page.
func (m *makeup) placeAndGoOn(part, rest []chunk) []chunk {
	if _, left := fill(part, m.style.Grid.Columns, m.room()); len(left) > 0 {
		return append(m.fillPage(part, m.room()), rest...)
	}
	text := narrow(rest[1:])
	all := concat(part, text)
	if _, left := fill(all, m.style.Grid.Columns, m.room()); len(left) > 0 {
		left = m.fillPage(all, m.room())
		return concat(rest[:1], left, rest[1+len(text):])
	}
	m.placeLevel(part, 0)
	m.newPage()
	return rest
}

// fillPage fills so many lines of this page and turns it; it returns what is
// over.
func (m *makeup) fillPage(part []chunk, rows int) []chunk {
	rest := m.placeColumns(part, rows)
	m.newPage()
	return rest
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
			m.add(m.order+s.order, s.paint(x, m.top(m.row+s.row), s.row == 0))
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
