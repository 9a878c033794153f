package preflight

import (
	"bantin/bulletin"
	"bantin/export/layout"
)

// mostInk is how much ink in all, in parts per thousand, the press takes that
// pages are made for: 320 %, the limit of the profile assets/icc.Coated39.
const mostInk = 3200

// heavyInks are inks of texts and grounds over the limit, each once, on the
// first page that has it. Photos are brought to the press by its profile.
// Other colours than the four inks cannot stand on a page.
func heavyInks(p *proof) []hit {
	seen := map[layout.Ink]bool{}
	var out []hit
	p.each(func(page int, item layout.Item) {
		where := ofIssue(page)
		var ink layout.Ink
		switch it := item.(type) {
		case layout.Text:
			ink, where = it.Ink, placeOf(it, page)
		case layout.Fill:
			ink = it.Ink
		}
		total := ink.C + ink.M + ink.Y + ink.K
		if total > mostInk && !seen[ink] {
			seen[ink] = true
			out = append(out, hit{where: where, args: bulletin.Args{"percent": (total + 9) / 10, "limit": mostInk / 10}})
		}
	})
	return out
}
