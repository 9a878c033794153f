package layout

import (
	"slices"

	"bantin/bulletin"
)

// broadPhoto is the photo of a story, besides the one under its headline, that
// may stand across the columns overleaf so that the page is filled; nil where
// there is none that nobody wants otherwise and that is sharp so large.
func (b *bench) broadPhoto(u *unit) *bulletin.Photo {
	if u.lead == nil || b.style.Grid.Columns < 2 || u.rank == 2 {
		return nil
	}
	across := b.widthOf(b.style.Grid.Columns)
	for i := range u.piece.Article.Photos {
		p := &u.piece.Article.Photos[i]
		if _, _, w, h := p.Shown(); p != u.lead && p.Size == bulletin.SizeAuto && !p.IsEmptyFrame() && w > h && sharpLength(w) >= across {
			return p
		}
	}
	return nil
}

// withBroad is the unit's story with a photo across its columns.
func (u *unit) withBroad(broad *bulletin.Photo) *story {
	s := u.story
	s.piece.Article.Photos = slices.Clone(s.piece.Article.Photos)
	s.piece.Article.PhotoByID(broad.ID).Size = bulletin.SizeWide
	return &s
}

// weighBroad weighs a photo across the columns that would do in one: what is
// over half of the story's text is over what suits it.
func (b *bench) weighBroad(u *unit, w way) Badness {
	if !w.broad {
		return 0
	}
	columns := b.style.Grid.Columns
	fig := b.figure(u.piece.ID, b.broadPhoto(u), -1, b.widthOf(columns))
	return Badness(columns-1)*weigh.PhotoColumn + Badness(max(0, fig.rows*columns-u.lines/2))*weigh.PhotoOver/2
}
