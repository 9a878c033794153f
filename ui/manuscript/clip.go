package manuscript

import (
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// Clip is a piece of a sheet on its way to another place.
type Clip []*Block

// Copy is a copy of what is selected, with its structure: of several blocks,
// fields of head and foot stay what they are, and photos have their words and
// their further places with them.
func (m *Manuscript) Copy() Clip {
	from, to := m.sel.Ends()
	return m.copyOf(from, to)
}

// CopyPhoto is a copy of the photo at a block, with its words; caption is what they
// begin with.
func (m *Manuscript) CopyPhoto(figure int) (c Clip, caption string) {
	last := figure + OfFigure - 1
	return m.copyOf(Place{Block: figure}, Place{last, m.blocks[last].Len()}), m.blocks[figure+1].String()
}

func (m *Manuscript) copyOf(from, to Place) Clip {
	var out Clip
	for i := from.Block; i <= to.Block; i++ {
		b := m.blocks[i]
		a, z := m.within(i, from, to)
		switch {
		case m.holdsPhoto(from, to, m.FigureOf(i)), b.Kind == Echo && m.holdsPhoto(from, to, m.Figure(b.Photo.ID)):
			out = append(out, b.clone())
		case b.Kind.IsObject():
		case a == z && (i != from.Block && i != to.Block || !b.Kind.IsBody() && from.Block != to.Block):
		default:
			k := b.Kind
			if k.OfPhoto() || from.Block == to.Block && !k.IsText() {
				k = Paragraph
			}
			c := newBlock(k, "")
			c.replace(0, 0, b.piece(a, z))
			out = append(out, c)
		}
	}
	return out
}

// holdsPhoto reports whether all of the photo at a block lies between two places.
func (m *Manuscript) holdsPhoto(from, to Place, figure int) bool {
	last := figure + OfFigure - 1
	return figure >= from.Block && figure >= 0 && (last < to.Block || last == to.Block && to.Offset == m.blocks[last].Len())
}

// WithoutPictures is a copy of the piece for another drafts file, which does not
// have its pictures: photos are frames that wait for one. frames is how many.
func (c Clip) WithoutPictures() (out Clip, frames int) {
	for _, b := range c {
		b = b.clone()
		if b.Kind == Figure && !b.Photo.IsEmptyFrame() {
			b.Photo = bulletin.Photo{ID: b.Photo.ID, Size: b.Photo.Size}
			frames++
		}
		out = append(out, b)
	}
	return out, frames
}

// ReadClip makes a piece of a sheet of text from outside: of HTML where it is
// that, else every line is a paragraph, or what its mark makes of it ("## ",
// "> "). Letters are composed, runs of blanks are one space, what other programs
// leave in text is as a person would type it (see viet.Legible), and lines with
// nothing on them are left out. where is the kind of the block that it is
// meant for: in one that has no paragraphs, marks are text.
func ReadClip(s string, where Kind) Clip {
	if where.IsText() {
		if c := readHTML(s); c != nil {
			return c
		}
	}
	var out Clip
	for _, line := range lines(viet.Legible(viet.Normalize(s))) {
		line = viet.TidySpaces(line)
		if line == "" {
			continue
		}
		k := Paragraph
		if text, ok := strings.CutPrefix(line, "## "); ok && where.IsText() {
			k, line = Crosshead, text
		} else if text, ok := strings.CutPrefix(line, "> "); ok && where.IsText() {
			k, line = Quote, text
		}
		b := newBlock(k, "")
		b.replace(0, 0, plainPiece(line, Plain))
		out = append(out, b)
	}
	if len(out) == 1 {
		out[0].keepEdges(s)
	}
	return out
}

// Tidied is what ReadClip changes of a text from outside.
type Tidied struct {
	Blanks bool // runs of blanks, and other blanks than spaces
	Marks  bool // marks that stood beside their letters
	Signs  bool // signs that other programs leave in text
}

// Any reports whether anything was changed.
func (t Tidied) Any() bool { return t != Tidied{} }

// TidiedOf is what ReadClip changes of a text.
func TidiedOf(s string) (t Tidied) {
	composed := viet.Normalize(s)
	t.Marks = composed != s
	t.Signs = viet.Legible(composed) != composed
	for _, line := range lines(viet.Legible(composed)) {
		t.Blanks = t.Blanks || viet.TidySpaces(line) != strings.Trim(line, " ")
	}
	return t
}

// keepEdges keeps one blank at either end of a piece of a line.
func (b *Block) keepEdges(s string) {
	if strings.ContainsAny(s, "\r\n") || b.Kind != Paragraph {
		return
	}
	if strings.HasPrefix(s, " ") {
		b.replace(0, 0, plainPiece(" ", Plain))
	}
	if strings.HasSuffix(s, " ") {
		b.replace(b.Len(), 0, plainPiece(" ", Plain))
	}
}

// Paste puts a piece in the place of what is selected. One block goes into the
// text at the caret; of several, those behind the first become blocks of the
// body of their own.
func (m *Manuscript) Paste(c Clip) {
	if len(c) == 0 {
		return
	}
	m.do(byCommand, func() {
		m.eraseSelection()
		if !m.toText() {
			return
		}
		at := m.sel.Caret
		k := m.blocks[at.Block].Kind
		switch {
		case c.hasFields() && (!k.IsBody() || m.IsBlank()):
			m.pasteFields(c)
			return
		case c.hasFields():
			c = c.running()
		}
		switch {
		case len(c) == 1 && !c[0].Kind.IsObject() && (m.blocks[at.Block].Len() > 0 || !k.IsText()):
			p := c[0].piece(0, c[0].Len()).fitting(k)
			m.change(at.Block, at.Offset, at.Offset, p)
			m.caretTo(Place{at.Block, at.Offset + len(p.text)})
		case k.IsText():
			m.pasteBlocks(c)
		case k.OfPhoto():
			m.pasteJoined(c)
		case k > Echo:
			m.pasteIntoFoot(c)
		default:
			m.pasteIntoHead(c)
		}
	})
}

// pasteJoined puts all of a piece into one field.
func (m *Manuscript) pasteJoined(c Clip) {
	at := m.sel.Caret
	var p piece
	for i, b := range c {
		if i > 0 && len(p.text) > 0 && b.Len() > 0 {
			p.text, p.styles = append(p.text, ' '), append(p.styles, Plain)
		}
		p.text, p.styles = append(p.text, b.text...), append(p.styles, b.styles...)
	}
	p = p.fitting(m.blocks[at.Block].Kind)
	m.change(at.Block, at.Offset, at.Offset, p)
	m.caretTo(Place{at.Block, at.Offset + len(p.text)})
}

// pasteIntoFoot puts the first block into the field, the second of two, which is
// where an author works, into the one below, and what else there is at the end
// of the body.
func (m *Manuscript) pasteIntoFoot(c Clip) {
	field := m.sel.Caret.Block
	below := field + 1
	if c[0].Kind.IsObject() {
		m.pasteAtEnd(c)
		return
	}
	m.pasteJoined(c[:1])
	switch {
	case len(c) == 1:
	case len(c) == 2 && below < len(m.blocks) && m.blocks[below].IsBlank() && !c[1].Kind.IsObject():
		m.caretTo(Place{below, 0})
		m.pasteJoined(c[1:])
	default:
		m.pasteAtEnd(c[1:])
	}
}

// pasteAtEnd puts blocks at the end of the body.
func (m *Manuscript) pasteAtEnd(c Clip) {
	last := m.BodyEnd() - 1
	if b := m.blocks[last]; !b.Kind.IsText() || b.Len() > 0 {
		last++
		m.splice(last, last, newBlock(Paragraph, ""))
	}
	m.caretTo(Place{last, 0})
	m.pasteBlocks(c)
}

// pasteIntoHead puts the first block into the field and the others at the
// beginning of the body.
func (m *Manuscript) pasteIntoHead(c Clip) {
	if first := c[0]; !first.Kind.IsObject() {
		m.pasteJoined(c[:1])
		c = c[1:]
	}
	m.pasteAtStart(c)
}

// pasteAtStart puts blocks at the beginning of the body.
func (m *Manuscript) pasteAtStart(c Clip) {
	at := Place{m.BodyStart(), 0}
	if b := m.blocks[at.Block]; b.Kind.IsObject() || b.Len() > 0 {
		m.splice(at.Block, at.Block, newBlock(Paragraph, ""))
	}
	m.caretTo(at)
	m.pasteBlocks(c)
}

// pasteBlocks puts blocks in the place of the caret of a block of the body.
func (m *Manuscript) pasteBlocks(c Clip) {
	at := m.sel.Caret
	b := m.blocks[at.Block]
	before, after := b.clone(), b.clone()
	before.replace(at.Offset, b.Len()-at.Offset, piece{})
	after.replace(0, at.Offset, piece{})
	in := m.freshCopies(c)
	if last := in[len(in)-1]; last.Kind.IsText() {
		end := last.Len()
		last.replace(end, 0, after.piece(0, after.Len()))
		after = nil
	} else if after.Len() == 0 && at.Block+1 < m.BodyEnd() {
		after = nil
	}
	if first := in[0]; before.Len() > 0 {
		if first.Kind.IsText() {
			before.replace(before.Len(), 0, first.piece(0, first.Len()))
			in = in[1:]
		}
		in = append([]*Block{before}, in...)
	}
	caret := Place{at.Block + len(in) - 1, 0}
	if last := in[len(in)-1]; after == nil {
		caret.Offset = last.Len() - (b.Len() - at.Offset)
	} else {
		in = append(in, after)
		caret = Place{at.Block + len(in) - 1, 0}
	}
	m.splice(at.Block, at.Block+1, in...)
	m.keepText()
	m.caretTo(m.pull(caret))
}

// freshCopies copies blocks into the run of the text and gives photos IDs of
// their own.
func (m *Manuscript) freshCopies(c Clip) []*Block {
	next := m.nextPhotoID()
	ids := map[string]string{}
	for _, b := range c {
		if b.Kind == Figure {
			ids[b.Photo.ID] = next
			next = nextID(next)
		}
	}
	var out []*Block
	for _, b := range c {
		b = b.clone()
		if id, ok := ids[b.Photo.ID]; ok && b.Kind.IsObject() {
			b.Photo.ID = id
		}
		b.Loose = false
		out = append(out, b)
	}
	return out
}

// Article gives the piece as blocks of an article, for tests and for reading.
func (c Clip) Article() []bulletin.Block {
	var out []bulletin.Block
	for _, b := range c {
		if b.Kind.IsText() {
			out = append(out, bulletin.Block{Kind: bulletin.BlockKind(b.Kind.String()), Text: b.Marked()})
		}
	}
	return slices.Clip(out)
}
