package layout

import (
	"slices"
	"strings"

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
// the style's Fit steps, as a sub-editor would do it; see fitted.
func Article(p Piece, s styles.Style) (*Document, error) {
	return fitted(p, s), nil
}

// setArticle also tells how many grid lines of the last page are used.
func setArticle(p Piece, s styles.Style) (doc *Document, used int) {
	b := newBench(&s)
	u := b.newUnit(story{piece: p, section: p.Article.Section})
	m := newMakeup(&s)
	m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
	first, columns := m.page, s.Grid.Columns
	if w := b.naturalWay(u); !m.placeRun(b, u, w, 0, columns) {
		m.newPage()
		first = m.page
		m.placeRun(b, u, w, 0, columns)
	}
	row := m.row
	m.folios(p.Article.Affiliation, "")
	doc = m.document(p.Article.Headline, p.Article.Byline)
	doc.Findings = slices.Concat(m.findings, u.findings, m.told)
	doc.Stories = []Story{{
		Article: p.ID, Headline: p.Article.Headline, FirstPage: first, LastPage: m.page,
		Columns: columns, Lines: u.lines, Overset: m.over,
	}}
	for page := first + 1; page <= m.page; page++ {
		doc.Stories[0].Continued = append(doc.Stories[0].Continued, page)
	}
	return doc, row
}

// naturalWay is how a story stands alone: with the photo that wants the width
// under its headline where its place is near, all others where they are called
// for.
func (b *bench) naturalWay(u *unit) way {
	columns := b.style.Grid.Columns
	if u.lead == nil || columns == 1 || !wantsWidth(&u.piece.Article, u.lead) {
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
	if fig == nil || before > near*columns {
		return way{}
	}
	return way{lead: columns, leadRows: fig.rows}
}

func (m *makeup) document(title, author string) *Document {
	return &Document{
		Title: title, Author: author, Language: pageLanguage,
		Trim:  Size{Length(m.style.Page.Width), Length(m.style.Page.Height)},
		Bleed: Length(m.style.Page.Bleed),
		Pages: m.finish(),
	}
}

// Issue sets the stories of an issue under its nameplate and with its imprint
// at the foot of the last page. They stand in the order of pieces as far as
// the editor's wishes allow; of all ways of making them up, the one with the
// least Badness is taken.
func Issue(issue bulletin.Issue, pieces []Piece, s styles.Style) (*Document, error) {
	m := newMakeup(&s)
	m.nameplate(&issue)
	m.issueBanner(&issue, pieces)
	imprint := m.imprintOf(&issue)
	b := newBench(&s)
	plan := b.bestPlan(&issue, pieces, m.row, m.imprintRows(imprint))
	r := plan.realise(m)
	m.placeImprint(imprint)
	label, name := nameOnPlate(&issue)
	m.folios(strings.Join(nonEmpty(label, name), " "), strings.Join(nonEmpty(numberOnPlate(&issue), issue.Date.Short()), "  ·  "))
	doc := m.document(strings.Join(nonEmpty(label, name, numberOnPlate(&issue)), " "), issue.Office.Body)
	doc.Faults = r.faults
	for _, s := range r.stories {
		doc.Stories = append(doc.Stories, s.Story)
	}
	doc.Findings = slices.Concat(m.findings, m.missingFindings())
	for _, u := range plan.units {
		doc.Findings = append(doc.Findings, u.findings...)
	}
	doc.Findings = append(doc.Findings, m.told...)
	return doc, nil
}

// bestPlan tries the orders in which the stories may stand.
func (b *bench) bestPlan(issue *bulletin.Issue, pieces []Piece, start, imprint int) *plan {
	var best *plan
	for _, units := range b.orders(b.storiesOf(issue, pieces)) {
		p := newPlan(b, units, start, imprint)
		if p.search() && (best == nil || p.best.cost < best.best.cost) {
			best = p
		}
	}
	return best
}

// orders are the ways of lining the stories up: with briefs that follow one
// another in a box.
func (b *bench) orders(stories []story) [][]*unit {
	var units []*unit
	for i := 0; i < len(stories); {
		n := i
		for n < len(stories) && n-i < b.style.Briefs.Most && b.isBrief(&stories[n]) {
			n++
		}
		if n-i >= b.style.Briefs.Least {
			units = append(units, b.newBox(stories[i:n]))
			i = n
			continue
		}
		units = append(units, b.newUnit(stories[i]))
		i++
	}
	return [][]*unit{units}
}

// storiesOf names each section once, over the first of its stories.
func (b *bench) storiesOf(issue *bulletin.Issue, pieces []Piece) []story {
	stories := make([]story, 0, len(pieces))
	section := ""
	for i := range pieces {
		next := story{piece: pieces[i], wish: slotOf(issue, pieces[i].ID)}
		next.rank = b.rankOf(&next, i == 0)
		if s := pieces[i].Article.Section; s != section {
			section, next.section = s, s
		}
		stories = append(stories, next)
	}
	return stories
}

func slotOf(issue *bulletin.Issue, id bulletin.ID) bulletin.Slot {
	for _, slot := range issue.Slots {
		if slot.Article == id {
			return slot
		}
	}
	return bulletin.Slot{}
}

// issueBanner puts the year's theme under the nameplate: the issue's own, else
// that of the first story that has one.
func (m *makeup) issueBanner(issue *bulletin.Issue, pieces []Piece) {
	if hasText(issue.ThemeBanner) {
		m.banner(issue.ThemeBanner, ofIssue)
		return
	}
	for _, p := range pieces {
		if hasText(p.Article.ThemeBanner) {
			m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
			return
		}
	}
}

// rankOf says how large a story's headline is: 0 for the first story of the
// issue and for leads, 1 for others, 2 for briefs, unless the editor wishes it
// otherwise.
func (b *bench) rankOf(s *story, first bool) int {
	switch s.wish.HeadlineSize {
	case bulletin.HeadlineLarge:
		return 0
	case bulletin.HeadlineMedium:
		return 1
	case bulletin.HeadlineSmall:
		return 2
	}
	switch {
	case first || s.wish.Lead:
		return 0
	case s.piece.Article.Words() < b.style.Briefs.Words:
		return 2
	}
	return 1
}
