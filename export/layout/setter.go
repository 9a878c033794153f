package layout

import (
	"fmt"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// setter turns texts into settings and notes what could not be set.
type setter struct {
	style    *styles.Style
	findings []bulletin.Finding
	missing  map[missingLetter]bool
	stoodIn  int // letters that a sign stands for
}

func newSetter(s *styles.Style) *setter {
	return &setter{style: s, missing: map[missingLetter]bool{}}
}

// missingLetter is reported once a field, however often it stands there.
type missingLetter struct {
	article bulletin.ID
	field   bulletin.Field
	block   int
	photo   string
	r       rune
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
		return justifiedEnds(ws, m, v.size, st.style.Justify)
	}
	return raggedEnds(ws, m, v.Balance)
}

// standIn puts a visible sign for each letter that the voice's face lacks.
func (st *setter) standIn(chars []character, v voice, src Source) {
	for i, c := range chars {
		if c.r < 0x7F { // every face has ASCII
			continue
		}
		face := typefaceOf(emphasised(v.face, c.bold, c.italic))
		if face.has(c.r) {
			continue
		}
		st.stoodIn++
		st.reportMissing(chars, i, src)
		chars[i].r = standIn
	}
}

func (st *setter) reportMissing(chars []character, i int, src Source) {
	key := missingLetter{src.Article, src.Field, src.Block, src.Photo, chars[i].r}
	if st.missing[key] {
		return
	}
	st.missing[key] = true
	st.findings = append(st.findings, bulletin.Finding{
		Rule: "missing_glyph", Severity: bulletin.Warning,
		Where: placeOf(src, chars[i].offset, 1),
		Args: bulletin.Args{
			"char": fmt.Sprintf("U+%04X", chars[i].r),
			"text": surroundings(chars, i),
		},
	})
}

// surroundings gives the letters round a spot, for a finding.
func surroundings(chars []character, i int) string {
	const around = 12
	from, to := max(0, i-around), min(len(chars), i+around+1)
	runes := make([]rune, 0, to-from)
	for _, c := range chars[from:to] {
		runes = append(runes, c.r)
	}
	return string(runes)
}

func placeOf(src Source, offset, length int) bulletin.Place {
	return bulletin.Place{
		Article: src.Article, Field: src.Field, Block: src.Block, Photo: src.Photo,
		Offset: offset, Length: length,
	}
}
