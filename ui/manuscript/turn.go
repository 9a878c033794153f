package manuscript

// Turn makes what the caret is in another kind. Running text turns into other
// running text, all of it that is selected; where all of it is of that kind
// already it becomes paragraphs. Text of the body that becomes a field of head
// or foot changes places with what stood there, and so do two fields; a field
// that becomes running text leaves its field empty. Photos stay what they are.
func (m *Manuscript) Turn(k Kind) {
	at := m.sel.Caret
	own := m.blocks[at.Block].Kind
	from, to := m.sel.Ends()
	switch {
	case k.IsText() && (own.IsText() || from.Block != to.Block):
		m.turnText(k)
	case own == k, !own.turns(), !k.turns(), m.blocks[at.Block].Len() == 0:
	case k.IsText():
		m.do(byCommand, func() { m.intoBody(at, k) })
	default:
		m.do(byCommand, func() { m.intoField(at, m.Find(k)) })
	}
}

// turns reports whether blocks of this kind may become others.
func (k Kind) turns() bool { return k.IsText() || !k.IsBody() }

// intoBody makes running text of a field: at the beginning of the body, or at
// its end where the field is one of the foot.
func (m *Manuscript) intoBody(at Place, k Kind) {
	b := m.blocks[at.Block]
	text := newBlock(k, "")
	text.replace(0, 0, b.piece(0, b.Len()))
	to := m.BodyStart()
	if at.Block > to {
		to = m.BodyEnd()
	}
	m.change(at.Block, 0, b.Len(), piece{})
	if first := m.blocks[to]; first.Kind.IsText() && first.Len() == 0 {
		m.splice(to, to+1, text)
	} else {
		m.splice(to, to, text)
	}
	m.caretTo(Place{to, at.Offset})
}

// intoField puts a block's text into a field, and what stood there in its
// place; an empty paragraph is not left behind.
func (m *Manuscript) intoField(at Place, field int) {
	b, f := m.blocks[at.Block], m.blocks[field]
	text, stood := b.piece(0, b.Len()), f.piece(0, f.Len())
	m.change(field, 0, f.Len(), text.fitting(f.Kind))
	if len(stood.text) > 0 || !b.Kind.IsText() || m.texts() == 1 {
		m.change(at.Block, 0, b.Len(), stood.fitting(b.Kind))
	} else {
		m.splice(at.Block, at.Block+1)
		if field > at.Block {
			field--
		}
	}
	m.caretTo(Place{field, at.Offset})
}

// turnText makes the selected running text another kind of it; a block of which
// the selection only reaches the beginning is not selected.
func (m *Manuscript) turnText(k Kind) {
	from, to := m.sel.Ends()
	if to.Offset == 0 && to.Block > from.Block {
		to = m.endOf(to.Block - 1)
	}
	all := true
	for _, b := range m.blocks[from.Block : to.Block+1] {
		all = all && (b.Kind == k || !b.Kind.IsText())
	}
	if all {
		k = Paragraph
	}
	keep := m.sel
	m.do(byCommand, func() {
		for i := from.Block; i <= to.Block; i++ {
			if b := m.blocks[i]; b.Kind.IsText() && b.Kind != k {
				m.splice(i, i+1, b.with(k))
			}
		}
		m.sel = keep
	})
}

// unit is the block, or the photo with its words, that block i belongs to.
func (m *Manuscript) unit(i int) (from, to int) {
	if f := m.FigureOf(i); f >= 0 {
		return f, f + 4
	}
	return i, i + 1
}

// Move carries the selected blocks of the body over the block above (by -1) or
// below (by +1) and reports whether there was one.
func (m *Manuscript) Move(by int) bool {
	a, z := m.sel.Ends()
	if !m.blocks[a.Block].Kind.IsBody() || !m.blocks[z.Block].Kind.IsBody() || m.loose(z.Block) {
		return false
	}
	from, _ := m.unit(a.Block)
	_, to := m.unit(z.Block)
	if by < 0 {
		if from == m.BodyStart() {
			return false
		}
		above, _ := m.unit(from - 1)
		m.carry(from, to, above)
		return true
	}
	if to == m.BodyEnd() {
		return false
	}
	_, below := m.unit(to)
	m.carry(from, to, below)
	return true
}

// carry moves blocks [from, to) in front of what stands at block before now,
// and the selection with them.
func (m *Manuscript) carry(from, to, before int) {
	shift := before - from
	if before > from {
		shift = before - to
	}
	moved := append([]*Block(nil), m.blocks[from:to]...)
	sel := m.sel
	m.do(byCommand, func() {
		m.splice(from, to)
		m.splice(from+shift, from+shift, moved...)
		for _, p := range []*Place{&sel.Anchor, &sel.Caret} {
			if p.Block >= from && p.Block < to {
				p.Block += shift
			}
		}
		m.sel = Selection{m.pull(sel.Anchor), m.pull(sel.Caret)}
	})
}
