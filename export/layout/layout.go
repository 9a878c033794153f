package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// Piece is an article under the ID that it has in the drafts file.
type Piece struct {
	ID      bulletin.ID
	Article bulletin.Article
}

// pageLanguage is what every page is written in.
const pageLanguage = "vi-VN"

// Article sets one article on as many pages as it needs: its theme banner, its
// head, two level columns, a folio. Whatever the text is, there are pages;
// what could not be set as it was written is told in Findings.
//
// Where the last page would come out nearly empty, the text is brought back by
// the style's Fit steps, as a sub-editor would do it; see fitted. The error is
// always nil: callers treat an article and an Issue alike.
func Article(p Piece, s styles.Style) (*Document, error) {
	return alone{piece: p}.fitted(s), nil
}

// set also tells how many grid lines of the last page are used. Large is with the
// lead photo across the columns whatever it is by itself.
func (a alone) set(s styles.Style, large bool) (doc *Document, used int) {
	p := a.piece
	b := newBench(&s)
	for _, st := range b.steps {
		st.alone = true
	}
	u := b.newUnit(story{piece: p, section: p.Article.Section, early: a.early})
	m := newMakeup(&s)
	m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
	first, columns := m.page, s.Grid.Columns
	w := b.naturalWay(u, large)
	if !m.placeRun(b, u, w, 0, columns) {
		m.newPage()
		first = m.page
		m.placeRun(b, u, w, 0, columns)
	}
	row := m.row
	m.folios(p.Article.Affiliation, "")
	doc = m.document(p.Article.Headline, p.Article.Byline)
	long := b.longHeadline(u, u.headOver(b.setter, columns, w.smaller), first)
	doc.Findings = slices.Concat(m.findings, u.findings, m.told, long)
	doc.Stories = []Story{{
		Article: p.ID, Headline: p.Article.Headline, FirstPage: first, LastPage: m.page,
		Columns: columns, Lines: u.lines, Overset: m.over, Copyfit: m.overPage(first, row),
	}}
	for page := first + 1; page <= m.page; page++ {
		doc.Stories[0].Continued = append(doc.Stories[0].Continued, page)
	}
	return doc, row
}

// overPage is by how many lines of one column an article that stands alone, and
// ends at a row of the page that is being filled, is over its first page, or,
// negative, under it.
func (m *makeup) overPage(first, row int) int {
	rows, columns := m.style.Grid.Rows, m.style.Grid.Columns
	if m.page == first {
		return (row - rows) * columns
	}
	return ((m.page-first-1)*rows + row) * columns
}

// naturalWay is how a story stands alone: with the photo that wants the width
// under its headline where its place is near, all others where they are called
// for. Large is to have one under the headline whether it wants that or not.
func (b *bench) naturalWay(u *unit, large bool) way {
	columns := b.style.Grid.Columns
	if u.lead == nil || columns == 1 || !large && !wantsWidth(&u.piece.Article, u.lead) {
		return way{}
	}
	const near = 40 // rows of each column
	before := 0
	for _, c := range u.flowOver(b, columns, columns, 0, false) {
		if c.wide {
			break
		}
		before += c.rows()
	}
	fig := u.leadOver(b.setter, columns)
	if fig == nil || !large && before > near*columns {
		return way{}
	}
	return way{lead: columns, leadRows: fig.rows}
}

func (m *makeup) document(title, author string) *Document {
	return &Document{
		Title: title, Author: author, Language: pageLanguage,
		Trim:  Size{Length(m.style.Page.Width), Length(m.style.Page.Height)},
		Bleed: Length(m.style.Page.Bleed),
		Grid:  m.grid(),
		Pages: m.finish(),
	}
}
