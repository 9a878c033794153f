package manuscript

// Pen is the style of what is typed next: the one that was chosen, else that
// of the letter before the caret.
func (m *Manuscript) Pen() Style {
	if m.pen != nil {
		return *m.pen
	}
	from, to := m.sel.Ends()
	b := m.blocks[from.Block]
	switch {
	case from != to && from.Offset < b.Len():
		return b.styles[from.Offset]
	case from.Offset > 0:
		return b.styles[from.Offset-1]
	}
	return Plain
}

// Has reports whether all that is selected, or what is typed next, has a style.
func (m *Manuscript) Has(s Style) bool {
	if m.sel.IsEmpty() {
		return m.Pen()&s != 0
	}
	any, all := false, true
	m.eachSelected(func(i, from, to int) {
		for _, has := range m.blocks[i].styles[from:to] {
			any = true
			all = all && has&s != 0
		}
	})
	return any && all
}

// Toggle makes what is selected bold or italic, or plain again where all of it
// is so already; with nothing selected it chooses the style of what is typed
// next. Text that carries no emphasis stays as it is.
func (m *Manuscript) Toggle(s Style) {
	if m.sel.IsEmpty() {
		if m.blocks[m.sel.Caret.Block].Kind.Rich() {
			pen := m.Pen() ^ s
			m.pen = &pen
		}
		return
	}
	clear := m.Has(s)
	keep := m.sel
	m.do(byCommand, func() {
		m.eachSelected(func(i, from, to int) {
			p := m.blocks[i].piece(from, to)
			for at := range p.styles {
				if clear {
					p.styles[at] &^= s
				} else {
					p.styles[at] |= s
				}
			}
			m.change(i, from, to, p)
		})
		m.sel = keep
	})
}

// eachSelected visits the selected stretch of every block that can carry
// emphasis.
func (m *Manuscript) eachSelected(visit func(block, from, to int)) {
	a, z := m.sel.Ends()
	for i := a.Block; i <= z.Block; i++ {
		b := m.blocks[i]
		from, to := 0, b.Len()
		if i == a.Block {
			from = a.Offset
		}
		if i == z.Block {
			to = z.Offset
		}
		if b.Kind.Rich() && from < to {
			visit(i, from, to)
		}
	}
}
