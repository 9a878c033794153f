package layout

import "slices"

// shape is a unit as a rectangle: one of its ways over some columns.
type shape struct {
	way
	of     *unit // the guise of an opened unit, else nil
	head   int   // grid lines of its parts
	rows   int   // all of it
	blank  int   // rows that its columns, together, end higher
	faults faults
	cost   Badness
}

// shapes are the best rectangles of a unit over so many columns, by height.
type shapes struct {
	all       []shape
	cost      []Badness // by height in grid lines; hopeless where there is none
	pick      []int16   // index into all
	low, high int       // between which heights there are some
}

// hopeless is over all that pages can cost.
const hopeless Badness = 1 << 29

// mostSlack is how many blank rows a rectangle may have under it.
const mostSlack = 9

// shapesOver are the unit's rectangles over so many columns.
func (b *bench) shapesOver(u *unit, span int) *shapes {
	if u.shapes[span] == nil {
		if u.guises != nil {
			u.shapes[span] = b.shapesInGuises(u, span)
		} else {
			u.shapes[span] = b.newShapes(u, span)
		}
	}
	return u.shapes[span]
}

func (b *bench) newShapes(u *unit, span int) *shapes {
	rows := b.style.Grid.Rows
	s := &shapes{cost: make([]Badness, rows+1), pick: make([]int16, rows+1), low: rows + 1, high: -1}
	for i := range s.cost {
		s.cost[i] = hopeless
	}
	if u.allows(span) && (span == b.style.Grid.Columns || u.briefs != nil || u.hole != nil || !b.isGallery(&u.piece.Article)) {
		b.eachWay(u, span, func(w way) {
			if sh := b.shape(u, span, w); s.gains(&sh, span) {
				b.weighEnds(u, &sh)
				s.add(sh, span)
			}
		})
	}
	return s
}

// allows reports that the editor has not asked for other columns.
func (u *unit) allows(span int) bool { return u.wish.Columns == 0 || u.wish.Columns == span }

// gains reports a rectangle that is the best so far for some height.
func (s *shapes) gains(sh *shape, span int) bool {
	for slack := 0; sh.rows >= 0 && slack <= mostSlack && sh.rows+slack < len(s.cost); slack++ {
		if sh.cost+whiteOf(slack, span) < s.cost[sh.rows+slack] {
			return true
		}
	}
	return false
}

// add notes a rectangle for all heights in which it is the best so far.
func (s *shapes) add(sh shape, span int) {
	used := false
	for slack := 0; slack <= mostSlack && sh.rows+slack < len(s.cost); slack++ {
		h := sh.rows + slack
		cost := sh.cost + whiteOf(slack, span)
		if cost < s.cost[h] {
			s.cost[h], s.pick[h] = cost, int16(len(s.all))
			s.low, s.high = min(s.low, h), max(s.high, h)
			used = true
		}
	}
	if used {
		sh.faults = slices.Clone(sh.faults)
		s.all = append(s.all, sh)
	}
}

// eachWay calls try with the ways of setting a unit over so many columns, the
// natural one first.
func (b *bench) eachWay(u *unit, span int, try func(way)) {
	if u.hole != nil {
		try(way{})
		return
	}
	heads := 1
	if u.briefs == nil && u.headOver(b.setter, span, 1).rows < u.headOver(b.setter, span, 0).rows {
		heads = 2
	}
	steps := b.stepsFor(u)
	for smaller := range heads {
		for _, step := range steps {
			try(way{smaller: smaller, step: step})
		}
		if u.lead == nil {
			continue
		}
		for columns := 1; columns <= span; columns++ {
			fig := u.leadOver(b.setter, columns)
			if fig == nil {
				continue
			}
			least, most := fig.rowsRange(b.setter)
			for rows := least; rows <= most && b.mayStand(u, fig, columns, rows); rows++ {
				for _, step := range steps[:b.leadSteps(u, steps)] {
					try(way{smaller: smaller, step: step, lead: columns, leadRows: rows})
				}
			}
		}
	}
}

// stepsFor are the sizes in which the unit's photos may stand in the text.
func (b *bench) stepsFor(u *unit) []int {
	if !u.pictured || len(b.steps) == 1 {
		return []int{0}
	}
	last := len(b.steps) - 1
	if last < 2 {
		return []int{0, last}
	}
	return []int{0, last/2 + 1, last}
}

// leadSteps is how many of the steps are worth a try where the lead photo is
// out of the text.
func (b *bench) leadSteps(u *unit, steps []int) int {
	if len(u.piece.Article.Photos) > 1 {
		return len(steps)
	}
	return 1
}

// noShape is what has no room on a page.
var noShape = shape{rows: -1}

