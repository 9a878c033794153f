package layout

// spot is where a beginning ends.
type spot struct {
	page, row int
	taken
	pictured bool // the page has a picture
}

// beginning is the cheapest beginning that ends on a spot. There are very many:
// it holds the spot before it and the move from there in few bytes.
type beginning struct {
	cost      Badness
	after     Badness // the least that the rest costs; see futures
	page, row int16   // of the spot before
	key       int32   // of what is taken there
	rows, how int16   // of the move
	foot      int16
	span      int8
	kind      moveKind
	pictured  bool
	reached   bool
	what      *choice
	run       *run
}

// layer is the beginnings of one page.
type layer struct{ rows [][]beginning } // by what is taken, then row*2+pictured

func (p *plan) layer(page int) *layer {
	for len(p.layers) < page {
		p.layers = append(p.layers, &layer{rows: make([][]beginning, p.keys())})
	}
	return p.layers[page-1]
}

func (p *plan) beginningAt(s spot) *beginning {
	l, key := p.layer(s.page), p.keyOf(s.taken)
	if l.rows[key] == nil {
		l.rows[key] = make([]beginning, 2*(p.rows+1))
	}
	return &l.rows[key][s.index()]
}

// reach notes a way to a spot if it is the cheapest so far.
func (p *plan) reach(to spot, cost Badness, from spot, by move) {
	p.weighed++
	var after Badness
	if p.foresight != nil {
		if after = p.least(to); cost+after < p.bound {
			after = max(after, p.foreseen(to))
		}
		if cost+after >= p.bound {
			p.bounded = true
			p.foresight.giveUp(cost + after)
			return
		}
	}
	n := p.beginningAt(to)
	if p.foresight != nil {
		p.foresight.follow(n, cost)
	}
	if !n.reached || cost < n.cost {
		*n = beginning{
			cost: cost, after: after, reached: true,
			page: int16(from.page), row: int16(from.row), key: int32(p.keyOf(from.taken)), pictured: from.pictured,
			kind: by.kind, rows: int16(by.rows), how: int16(by.how), foot: int16(by.foot), span: int8(by.span), what: by.what, run: by.run,
		}
	}
}

// stepTo is the move that leads to a beginning and the spot that it starts from.
func (p *plan) stepTo(n *beginning) step {
	return step{
		move{n.kind, n.what, int(n.rows), int(n.how), int(n.span), int(n.foot), n.run},
		spot{int(n.page), int(n.row), p.takenOf(int(n.key)), n.pictured},
	}
}

// cellsOf are the cells of a band, of a story alone and of one that goes on
// overleaf beside others.
func (p *plan) cellsOf(s *step) []cell {
	switch s.kind {
	case moveBand:
		return p.packs.arrangements(p.columnsOn(s.at.page), len(s.what.list))[s.how].cells
	case moveAlone:
		return []cell{{0, s.span, 1}}
	case moveOver:
		if n := s.what.besides(); n > 0 {
			return []cell{{0, s.span, 1}, {s.span, p.columnsOn(s.at.page) - s.span, n}}
		}
		return []cell{{0, s.span, 1}}
	case moveCell:
		return []cell{{0, s.span, 1}, {s.span, p.columnsOn(s.at.page) - s.span, len(s.what.list) - 1}}
	}
	return nil
}
