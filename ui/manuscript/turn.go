package manuscript

// Turn makes the selected blocks of running text another kind of it. Where all
// of them are of that kind already they become paragraphs.
func (m *Manuscript) Turn(k Kind) {
	if !k.IsText() {
		return
	}
	from, to := m.sel.Ends()
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

// CanTurn reports whether the caret's block may become another kind.
func (m *Manuscript) CanTurn() bool { return m.blocks[m.sel.Caret.Block].Kind.IsText() }

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
