package preflight

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/export/layout"
)

// softLogo finds a logo of too few pixels for its place: its edges are sharp,
// so softness shows sooner than in a photo.
func softLogo(p *proof) []hit {
	var out []hit
	p.each(func(page int, item layout.Item) {
		pic, ok := item.(layout.Picture)
		if !ok || pic.Source.Part != layout.PartLogo {
			return
		}
		if dpi := p.resolution(pic); dpi < softBelow {
			needed := int64(pic.Box.Width)*softBelow/int64(inch) + 1
			out = append(out, hit{where: ofIssue(page), args: bulletin.Args{"dpi": int(dpi), "pixels": int(needed)}})
		}
	})
	return out
}

// unsureLogo finds a logo whose colours may come out otherwise than they were
// meant: a mark is known by its colour.
func unsureLogo(p *proof) []hit {
	if p.Issue == nil || p.Issue.Office.Logo.IsEmpty() || p.Issue.Office.Logo.Colours == bulletin.ColoursKnown {
		return nil
	}
	return []hit{{where: ofIssue(1)}}
}

// undescribedLogo: of a logo without words of its own is said only that it is
// one.
func undescribedLogo(p *proof) []hit {
	if p.Issue == nil || p.Issue.Office.Logo.IsEmpty() || strings.ContainsFunc(p.Issue.Office.Logo.AltText, viet.InWord) {
		return nil
	}
	return []hit{{where: ofIssue(1)}}
}
