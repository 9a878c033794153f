package pdf

import (
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// outline gives a bookmark a story, at the top of its first text.
func (p *painter) outline() []finish.Bookmark {
	var marks []finish.Bookmark
	for _, story := range p.doc.Stories {
		page := story.FirstPage - 1
		if page < 0 || page >= len(p.doc.Pages) || story.Headline == "" {
			continue
		}
		top := topOf(story, p.doc.Pages[page])
		marks = append(marks, finish.Bookmark{Title: story.Headline, Page: page, Top: int64(p.sheets.Paper.Height - top)})
	}
	return marks
}

// topOf is the upper edge of the highest thing of the story on the page, or
// the top of the page when the story has none there.
func topOf(story layout.Story, page layout.Page) layout.Length {
	top, found := layout.Length(0), false
	for _, item := range page.Items {
		y, ok := topOfItem(story, item)
		if ok && (!found || y < top) {
			top, found = y, true
		}
	}
	return max(top, 0)
}

func topOfItem(story layout.Story, item layout.Item) (layout.Length, bool) {
	switch item := item.(type) {
	case layout.Text:
		return item.Y - item.Size, item.Source.Article == story.Article
	case layout.Picture:
		return item.Box.Y, item.Source.Article == story.Article
	}
	return 0, false
}
