package layout

import "slices"

// A page that has more rows over than its gaps may take drives its stories out, as
// compositors say. A head stands more openly; then what a column may be opened by is
// opened, paragraphs are set a line longer and photos in the text stand higher, so that
// all columns end some rows lower.

const (
	mostOfHead = 2 // rows by which a head is opened
	mostDriven = 3 // rows by which the text is
)

// openHead is a story's head with a row more over its text, and then over what stands
// above that, of those that are free.
func (m *makeup) openHead(bands []band) []band {
	left := min(m.free, mostOfHead)
	if m.boxed || left == 0 {
		return bands
	}
	opened := slices.Clone(bands)
	for i := len(opened) - 1; i >= 0 && left > 0; i-- {
		if opened[i].opens {
			opened[i].height += Length(m.style.Grid.Leading)
			left, m.free, m.opened = left-1, m.free-1, m.opened+1
		}
	}
	return opened
}

// drivenOut is a flow in columns that end as level as those it has, but lower by as
// many rows of those that are free as can be.
func (m *makeup) drivenOut(flow []chunk, height int, columns []column) (driven []column, by int) {
	off := endsOff(columns, lowestText(columns))
	for by = min(m.free, mostDriven); by > 0; by-- {
		if driven = m.drivenBy(flow, height+by); driven != nil && endsOff(driven, height+by) <= off {
			return driven, by
		}
	}
	return columns, 0
}

// drivenBy is a flow in columns that end on a line, or over it where they cannot; nil
// where that cannot be had.
func (m *makeup) drivenBy(flow []chunk, line int) []column {
	s := levelling{
		area: m.area, height: line, line: line, relines: true, least: hopelessCut, deepest: lineRange + mostRelined,
		known: map[poured][]pouring{}, best: map[poured]int{}, begun: begunBefore(flow), waits: (*chunk).closing,
	}
	if s.from(0, flow, nil, noText) >= hopelessCut {
		return nil
	}
	longer, a := s.bentAt(flow)
	columns := make([]column, a.columns)
	if len(fill(longer, a, line, columns, false)) > 0 || lowestOf(columns) > line {
		return nil
	}
	for i := range columns {
		columns[i].to = max(columns[i].used, line)
		columns[i].spread()
	}
	return columns
}

// endsOff is how many rows columns end over a line, squared.
func endsOff(columns []column, line int) (sum int) {
	for i := range columns {
		if off := line - columns[i].used; columns[i].used > columns[i].from {
			sum += off * off
		}
	}
	return sum
}
