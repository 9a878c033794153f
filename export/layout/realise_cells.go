package layout

import "slices"

// cells puts a band's stories from the row on; so many rows are free under it. What
// all cells leave white at their feet is returned.
func (r *realiser) cells(list []int, cells []cell, rows, free int) (under int) {
	top, order := r.row, r.order
	under = rows
	rest := list
	for _, c := range cells {
		r.row = top
		under = min(under, r.pillar(rest[:c.units], c, rows, free))
		rest = rest[c.units:]
	}
	if len(cells) > 1 {
		last := r.order
		r.row, r.order = top, order
		r.verticals(list, cells, rows-under)
		r.order = last
	}
	r.row = top + rows
	return under
}

// pillar puts the stories of one cell, one under another. What they leave white is
// dealt to the gaps between them; what is over stands at the foot, and is returned.
func (r *realiser) pillar(list []int, c cell, rows, free int) (under int) {
	heights := r.plan.heights(list, c.span, rows)
	ahead := r.whiteIn(list, c.span, heights)
	for i, h := range heights {
		u := r.plan.all[list[i]]
		if i > 0 {
			r.separate(u, c.col, c.span)
			more := firstShare(under+ahead, len(heights)-i)
			r.row, under = r.row+r.plan.gap+more, under-more
		}
		below := 0
		if i == len(heights)-1 {
			below = free
		}
		ahead -= r.slackOf(u, c.span, h)
		slack := r.place(u, c, h, below)
		r.row, under = r.row-slack, under+slack
	}
	return under
}

// whiteIn is how many rows stories one under another surely leave white.
func (r *realiser) whiteIn(list []int, span int, heights []int) (white int) {
	for i, h := range heights {
		white += r.slackOf(r.plan.all[list[i]], span, h)
	}
	return white
}

// slackOf is how many rows a unit in a place of a height surely leaves white under
// itself: a box of briefs may be opened by them.
func (r *realiser) slackOf(u *unit, span, height int) int {
	if len(u.briefs) > span {
		return 0
	}
	over := r.plan.shapesOver(u, span)
	return height - over.all[over.pick[height]].rows
}

// place puts a unit as a rectangle of a height, under which so many rows are
// free. It returns how many of its own rows stay white under it,
// fewer than none where it is driven out further.
func (r *realiser) place(u *unit, c cell, height, under int) (white int) {
	b, top := r.plan.bench, r.row
	over := b.shapesOver(u, c.span)
	sh := over.all[over.pick[height]]
	if sh.of != nil {
		u = sh.of
	}
	slack := height - sh.rows
	f := slices.Clone(sh.faults)
	f.add(FlawWhite, whiteOf(slack, c.span))
	r.begin(u, c.col, c.span)
	r.opened = 0
	if u.hole == nil {
		r.told = append(r.told, b.photoUnmet(u, sh.way, r.page, c.span)...)
		r.free = slack + under
		if u.briefs == nil {
			r.free = r.spareFor(c)
		}
		r.paintShape(u, c.span, &sh, slack)
	} else {
		r.hollow(u, c, top, sh.rows)
	}
	r.blameUnit(u, r.without(f), r.page)
	r.leaveWhite(r.page, sh.blank+slack*c.span)
	r.row, r.col, r.area = top+height, 0, area{columns: r.plan.columns}
	r.tell(u, r.page, c.span, sh.blank+slack*c.span)
	if u.briefs != nil {
		return max(0, slack-r.opened) // it was opened into what is white under it
	}
	return slack - r.opened
}

// spareFor is by how many rows a story in a cell may be driven out: one beside others
// ends with them.
func (r *realiser) spareFor(c cell) int {
	if c.span < r.plan.columnsOn(r.page) {
		return 0
	}
	return r.spare
}
