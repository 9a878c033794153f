package preflight

import (
	"slices"

	"bantin/bulletin"
	"bantin/export/layout"
)

// blankPages have no photo, nothing of a story, and at most the one line with
// the page's number.
func blankPages(p *proof) []hit {
	var out []hit
	for i := range p.Document.Pages {
		if blank(p.Document.Pages[i]) && !p.leftFree(i+1) {
			out = append(out, hit{where: ofIssue(i + 1)})
		}
	}
	return out
}

// leftFree reports whether the editor wants a hole on a page, for something
// that is put in by hand.
func (p *proof) leftFree(page int) bool {
	return p.Issue != nil && slices.ContainsFunc(p.Issue.Holes, func(h bulletin.Hole) bool { return h.Page == page })
}

func blank(page layout.Page) bool {
	var line *layout.Length
	for _, item := range page.Items {
		switch it := item.(type) {
		case layout.Picture:
			return false
		case layout.Text:
			if it.Source.Article != "" || line != nil && *line != it.Y {
				return false
			}
			line = &it.Y
		}
	}
	return true
}
