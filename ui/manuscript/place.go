package manuscript

import (
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// Place is a spot between two letters: Offset letters into a block. A block
// that is an object has the one place 0.
type Place struct{ Block, Offset int }

// Before reports whether p stands before q.
func (p Place) Before(q Place) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Offset < q.Offset
}

// Selection is what is selected: all between Anchor, where selecting began,
// and Caret, where one writes. Where they are one, nothing is selected.
type Selection struct{ Anchor, Caret Place }

// IsEmpty reports whether nothing is selected.
func (s Selection) IsEmpty() bool { return s.Anchor == s.Caret }

// Ends are the selection's beginning and end.
func (s Selection) Ends() (from, to Place) {
	if s.Caret.Before(s.Anchor) {
		return s.Caret, s.Anchor
	}
	return s.Anchor, s.Caret
}

// Selection is what is selected now.
func (m *Manuscript) Selection() Selection { return m.sel }

// Caret is the place at which one writes.
func (m *Manuscript) Caret() Place { return m.sel.Caret }

// Go puts the caret at a place, pulled in where it lies outside the text;
// selecting keeps the place where the selection began. Typing after it is
// taken back apart from typing before.
func (m *Manuscript) Go(p Place, selecting bool) {
	p = m.pull(p)
	if p != m.sel.Caret {
		m.pen = nil
		m.history.rest()
	}
	m.sel.Caret = p
	if !selecting {
		m.sel.Anchor = p
	}
}

// Select selects from one place to another.
func (m *Manuscript) Select(from, to Place) {
	m.Go(from, false)
	m.Go(to, true)
}

// SelectAll selects the field or the run of text that the caret is in, and the
// whole sheet when that was selected already.
func (m *Manuscript) SelectAll() {
	first, last := m.part(m.sel.Caret.Block)
	from, to := Place{first, 0}, Place{last, m.blocks[last].Len()}
	if a, b := m.sel.Ends(); !from.Before(a) && !b.Before(to) {
		from, to = Place{}, m.End()
	}
	m.Select(from, to)
}

// part is the field, or the whole body, that a block belongs to.
func (m *Manuscript) part(i int) (first, last int) {
	k := m.blocks[i].Kind
	if k.IsBody() && !m.loose(i) && !k.OfPhoto() {
		return m.BodyStart(), m.BodyEnd() - 1
	}
	return i, i
}

// End is the last place of the sheet.
func (m *Manuscript) End() Place {
	last := len(m.blocks) - 1
	return Place{last, m.blocks[last].Len()}
}

// TextEnd is the end of the text of the body: where one goes on writing.
func (m *Manuscript) TextEnd() Place {
	for i := m.BodyEnd() - 1; i >= m.BodyStart(); i-- {
		if m.blocks[i].Kind.IsText() {
			return Place{i, m.blocks[i].Len()}
		}
	}
	return m.End() // never: keepText sees to it
}

func (m *Manuscript) pull(p Place) Place {
	p.Block = min(max(p.Block, 0), len(m.blocks)-1)
	p.Offset = min(max(p.Offset, 0), m.blocks[p.Block].Len())
	return p
}

// Left is the place one letter back, over the edge of the block into the one
// above.
func (m *Manuscript) Left(p Place) Place {
	switch {
	case p.Offset > 0:
		return Place{p.Block, p.Offset - 1}
	case p.Block > 0:
		return Place{p.Block - 1, m.blocks[p.Block-1].Len()}
	}
	return p
}

// Right is the place one letter on.
func (m *Manuscript) Right(p Place) Place {
	switch {
	case p.Offset < m.blocks[p.Block].Len():
		return Place{p.Block, p.Offset + 1}
	case p.Block < len(m.blocks)-1:
		return Place{p.Block + 1, 0}
	}
	return p
}

