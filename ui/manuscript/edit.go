package manuscript

import "slices"

// apply carries an edit out.
func (m *Manuscript) apply(e edit) {
	if e.ofBlocks {
		m.count(e.out, -1)
		m.blocks = slices.Replace(m.blocks, e.block, e.block+len(e.out), e.in...)
		m.count(e.in, +1)
		m.tell(Edited{Block: e.block, Out: len(e.out), In: len(e.in)})
		return
	}
	b := m.blocks[e.block]
	before := b.Words()
	b.replaceCounted(e.at, len(e.removed.text), e.inserted)
	if m.words >= 0 {
		m.words += b.Words() - before
	}
	m.tell(Edited{
		Block: e.block, Out: 1, In: 1, Text: true,
		At: e.at, Removed: len(e.removed.text), Inserted: len(e.inserted.text),
	})
}

func (m *Manuscript) tell(e Edited) {
	if m.OnEdit != nil {
		m.OnEdit(e)
	}
}

// count keeps the number of words up to date.
func (m *Manuscript) count(blocks []*Block, sign int) {
	if m.words < 0 {
		return
	}
	for _, b := range blocks {
		m.words += sign * b.Words()
	}
}

// change replaces text of a block, within a command.
func (m *Manuscript) change(block, from, to int, with piece) {
	b := m.blocks[block]
	if from == to && len(with.text) == 0 {
		return
	}
	e := edit{block: block, at: from, removed: b.piece(from, to), inserted: with}
	m.history.open.edits = append(m.history.open.edits, e)
	m.apply(e)
}

// splice replaces blocks, within a command.
func (m *Manuscript) splice(from, to int, with ...*Block) {
	e := edit{block: from, ofBlocks: true, out: slices.Clone(m.blocks[from:to]), in: with}
	m.history.open.edits = append(m.history.open.edits, e)
	m.apply(e)
}

func (m *Manuscript) caretTo(p Place) { m.sel = Selection{p, p} }

// erase removes everything between two places. Fields of head and foot stay,
// empty; a photo goes when all of it lies between.
func (m *Manuscript) erase(from, to Place) {
	m.caretTo(from)
	if from.Block == to.Block {
		m.change(from.Block, from.Offset, to.Offset, piece{})
		return
	}
	first, last := m.blocks[from.Block], m.blocks[to.Block]
	joins := first.Kind.IsText() && last.Kind.IsText()
	rest := last.piece(to.Offset, last.Len())
	for i := to.Block; i >= from.Block; {
		i = m.eraseIn(i, from, to, joins)
	}
	if joins {
		m.change(from.Block, m.blocks[from.Block].Len(), m.blocks[from.Block].Len(), rest)
	}
	m.keepText()
	m.caretTo(m.pull(from))
}

// eraseIn erases what lies between two places in block i, or the whole photo
// whose last block it is, and returns the next block above.
func (m *Manuscript) eraseIn(i int, from, to Place, joins bool) int {
	b := m.blocks[i]
	a, z := m.within(i, from, to)
	if figure := m.FigureOf(i); figure >= from.Block && b.Kind == AltText && z == b.Len() {
		m.splice(figure, i+1)
		return figure - 1
	}
	switch {
	case b.Kind == Figure:
	case b.Kind == Echo && i < to.Block, i == to.Block && joins, b.Kind.IsText() && i > from.Block && i < to.Block:
		m.splice(i, i+1)
	default:
		m.change(i, a, z, piece{})
	}
	return i - 1
}

// keepText sees that the body has a paragraph to write in.
func (m *Manuscript) keepText() {
	for i := m.BodyStart(); i < m.BodyEnd(); i++ {
		if m.blocks[i].Kind.IsText() {
			return
		}
	}
	m.splice(m.BodyEnd(), m.BodyEnd(), newBlock(Paragraph, ""))
}

// eraseSelection removes what is selected.
func (m *Manuscript) eraseSelection() bool {
	if m.sel.IsEmpty() {
		return false
	}
	from, to := m.sel.Ends()
	m.erase(from, to)
	return true
}
