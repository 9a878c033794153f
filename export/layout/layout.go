package layout

import (
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
func Article(p Piece, s styles.Style) (*Document, error) {
	m := newMakeup(&s)
	m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
	m.place(&story{piece: p, section: p.Article.Section}, 0)
	m.folios(p.Article.Affiliation, "")
	return m.document(p.Article.Headline, p.Article.Byline), nil
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
