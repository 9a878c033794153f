package layout

import (
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
	m := newMakeup(&s)
	m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
	m.place(m.variant(story{piece: p, section: p.Article.Section}, m.setter, 0), 0)
	m.folios(p.Article.Affiliation, "")
	return m.document(p.Article.Headline, p.Article.Byline), m.row
}

func (m *makeup) document(title, author string) *Document {
	pages, stories, findings := m.finish()
	return &Document{
		Title: title, Author: author, Language: pageLanguage,
		Trim:  Size{Length(m.style.Page.Width), Length(m.style.Page.Height)},
		Bleed: Length(m.style.Page.Bleed),
		Pages: pages, Stories: stories, Findings: findings,
	}
}

// Issue sets the stories of an issue, in the order of pieces, under its
// nameplate and with its imprint at the foot of the last page.
func Issue(issue bulletin.Issue, pieces []Piece, s styles.Style) (*Document, error) {
	m := newMakeup(&s)
	m.nameplate(&issue)
	m.issueBanner(&issue, pieces)
	imprint := m.imprintOf(&issue)
	m = m.stack(storiesOf(&issue, pieces), m.imprintRows(imprint))
	m.placeImprint(imprint)
	label, name := nameOnPlate(&issue)
	m.folios(strings.Join(nonEmpty(label, name), " "), strings.Join(nonEmpty(numberOnPlate(&issue), issue.Date.Short()), "  ·  "))
	return m.document(strings.Join(nonEmpty(label, name, numberOnPlate(&issue)), " "), issue.Office.Body), nil
}

// storiesOf names each section once, over the first of its stories.
func storiesOf(issue *bulletin.Issue, pieces []Piece) []story {
	stories := make([]story, 0, len(pieces))
	section := ""
	for i, p := range pieces {
		next := story{piece: p, rank: rankOf(issue, i, p)}
		if p.Article.Section != section {
			section = p.Article.Section
			next.section = section
		}
		stories = append(stories, next)
	}
	return stories
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

// briefWords is the length under which a story is a brief, with a small
// headline.
const briefWords = 160

// rankOf says how large a story's headline is: 0 for the first story of the
// issue and for leads, 1 for others, 2 for briefs.
func rankOf(issue *bulletin.Issue, i int, p Piece) int {
	lead := i == 0
	for _, slot := range issue.Slots {
		if slot.Article == p.ID && slot.Lead {
			lead = true
		}
	}
	switch {
	case lead:
		return 0
	case p.Article.Words() < briefWords:
		return 2
	}
	return 1
}
