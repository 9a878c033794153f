package layout

import (
	"cmp"
	"slices"

	"bantin/bulletin"
)

// bestPlan is the cheapest plan over all lineups; nil when there is none, which
// no known issue has brought about.
func (k *Memory) bestPlan(issue *bulletin.Issue, pieces []Piece, start, imprint int) *plan {
	var best *plan
	holes, unmet := k.holes(issue)
	for _, l := range k.lineups(issue, pieces, start) {
		p := k.planOf(issue, l, holes, start, imprint)
		if p != nil && (best == nil || p.best.cost < best.best.cost) {
			best = p
		}
	}
	if best == nil {
		return nil
	}
	best.unmet = append(unmet, best.unmetWishes()...)
	return best
}

// planOf plans a lineup. Stories and holes that belong on a page are taken out
// and put in again where that page begins, in the order of the pages.
func (k *Memory) planOf(issue *bulletin.Issue, l lineup, holes []*unit, start, imprint int) *plan {
	var free, pinned []*unit
	for i, u := range l.units {
		if u.pin > 0 && i > 0 {
			pinned = append(pinned, u)
			continue
		}
		free = append(free, u)
	}
	pinned = append(pinned, holes...)
	slices.SortStableFunc(pinned, func(a, b *unit) int { return cmp.Compare(a.pin, b.pin) })
	plan := func(units []*unit) *plan {
		for _, relaxed := range []bool{false, true} {
			p := newPlan(k.bench, units, start, imprint)
			p.pages, p.relaxed = issue.PageMultiple, relaxed
			p.begin(l)
			if p.search() {
				return p
			}
		}
		return nil
	}
	p := plan(free)
	for _, u := range pinned {
		if p == nil {
			return nil
		}
		units := slices.Clone(p.units)
		p = plan(slices.Insert(units, p.firstOn(u.pin), u))
	}
	return p
}

// firstOn is the place in the lineup where a page begins; on the first page
// that after the leading story.
func (p *plan) firstOn(page int) int {
	first := len(p.units)
	if page == 1 {
		return min(1, first)
	}
	for _, s := range p.steps() {
		if s.at.page >= page && s.kind != moveTurn {
			return s.at.next
		}
	}
	return first
}

// holes are the places to be left white, as units; those that no page can have
// are told.
func (k *Memory) holes(issue *bulletin.Issue) (holes []*unit, unmet []bulletin.Finding) {
	grid := k.bench.style.Grid
	for i := range issue.Holes {
		h := &issue.Holes[i]
		if h.Page < 1 || h.Columns < 1 || h.Columns > grid.Columns || h.Rows < 1 || h.Rows > grid.Rows {
			unmet = append(unmet, bulletin.Finding{
				Rule: "hole_impossible", Severity: bulletin.Warning, Where: bulletin.Place{Block: -1, Page: max(h.Page, 0)},
				Args: bulletin.Args{"columns": h.Columns, "rows": h.Rows, "most_columns": grid.Columns, "most_rows": grid.Rows},
			})
			continue
		}
		u := k.bench.emptyUnit()
		u.hole, u.nth, u.pin, u.wish.Columns = h, i, h.Page, h.Columns
		u.rank = 2
		holes = append(holes, u)
	}
	return holes, unmet
}

// unmetWishes tells of what the editor asked for and did not get.
func (p *plan) unmetWishes() []bulletin.Finding {
	var out []bulletin.Finding
	tell := func(rule string, u *unit, page int, args bulletin.Args) {
		out = append(out, bulletin.Finding{
			Rule: rule, Severity: bulletin.Warning,
			Where: bulletin.Place{Article: u.piece.ID, Block: -1, Page: page}, Args: args,
		})
	}
	for _, s := range p.steps() {
		if s.kind == moveTurn || s.kind == moveLeave {
			continue
		}
		for i := range s.units {
			u := p.units[s.at.next+i]
			if u.pin > 0 && u.pin != s.at.page {
				tell("wish_page", u, s.at.page, bulletin.Args{"wanted": u.pin, "page": s.at.page})
			}
			if i == 0 && s.run != nil && s.run.pages > 0 && u.wish.NoJump {
				tell("wish_no_jump", u, s.at.page, bulletin.Args{"page": s.at.page + 1})
			}
		}
	}
	return out
}

// heed drops the wishes of a story that no page can meet, and tells of them.
func (b *bench) heed(u *unit) {
	asked := u.wish.Columns
	if asked == 0 {
		return
	}
	columns := b.style.Grid.Columns
	if asked >= 1 && asked <= columns && (asked == columns || b.shapesOver(u, asked).high >= 0) {
		return
	}
	u.wish.Columns = 0
	u.shapes[min(max(asked, 0), mostColumns)] = nil
	u.findings = append(u.findings, bulletin.Finding{
		Rule: "wish_columns", Severity: bulletin.Warning,
		Where: bulletin.Place{Article: u.piece.ID, Block: -1},
		Args:  bulletin.Args{"wanted": asked, "columns": columns},
	})
}
