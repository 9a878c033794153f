package preflight

import (
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/export/layout"
)

// longWord is how many letters of one word a narrow column may not hold: what is
// longer was typed without its spaces, or is an address of the web.
const longWord = 45

// longWords are words that a line end cuts where no word may be cut, each story's
// first in a field.
func longWords(p *proof) []hit {
	var out []hit
	for _, s := range p.distinct() {
		if s.Deleted {
			continue
		}
		tell := func(field bulletin.Field, block int, text string) {
			where := bulletin.Place{Article: s.ID, Field: field, Block: block}
			for word := range strings.FieldsSeq(bulletin.Plain(text)) {
				if n := utf8.RuneCountInString(word); n > longWord && !p.isOnOneLine(where, word) {
					where.Page = p.pageOf(where)
					out = append(out, hit{where: where, args: bulletin.Args{"word": shortened(word), "n": n}})
					return
				}
			}
		}
		tell(bulletin.FieldHeadline, -1, s.Article.Headline)
		tell(bulletin.FieldStandfirst, -1, s.Article.Standfirst)
		for i, b := range s.Article.Body {
			tell(bulletin.FieldBody, i, b.Text)
		}
	}
	return out
}

// isOnOneLine reports a word that a line of its text holds whole.
func (p *proof) isOnOneLine(where bulletin.Place, word string) (whole bool) {
	at := spot{where.Article, where.Field, where.Block, where.Photo}
	p.each(func(_ int, item layout.Item) {
		if t, ok := item.(layout.Text); ok && !whole && spotOf(t.Source) == at {
			whole = strings.Contains(lettersOf(t), word)
		}
	})
	return whole
}
