package layout

import "bantin/assets/styles"

// sectionHead sets the name of a section, or the title of a box, over so much
// width in the style's form, with the white under it.
func (st *setter) sectionHead(name string, width Length, src Source) []band {
	h := st.style.SectionHead
	pad := Length(h.Padding)
	if h.Form == styles.SectionPlain {
		pad = 0
	}
	t := st.plain(name, voiceOf(st.style, st.style.Types.Section), width-2*pad, src)
	if len(t.lines) == 0 {
		return nil
	}
	below := white(Length(h.Below))
	switch h.Form {
	case styles.SectionLabel:
		return []band{st.sectionLabel(t, width, src), below}
	case styles.SectionRule:
		rule := Fill{Rect{Width: width, Height: Length(h.Rule)}, inkOf(st.style, h.RuleInk)}
		return append(append([]band{ruleBand(rule, pad)}, bandsOf(t, src)...), below)
	}
	return append(bandsOf(t, src), below)
}

// ruleBand is a rule with so much white under it.
func ruleBand(rule Fill, below Length) band {
	return band{height: rule.Box.Height + below, paint: func(x, top Length) []Item {
		r := rule
		r.Box.X, r.Box.Y = x, top
		return []Item{r}
	}}
}

// sectionLabel is words on a ground of their own, and a rule at its foot from
// there to the right edge.
func (st *setter) sectionLabel(t setting, width Length, src Source) band {
	h := st.style.SectionHead
	pad, thick := Length(h.Padding), Length(h.Rule)
	ground, ink := inkOf(st.style, h.Ground), inkOf(st.style, h.RuleInk)
	var widest Length
	for _, l := range t.lines {
		widest = max(widest, l.natural())
	}
	size := Size{min(width, widest+4*pad), t.height() + pad}
	return band{height: size.Height, paint: func(x, top Length) []Item {
		items := []Item{
			Fill{Rect{x, top, size.Width, size.Height}, ground},
			Fill{Rect{x + size.Width, top + size.Height - thick, width - size.Width, thick}, ink},
		}
		return append(items, t.paint(x+2*pad, top+pad/2, src)...)
	}}
}
