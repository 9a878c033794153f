package layout

import (
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
}

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
		l.offset = l.words[0].parts[0].offset
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
	n -= last.space
	if last.piece {
		n += last.hyphen
	}
	return n
}

// stretch is what a justified line adds to its letters and its spaces in all.
type stretch struct{ letters, spaces Length }

// looseRatio is the ratio (in thousandths) over which a line is left ragged:
// letters pulled apart so far would read worse than a short line.
const looseRatio = 6_000

func (t setting) stretch(l line) stretch {
	if t.voice.Align != styles.Justified {
		return stretch{}
	}
	extra := l.room - l.natural()
	if l.ends && extra > 0 {
		return stretch{}
	}
	s := sumUp(l.words)
	g := s.give(l.words, 0, len(l.words), t.voice.size, t.js)
	whole, ofLetters := g.stretch, t.js.LetterStretch
	if extra < 0 {
		whole, ofLetters = g.shrink, t.js.LetterShrink
	}
	if whole <= 0 || stretchRatio(extra, g) > looseRatio {
		return stretch{}
	}
	letters := (s.letters[len(l.words)] - 1) * t.voice.size / 1000 * Length(ofLetters)
	inLetters := extra * letters / whole
	return stretch{inLetters, extra - inLetters}
}

// place sets the line with its left edge at x and its baseline at y.
func (t setting) place(l line, x, y Length, src Source) []Item {
	p := pen{x: x + l.indent, y: y, setting: &t, source: src}
	switch t.voice.Align {
	case styles.Center:
		p.x += (l.room - l.natural()) / 2
	case styles.Right:
		p.x += l.room - l.natural()
	}
	st := t.stretch(l)
	boundaries, gaps := -1, 0
	for _, w := range l.words {
		boundaries += w.letters
		if w.space > 0 {
			gaps++
		}
	}
	last := &l.words[len(l.words)-1]
	if last.space > 0 {
		gaps--
	}
	p.glyphs = boundaries + len(l.words) + 2
	p.letters, p.spaces = share{st.letters, Length(boundaries), 0}, share{st.spaces, Length(gaps), 0}
	for i := range l.words {
		w := &l.words[i]
		for _, part := range w.parts {
			p.part(part)
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
	return p.items
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
	glyphs          int // of the whole line, at most
	current         Text
	items           []Item
}

func (p *pen) part(part part) {
	p.face(part.face, part.offset)
	for i, r := range part.runes {
		p.glyph(r, part.advances[i]+p.letters.next())
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
		Glyphs: make([]Glyph, 0, p.glyphs),
	}
}

func (p *pen) glyph(r rune, advance Length) {
	p.current.Glyphs = append(p.current.Glyphs, Glyph{r, advance})
	p.glyphs--
	p.x += advance
}

func (p *pen) flush() {
	if len(p.current.Glyphs) > 0 {
		p.items = append(p.items, p.current)
	}
	p.current = Text{}
}
