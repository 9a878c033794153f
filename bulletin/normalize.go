package bulletin

import (
	"strings"

	"bantin/bulletin/viet"
)

// Normalize brings every text of the article to NFC (see viet.Normalize) and
// gives it the shape that the rest of the program relies on: a known status,
// never-nil lists, photo anchors without text and other blocks without photo.
// It changes no spaces, so it is safe to call on text being typed.
func (a *Article) Normalize() {
	normalizeAll(a.pointers()...)
	if !a.Status.Valid() {
		a.Status = Draft
	}
	if a.Body == nil {
		a.Body = []Block{}
	}
	if a.Photos == nil {
		a.Photos = []Photo{}
	}
	for i := range a.Body {
		a.Body[i].normalize()
	}
	for i := range a.Photos {
		a.Photos[i].Turn = wholeTurn(a.Photos[i].Turn)
	}
}

func (b *Block) normalize() {
	switch b.Kind {
	case PhotoAnchor:
		b.Text = ""
	case Paragraph, Crosshead, Quote:
		b.Photo = ""
	default:
		b.Kind, b.Photo = Paragraph, ""
	}
}

// pointers lists every text of the article for changing in place.
func (a *Article) pointers() []*string {
	out := []*string{
		(*string)(&a.Genre), &a.Section, &a.ThemeBanner, &a.Kicker, &a.Headline, &a.Deck,
		&a.Standfirst, &a.Byline, &a.Affiliation, &a.Dateline, &a.Note,
	}
	for i := range a.Body {
		out = append(out, &a.Body[i].Text)
	}
	for i := range a.Photos {
		p := &a.Photos[i]
		out = append(out, &p.Caption, &p.Credit, &p.AltText)
	}
	return out
}

// CountWords counts what stands between spaces and has a letter or a digit.
func CountWords(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, viet.InWord) {
			n++
		}
	}
	return n
}

func normalizeAll(texts ...*string) {
	for _, s := range texts {
		*s = viet.Normalize(*s)
	}
}
