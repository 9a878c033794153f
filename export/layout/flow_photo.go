package layout

import "bantin/bulletin"

// unplacedPhotos gives the photos without a place of their own, by the index
// of the block that they stand before: the first at the head of a story that
// has no other, the rest spread evenly between the blocks, never after the
// last text, where the byline stands.
func unplacedPhotos(a *bulletin.Article) map[int][]*bulletin.Photo {
	anchored := map[string]bool{}
	for _, b := range a.Body {
		if b.Kind == bulletin.PhotoAnchor {
			anchored[b.Photo] = true
		}
	}
	var loose []*bulletin.Photo
	for i := range a.Photos {
		if !anchored[a.Photos[i].ID] {
			loose = append(loose, &a.Photos[i])
		}
	}
	before := map[int][]*bulletin.Photo{}
	first := 0
	if len(anchored) > 0 {
		first = 1
	}
	for k, p := range loose {
		at := (k + first) * len(a.Body) / (len(loose) + first)
		before[at] = append(before[at], p)
	}
	return before
}

// captionLines is how many lines of a caption stay under their photo; a longer
// one runs on as text.
const captionLines = 12

// photo adds a figure at this place of the flow, once.
func (f *flow) photo(p *bulletin.Photo, block int) {
	if f.shown[p.ID] {
		return
	}
	f.shown[p.ID] = true
	wide := f.isWide(p)
	width := f.width
	if wide {
		width = f.widthOf(f.span)
	}
	known := len(f.findings)
	fig := f.figure(f.story.piece.ID, p, block, width)
	if wide && len(fig.overflow) > 0 {
		wide = false
		f.findings = f.findings[:known]
		fig = f.figure(f.story.piece.ID, p, block, f.width)
	}
	f.order++
	inset, gap := f.capInset(), Length(f.style.Photo.Gap)
	s := strip{rows: fig.rows, order: f.order, movable: true, airy: true}
	s.paint = func(x, top Length, atTop bool) []Item { return fig.paint(inset, gap, x, top, atTop) }
	s.of = &pliableFigure{f.setter, &fig}
	// What its caption has over follows it, so it may not stand later than that.
	fixed := len(fig.overflow) > 0
	next := chunkOf(s)
	next.photo, next.wide = !fixed, wide
	f.chunks = append(f.chunks, next)
	f.longCaption(&fig)
	f.glue = false
}

// isWide reports whether a photo goes across all columns of its story: not
// where nobody asked for it and its pixels reach over less than half of them.
func (f *flow) isWide(p *bulletin.Photo) bool {
	if f.span < 2 || !wantsWidth(&f.story.piece.Article, p) {
		return false
	}
	_, _, w, _ := p.Shown()
	return p.Size == bulletin.SizeWide || p.IsEmptyFrame() || sharpLength(w)*2 >= f.widthOf(f.span)
}

// wantsWidth reports whether a photo should go across the columns: where that
// was asked for, and panoramas, and all of a picture story.
func wantsWidth(a *bulletin.Article, p *bulletin.Photo) bool {
	switch p.Size {
	case bulletin.SizeWide:
		return true
	case bulletin.SizeSmall, bulletin.SizeColumn:
		return false
	}
	_, _, w, h := p.Shown()
	landscape := w > h && h > 0
	return landscape && (w >= h*22/10 || a.Genre == bulletin.PhotoStory)
}

// longCaption moves the words that are too many for the figure into lines of
// the flow.
func (f *flow) longCaption(fig *figure) {
	for _, t := range fig.overflow {
		f.lines(t.setting, t.source, 0)
	}
}
