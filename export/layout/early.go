package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// mostEarly is how many paragraphs a photo may come before its place.
const mostEarly = 12

// mostWhite is how many grid lines may stay white under a page that is full.
const mostWhite = 4

// earlier is by how many paragraphs the photo after the last of them has to come
// before its place, where it would stand on a last page without a word beside the
// byline and the page before is white for want of it: by as few as give the last
// page some lines of text and leave the other pages full. It is 0 where the photo
// may stay, or no place is better.
func (a alone) earlier(natural *Document, s styles.Style) int {
	body := a.piece.Article.Body
	pages := len(natural.Pages)
	if pages < 2 || pages > mostFitted || len(body) == 0 || body[len(body)-1].Kind != bulletin.PhotoAnchor || linesOfBody(natural.Pages[pages-1]) > 0 {
		return 0
	}
	for early := 1; early <= min(mostEarly, len(body)-2); early++ {
		if before, under := body[len(body)-2-early].Kind, body[len(body)-1-early].Kind; before != bulletin.Paragraph || under == bulletin.PhotoAnchor {
			continue // under a crosshead, or right on another photo
		}
		moved := alone{a.piece, early}
		doc, _ := moved.set(s, false)
		if len(doc.Pages) > pages {
			break
		}
		last := len(doc.Pages) - 1
		if isFull(doc, s) && (last == 0 || linesOfBody(doc.Pages[last]) >= s.Story.KeepLines) {
			return early
		}
	}
	return 0
}

// isFull reports an article that fills its pages but the last.
func isFull(doc *Document, s styles.Style) bool {
	foot := Length(s.Page.Top) + Length(s.Grid.Rows)*Length(s.Grid.Leading)
	return !slices.ContainsFunc(doc.Pages[:len(doc.Pages)-1], func(p Page) bool {
		return foot-lowest(p) > mostWhite*Length(s.Grid.Leading)
	})
}

// linesOfBody counts the lines of body text on a page.
func linesOfBody(p Page) (n int) {
	for _, item := range p.Items {
		if t, ok := item.(Text); ok && t.Source.Field == bulletin.FieldBody {
			n++
		}
	}
	return n
}

// lowest is how far down an article reaches on a page.
func lowest(p Page) (y Length) {
	for _, item := range p.Items {
		switch it := item.(type) {
		case Text:
			if it.Source.Article != "" {
				y = max(y, it.Y)
			}
		case Picture:
			y = max(y, it.Box.Bottom())
		}
	}
	return y
}

// blockAt is the place in the body of what is set at a place.
func (s *story) blockAt(n int) int {
	last := len(s.piece.Article.Body) - 1
	switch to := last - s.early; {
	case s.early == 0 || n < to:
		return n
	case n == to:
		return last
	default:
		return n - 1
	}
}
