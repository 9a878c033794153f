package manuscript

import "slices"

// isField reports a kind of which the sheet has one, in its head or foot.
func (k Kind) isField() bool { return !k.IsBody() }

func (c Clip) hasFields() bool {
	return slices.ContainsFunc(c, func(b *Block) bool { return b.Kind.isField() })
}

// running is the piece as running text.
func (c Clip) running() Clip {
	out := slices.Clone(c)
	for i, b := range out {
		if b.Kind.isField() {
			out[i] = b.with(Paragraph)
		}
	}
	return out
}

// pasteFields puts the fields of a piece where they belong on this sheet. On a
// blank one they take the place of what the office has in every article. Else
// what stands in a field stays, and text for it becomes running text, but that
// for the caret's own field is pasted there.
func (m *Manuscript) pasteFields(c Clip) {
	blank, own, joined := m.IsBlank(), m.blocks[m.sel.Caret.Block].Kind, false
	var body, loose Clip
	for i, b := range c {
		switch {
		case b.Kind.OfPhoto() && isLooseIn(c, i), b.Loose:
			loose = append(loose, b)
		case !b.Kind.isField():
			body = append(body, b)
		case blank || m.blocks[m.Find(b.Kind)].IsBlank():
			m.fill(m.Find(b.Kind), b)
		case b.Kind == own && !joined:
			m.pasteJoined(Clip{b})
			joined = true
		default:
			body = append(body, b.with(Paragraph))
		}
	}
	switch {
	case len(body) == 0:
	case own > Echo:
		m.pasteAtEnd(body)
	default:
		m.pasteAtStart(body)
	}
	m.pasteLoose(loose)
}

// isLooseIn reports whether block i of a piece, which has words of a photo,
// belongs to one without a place in the run of the text.
func isLooseIn(c Clip, i int) bool {
	figure := i - int(c[i].Kind-Figure)
	return figure >= 0 && c[figure].Loose
}

// fill gives a field a text in the place of its own, and puts the caret behind it.
func (m *Manuscript) fill(field int, from *Block) {
	text := from.piece(0, from.Len()).fitting(m.blocks[field].Kind)
	m.change(field, 0, m.blocks[field].Len(), text)
	m.caretTo(Place{field, len(text.text)})
}

// pasteLoose puts photos behind the body, where they have no place in its run.
func (m *Manuscript) pasteLoose(c Clip) {
	if len(c) == 0 {
		return
	}
	fresh := m.freshCopies(c)
	for _, b := range fresh {
		b.Loose = b.Kind == Figure
	}
	caret, foot := m.sel.Caret, m.footStart()
	m.splice(foot, foot, fresh...)
	if caret.Block >= foot {
		caret.Block += len(fresh)
	}
	m.caretTo(caret)
}
