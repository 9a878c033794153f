package pdf

import (
	"bantin/export/layout"
)

// chosen is the document with some of its pages only, by their numbers from 1,
// in that order; no numbers choose all. Links to pages that are not among them
// are left out, and stories lead to the first of theirs that is.
func chosen(doc *layout.Document, numbers []int) (*layout.Document, []int) {
	if len(numbers) == 0 {
		for n := range doc.Pages {
			numbers = append(numbers, n+1)
		}
		return doc, numbers
	}
	out := *doc
	out.Pages, out.Stories = nil, nil
	place := map[int]int{} // new number of each
	var kept []int
	for _, n := range numbers {
		if n >= 1 && n <= len(doc.Pages) && place[n] == 0 {
			out.Pages = append(out.Pages, doc.Pages[n-1])
			kept = append(kept, n)
			place[n] = len(kept)
		}
	}
	for i := range out.Pages {
		out.Pages[i].Links = linksAmong(out.Pages[i].Links, place)
	}
	for _, story := range doc.Stories {
		for n := story.FirstPage; n <= story.LastPage; n++ {
			if place[n] > 0 {
				story.FirstPage, story.LastPage = place[n], max(place[n], place[story.LastPage])
				out.Stories = append(out.Stories, story)
				break
			}
		}
	}
	return &out, kept
}

func linksAmong(links []layout.Link, place map[int]int) []layout.Link {
	var out []layout.Link
	for _, link := range links {
		if link.Page = place[link.Page]; link.Page > 0 {
			out = append(out, link)
		}
	}
	return out
}
