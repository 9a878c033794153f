package layout

import "bantin/bulletin"

// guisesOfLead are those of a leading story among others: what opens page one stays a
// photo under the headline, and may be as broad as the page; all others may be small,
// as they stand overleaf. A page of one column has its own ways; see slimLead.
func (b *bench) guisesOfLead(u *unit) []guise {
	a := &u.given.piece.Article
	if b.style.Grid.Columns == 1 || u.wish.PhotoSize != "" || u.lead == nil || !sizesOpen(a) || b.isGallery(a) {
		return nil
	}
	all := []guise{{}}
	if b.suitsAcross(u) && b.sharpAcross(u.lead) {
		all = append(all, guise{photo: bulletin.SizeWide})
	}
	if len(a.Photos) > 1 {
		for _, g := range all {
			g.others = bulletin.SizeSmall
			all = append(all, g)
		}
	}
	return all[1:]
}

// resizeOthers gives all photos of an article a size but the one that may stand under
// its headline.
func resizeOthers(a *bulletin.Article, size bulletin.SizeWish) {
	opens := leadPhoto(a)
	for i := range a.Photos {
		if p := &a.Photos[i]; p != opens {
			p.Size = size
		}
	}
}

// suitsAcross reports a lead photo that would do in fewer columns and takes, over the
// whole width and cropped as low as it may be, no more than suits its text.
func (b *bench) suitsAcross(u *unit) bool {
	columns := b.style.Grid.Columns
	f := u.leadOver(b.setter, columns)
	if f == nil || widestNatural(u, columns) == columns {
		return false
	}
	least, _ := f.rowsRange(b.setter)
	return least*columns <= b.photoLimit(u)
}