// shape measures a unit over so many columns, but for what its columns do not
// end level. Its faults and parts hold until the next is measured.
func (b *bench) shape(u *unit, span int, w way) shape {
	if u.hole != nil {
		return shape{rows: u.hole.Rows}
	}
	h := u.headOver(b.setter, span, w.smaller)
	sh := shape{way: w, head: h.rows, faults: b.faults[:0]}
	first := b.areaOver(span)
	rows := h.rows
	switch {
	case w.lead == span:
		rows += w.leadRows
	case w.lead > 0:
		first.lead, first.leadRows = w.lead, w.leadRows
	}
	body := u.flowOver(b, span, span, w.step, w.lead > 0)
	height, blank, ok := b.stand(body, first, b.style.Grid.Rows-rows)
	if !ok {
		return noShape
	}
	sh.rows, sh.blank = rows+height, blank
	if u.briefs != nil {
		sh.rows++ // the box closes under its last line
	}
	if sh.rows > b.style.Grid.Rows {
		return noShape
	}
	b.weighHead(u, h, &sh.faults)
	b.weighLead(u, span, w, &sh.faults)
	b.weighForm(u, span, height, &sh.faults)
	sh.cost, b.faults = sh.faults.sum(), sh.faults
	return sh
}

// weighEnds weighs that the columns of the rectangle measured last do not end
// level.
func (b *bench) weighEnds(u *unit, sh *shape) {
	sh.faults.add(FlawUneven, Badness(b.unevenParts(u))*weigh.Uneven)
	sh.cost, b.faults = sh.faults.sum(), sh.faults
}

// unevenParts is how many rows the columns end too high that stood last.
func (b *bench) unevenParts(u *unit) int {
	uneven := 0
	for _, p := range b.stood {
		uneven += u.unevenAt(p.flow, p.area, p.height)
	}
	return uneven
}

// stood is a part of a body, between photos across it, in columns of so many
// rows that do not all end on one line as they are set.
type stood struct {
	flow []chunk
	area
	height int
}

// stand is how high a body stands in columns that end level; blank is how many
// rows the columns leave white. Which parts may not end level is noted.
func (b *bench) stand(body []chunk, first area, rows int) (height, blank int, ok bool) {
	a := first
	b.stood = b.stood[:0]
	for len(body) > 0 {
		if body[0].wide {
			height += a.leadRows + body[0].rows()
			a.lead, a.leadRows = 0, 0
			body = body[1:]
			continue
		}
		part := narrow(body)
		high, short, uneven, ok := levelled(part, a, rows-height)
		if !ok {
			return 0, 0, false
		}
		if uneven > 0 {
			b.stood = append(b.stood, stood{part, a, high})
		}
		height += high
		blank += short
		a.lead, a.leadRows = 0, 0
		if body = body[len(part):]; len(body) > 0 {
			height += min(1, part[len(part)-1].below())
		}
	}
	height += a.leadRows
	return height, blank, height <= rows
}

// weighHead weighs the size of the headline.
func (b *bench) weighHead(u *unit, h head, f *faults) {
	if u.briefs != nil || h.lines == 0 {
		return
	}
	f.add(FlawHeadline, Badness(h.smaller)*weigh.Headline+
		Badness(max(0, h.lines-b.style.Headline.MaxLines))*weigh.HeadlineLines)
}

// weighLead weighs size and place of the photos.
func (b *bench) weighLead(u *unit, span int, w way, f *faults) {
	if !u.pictured {
		return
	}
	others := len(u.piece.Article.Photos)
	if w.lead > 0 {
		others--
	}
	size := Badness(w.step*others)*weigh.PhotoStep + b.weighBroad(u, w)
	defer func() { f.add(FlawPhotoSize, size) }()
	if u.lead == nil {
		return
	}
	size += b.weighPhotoSize(u, span, w)
	if w.lead == 0 {
		return
	}
	fig := u.leadOver(b.setter, w.lead)
	size += Badness(abs(w.leadRows-fig.rows)*w.lead) * weigh.PhotoRow
	if w.slim > 0 {
		size += u.priceOfSlim()
	}
	if at := u.leadBlock(); at >= 0 && at*3 >= len(u.piece.Article.Body)*2 && len(u.piece.Article.Body) > 3 {
		f.add(FlawPhotoFar, weigh.PhotoFar)
	}
}

// weighForm weighs the form of the rectangle.
func (b *bench) weighForm(u *unit, span, height int, f *faults) {
	if flat := weigh.FlatRows + weigh.FlatGrows*(span-2); span > 1 && height < flat {
		f.add(FlawFlat, Badness((flat-height)*span)*weigh.Flat)
	}
	if span == 1 && b.style.Grid.Columns > 1 && height > weigh.ThinRows && u.briefs == nil {
		f.add(FlawThin, Badness(height-weigh.ThinRows)*weigh.Thin)
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
