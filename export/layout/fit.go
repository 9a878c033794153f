package layout

import "bantin/assets/styles"

// mostFitted is the number of pages up to which an article is fitted: over
// more of them a change of size would be felt and save little.
const mostFitted = 4

// alone is an article that stands for itself.
type alone struct {
	piece Piece
	early int // paragraphs that the photo after the last of them comes before
}

// fitted sets an article in the style as it is and, where its last page comes
// out nearly empty, once more with each of the style's Fit steps, from the
// gentlest on, until one saves that page. Nearly empty is: less than half of
// its grid lines used. Where no step saves a page of which not even a third
// is used, its lead photo stands large under the headline, if that fills it
// better. Articles of one page or of more than mostFitted stay natural, as do
// those that neither helps.
func (a alone) fitted(s styles.Style) *Document {
	natural, used := a.set(s, false)
	if early := a.earlier(natural, s); early > 0 {
		a.early = early
		natural, used = a.set(s, false)
	}
	pages := len(natural.Pages)
	if pages < 2 || pages > mostFitted || used*2 >= s.Grid.Rows {
		return natural
	}
	for _, step := range s.Fit {
		if doc, _ := a.set(s.Fitted(step), false); len(doc.Pages) < pages {
			return doc
		}
	}
	if used*3 >= s.Grid.Rows {
		return natural
	}
	if doc, fuller := a.set(s, true); len(doc.Pages) == pages && fuller*3 >= s.Grid.Rows {
		return doc
	}
	if doc := a.tightened(s, pages); doc != nil {
		return doc
	}
	return a.opened(s, natural, used)
}

// setBy is the style with the leading of its text changed by so many percent,
// and its letters by half of that.
func setBy(s styles.Style, percent int) styles.Style {
	by := styles.Length(percent)
	return s.Fitted(styles.Fit{Body: styles.Step{
		Size:    s.Types.Body.Size * (200 + by) / 200,
		Leading: s.Grid.Leading * (100 + by) / 100,
	}})
}

// mostTight is by how much a text that stands alone is set closer at most, in
// percent of its leading; never smaller than what elderly people can read.
const mostTight = 6

// leastSize is the size, in thousandths of a point, under which no text is set
// closer to save a page.
const leastSize = 9_000

// tightened is an article set a little closer where that saves its last page,
// or nil.
func (a alone) tightened(s styles.Style, pages int) *Document {
	for less := 2; less <= mostTight; less += 2 {
		tight := setBy(s, -less)
		if tight.Types.Body.Size < leastSize {
			break
		}
		if doc, _ := a.set(tight, false); len(doc.Pages) < pages {
			return doc
		}
	}
	return nil
}

// mostOpen is by how much a text that stands alone is set more openly at most:
// in percent of its leading; its letters grow by half of that.
const mostOpen = 18

// opened sets an article more openly, by as little as uses a third of its last
// page, or else by what uses most of it; an office prints one article on two
// pages, and the second should not look like a mistake.
func (a alone) opened(s styles.Style, natural *Document, used int) *Document {
	best, part := natural, used*1000/s.Grid.Rows
	for more := 2; more <= mostOpen; more += 2 {
		open := setBy(s, more)
		doc, row := a.set(open, false)
		if len(doc.Pages) != len(natural.Pages) {
			break
		}
		if now := row * 1000 / open.Grid.Rows; now > part && (a.early == 0 || isFull(doc, open)) {
			best, part = doc, now
		}
		if part*3 >= 1000 {
			break
		}
	}
	return best
}
