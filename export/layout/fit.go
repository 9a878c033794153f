package layout

import "bantin/assets/styles"

// mostFitted is the number of pages up to which an article is fitted: over
// more of them a change of size would be felt and save little.
const mostFitted = 4

// fitted sets an article in the style as it is and, where its last page comes
// out nearly empty, once more with each of the style's Fit steps, from the
// gentlest on, until one saves that page. Nearly empty is: less than half of
// its grid lines used. Where no step saves a page of which not even a third
// is used, its lead photo stands large under the headline, if that fills it
// better. Articles of one page or of more than mostFitted stay natural, as do
// those that neither helps.
func fitted(p Piece, s styles.Style) *Document {
	natural, used := setArticle(p, s, false)
	pages := len(natural.Pages)
	if pages < 2 || pages > mostFitted || used*2 >= s.Grid.Rows {
		return natural
	}
	for _, step := range s.Fit {
		if doc, _ := setArticle(p, s.Fitted(step), false); len(doc.Pages) < pages {
			return doc
		}
	}
	if used*3 < s.Grid.Rows {
		if doc, fuller := setArticle(p, s, true); len(doc.Pages) == pages && fuller*3 >= s.Grid.Rows {
			return doc
		}
	}
	return natural
}
