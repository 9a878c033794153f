package ui

import (
	"strings"

	"bantin/ui/manuscript"
)

// Turn makes the body's line at the caret a crosshead, a quote, or, with an
// empty mark, a paragraph. A line that is it already becomes a paragraph.
func (s *sheet) Turn(mark string) {
	if f, _ := s.focused(); f != s.body {
		return
	}
	text, caret := s.body.Text(), s.body.Caret()
	turned, moved := turnLine(text, caret, mark)
	s.body.Rewrite(turned)
	s.body.SetCaret(caret + moved)
}

// turnLine gives the line at a place (in runes) another mark, and says by how
// many runes the place moved.
func turnLine(text string, at int, mark string) (turned string, moved int) {
	runes := []rune(text)
	start := min(at, len(runes))
	for start > 0 && runes[start-1] != '\n' {
		start--
	}
	before, line := string(runes[:start]), string(runes[start:])
	if _, anchor := manuscript.ParseAnchor(strings.SplitN(line, "\n", 2)[0]); anchor {
		return text, 0
	}
	had := ""
	for _, m := range []string{manuscript.CrossheadMark, manuscript.QuoteMark} {
		if strings.HasPrefix(line, m) {
			had = m
		}
	}
	if had == mark {
		mark = ""
	}
	return before + mark + strings.TrimPrefix(line, had), len(mark) - len(had)
}
