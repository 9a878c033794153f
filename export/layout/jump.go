package layout

import (
	"strconv"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// continuedRows is what the head of a story's continuation takes: its short
// headline and "Tiếp theo trang N", and white.
const continuedRows = 2

// turn goes on with the story on the next page, or where it goes on. In an issue the line at row of
// the last column says so, and the next page begins with where it comes from.
func (m *makeup) turn(row int) {
	last := &m.parts[len(m.parts)-1]
	last.rows += m.row
	from := m.page
	if m.jumps && !m.dry {
		m.jumpLine(row)
	}
	m.newPage()
	m.parts = append(m.parts, portion{page: m.page, rows: -m.row, top: m.top(m.row)})
	if !m.jumps {
		return
	}
	if !m.dry {
		m.continuedHead(from)
	}
	if m.row += continuedRows; m.row == continuedRows {
		m.fresh = m.row
	}
}

// jumpLine puts "Xem tiếp trang N" at the right of a row of the last column.
func (m *makeup) jumpLine(row int) {
	target, v := m.next(), voiceOf(m.style, m.style.Types.Jump)
	x, width := m.columnLeft(m.page, m.col+m.area.columns-1), Length(m.style.ColumnWidth())
	t := m.plain(page("continues", bulletin.Args{"page": strconv.Itoa(target.page)}), v, width, ofIssue)
	src := Source{Article: m.unit.piece.ID, Block: -1, Part: PartJump}
	m.add(m.order+orderOfStory-2, t.place(t.lines[0], x, m.top(row)+Length(m.style.Grid.Ascent), src))
	box := Rect{x, m.top(row), width, Length(m.style.Grid.Leading)}
	m.link(m.page, Link{Box: box, Page: target.page, Y: m.top(target.row)})
}

// continuedHead puts the head of a continuation.
func (m *makeup) continuedHead(from int) {
	src := Source{Article: m.unit.piece.ID, Block: -1, Part: PartJump}
	width, leading := Length(m.style.TextWidth()), Length(m.style.Grid.Leading)
	baseline := m.top(m.row) + Length(m.style.Grid.Ascent)
	continued := voiceOf(m.style, m.style.Types.Continued)
	continued.Align = styles.Right
	words := m.plain(page("continued", bulletin.Args{"page": strconv.Itoa(from)}), continued, width, ofIssue)
	title := voiceOf(m.style, m.style.Types.JumpHead)
	title.Align = styles.Left
	name := m.oneLine(m.unit.piece.Article.Headline, title, width-words.lines[0].natural()-2*title.size)
	var items []Item
	for _, l := range name.lines {
		items = append(items, name.place(l, m.left(), baseline, src)...)
	}
	items = append(items, words.place(words.lines[0], m.left(), baseline, src)...)
	rule := Rect{m.left(), m.top(m.row+1) + leading/4, width, Length(m.style.Jump.Rule)}
	items = append(items, Fill{rule, inkOf(m.style, m.style.Jump.RuleInk)})
	m.add(m.order, items)
	m.link(m.page, Link{Box: Rect{m.left(), m.top(m.row), width, leading}, Page: from, Y: m.parts[0].top})
}

func (m *makeup) link(page int, l Link) { m.sheets[page-1].links = append(m.sheets[page-1].links, l) }
