package layout

import (
	"slices"

	"bantin/bulletin"
)

// holes are the places to be left white, as units; those that no page can have
// are told.
func (k *Memory) holes(issue *bulletin.Issue) (holes []*unit, unmet []bulletin.Finding) {
	grid := k.bench.style.Grid
	for i := range issue.Holes {
		h := issue.Holes[i]
		if h.Page < 1 || h.Columns < 1 || h.Columns > grid.Columns || h.Rows < 1 || h.Rows > grid.Rows {
			unmet = append(unmet, bulletin.Finding{
				Rule: "hole_impossible", Severity: bulletin.Warning, Where: bulletin.Place{Block: -1, Page: max(h.Page, 0)},
				Args: bulletin.Args{"columns": h.Columns, "rows": h.Rows, "most_columns": grid.Columns, "most_rows": grid.Rows},
			})
			continue
		}
		u := k.bench.emptyUnit()
		u.hole, u.nth, u.pin, u.wish.Columns = &h, i, h.Page, h.Columns
		u.rank = 2
		holes = append(holes, u)
	}
	return holes, unmet
}

// unmetWishes tells of what the editor asked for and did not get.
func (p *plan) unmetWishes() []bulletin.Finding {
	var out []bulletin.Finding
	for _, s := range p.steps() {
		if s.kind == moveTurn || s.kind == moveLeave {
			continue
		}
		for i, at := range s.what.list {
			u := p.all[at]
			if page := s.what.pageOf(s.at, at); u.pin > 0 && u.pin != page {
				out = append(out, otherPage(u, page)...)
			}
			if i == 0 && s.run != nil && s.run.pages > 0 && u.wish.NoJump {
				out = append(out, unmet("wish_no_jump", u, s.at.page, bulletin.Args{"page": s.at.page + 1}))
			}
		}
	}
	return out
}

func unmet(rule string, u *unit, page int, args bulletin.Args) bulletin.Finding {
	return bulletin.Finding{
		Rule: rule, Severity: bulletin.Warning,
		Where: bulletin.Place{Article: u.piece.ID, Block: -1, Page: page}, Args: args,
	}
}

// otherPage tells of a story, the pinned briefs of a box or a hole that are not on
// the page where they were wanted.
func otherPage(u *unit, page int) []bulletin.Finding {
	if u.hole != nil {
		return []bulletin.Finding{unmet("hole_page", u, page, bulletin.Args{
			"wanted": u.pin, "page": page, "columns": u.hole.Columns, "rows": u.hole.Rows,
		})}
	}
	args := bulletin.Args{"wanted": u.pin, "page": page}
	if u.briefs == nil {
		return []bulletin.Finding{unmet("wish_page", u, page, args)}
	}
	var out []bulletin.Finding
	for i := range u.briefs {
		if u.briefs[i].wish.Page == u.pin {
			f := unmet("wish_page", u, page, args)
			f.Where.Article = u.briefs[i].piece.ID
			out = append(out, f)
		}
	}
	return out
}

// photolessWish tells of a size that is wished for photos of a story without.
func (s *story) photolessWish() []bulletin.Finding {
	if s.wish.PhotoSize == "" || len(s.piece.Article.Photos) > 0 {
		return nil
	}
	return []bulletin.Finding{{
		Rule: "wish_photo_none", Severity: bulletin.Warning, Where: bulletin.Place{Article: s.piece.ID, Block: -1},
	}}
}

// heed drops the wishes of a story that no page can meet, and tells of them.
func (b *bench) heed(u *unit) {
	u.findings = append(u.findings, u.story.photolessWish()...)
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

// stillUnmet are the findings of a story, each with the page on which it begins,
// without the wish for a width that it has come to have: no page holds it whole in
// that, and it goes on overleaf.
func (d *Document) stillUnmet(told []bulletin.Finding) []bulletin.Finding {
	var out []bulletin.Finding
	for _, f := range told {
		at := slices.IndexFunc(d.Stories, func(s Story) bool { return s.Article == f.Where.Article })
		if at >= 0 && f.Rule == "wish_columns" {
			if d.Stories[at].Columns == f.Args["wanted"] {
				continue
			}
			f.Where.Page = d.Stories[at].FirstPage
		}
		out = append(out, f)
	}
	return out
}
