package layout

import (
	"bantin/bulletin"
)

// A story told in photos stands over the whole width: its photos in rows, each
// row as wide as the story and all photos of a row of one height, so that none
// has to be cropped; its words under them.

// isGallery reports a story that is told in photos.
func (st *setter) isGallery(a *bulletin.Article) bool {
	return a.Genre == bulletin.PhotoStory && len(a.Photos) >= max(2, st.style.PictureStory.Least)
}

// shrinkOfStep is by how many percent the rows of photos are lower in each of
// the style's Fit steps.
const shrinkOfStep = 9

// gallery adds the rows of photos; step says how low they are. false when a
// caption is too long to stay with its photo.
func (f *flow) gallery(step int) bool {
	photos := f.galleryPhotos()
	width := f.widthOf(f.span)
	leading := Length(f.style.Grid.Leading)
	target := Length(f.style.Photo.WideRows) * leading * Length(100-shrinkOfStep*step) / 100
	switch {
	case len(photos) >= 2*crowd && f.style.Grid.Columns > 1:
		target /= 3 // paper is paid for
	case len(photos) > 2:
		target = target * 3 / 4
	}
	parted := f.rowsOfPhotos(photos, width, target)
	rows, ok := f.photoRows(parted, width, target*3/2, evenPage{})
	if even := f.evenRows(rows); ok && even.onPage > 0 {
		rows, ok = f.photoRows(parted, width, target*3/2, even)
	}
	if !ok {
		return false
	}
	f.chunks = append(f.chunks, rows...)
	for _, p := range photos {
		f.shown[p.ID] = true
	}
	return true
}

// photoRows are rows of photos; false when a caption is too long to stay with
// its photo.
func (f *flow) photoRows(parted [][]*bulletin.Photo, width, most Length, even evenPage) ([]chunk, bool) {
	rows := make([]chunk, 0, len(parted))
	for i, row := range parted {
		c, ok := f.photoRow(row, width, most, even.rows(i))
		if !ok {
			return nil, false
		}
		rows = append(rows, c)
	}
	return rows, true
}

// evenPage is how rows of photos fill a page of so many grid lines: with so many
// of them, any that follow one another; none where onPage is 0.
type evenPage struct{ page, onPage int }

// rows is the height of a row of photos, counted from 0, in grid lines.
func (e evenPage) rows(i int) int {
	if e.onPage == 0 {
		return 0
	}
	return e.page*(i+1)/e.onPage - e.page*i/e.onPage
}

// evenRows is how rows of photos that take more than a page fill those on which
// they go on.
func (f *flow) evenRows(rows []chunk) evenPage {
	sum, page := 0, f.style.Grid.Rows
	if !f.alone {
		page -= continuedRows + 1 // "Xem tiếp"
	}
	for i := range rows {
		sum += rows[i].high
	}
	if sum <= page {
		return evenPage{}
	}
	return evenPage{page, max(1, (page*len(rows)+sum/2)/sum)}
}

// crowd is the number of photos from which they may be too many for the text to
// run round them, and photosPerText how many times as many as its paragraphs
// those are.
const (
	crowd         = 12
	photosPerText = 4
)

// isCrowded reports a story that is told in words, and has so many photos that
// they stand in rows after them.
func isCrowded(a *bulletin.Article) bool {
	if a.Genre == bulletin.PhotoStory || len(a.Photos) < crowd {
		return false
	}
	texts := 0
	for _, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			texts++
		}
	}
	return len(a.Photos) >= photosPerText*texts
}

// galleryPhotos are the photos that stand nowhere else, in the order of their
// places in the text, then those without one.
func (f *flow) galleryPhotos() []*bulletin.Photo {
	a := &f.story.piece.Article
	var photos []*bulletin.Photo
	taken := map[string]bool{}
	add := func(p *bulletin.Photo) {
		if p != nil && !taken[p.ID] && !f.shown[p.ID] {
			taken[p.ID] = true
			photos = append(photos, p)
		}
	}
	for _, b := range a.Body {
		if b.Kind == bulletin.PhotoAnchor {
			add(a.PhotoByID(b.Photo))
		}
	}
	for i := range a.Photos {
		add(&a.Photos[i])
	}
	return photos
}

// ratioOf is the width of a photo in thousandths of its height, within bounds.
func ratioOf(p *bulletin.Photo) Length {
	_, _, w, h := p.Shown()
	if p.IsEmptyFrame() || w <= 0 || h <= 0 {
		return 1000 * frameWidth / frameHeight
	}
	return min(max(Length(w)*1000/Length(h), 400), 4000)
}

// mostInRow is how many photos stand side by side.
const mostInRow = 4

// narrowest is the width under which a photo has no room for its words.
const narrowest = 85 * Point

// tooNarrow reports a row of which some photo would be too narrow.
func tooNarrow(photos []*bulletin.Photo, room, ratios Length) bool {
	for _, p := range photos {
		if room*ratioOf(p)/ratios < narrowest {
			return true
		}
	}
	return false
}

// sharpRow is how broad photos in a row may be together, of so many dots an
// inch; never so narrow that they have no room for their words.
func sharpRow(photos []*bulletin.Photo, ratios Length, dpi int) Length {
	most := Length(1) << 40
	for _, p := range photos {
		if p.IsEmptyFrame() {
			continue
		}
		_, _, w, h := p.Shown()
		ratio := ratioOf(p)
		sharp := min(lengthAt(w, dpi), lengthAt(h, dpi)*ratio/1000)
		most = min(most, max(sharp, narrowest)*ratios/ratio)
	}
	return most
}

