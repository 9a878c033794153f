package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// shareOf is how much of a page the photo under a headline may take, in percent
// of what the story's text takes, by rank: a lead may be mostly picture, short
// news may not.
var shareOf = [3]int{120, 80, 50}

// leastDPI is the resolution under which no photo is blown up to fill a place:
// its pixels would show.
const leastDPI = 150

// crispDPI is the resolution under which a screen of 150 lines an inch shows a
// loss: a photo stands smaller where another size does as well.
const crispDPI = 220

// sharpLength is how far so many pixels reach without showing.
func sharpLength(pixels int) Length { return lengthAt(pixels, leastDPI) }

// lengthAt is how far so many pixels reach at a resolution.
func lengthAt(pixels, dpi int) Length { return Length(pixels) * 72 * Point / Length(dpi) }

// toGrid is how much a photo may be cropped to come out in whole grid lines,
// in percent.
const toGrid = 6

// leastPart is the part of one column that a coarse photo is brought down to at
// most, in percent.
const leastPart = 33

// sharp makes a coarse photo narrow enough to stand beside its words, unless
// somebody wants it broad.
func (f *figure) sharp(s *styles.Style) {
	if f.empty || f.photo.Size == bulletin.SizeWide {
		return
	}
	if most := sharpLength(f.shown.Width) * (100 - toGrid) / 100; f.box.Width > most {
		f.box.Width = max(min(most, f.width*widthBeside/100), Length(s.ColumnWidth())*leastPart/100)
	}
}

// mayStand reports that the lead photo may stand so large: in one column where
// that was asked for; without showing its pixels and not out of all proportion
// to the text, whatever white that leaves, unless it was to go across.
func (b *bench) mayStand(u *unit, f *figure, columns, rows int) bool {
	if columns == 1 || wantsWidth(&u.piece.Article, u.lead) {
		return true
	}
	if u.lead.Size == bulletin.SizeColumn {
		return false
	}
	return !f.blownUp() && (u.rank == 0 || columns*rows <= b.mostOfPhoto(u))
}

// mostOfPhoto is how many grid lines of one column the lead photo of a story that
// does not lead may take, whatever white that leaves.
func (b *bench) mostOfPhoto(u *unit) int {
	most := b.photoLimit(u)
	if u.rank < 2 {
		most = 2 * max(most, u.lines)
	}
	return most
}

// carriesWide reports a story whose photo is not out of all proportion to it over
// the whole width, cropped as low as it may be.
func (b *bench) carriesWide(u *unit) bool {
	columns := b.style.Grid.Columns
	if u.lead == nil || u.rank == 0 {
		return u.lead != nil
	}
	f := u.leadOver(b.setter, columns)
	if f == nil {
		return false
	}
	least, _ := f.rowsRange(b.setter)
	return b.mayStand(u, f, columns, least)
}

// blownUp reports a figure that shows the pixels of its photo.
func (f *figure) blownUp() bool {
	return !f.empty && f.box.Width > sharpLength(f.shown.Width)
}

// soft reports a figure that loses by the print house's screen.
func (f *figure) soft() bool {
	return !f.empty && f.box.Width > lengthAt(f.shown.Width, crispDPI)
}

// heedPhotoSize lays the editor's wish for the size of the photos over the
// reporter's, and makes that of a brief small where the style has one broad
// column.
func (u *unit) heedPhotoSize(s *styles.Style) {
	wish, a := u.wish.PhotoSize, &u.story.piece.Article
	switch {
	case len(a.Photos) == 0:
		return
	case wish == bulletin.SizeSmall:
		for i := range a.Photos {
			a.Photos[i].Size = wish
		}
	case wish == bulletin.SizeColumn || wish == bulletin.SizeWide:
		leadPhoto(a).Size = wish
	case u.rank == 2 && s.Grid.Columns == 1 && a.Genre != bulletin.PhotoStory:
		for i := range a.Photos {
			if a.Photos[i].Size == "" {
				a.Photos[i].Size = bulletin.SizeSmall
			}
		}
	}
}

// photoUnmet tells of a wish for the size of the photo that a way does not
// meet.
func (b *bench) photoUnmet(u *unit, w way, page, span int) []bulletin.Finding {
	if u.lead == nil {
		return nil
	}
	wide := w.lead == span || w.lead == 0 && wantsWidth(&u.piece.Article, u.lead)
	if u.wish.PhotoSize == bulletin.SizeWide && !wide {
		return []bulletin.Finding{unmet("wish_photo_wide", u, page, bulletin.Args{"page": page})}
	}
	return nil
}

// photoRows is the height of the lead photo in a way.
func (b *bench) photoRows(u *unit, w way) int {
	if w.lead > 0 {
		return w.leadRows
	}
	fig := u.leadOver(b.setter, 1)
	if fig == nil {
		return 0
	}
	return min(fig.rows, b.steps[w.step].style.Photo.ColumnRows+2)
}

// photoLimit is how many grid lines of one column the lead photo may take: its
// share of the text, and always what it takes in one column.
func (b *bench) photoLimit(u *unit) int {
	limit := u.lines * shareOf[min(u.rank, 2)] / 100
	if fig := u.leadOver(b.setter, 1); fig != nil {
		limit = max(limit, fig.rows)
	}
	return limit
}

// weighPhotoSize weighs the lead photo's size, against the wish for it or else
// against what suits the story.
func (b *bench) weighPhotoSize(u *unit, span int, w way) Badness {
	columns, wish := max(1, w.lead), u.lead.Size
	if wish != "" {
		each := weigh.PhotoWish
		if u.wish.PhotoSize != "" {
			each = weigh.PhotoForced
		}
		return Badness(abs(columns-wishedColumns(wish, span))) * each
	}
	limit := b.photoLimit(u)
	cost := Badness(abs(columns-b.naturalColumns(u, span, limit))) * weigh.PhotoColumn
	cost += Badness(max(0, columns*b.photoRows(u, w)-limit)) * weigh.PhotoOver
	if w.lead == 0 && u.rank == 0 {
		cost += weigh.PhotoColumn
	}
	return cost
}

func wishedColumns(wish bulletin.SizeWish, span int) int {
	if wish == bulletin.SizeWide {
		return span
	}
	return 1
}

// naturalColumns is how broad the lead photo stands best.
func (b *bench) naturalColumns(u *unit, span, limit int) int {
	best := widestNatural(u, span)
	for ; best > 1; best-- {
		if fig := u.leadOver(b.setter, best); fig != nil && fig.rows*best <= limit && !fig.soft() {
			break
		}
	}
	return best
}

// widestNatural is naturalColumns where the story has text enough.
func widestNatural(u *unit, span int) int {
	_, _, w, h := u.lead.Shown()
	switch {
	case h > w:
		return 1 + span/5
	case u.rank == 0 && span > 2:
		return span - 1
	case u.rank == 0:
		return span
	case u.rank == 2:
		return 1
	case span > 2:
		return 2
	}
	return span
}
