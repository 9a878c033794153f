package preflight

import (
	"maps"

	"bantin/bulletin"
)

// impossible tells of wishes that no make-up could understand. The program
// writes none; they come with files that others have written.
func impossible(key string) func(*proof) []hit {
	return func(p *proof) []hit {
		var out []hit
		for _, trouble := range p.Issue.Impossible(bulletin.PageGrid{}) {
			if trouble.Key != key {
				continue
			}
			where := ofIssue(0)
			if id, ok := trouble.Args["article"].(bulletin.ID); ok {
				where.Article = id
				where.Page = p.pageOf(where)
			}
			out = append(out, hit{where: where, args: trouble.Args, fix: bulletin.FixDropWish})
		}
		return out
	}
}

// wished takes over what the layout says of a wish that it could not meet;
// without that wish the finding is settled.
func wished(rule string) func(*proof) []hit {
	return func(p *proof) []hit {
		return wishes(laidOut(rule)(p), func(*hit) bool { return true })
	}
}

// withinPages is wished for a wish for one of the pages that the issue has.
func withinPages(rule string) func(*proof) []hit {
	return func(p *proof) []hit {
		return wishes(laidOut(rule)(p), func(h *hit) bool { return !p.beyond(h) })
	}
}

// beyondPages is wished for a wish for a page behind the last, with their number.
func beyondPages(rule string) func(*proof) []hit {
	return func(p *proof) []hit {
		out := wishes(laidOut(rule)(p), p.beyond)
		for i := range out {
			out[i].args = maps.Clone(out[i].args)
			out[i].args["pages"] = len(p.Document.Pages)
		}
		return out
	}
}

func (p *proof) beyond(h *hit) bool {
	wanted, _ := h.args["wanted"].(int)
	return wanted > len(p.Document.Pages)
}

// wishes are the findings of a kind; to drop the wish settles each.
func wishes(all []hit, are func(*hit) bool) []hit {
	var out []hit
	for i := range all {
		if are(&all[i]) {
			all[i].fix = bulletin.FixDropWish
			out = append(out, all[i])
		}
	}
	return out
}
