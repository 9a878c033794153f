package layout

import "bantin/bulletin"

// wholeStanza is the length up to which a stanza is never parted.
const wholeStanza = 6

// stanza adds lines of verse: ragged, without indent, what a line has over set
// in, a stanza of usual length in one column.
func (f *flow) stanza(text string, src Source) {
	t := f.verse(text, src)
	if len(t.lines) == 0 {
		return
	}
	f.whole = wholeStanza
	f.dress = func(s *strip) { s.setIn(f.inset) }
	f.lines(t, src, 1)
	f.whole, f.dress = 0, nil
	f.glue, f.indent = false, false
}

func (f *flow) verse(text string, src Source) setting {
	v := voiceOf(f.style, f.style.Types.Verse)
	v.indent, v.hang = 0, v.indent
	return f.text(text, v, f.width, src)
}

// verseInset is how far a poem is set in so that its longest line stands in the
// middle of a page of one column; in narrow columns it begins at the left.
func (f *flow) verseInset() Length {
	a := &f.story.piece.Article
	if a.Genre != bulletin.Poem || f.style.Grid.Columns > 1 || f.inBox {
		return 0
	}
	var longest Length
	for i, b := range a.Body {
		if b.Kind != bulletin.Paragraph {
			continue
		}
		for _, l := range f.verse(b.Text, f.source(bulletin.FieldBody, i)).lines {
			longest = max(longest, l.indent+l.natural())
		}
	}
	return max(0, (f.width-longest)/2)
}

// setIn moves what a strip paints to the right.
func (s *strip) setIn(by Length) {
	if by == 0 {
		return
	}
	words := s.paint
	s.paint = func(x, top Length, atTop bool) []Item { return words(x+by, top, atTop) }
}
