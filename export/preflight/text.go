package preflight

import (
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
)

// textBox is the area that a text's letters take, blanks at its ends left out;
// inked is false where there is nothing but blanks. Above the baseline letters
// with their marks take some four fifths of the size, below it a quarter: close
// enough for all faces that are shipped.
func textBox(t layout.Text) (box layout.Rect, inked bool) {
	x := t.X
	var left, right layout.Length
	for _, g := range t.Glyphs {
		if g.Rune != ' ' {
			if !inked {
				left, inked = x, true
			}
			right = x + g.Advance
		}
		x += g.Advance
	}
	return layout.Rect{X: left, Y: t.Y - t.Size*4/5, Width: right - left, Height: t.Size * 21 / 20}, inked
}

// wordsOf quotes a text.
func wordsOf(t layout.Text) string {
	return shortened(strings.TrimSpace(lettersOf(t)))
}

// lettersOf is what a text reads.
func lettersOf(t layout.Text) string {
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

func placeOf(t layout.Text, page int) bulletin.Place {
	s := t.Source
	return bulletin.Place{
		Article: s.Article, Field: s.Field, Block: s.Block, Photo: s.Photo,
		Offset: s.Offset, Length: len(t.Glyphs), Page: page,
	}
}
