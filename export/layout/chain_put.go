package layout

// putChain puts a chain: what stands whole under it, the first story with what
// stands beside it, and those that go on after it.
func (r *realiser) putChain(s *step) {
	c, ch, page, p := s.what, s.run.chain, r.page, r.plan
	g, f, top, order := c.grounds(), r.feetOf(page, s.run.chain), r.row, r.order
	inFront := 1 + c.besides()
	links := p.links(s.at, &g, ch)
	last := order + (len(c.list)-1)*orderOfStory
	r.row, r.feet = top, f
	if rows := ch.bases[0].rows(p.gap); rows > 0 {
		r.rows, r.shared = p.rowsOn(page)-rows-p.gap, true
	}
	if c.besides() > 0 {
		r.beside(s, c.list[:inFront], p.cellsOf(s))
	} else {
		r.runOn(p.all[c.list[0]], s.run, 0, s.span, page)
	}
	for i, l := range links {
		r.order = order + r.placeInList(c, l.unit)*orderOfStory
		r.putLink(l, ch.runs[i], page, f)
	}
	ended, row, rows := r.page, r.row, r.rows
	for i := range g {
		if whole := g[i].whole; len(whole) > 0 {
			r.page, r.order = page+i, order+r.placeInList(c, whole[0])*orderOfStory
			r.foot(whole, p.rowsOn(page+i)-ch.bases[i].whole, ch.bases[i].whole)
		}
	}
	r.page, r.row, r.rows, r.order = ended, row, rows, last+orderOfStory
}

// placeInList is how many units of a choice are read before one.
func (r *realiser) placeInList(c *choice, unit int) int {
	for i, at := range c.list {
		if at == unit {
			return i
		}
	}
	return len(c.list)
}

// feetOf are the feet that a chain leaves on the pages after one.
func (r *realiser) feetOf(page int, ch *chain) (f feet) {
	for i := range f {
		f[i] = r.plan.footOn(page + 1 + i)
		if rows := ch.bases[i+1].rows(r.plan.gap); rows > 0 {
			f[i] += r.plan.gap + rows
		}
	}
	return f
}

// putLink puts a story that begins in its tier and goes on where what was put before
// has ended, in a chain with such feet after a page.
func (r *realiser) putLink(l link, run *run, page int, f feet) {
	ended, p := onward{r.page, r.row}, r.plan
	to, white := p.resumed(ended, page, f)
	if to.row > 0 {
		r.ruleOver(0, p.columns)
	} else {
		r.leaveWhite(ended.page, (p.rows-feetFrom(ended.page, page, f)[0]-ended.row)*p.columns)
	}
	r.blame(white, ended.page)
	u, span := p.all[l.unit], p.columnsOn(l.page)
	r.page, r.row = l.page, l.from-p.gap
	r.separate(u, 0, span)
	r.row, r.rows = l.from, l.to
	r.feet, r.shared, r.onward = feetFrom(to.page, page, f), true, to
	r.runOn(u, run, 0, span, ended.page)
}
