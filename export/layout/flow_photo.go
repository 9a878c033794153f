package layout

import "bantin/bulletin"

// unplacedLead puts the first photo at the head of a story in which nobody
// placed any.
func (f *flow) unplacedLead() {
	a := &f.story.piece.Article
	for _, b := range a.Body {
		if b.Kind == bulletin.PhotoAnchor {
			return
		}
	}
	if len(a.Photos) > 0 {
		f.photo(&a.Photos[0], -1)
	}
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
		width = Length(f.style.TextWidth())
	}
	fig := f.figure(f.story.piece.ID, p, block, width)
	f.order++
	inset, gap := f.capInset(), Length(f.style.Photo.Gap)
	s := strip{rows: fig.rows, order: f.order, movable: true}
	s.paint = func(x, top Length, atTop bool) []Item { return fig.paint(inset, gap, x, top, atTop) }
	f.chunks = append(f.chunks, chunk{strips: []strip{s}, photo: true, wide: wide})
	f.longCaption(&fig)
	f.glue = false
}

// isWide reports whether a photo goes across all columns: where that was
// asked for, and panoramas, and all of a picture story.
func (f *flow) isWide(p *bulletin.Photo) bool {
	if f.style.Grid.Columns == 1 {
		return false
	}
	switch p.Size {
	case bulletin.SizeWide:
		return true
	case bulletin.SizeSmall, bulletin.SizeColumn:
		return false
	}
	_, _, w, h := p.Shown()
	landscape := w > h && h > 0
	return landscape && (w >= h*22/10 || f.story.piece.Article.Genre == bulletin.PhotoStory)
}

// longCaption moves the words that are too many for the figure into lines of
// the flow.
func (f *flow) longCaption(fig *figure) {
	for _, t := range fig.overflow {
		f.lines(t.setting, t.source, 0)
	}
}

// leadPhotoFirst brings a story's first wide photo under the headline when its
// place is near.
func leadPhotoFirst(chunks []chunk, columns int) []chunk {
	const near = 24 // rows of each column
	before := 0
	for i, c := range chunks {
		if c.wide {
			if before <= near*columns {
				lead := append([]chunk{c}, chunks[:i]...)
				return append(lead, chunks[i+1:]...)
			}
			return chunks
		}
		before += c.rows()
	}
	return chunks
}
