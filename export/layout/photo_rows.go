package layout

// rowsRange is between how many grid lines a figure may be made high by
// cropping its picture; both are its own height where it may not be cropped.
func (f *figure) rowsRange(st *setter) (least, most int) {
	if !f.mayCrop() || f.beside {
		return f.rows, f.rows
	}
	leading, around := Length(st.style.Grid.Leading), f.around(st)
	lowest := f.natural * f.leastShown / 100
	highest := f.natural * 100 / f.leastShown
	if _, _, _, h := f.photo.Shown(); !f.empty {
		highest = max(f.natural, min(highest, sharpLength(h))) // higher is wider, cut at its sides
	}
	least = int((lowest + around + leading - 1) / leading)
	most = min(int((highest+around)/leading), st.style.Photo.MaxRows+3)
	return min(least, f.rows), max(most, f.rows)
}

// withRows is the figure made so many grid lines high by cropping; rows is in
// its rowsRange.
func (f figure) withRows(st *setter, rows int) figure {
	if rows == f.rows {
		return f
	}
	height := Length(rows)*Length(st.style.Grid.Leading) - f.around(st)
	if height < Point {
		return f
	}
	f.rows, f.box.Height, f.slack = rows, height, 0
	x, y, w, h := f.photo.Shown()
	f.shown = cropTo(PixelRect{x, y, w, h}, f.box, f.photo)
	return f
}
