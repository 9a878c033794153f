package editor

// Printed is how the article came out on the page, for those who write it.
type Printed struct {
	Known bool
	// Overset is the number of lines that found no room.
	Overset int
	// Over is by how many lines the story is over its place in an issue or,
	// negative, under it; 0 for an article by itself.
	Over int
	// Onto is the page of an issue that the lines which are over go on on, 0 where
	// they have no room anywhere.
	Onto int
	// HeadlineLines is how many lines the headline has in print, and
	// HeadlineMost how many the house style allows; 0 for any number.
	HeadlineLines, HeadlineMost int
	// DPI is how finely each photo is printed, by its ID.
	DPI map[string]int
}

// SetPrinted tells how the article came out.
func (e *Editor) SetPrinted(p Printed) {
	e.printed = p
	e.foot.tell()
	e.redraw()
}
