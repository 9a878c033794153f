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
			if it.Source.Part != layout.PartLogo {
				return false
			}
		case layout.Text:
			if it.Source.Article != "" || line != nil && *line != it.Y {
				return false
			}
			line = &it.Y
		}
	}
	return true
}

// bareLastPage: the imprint, or little else, has the last page to itself.
func bareLastPage(p *proof) []hit {
	n := len(p.Document.Pages)
	if n < 2 || p.leftFree(n) {
		return nil
	}
	page := p.Document.Pages[n-1]
	if blank(page) || depth(page) >= p.Document.Trim.Height/leastOfLastPage {
		return nil
	}
	return []hit{{where: ofIssue(n)}}
}

// leastOfLastPage is the part of the last page that its stories should reach
// down to: one in so many.
const leastOfLastPage = 4

// depth is how far from the top edge the stories of a page reach; 0 where it
// has none.
func depth(page layout.Page) layout.Length {
	var low layout.Length
	for _, item := range page.Items {
		switch it := item.(type) {
		case layout.Picture:
			if it.Source.Part != layout.PartLogo {
				low = max(low, it.Box.Y+it.Box.Height)
			}
		case layout.Text:
			if it.Source.Article != "" {
				low = max(low, it.Y)
			}
		}
	}
	return low
}
