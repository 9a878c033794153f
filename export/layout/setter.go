package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// setter turns texts into settings and notes what could not be set.
type setter struct {
	style    *styles.Style
	findings []bulletin.Finding
	missing  map[Source]*missingLetters
	lacking  []*missingLetters // the same, in the order in which they turned up
	stoodIn  int               // letters that a sign stands for
	alone    bool              // a story goes on without a head of its own
	room     room
}

// room is what the setting of one text needs for a while, and the next again.
type room struct {
	chars []character
	sums  sums
	nodes [][classes]node
}

func newSetter(s *styles.Style) *setter {
	return &setter{style: s, missing: map[Source]*missingLetters{}}
}

// text sets marked text in a column of the given width. A text without
// anything to print has no lines.
func (st *setter) text(marked string, v voice, width Length, src Source) setting {
	return st.remembered(marked, v, width, src, false)
}

// plain sets a text that carries no emphasis.
func (st *setter) plain(text string, v voice, width Length, src Source) setting {
	return st.remembered(bulletin.MarkPlain(text), v, width, src, true)
}

func (st *setter) characters(chars []character, v voice, width, indent Length, src Source) setting {
	t := setting{voice: v, js: st.style.Justify}
	if v.Caps {
		chars = capitals(chars)
	}
	st.standIn(chars, v, src)
	ws := words(chars, v, width-max(indent, v.hang))
	if len(ws) == 0 {
		return t
	}
	hung(ws, v, st.style.Justify.Hang)
	if indent > 0 {
		ws[0].hangLeft = 0 // an indent is measured from the margin
	}
	for len(ws) > 0 {
		part := ws[:endOfPart(ws)]
		m := measure{width - indent, width - v.hang}
		t.lines = append(t.lines, cut(part, st.ends(part, v, m), m, indent, v.hang)...)
		ws, indent = ws[len(part):], 0
	}
	t.lines[len(t.lines)-1].last = true
	return t
}

// endOfPart is where the first line break stands, or the end.
func endOfPart(ws []word) int {
	for i, w := range ws {
		if w.ends {
			return i + 1
		}
	}
	return len(ws)
}

func (st *setter) ends(ws []word, v voice, m measure) []int {
	if v.Align == styles.Justified {
		return justifiedEnds(ws, m, v.size, &st.style.Justify, &st.room)
	}
	return raggedEnds(ws, m, v, &st.room)
}

func placeOf(src Source, offset, length int) bulletin.Place {
	return bulletin.Place{
		Article: src.Article, Field: src.Field, Block: src.Block, Photo: src.Photo,
		Offset: offset, Length: length,
	}
}
