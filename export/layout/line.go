package layout

import (
	"sync/atomic"

	"bantin/assets/fonts"
	"bantin/assets/styles"
)

// line is one set line: its words and the room that they have.
type line struct {
	words  []word
	indent Length
	room   Length // without the indent
	last   bool   // of its text
	ends   bool   // need not be full: the last one, or before a line break
	offset int    // runes into the field, of the first letter
	drawn  *drawing
}

// drawing is a line as it was first set, at 0,0: where it stands again, only
// its place and source differ.
type drawing struct{ texts atomic.Pointer[[]Text] }

// setting is a text cut into lines, in one voice.
type setting struct {
	voice voice
	lines []line
	js    styles.Justify
}

// height is that of all lines.
func (t setting) height() Length { return Length(len(t.lines)) * t.voice.leading }

// cut makes lines of words that end at the given places; indent is that of the
// first line, hang that of the others.
func cut(ws []word, ends []int, m measure, indent, hang Length) []line {
	lines := make([]line, 0, len(ends))
	start := 0
	for _, end := range ends {
		l := line{words: ws[start:end], room: m.line(start), indent: hang, ends: end == len(ws)}
		l.offset, l.drawn = l.words[0].parts[0].offset, new(drawing)
		if start == 0 {
			l.indent = indent
		}
		lines = append(lines, l)
		start = end
	}
	return lines
}

// natural is the width of the line unstretched, its hyphen included.
func (l line) natural() Length {
	var n Length
	for _, w := range l.words {
		n += w.width + w.space
	}
	last := l.words[len(l.words)-1]
	n -= last.space + l.words[0].hangLeft
	if last.piece {
		return n + last.hyphen
	}
	return n - last.hangRight
}

// place sets the line with its left edge at x and its baseline at y.
func (t *setting) place(l line, x, y Length, src Source) []Item {
	texts := l.drawn.texts.Load()
	if texts == nil {
		drawn := t.draw(l)
		texts = &drawn
		l.drawn.texts.Store(texts)
	}
	items := make([]Item, len(*texts))
	for i, one := range *texts {
		src.Offset = one.Source.Offset
		one.X, one.Y, one.Source = one.X+x, one.Y+y, src
		items[i] = one
	}
	return items
}

// draw sets the line at 0,0, from no source.
func (t *setting) draw(l line) []Text {
	p := pen{x: l.indent - l.words[0].hangLeft, setting: t}
	switch t.voice.Align {
	case styles.Center:
		p.x += (l.room - l.natural()) / 2
	case styles.Right:
		p.x += l.room - l.natural()
	}
	st := t.stretch(l)
	inner, gaps, letters := 0, 0, 0
	for _, w := range l.words {
		inner += w.length - 1
		letters += w.length
		if w.space > 0 {
			gaps++
		}
	}
	last := &l.words[len(l.words)-1]
	if last.space > 0 {
		gaps--
	}
	p.most = letters + len(l.words) + 1
	p.widen, p.gap = st.widen, l.gap(st, Length(gaps))
	p.letters, p.spaces = share{st.letters, Length(inner), 0}, share{st.spaces, Length(gaps), 0}
	for i := range l.words {
		w := &l.words[i]
		for k, part := range w.parts {
			p.part(part, k == len(w.parts)-1)
		}
		switch {
		case w == last && w.piece && w.hyphen > 0:
			p.glyph('-', w.hyphen)
		case w == last && !l.last && !w.piece:
			p.glyph(' ', w.space)
		case w != last && w.space > 0:
			p.glyph(' ', w.space+p.spaces.next())
		}
	}
	p.flush()
	return p.texts
}

// share deals out a sum in n parts that differ by one unit at most.
type share struct{ sum, n, dealt Length }

func (s *share) next() Length {
	if s.n <= 0 || s.dealt >= s.n {
		return 0
	}
	part := s.sum*(s.dealt+1)/s.n - s.sum*s.dealt/s.n
	s.dealt++
	return part
}

// pen writes the glyphs of a line into as few Texts as its faces allow.
type pen struct {
	x, y            Length
	setting         *setting
	source          Source
	letters, spaces share
	most            int // glyphs of the whole line
	widen, gap      int // as in Text
	current         Text
	texts           []Text
}

// part writes a stretch of a word; the distance after its last letter is that
// to the next word, if it is the last of its own.
func (p *pen) part(part part, last bool) {
	p.face(part.face, part.offset)
	for i, r := range part.runes {
		advance := widened(part.advances[i], p.widen)
		if !last || i < len(part.runes)-1 {
			advance += p.letters.next()
		}
		p.glyph(r, advance)
	}
}

// face begins a new Text where the face changes.
func (p *pen) face(f fonts.Face, offset int) {
	if len(p.current.Glyphs) > 0 && p.current.Face == f {
		return
	}
	p.flush()
	p.source.Offset = offset
	p.current = Text{
		X: p.x, Y: p.y, Face: f, Size: p.setting.voice.size, Ink: p.setting.voice.ink, Source: p.source,
		Glyphs: make([]Glyph, 0, p.most), Widen: p.widen, Gap: p.gap,
	}
	p.gap = 0
}

func (p *pen) glyph(r rune, advance Length) {
	p.current.Glyphs = append(p.current.Glyphs, Glyph{r, advance})
	p.most--
	p.x += advance
}

func (p *pen) flush() {
	if len(p.current.Glyphs) > 0 {
		p.texts = append(p.texts, p.current)
	}
	p.current = Text{}
}