// WordLeft is the beginning of the word before a place.
func (m *Manuscript) WordLeft(p Place) Place {
	text := m.blocks[p.Block].text
	at := p.Offset
	for at > 0 && !viet.InWord(text[at-1]) {
		at--
	}
	if at == 0 && p.Offset == 0 {
		return m.Left(p)
	}
	for at > 0 && viet.InWord(text[at-1]) {
		at--
	}
	return Place{p.Block, at}
}

// WordRight is the beginning of the next word.
func (m *Manuscript) WordRight(p Place) Place {
	text := m.blocks[p.Block].text
	at := p.Offset
	if at == len(text) {
		return m.Right(p)
	}
	for at < len(text) && viet.InWord(text[at]) {
		at++
	}
	for at < len(text) && !viet.InWord(text[at]) {
		at++
	}
	return Place{p.Block, at}
}

// WordAt is the word that a place stands in or beside.
func (m *Manuscript) WordAt(p Place) (from, to Place) {
	text := m.blocks[p.Block].text
	a, b := p.Offset, p.Offset
	for a > 0 && viet.InWord(text[a-1]) {
		a--
	}
	for b < len(text) && viet.InWord(text[b]) {
		b++
	}
	return Place{p.Block, a}, Place{p.Block, b}
}

// within is the part of block i, one that lies at or between two places, that
// lies between them.
func (m *Manuscript) within(i int, from, to Place) (start, end int) {
	end = m.blocks[i].Len()
	if i == from.Block {
		start = from.Offset
	}
	if i == to.Block {
		end = to.Offset
	}
	return start, end
}

// Selected is the selected text; blocks are parted by an empty line, as in
// letters, line breaks stay line breaks.
func (m *Manuscript) Selected() string {
	var out []rune
	from, to := m.sel.Ends()
	first := true
	for i := from.Block; i <= to.Block; i++ {
		b := m.blocks[i]
		a, z := m.within(i, from, to)
		if b.Kind.IsObject() || i != from.Block && i != to.Block && b.Len() == 0 {
			continue
		}
		if !first {
			out = append(out, '\n', '\n')
		}
		first = false
		out = append(out, b.text[a:z]...)
	}
	return string(out)
}

// SelectedWords counts the selected words that count among the article's; where
// others alone are selected, such as a caption, those. It is asked at every move of
// the caret: of a block of which a very long part is selected nothing is counted.
func (m *Manuscript) SelectedWords() int {
	const countedAtMost = 20_000 // letters
	read, others := 0, 0
	from, to := m.sel.Ends()
	for i := from.Block; i <= to.Block; i++ {
		b := m.blocks[i]
		a, z := m.within(i, from, to)
		switch whole := a == 0 && z == b.Len(); {
		case b.Kind.IsObject():
		case whole && kinds[b.Kind].read:
			read += b.Words()
		case z-a > countedAtMost:
			return 0
		case kinds[b.Kind].read:
			read += bulletin.CountWords(string(b.text[a:z]))
		default:
			others += bulletin.CountWords(string(b.text[a:z]))
		}
	}
	if read > 0 {
		return read
	}
	return others
}

// Beside runs a change that comes while the person writes: the selection, and
// the style that was chosen for what is typed next, stay with the text they are
// in.
func (m *Manuscript) Beside(change func()) {
	pen, stood := m.pen, m.sel
	caret, anchor := m.blocks[stood.Caret.Block], m.blocks[stood.Anchor.Block]
	m.held = caret
	m.do(byCommand, func() {
		change()
		m.sel = Selection{Anchor: m.standsIn(anchor, stood.Anchor), Caret: m.standsIn(caret, stood.Caret)}
	})
	m.pen, m.held = pen, nil
}

// standsIn is the place in a block wherever that stands now, or the place itself
// where the block is gone.
func (m *Manuscript) standsIn(b *Block, p Place) Place {
	if i := slices.Index(m.blocks, b); i >= 0 {
		p.Block = i
	}
	return m.pull(p)
}