// rowOff weighs a row of photos by how far it is from the height that is
// wished for, from the width of the story, and from what prints crisply.
func rowOff(photos []*bulletin.Photo, room, ratios, target Length) int64 {
	sharp := min(room, sharpRow(photos, ratios, leastDPI))
	off := int64(sharp*1000/ratios-target) / int64(Point)
	if off > 0 {
		off *= 2 // a row that is too high is cropped
	}
	white := int64(room-sharp) / int64(2*Point)
	soft := int64(max(0, sharp-sharpRow(photos, ratios, crispDPI))) / int64(4*Point)
	return off*off + white*white + soft*soft
}

// rowsOfPhotos parts photos into rows whose heights are as near the target as
// can be.
func (f *flow) rowsOfPhotos(photos []*bulletin.Photo, width, target Length) [][]*bulletin.Photo {
	best := make([]int64, len(photos)+1)
	from := make([]int, len(photos)+1)
	for j := 1; j <= len(photos); j++ {
		best[j] = -1
		var ratios Length
		for i := j - 1; i >= 0 && j-i <= mostInRow; i-- {
			ratios += ratioOf(photos[i])
			room := width - Length(j-i-1)*Length(f.style.PictureStory.Gap)
			if j-i > 1 && tooNarrow(photos[i:j], min(room, sharpRow(photos[i:j], ratios, leastDPI)), ratios) {
				break
			}
			if cost := best[i] + rowOff(photos[i:j], room, ratios, target); best[j] < 0 || cost < best[j] {
				best[j], from[j] = cost, i
			}
		}
	}
	var rows [][]*bulletin.Photo
	for j := len(photos); j > 0; j = from[j] {
		rows = append([][]*bulletin.Photo{photos[from[j]:j]}, rows...)
	}
	return rows
}

// A photo of an even row keeps so much of its height, and its height grows by so
// much, in percent: what it loses at its sides.
const leastOfRow, mostOfRow = 75, 130

// photoRow is photos side by side, all of one height and at most so high; the
// row is narrower than the story where a photo would show its pixels. It is even
// grid lines high, where that is not 0 and no photo would lose too much.
func (f *flow) photoRow(photos []*bulletin.Photo, width, most Length, even int) (chunk, bool) {
	gap, leading := Length(f.style.PictureStory.Gap), Length(f.style.Grid.Leading)
	var ratios Length
	for _, p := range photos {
		ratios += ratioOf(p)
	}
	room := min(width-Length(len(photos)-1)*gap, sharpRow(photos, ratios, leastDPI))
	sharp := room * 1000 / ratios
	height := min(sharp, most)
	figures := make([]figure, len(photos))
	var words, used Length
	for i, p := range photos {
		w := room * ratioOf(p) / ratios
		if i == len(photos)-1 {
			w = room - used
		}
		used += w
		figures[i] = f.framed(p, w)
		if len(figures[i].overflow) > 0 {
			return chunk{}, false
		}
		words = max(words, figures[i].wordsHeight())
	}
	around := f.capInset() + leastBelow + words
	if words > 0 {
		around += Length(f.style.Photo.Gap)
	}
	rows := int((around + height + leading/2) / leading)
	if wanted := Length(even)*leading - around; even > 0 && wanted*100 >= sharp*leastOfRow && wanted*100 <= sharp*mostOfRow {
		rows = even
	}
	height = min(Length(rows)*leading-around, max(sharp, sharpHeight(photos)))
	for i := range figures {
		figures[i].setHeight(height)
	}
	f.order++
	s := strip{rows: rows, order: f.order, movable: true}
	inset, captionGap := f.capInset(), Length(f.style.Photo.Gap)
	s.paint = func(x, top Length, _ bool) []Item {
		var items []Item
		for i := range figures {
			items = append(items, figures[i].paint(inset, captionGap, x, top, true)...)
			x += figures[i].width + gap
		}
		return items
	}
	c := chunkOf(s)
	c.wide = true
	return c, true
}

// sharpHeight is how high the photos of a row may be cut, at their sides,
// before one shows its pixels.
func sharpHeight(photos []*bulletin.Photo) Length {
	most := Length(1) << 40
	for _, p := range photos {
		if _, _, _, h := p.Shown(); !p.IsEmptyFrame() {
			most = min(most, lengthAt(h, leastDPI))
		}
	}
	return most
}

// framed is a photo with its words under it, of a width; its height comes
// later.
func (f *flow) framed(p *bulletin.Photo, width Length) figure {
	block := -1
	for i, b := range f.story.piece.Article.Body {
		if b.Kind == bulletin.PhotoAnchor && b.Photo == p.ID {
			block = i
			break
		}
	}
	fig := f.figure(f.story.piece.ID, p, block, width)
	fig.overflow, fig.beside = nil, false
	fig.box.Width = width
	fig.setWords(f.setter, width)
	fig.inline = false // side by side, all credits stand under their captions
	fig.cutWords()
	return fig
}

// setHeight crops the picture to a height, round its focus.
func (f *figure) setHeight(height Length) {
	f.box.Height, f.slack = max(height, Point), 0
	if f.empty {
		return
	}
	if !f.mayCrop() { // somebody has chosen what to show: only smaller
		_, _, w, h := f.photo.Shown()
		f.box.Width = min(f.box.Width, max(Point, f.box.Height*Length(w)/Length(h)))
		f.box.Height = min(f.box.Height, max(Point, f.box.Width*Length(h)/Length(w)))
		return
	}
	x, y, w, h := f.photo.Shown()
	f.shown = cropTo(PixelRect{x, y, w, h}, f.box, f.photo)
}
