package manuscript

// Type writes one letter in the place of what is selected. A letter typed on
// a photo goes to its caption. "## " and "> " at the beginning of a paragraph
// make it a crosshead and a quote.
func (m *Manuscript) Type(r rune) {
	m.do(byTyping, func() {
		style := m.Pen()
		m.eraseSelection()
		if !m.toText() {
			return
		}
		at := m.sel.Caret
		k := m.blocks[at.Block].Kind
		m.change(at.Block, at.Offset, at.Offset, piece{[]rune{r}, []Style{style}}.fitting(k))
		m.caretTo(Place{at.Block, at.Offset + 1})
	})
	if r == ' ' {
		m.shorthand()
	}
}

// toText leads from an object to the text that one may write in: from a photo
// to the end of its caption.
func (m *Manuscript) toText() bool {
	at := m.sel.Caret.Block
	switch m.blocks[at].Kind {
	case Echo:
		return false
	case Figure:
		m.caretTo(Place{at + 1, m.blocks[at+1].Len()})
	}
	return true
}

// shorthand turns a paragraph that begins with a mark into what it marks.
func (m *Manuscript) shorthand() {
	at := m.sel.Caret
	b := m.blocks[at.Block]
	if b.Kind != Paragraph {
		return
	}
	for mark, k := range map[string]Kind{"## ": Crosshead, "> ": Quote} {
		if at.Offset == len(mark) && string(b.text[:at.Offset]) == mark {
			m.do(byCommand, func() {
				m.change(at.Block, 0, at.Offset, piece{})
				m.splice(at.Block, at.Block+1, m.blocks[at.Block].with(k))
				m.caretTo(Place{at.Block, 0})
			})
			return
		}
	}
}

// Retype takes back letters before the caret and writes others, as an input
// method does; it runs on with the typing before it.
func (m *Manuscript) Retype(erase int, with string) {
	m.do(byTyping, func() {
		at := m.sel.Caret
		from := max(0, at.Offset-erase)
		letters := plainPiece(with, m.Pen()).fitting(m.blocks[at.Block].Kind)
		m.change(at.Block, from, at.Offset, letters)
		m.caretTo(Place{at.Block, from + len(letters.text)})
	})
}

// Before is the text of the caret's block before the caret.
func (m *Manuscript) Before() []rune {
	return m.blocks[m.sel.Caret.Block].text[:m.sel.Caret.Offset]
}

// Backspace erases what is selected or the letter before the caret. At the
// start of a crosshead or a quote it makes a paragraph of it; at the start of a
// paragraph it joins the one above; from a photo it removes the photo.
func (m *Manuscript) Backspace() {
	m.eraseOr(byErasing, func(at Place) {
		if at.Offset > 0 {
			m.change(at.Block, at.Offset-1, at.Offset, piece{})
			m.caretTo(Place{at.Block, at.Offset - 1})
			return
		}
		m.backOver(at.Block)
	})
}

// backOver is Backspace at the start of a block.
func (m *Manuscript) backOver(i int) {
	b := m.blocks[i]
	switch {
	case b.Kind.IsObject():
		m.removeObject(i)
	case b.Kind == Crosshead || b.Kind == Quote:
		m.splice(i, i+1, b.with(Paragraph))
	case i == 0:
	case b.Kind.IsText() && m.blocks[i-1].Kind.IsText():
		m.join(i - 1)
	case b.Kind.IsText() && b.Len() == 0 && m.texts() > 1:
		m.splice(i, i+1)
		m.caretTo(m.endAbove(i))
	default:
		m.caretTo(m.endAbove(i))
	}
}

// endAbove is the end of what stands above block i, a photo as a whole.
func (m *Manuscript) endAbove(i int) Place {
	if m.blocks[i-1].Kind == AltText {
		return Place{m.FigureOf(i - 1), 0}
	}
	return Place{i - 1, m.blocks[i-1].Len()}
}

// join makes one block of i and the next. An empty one leaves no trace of its
// kind.
func (m *Manuscript) join(i int) {
	above, below := m.blocks[i], m.blocks[i+1]
	at := Place{i, above.Len()}
	if above.Len() == 0 {
		m.splice(i, i+1)
	} else {
		m.splice(i+1, i+2)
		m.change(i, at.Offset, at.Offset, below.piece(0, below.Len()))
	}
	m.caretTo(at)
}

// texts counts the blocks of running text.
func (m *Manuscript) texts() int {
	n := 0
	for _, b := range m.blocks {
		if b.Kind.IsText() {
			n++
		}
	}
	return n
}

// Delete erases what is selected or the letter behind the caret; at the end of
// a paragraph it joins the next one.
func (m *Manuscript) Delete() {
	m.eraseOr(byErasing, func(at Place) {
		b := m.blocks[at.Block]
		switch {
		case b.Kind.IsObject():
			m.removeObject(at.Block)
		case at.Offset < b.Len():
			m.change(at.Block, at.Offset, at.Offset+1, piece{})
		case at.Block == len(m.blocks)-1:
		case b.Kind.IsText() && m.blocks[at.Block+1].Kind.IsText():
			m.join(at.Block)
		default:
			m.caretTo(Place{at.Block + 1, 0})
		}
	})
}

// eraseOr erases what is selected; where nothing is, it does what is to be done
// at the caret instead, in the manner given.
func (m *Manuscript) eraseOr(how manner, do func(at Place)) {
	if !m.sel.IsEmpty() {
		how = byCommand
	}
	m.do(how, func() {
		if !m.eraseSelection() {
			do(m.sel.Caret)
		}
	})
}

// EraseTo erases from the caret to another place, or what is selected.
func (m *Manuscript) EraseTo(p Place) {
	m.eraseOr(byCommand, func(at Place) {
		p = m.pull(p)
		switch {
		case p.Block != at.Block && p.Before(at):
			m.backOver(at.Block)
		case p.Before(at):
			m.erase(p, at)
		case p.Block == at.Block:
			m.erase(at, p)
		case m.blocks[at.Block].Kind.IsText() && m.blocks[p.Block].Kind.IsText():
			m.join(at.Block)
		}
	})
}

// EraseSelection removes what is selected, as one step.
func (m *Manuscript) EraseSelection() { m.do(byCommand, func() { m.eraseSelection() }) }
