package desk

import (
	"bantin/bulletin"
	"bantin/export/layout"
)

// besides is how far from its lines and pictures a click still means a text:
// 24 points.
const besides layout.Length = 24_000

// PlaceAt is the place in an article that stands at a point of a page, given in
// the page's own units; ok is false where nothing of an article is near.
func PlaceAt(page layout.Page, x, y layout.Length) (place bulletin.Place, ok bool) {
	least := besides
	for _, item := range page.Items {
		source, box, yes := boxOf(item)
		if !yes {
			continue
		}
		away := max(box.X-x, x-box.X-box.Width, box.Y-y, y-box.Y-box.Height, 0)
		if away < least {
			least, ok = away, true
			place = bulletin.Place{Article: source.Article, Field: source.Field, Block: source.Block, Photo: source.Photo, Offset: source.Offset}
			if text, is := item.(layout.Text); is {
				place.Offset += glyphsBefore(text, x)
			}
		}
	}
	return place, ok
}

// glyphsBefore is how many glyphs of a text end left of x.
func glyphsBefore(t layout.Text, x layout.Length) int {
	at := t.X
	for i, g := range t.Glyphs {
		if at+g.Advance/2 > x {
			return i
		}
		at += g.Advance
	}
	return len(t.Glyphs)
}

// boxOf is whose an item is and the area it covers.
func boxOf(item layout.Item) (layout.Source, layout.Rect, bool) {
	switch item := item.(type) {
	case layout.Picture:
		return item.Source, item.Box, item.Source.Article != ""
	case layout.Text:
		return item.Source, textBox(item), item.Source.Article != ""
	}
	return layout.Source{}, layout.Rect{}, false
}

// textBox is the area that a text covers, from its ascenders to its descenders.
func textBox(t layout.Text) layout.Rect {
	width := layout.Length(0)
	for _, g := range t.Glyphs {
		width += g.Advance
	}
	return layout.Rect{X: t.X, Y: t.Y - t.Size, Width: width, Height: t.Size * 5 / 4}
}

// Find is where a place of an article stands in the pages: the page, counted
// from 0, and the area of the text or picture. Of a place in a text it is the
// stretch of line that holds it; where the very place is not on a page, as much
// of it as is there: its block, its field, its article.
func Find(doc *layout.Document, place bulletin.Place) (page int, box layout.Rect, ok bool) {
	best := 0
	for n, p := range doc.Pages {
		if place.Page > 0 && place.Page != n+1 {
			continue
		}
		for _, item := range p.Items {
			source, area, yes := boxOf(item)
			if !yes {
				continue
			}
			if fits := likeness(place, source, item); fits > best {
				best, page, box, ok = fits, n, area, true
			}
		}
	}
	if !ok && place.Page > 0 && place.Page <= len(doc.Pages) {
		return place.Page - 1, layout.Rect{}, true
	}
	return page, box, ok
}

// likeness is how well an item's source answers to a place: 0 not at all.
func likeness(place bulletin.Place, source layout.Source, item layout.Item) int {
	if place.Article != "" && source.Article != place.Article {
		return 0
	}
	fits := 1
	if place.Photo != "" {
		if source.Photo != place.Photo {
			return 0
		}
		fits += 4
	}
	if place.Field != "" && source.Field != place.Field {
		return fits
	}
	fits += 2
	if place.Block != source.Block {
		return fits
	}
	fits += 4
	text, is := item.(layout.Text)
	if is && source.Offset <= place.Offset {
		fits += 8
		if place.Offset <= source.Offset+len(text.Glyphs) {
			fits += 8
		}
	}
	return fits
}

// StoryBox is the area that a story covers on a page.
func StoryBox(page layout.Page, article bulletin.ID) (layout.Rect, bool) {
	var all layout.Rect
	found := false
	for _, item := range page.Items {
		source, box, yes := boxOf(item)
		if !yes || source.Article != article {
			continue
		}
		if !found {
			all, found = box, true
			continue
		}
		right, bottom := max(all.Right(), box.Right()), max(all.Bottom(), box.Bottom())
		all.X, all.Y = min(all.X, box.X), min(all.Y, box.Y)
		all.Width, all.Height = right-all.X, bottom-all.Y
	}
	return all, found
}
