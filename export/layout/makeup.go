package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// makeup puts stories on pages. A dry one only measures: nothing is painted,
// and only page, row, faults and overset are of use.
type makeup struct {
	*setter
	dry      bool
	sheets   []*sheet  // none in a dry make-up
	page     int       // being filled, 1 for the first
	row      int       // its first free grid line
	fresh    int       // the grid lines that it began with: of a story that goes on
	rows     int       // grid lines that stories have on the page
	feet     feet      // of the next pages
	shared   bool      // others stand under it
	onward   onward    // where a story goes on if not at the head of the next page
	col      int       // first column of what is being placed
	area     area      // its columns
	boxed    bool      // they stand in a box
	free     int       // rows under it that the briefs of a box may be opened by, or a story driven out
	opened   int       // rows that they were
	module   bool      // all of it stands here
	mirrored bool      // its photo stands at the left
	jumps    bool      // pages say where a story goes on
	unit     *unit     // being placed
	order    int       // of it, for reading
	parts    []portion // pages of it
	over     int       // lines of it that found no room
	faults   faults    // of it
	evened   int       // rows by which its columns end more level than was planned; see relined
	told     []bulletin.Finding
}

// portion is the piece of a story on one page.
type portion struct {
	page, rows int
	top        Length // where it begins
}

// sheet is a page in the making.
type sheet struct {
	blocks []block
	links  []Link
}

// block is what was placed together, with its place in the reading order.
type block struct {
	order int
	items []Item
}

func newMakeup(s *styles.Style) *makeup {
	m := &makeup{setter: newSetter(s)}
	m.newPage()
	return m
}

// dryMakeup is the one that measures for the bench, to be restarted.
func (b *bench) dryMakeup() *makeup {
	if b.dry == nil {
		b.dry = &makeup{setter: b.setter, dry: true, jumps: true}
	}
	return b.dry
}

// restart measures from the rest of a page on.
func (m *makeup) restart(here rest) {
	m.page, m.onward = 0, onward{}
	m.newPage()
	m.row, m.rows, m.feet, m.shared = here.row, here.rows, here.feet, here.shared
	if here.resume > 0 {
		m.onward = onward{m.page + 1, here.resume}
	}
}

// onward is the page, and its grid line, on which a story goes on; the zero one is
// the head of the next page.
type onward struct{ page, row int }

// next is where a story goes on from here.
func (m *makeup) next() onward {
	if m.onward.page > 0 {
		return m.onward
	}
	return onward{m.page + 1, 0}
}

func (m *makeup) newPage() {
	to := m.next()
	m.page, m.row, m.fresh, m.col, m.rows = to.page, to.row, 0, 0, m.style.Grid.Rows-m.feet[0]
	m.feet = m.feet.next()
	m.shared, m.onward = false, onward{}
	m.area = m.areaOver(m.style.Grid.Columns)
	if !m.dry && m.page > len(m.sheets) {
		m.sheets = append(m.sheets, &sheet{})
	}
}

func (m *makeup) add(order int, items []Item) { m.addTo(m.page, order, items) }

func (m *makeup) addTo(page, order int, items []Item) {
	if len(items) > 0 && !m.dry {
		s := m.sheets[page-1]
		s.blocks = append(s.blocks, block{order: order, items: items})
	}
}

// left is the left edge of the columns being filled.
func (m *makeup) left() Length { return m.columnLeft(m.page, m.col) }

// columnLeft is the left edge of a column, the first being 0.
func (m *makeup) columnLeft(page, col int) Length {
	return m.leftOf(page) + Length(col)*(Length(m.style.ColumnWidth())+Length(m.style.Grid.Gutter))
}

// textLeft is the left edge of a column of what is being placed.
func (m *makeup) textLeft(i int) Length {
	if !m.boxed {
		return m.columnLeft(m.page, m.col+i)
	}
	return m.left() + m.boxInset() + Length(i)*(m.boxColumn(m.area.columns)+Length(m.style.Grid.Gutter))
}

// leftOf is the left edge of the type area of a page, counted from 1.
func (m *makeup) leftOf(page int) Length {
	if page%2 == 0 {
		return Length(m.style.Page.Outside)
	}
	return Length(m.style.Page.Inside)
}

// top is the upper edge of a grid line.
func (m *makeup) top(row int) Length {
	return Length(m.style.Page.Top) + Length(row)*Length(m.style.Grid.Leading)
}

func (m *makeup) room() int { return m.rows - m.row }

// orderOfStory is over the order of anything in a story.
const orderOfStory = 1_000_000

// begin turns to a story that will stand from here on, over so many columns.
func (m *makeup) begin(u *unit, col, span int) {
	m.unit, m.col, m.over, m.faults, m.evened = u, col, 0, m.faults[:0], 0
	m.area = m.areaOver(span)
	m.order += orderOfStory
	m.parts = append(m.parts[:0], portion{page: m.page, rows: -m.row, top: m.top(m.row)})
}

// end closes the last part of a story.
func (m *makeup) end() {
	last := &m.parts[len(m.parts)-1]
	last.rows += m.row
}

// placeHead puts a head's bands over the columns. A head taller than the page
// goes on overleaf.
func (m *makeup) placeHead(head []band) {
	start := m.row
	var used Length
	full := Length(m.rows) * Length(m.style.Grid.Leading)
	for i := range head {
		b := &head[i]
		offset := Length(start) * Length(m.style.Grid.Leading)
		if offset+used+b.height > full {
			if b.white {
				continue
			}
			m.newPage()
			full = Length(m.rows) * Length(m.style.Grid.Leading)
			start, used, offset = 0, 0, 0
		}
		if b.paint != nil && !m.dry {
			m.add(m.order+i, b.paint(m.left(), m.top(0)+offset+used))
		}
		used += b.height
	}
	m.row = start + rowsFor(m.style, used)
}

// finish makes the pages of a document.
func (m *makeup) finish() []Page {
	pages := make([]Page, len(m.sheets))
	for i, s := range m.sheets {
		slices.SortStableFunc(s.blocks, func(a, b block) int { return a.order - b.order })
		n := 0
		for _, b := range s.blocks {
			n += len(b.items)
		}
		pages[i].Items = make([]Item, 0, n)
		for _, b := range s.blocks {
			pages[i].Items = append(pages[i].Items, b.items...)
		}
		pages[i].Links = s.links
	}
	return pages
}
