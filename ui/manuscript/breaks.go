package manuscript

// LineBreak breaks the line without ending the block, where the block may have
// such lines.
func (m *Manuscript) LineBreak() {
	if m.blocks[m.sel.Caret.Block].Kind.Breaks() {
		m.Type('\n')
	}
}

// Enter ends the block: running text goes on in a new paragraph, a field of
// the head leads to the next one that most articles have, the words of a photo
// to the next of them.
func (m *Manuscript) Enter() {
	m.do(byCommand, func() {
		m.eraseSelection()
		at := m.sel.Caret
		b := m.blocks[at.Block]
		switch {
		case b.Kind.IsText():
			m.split(at)
		case b.Kind == Standfirst && at.Offset < b.Len() && at.Offset > 0:
			rest := newBlock(Paragraph, "")
			rest.replace(0, 0, b.piece(at.Offset, b.Len()))
			m.change(at.Block, at.Offset, b.Len(), piece{})
			m.splice(m.BodyStart(), m.BodyStart(), rest)
			m.caretTo(Place{m.BodyStart(), 0})
		default:
			m.enterNext(at.Block)
		}
	})
}

// split parts a block of running text at a place.
func (m *Manuscript) split(at Place) {
	b := m.blocks[at.Block]
	switch {
	case b.Len() == 0 && b.Kind != Paragraph:
		m.splice(at.Block, at.Block+1, b.with(Paragraph))
		return
	case at.Offset == 0 && b.Len() > 0: // an empty paragraph above
		m.splice(at.Block, at.Block, newBlock(Paragraph, ""))
	default:
		k := Paragraph
		if b.Kind == Quote && at.Offset < b.Len() {
			k = Quote
		}
		rest := newBlock(k, "")
		rest.replace(0, 0, b.piece(at.Offset, b.Len()))
		m.change(at.Block, at.Offset, b.Len(), piece{})
		m.splice(at.Block+1, at.Block+1, rest)
	}
	m.caretTo(Place{at.Block + 1, 0})
}

// enterNext goes on from a field or from a part of a photo.
func (m *Manuscript) enterNext(i int) {
	switch k := m.blocks[i].Kind; k {
	case Banner, Kicker:
		m.caretTo(m.endOf(i + 1))
	case Headline, Deck:
		m.caretTo(m.endOf(int(Standfirst)))
	case Standfirst, Dateline:
		m.caretTo(Place{m.BodyStart(), 0})
	case Figure, Caption, Credit:
		m.caretTo(m.endOf(i + 1))
	case AltText, Echo:
		m.enterBehind(i)
	case Byline:
		m.caretTo(m.endOf(i + 1))
	}
}

func (m *Manuscript) endOf(i int) Place { return Place{i, m.blocks[i].Len()} }

// enterBehind goes to the text behind a photo, which is made where there is
// none.
func (m *Manuscript) enterBehind(i int) {
	switch {
	case m.loose(i):
		m.caretTo(Place{m.footStart(), 0})
	case m.blocks[i+1].Kind.IsText():
		m.caretTo(Place{i + 1, 0})
	default:
		m.splice(i+1, i+1, newBlock(Paragraph, ""))
		m.caretTo(Place{i + 1, 0})
	}
}

// NextField is where Tab (by +1) or Shift+Tab (by -1) leads: to the next
// field, of which the whole body is one, and within a photo to the next of its
// words. ok is false beyond the first and the last.
func (m *Manuscript) NextField(by int) (p Place, ok bool) {
	i := m.sel.Caret.Block
	if k := m.blocks[i].Kind; k == Figure && by > 0 || k.OfPhoto() && (by < 0 || k != AltText) {
		return m.endOf(i + by), true
	}
	if k := m.blocks[i].Kind; k == AltText && m.blocks[i+1].Kind.IsBody() {
		return Place{i + 1, 0}, true
	}
	if m.blocks[i].Kind.IsBody() {
		if by > 0 {
			i = m.footStart() - 1
		} else {
			i = m.BodyStart()
		}
	}
	i += by
	if i < 0 || i >= len(m.blocks) {
		return m.sel.Caret, false
	}
	if by < 0 && m.blocks[i].Kind.IsBody() {
		i = m.BodyStart()
	}
	if m.blocks[i].Kind.IsBody() {
		return Place{i, 0}, true
	}
	return m.endOf(i), true
}
