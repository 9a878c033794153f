package layout

// Grid is the columns and lines that everything on the pages stands on, for
// those who draw over them.
type Grid struct {
	Columns, Rows int    // of a page
	Column        Length // width of a column
	Gutter        Length // between two columns
	Leading       Length // height of a line
}

// Across is the width of so many columns with the gutters between them.
func (g Grid) Across(columns int) Length {
	return Length(columns)*g.Column + Length(max(0, columns-1))*g.Gutter
}

// ColumnsIn is how many columns a width comes nearest to, at least one and at
// most those of the page.
func (g Grid) ColumnsIn(width Length) int {
	step := max(1, g.Column+g.Gutter)
	return min(max(int((width+g.Gutter+step/2)/step), 1), max(1, g.Columns))
}

// RowsIn is how many lines a height comes nearest to, at least one and at most
// those of the page.
func (g Grid) RowsIn(height Length) int {
	step := max(1, g.Leading)
	return min(max(int((height+step/2)/step), 1), max(1, g.Rows))
}

func (m *makeup) grid() Grid {
	g := m.style.Grid
	return Grid{
		Columns: g.Columns, Rows: g.Rows, Column: Length(m.style.ColumnWidth()),
		Gutter: Length(g.Gutter), Leading: Length(g.Leading),
	}
}

// PlacedHole is where a hole of the issue came to stand.
type PlacedHole struct {
	Nth  int // in Issue.Holes, counted from 0
	Page int // 1 for the first
	Box  Rect
}

// hollow notes where a hole stands.
func (r *realiser) hollow(u *unit, c cell, top, rows int) {
	r.holes = append(r.holes, PlacedHole{Nth: u.nth, Page: r.page, Box: Rect{
		X: r.columnLeft(r.page, c.col), Y: r.top(top),
		Width: r.widthOf(c.span), Height: Length(rows) * Length(r.style.Grid.Leading),
	}})
}

// leaveWhite notes lines of one column that a page leaves white.
func (r *realiser) leaveWhite(page, lines int) {
	for len(r.white) < page {
		r.white = append(r.white, 0)
	}
	r.white[page-1] += max(0, lines)
}
