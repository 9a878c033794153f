package preflight

import "bantin/export/layout"

// blankPages have no photo, nothing of a story, and at most the one line with
// the page's number.
func blankPages(p *proof) []hit {
	var out []hit
	for i := range p.Document.Pages {
		if blank(p.Document.Pages[i]) {
			out = append(out, hit{where: ofIssue(i + 1)})
		}
	}
	return out
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
