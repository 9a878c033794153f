package manuscript

import (
	"reflect"
	"slices"

	"bantin/bulletin"
)

// Become brings the sheet in line with an article that was changed elsewhere,
// in one step that can be taken back: what was written before can be taken back
// after it. Only what differs is touched, and the caret stays where it is in
// the text. It reports whether anything differed.
func (m *Manuscript) Become(a *bulletin.Article) bool {
	fresh := New(a).blocks
	from, least := 0, min(len(m.blocks), len(fresh))
	for from < least && m.blocks[from].isLike(fresh[from]) {
		from++
	}
	tail := 0
	for tail < least-from && m.blocks[len(m.blocks)-1-tail].isLike(fresh[len(fresh)-1-tail]) {
		tail++
	}
	to, end := len(m.blocks)-tail, len(fresh)-tail
	if from == to && from == end {
		return false
	}
	m.do(byCommand, func() {
		if slices.EqualFunc(m.blocks[from:to], fresh[from:end], (*Block).isAlike) {
			for i := from; i < to; i++ {
				m.rewrite(i, fresh[i])
			}
			return
		}
		sel := m.sel
		m.splice(from, to, fresh[from:end]...)
		for _, p := range []*Place{&sel.Anchor, &sel.Caret} {
			if p.Block >= to {
				p.Block += end - to
			}
			*p = m.pull(*p)
		}
		m.sel = sel
	})
	return true
}

// isAlike reports whether two blocks differ in their text at most.
func (b *Block) isAlike(c *Block) bool {
	return b.Kind == c.Kind && b.Loose == c.Loose && b.extras == c.extras && reflect.DeepEqual(b.Photo, c.Photo)
}

// isLike reports whether two blocks say the same.
func (b *Block) isLike(c *Block) bool {
	return b.isAlike(c) && slices.Equal(b.text, c.text) && slices.Equal(b.styles, c.styles)
}

// rewrite gives block i the text of another one, within a command, and keeps
// caret and selection at their letters.
func (m *Manuscript) rewrite(i int, like *Block) {
	b := m.blocks[i]
	same := func(j, k int) bool { return b.text[j] == like.text[k] && b.styles[j] == like.styles[k] }
	from, least := 0, min(b.Len(), like.Len())
	for from < least && same(from, from) {
		from++
	}
	tail := 0
	for tail < least-from && same(b.Len()-1-tail, like.Len()-1-tail) {
		tail++
	}
	to, end := b.Len()-tail, like.Len()-tail
	sel := m.sel
	m.change(i, from, to, like.piece(from, end))
	for _, p := range []*Place{&sel.Anchor, &sel.Caret} {
		switch {
		case p.Block != i || p.Offset <= from:
		case p.Offset >= to:
			p.Offset += end - to
		default:
			p.Offset = min(p.Offset, end)
		}
	}
	m.sel = sel
}
