package pdf

import (
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// links are the areas of the pages that lead somewhere, page by page. What
// they say is told to the finishing step while they are painted.
func (p *painter) planLinks() {
	for page := range p.doc.Pages {
		for _, link := range p.doc.Pages[page].Links {
			if p.leads(link) {
				p.links = append(p.links, placedLink{page, link, ""})
			}
		}
	}
}

// placedLink is a link on its page.
type placedLink struct {
	page int // from 0
	layout.Link
	says string
}

// leads reports whether a link has a page to lead to and an area to click on.
func (p *painter) leads(link layout.Link) bool {
	return link.Page >= 1 && link.Page <= len(p.doc.Pages) && link.Box.Width > 0 && link.Box.Height > 0
}

// linkAt is the index of the link on a page that a text begins in, or -1.
func (p *painter) linkAt(page int, t layout.Text) int {
	const inside = layout.Point // what stands exactly on the edge belongs to the line beside it
	for i, link := range p.links {
		b := link.Box
		if link.page == page && b.X-inside <= t.X && t.X < b.Right() && b.Y < t.Y && t.Y <= b.Bottom()+inside {
			return i
		}
	}
	return -1
}

func (p *painter) finishedLinks() []finish.Link {
	height := p.sheets.Paper.Height
	var out []finish.Link
	for _, link := range p.links {
		out = append(out, finish.Link{
			Page: link.page, To: link.Page - 1, Top: int64(height - max(link.Y, 0)), Says: link.says,
			Area: finish.Box{
				Left: int64(link.Box.X), Right: int64(link.Box.Right()),
				Bottom: int64(height - link.Box.Bottom()), Top: int64(height - link.Box.Y),
			},
		})
	}
	return out
}
