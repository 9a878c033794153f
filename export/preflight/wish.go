package preflight

import "bantin/bulletin"

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
		out := laidOut(rule)(p)
		for i := range out {
			out[i].fix = bulletin.FixDropWish
		}
		return out
	}
}
