package preflight

import (
	"iter"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
)

// blankPages have no photo, nothing of a story, and at most the one line with
// the page's number. What stands before a story that is pinned further on is told
// with its pin.
func blankPages(p *proof) []hit {
	var out []hit
	for page := range p.blank() {
		if p.pinnedAfter(page) == nil {
			out = append(out, hit{where: ofIssue(page)})
		}
	}
	return out
}

// pinnedBlanks are the blank pages that a pin leads to.
func pinnedBlanks(p *proof) []hit {
	var out []hit
	for page := range p.blank() {
		if slot := p.pinnedAfter(page); slot != nil {
			out = append(out, hit{
				where: bulletin.Place{Article: slot.Article, Block: -1},
				args:  bulletin.Args{"page": page, "wanted": slot.Page},
				fix:   bulletin.FixDropWish,
			})
		}
	}
	return out
}

// blank gives the numbers of the pages that are blank and should not be.
func (p *proof) blank() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range p.Document.Pages {
			if blank(p.Document.Pages[i]) && !p.leftFree(i+1) && !yield(i+1) {
				return
			}
		}
	}
}

// pinnedAfter is the first story that is pinned to a page after this one.
func (p *proof) pinnedAfter(page int) (first *bulletin.Slot) {
	if p.Issue == nil {
		return nil
	}
	for i := range p.Issue.Slots {
		slot := &p.Issue.Slots[i]
		if slot.Page > page && slot.Page <= len(p.Document.Pages) && (first == nil || slot.Page < first.Page) {
			first = slot
		}
	}
	return first
}

// leftFree reports a page most of which is left white for something that is put
// in by hand.
func (p *proof) leftFree(page int) bool {
	var area layout.Length
	for _, h := range p.Document.Holes {
		if h.Page == page {
			area += h.Box.Width / layout.Millimetres(1) * (h.Box.Height / layout.Millimetres(1))
		}
	}
	trim := p.Document.Trim
	whole := trim.Width / layout.Millimetres(1) * (trim.Height / layout.Millimetres(1))
	return area*leftFreePart >= whole
}

// leftFreePart is the part of a page, margins and all, that the spaces on it take
// at least for its being left free: one in so many.
const leftFreePart = 3

// whiteHoles are the spaces that the editor left for a picture: what he puts in by
// hand is not on these pages, and they are printed white.
func whiteHoles(p *proof) []hit {
	var out []hit
	for _, h := range p.Document.Holes {
		if p.Issue == nil || h.Nth >= len(p.Issue.Holes) {
			continue
		}
		out = append(out, hit{where: ofIssue(h.Page), args: bulletin.Args{
			"columns": p.Issue.Holes[h.Nth].Columns, "rows": p.Issue.Holes[h.Nth].Rows,
			"width": int(h.Box.Width / layout.Millimetres(1)), "height": int(h.Box.Height / layout.Millimetres(1)),
		}})
	}
	return out
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

// loosePages: the editor asked for full sheets, the stories make them, and
// leave the last two pages loose. It lists all loose pages and the lines of one
// column that are white on them.
func loosePages(p *proof) []hit {
	n, asked := len(p.Document.Pages), p.Issue.PageMultiple
	if asked <= 1 || n < 2 || n%asked != 0 {
		return nil
	}
	area := p.Document.Grid.Rows * p.Document.Grid.Columns
	if (p.Document.Pages[n-2].White+p.Document.Pages[n-1].White)*loosePart <= 2*area {
		return nil
	}
	return p.tooWhite(p.Document.Pages)
}

// whitePages are loose without anybody's having asked for full sheets. The last
// page is judged by how far down it reaches.
func whitePages(p *proof) []hit {
	if n := len(p.Document.Pages); n > 1 && len(loosePages(p)) == 0 {
		return p.tooWhite(p.Document.Pages[:n-1])
	}
	return nil
}

// tooWhite is one finding of all that are loose among the first pages, with the
// lines of one column that are white on them.
func (p *proof) tooWhite(pages []layout.Page) []hit {
	area := p.Document.Grid.Rows * p.Document.Grid.Columns
	var loose []string
	lines, last := 0, 0
	for i, page := range pages {
		if page.White*loosePart > area && !p.leftFree(i+1) && !blank(page) {
			loose, lines, last = append(loose, strconv.Itoa(i+1)), lines+page.White, i+1
		}
	}
	if len(loose) == 0 {
		return nil
	}
	return []hit{{
		where: ofIssue(last),
		args: bulletin.Args{
			"lines": lines, "n": len(loose), "list": strings.Join(loose, ", "), "multiple": p.Issue.PageMultiple,
		},
	}}
}

// loosePart of a page, one in so many, may be white.
const loosePart = 4
