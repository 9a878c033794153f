package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// makeup pours stories one after another into pages.
type makeup struct {
	*setter
	pages   []*sheet
	row     int // first free grid line of the last page
	tail    int // grid lines to be left at the foot of the last page
	stories []Story
	told    []bulletin.Finding // of what was placed
	story   *story             // being placed
	overset int                // lines of it that found no room
	order   int                // of the story being placed, for reading
	white   int                // what the feet of the pages before cost (variant.go)
}

// sheet is a page in the making.
type sheet struct{ blocks []block }

// block is what was placed together, with its place in the reading order. What
// stands in columns is painted at the end: while pages are tried out, only its
// place is wanted.
type block struct {
	order int
	items []Item
	paint func() []Item // instead of items
}

func newMakeup(s *styles.Style) *makeup {
	m := &makeup{setter: newSetter(s)}
	m.newPage()
	return m
}

func (m *makeup) newPage() {
	if len(m.pages) > 0 {
		m.white += costOfWhite(m.room())
	}
	m.pages = append(m.pages, &sheet{})
	m.row = 0
}

func (m *makeup) add(order int, items []Item) {
	if len(items) > 0 {
		p := m.pages[len(m.pages)-1]
		p.blocks = append(p.blocks, block{order: order, items: items})
	}
}

// addLater is add for what is painted at the end.
func (m *makeup) addLater(order int, paint func() []Item) {
	p := m.pages[len(m.pages)-1]
	p.blocks = append(p.blocks, block{order: order, paint: paint})
}

// left is the left edge of the type area of the last page.
func (m *makeup) left() Length { return m.leftOf(len(m.pages)) }

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

func (m *makeup) room() int { return m.style.Grid.Rows - m.row }

// rowsFor is how many grid lines a height takes.
func (m *makeup) rowsFor(h Length) int {
	leading := Length(m.style.Grid.Leading)
	return int((h + leading - 1) / leading)
}

// place puts a story after what stands already; reserve grid lines are kept
// free under its end.
func (m *makeup) place(s *story, reserve int) {
	m.story, m.overset, m.tail = s, 0, reserve
	m.separate(s)
	first := len(m.pages)
	m.order += 1_000_000 // over the number of blocks of any story
	m.placeHead(s.head)
	m.placeBody(s.body)
	m.stories = append(m.stories, Story{
		Article: s.piece.ID, Headline: s.piece.Article.Headline,
		FirstPage: first, LastPage: len(m.pages), Lines: lines(s.body),
		Overset: m.overset,
	})
}

// separate leaves white and a rule after the story before, or turns the page
// when the headline would stand without enough of its text.
func (m *makeup) separate(s *story) {
	if m.row == 0 {
		return
	}
	if s.turned {
		m.newPage()
		return
	}
	gap := 0
	if len(m.stories) > 0 {
		gap = m.style.Story.Gap
	}
	room := m.room() - gap - m.rowsFor(heightOf(s.head))
	body := s.body
	if s.photoLater && m.runsOn(body, room) {
		body = body[1:]
	}
	if !m.beginsWell(body, room) || m.tooShortToPart(s.body, room) {
		m.newPage()
		return
	}
	if gap > 0 {
		m.storyRule(gap, s.section != "")
	}
	m.row += gap
}

// runsOn reports that a body begins with a photo across the columns that finds
// no room in so many lines, while the text after it would fill them.
func (m *makeup) runsOn(body []chunk, room int) bool {
	if len(body) < 2 || !body[0].wide || body[0].rows() <= room {
		return false
	}
	_, rest := fill(narrow(body[1:]), m.style.Grid.Columns, room)
	return len(rest) > 0
}

// tooShortToPart reports a body that would fit in so many lines but for the
// lines to be left free under it, and that is too short to go on overleaf.
func (m *makeup) tooShortToPart(body []chunk, room int) bool {
	columns := m.style.Grid.Columns
	_, height, fits := level(body, columns, room)
	keep := m.style.Story.KeepLines
	return fits && height > room-m.tail && (height < 3*keep || !m.takes(body, height-keep))
}

// storyRule draws the rule between two stories; where a new section begins it
// is the heavy one.
func (m *makeup) storyRule(gap int, section bool) {
	st := m.style.Story
	thickness, ink := Length(st.Rule), inkOf(m.style, st.RuleInk)
	y := m.top(m.row) + Length(gap)*Length(m.style.Grid.Leading)*55/100
	if section {
		thickness, ink = Length(m.style.Nameplate.Rule), inkOf(m.style, m.style.Nameplate.RuleInk)
	}
	m.add(m.order+999_999, []Item{Fill{Rect{m.left(), y, Length(m.style.TextWidth()), thickness}, ink}})
}

// beginsWell reports whether so many grid lines are enough for the beginning
// of a story's body: all of it where it is short, else some lines of text, and
// the photo across the columns that it begins with.
func (m *makeup) beginsWell(body []chunk, room int) bool {
	if len(body) > 0 && body[0].wide {
		room -= body[0].rows()
		body = body[1:]
	}
	part := narrow(body)
	if len(part) == 0 {
		return room >= 0
	}
	if _, _, fits := level(part, m.style.Grid.Columns, room); fits {
		return true
	}
	return room >= m.style.Story.KeepLines && m.takes(part, room)
}

// narrow is the chunks before the first one that goes across the columns.
func narrow(body []chunk) []chunk {
	if i := slices.IndexFunc(body, func(c chunk) bool { return c.wide }); i >= 0 {
		return body[:i]
	}
	return body
}

// placeHead puts a head's bands across the page. A head taller than the page
// goes on overleaf.
func (m *makeup) placeHead(head []band) {
	start := m.row
	var used Length
	full := Length(m.style.Grid.Rows) * Length(m.style.Grid.Leading)
	for i, b := range head {
		offset := Length(start) * Length(m.style.Grid.Leading)
		if offset+used+b.height > full {
			if b.white {
				continue
			}
			m.newPage()
			start, used, offset = 0, 0, 0
		}
		if b.paint != nil {
			m.add(m.order+i, b.paint(m.left(), m.top(0)+offset+used))
		}
		used += b.height
	}
	m.row = start + m.rowsFor(used)
}

// finish makes the pages of a document.
func (m *makeup) finish() ([]Page, []Story, []bulletin.Finding) {
	pages := make([]Page, len(m.pages))
	for i, s := range m.pages {
		slices.SortStableFunc(s.blocks, func(a, b block) int { return a.order - b.order })
		for _, b := range s.blocks {
			items := b.items
			if b.paint != nil {
				items = b.paint()
			}
			pages[i].Items = append(pages[i].Items, items...)
		}
	}
	return pages, m.stories, slices.Concat(m.findings, m.missingFindings(), m.told)
}
