package layout

import "bantin/bulletin"

// slimRows are the heights, in grid lines, that are tried of a lead photo with
// its words beside it.
var slimRows = [...]int{11, 10, 9, 8}

// slimLead is the lead photo of the leading story in a style of one column, made
// so low that its words stand beside it; nil where it may not be. A small
// page that has no room for the photo across it, and the beginning of the text,
// still opens with a picture. A reporter who wants the photo broad thought of
// columns: that is weighed (priceOfSlim), and only the editor's wish is law.
func (u *unit) slimLead(st *setter, rows int) *figure {
	if u.rank != 0 || u.lead == nil || st.style.Grid.Columns > 1 || !u.maySlim() {
		return nil
	}
	key := leadKey{columns: 1, slim: rows}
	f, ok := u.leads[key]
	if !ok {
		low := *st.style
		low.Photo.ColumnRows = rows - 1
		slim := *st
		slim.style = &low
		fig := slim.figure(u.piece.ID, u.lead, u.leadBlock(), st.widthOf(1))
		if fig.beside && len(fig.overflow) == 0 && fig.rows <= rows {
			f = &fig
		}
		u.leads[key] = f
	}
	return f
}

func (u *unit) maySlim() bool {
	return u.lead.Size == bulletin.SizeAuto || u.lead.Size == bulletin.SizeWide && u.wish.PhotoSize == ""
}

// priceOfSlim is what it weighs that the lead photo stands so low: half as much
// again where the reporter wants it broad.
func (u *unit) priceOfSlim() Badness {
	if u.lead.Size == bulletin.SizeWide {
		return weigh.PhotoSlim * 3 / 2
	}
	return weigh.PhotoSlim
}

// slimWays are the ways with a slimLead, with the other photos in each of steps.
func (b *bench) slimWays(u *unit, steps []int) []way {
	var ways []way
	for _, rows := range slimRows {
		slim := u.slimLead(b.setter, rows)
		if slim == nil {
			continue
		}
		for _, step := range steps {
			ways = append(ways, way{step: step, lead: 1, leadRows: slim.rows, slim: rows})
		}
	}
	return ways
}

// leadIn is the figure of the lead photo in a way that has it under the
// headline.
func (u *unit) leadIn(st *setter, w way) figure {
	if w.slim > 0 {
		return *u.slimLead(st, w.slim)
	}
	return u.leadOver(st, w.lead).withRows(st, w.leadRows)
}
