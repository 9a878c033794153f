package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/look"
)

// column lays the sheet's blocks one under another in a column of readable
// width.
type column struct {
	s      *sheet
	width  float32 // of the page
	left   float32 // of the column
	inner  float32 // width of the column
	height float32 // of everything
}

// narrowestMargin is kept free left and right of the column.
const narrowestMargin = 36

// MinSize is as high as the blocks are at the present width.
func (c *column) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(columnWidth/2, c.height)
}

// Layout sets the blocks for a width.
func (c *column) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	c.inner = min(columnWidth*look.Scale(), size.Width-2*narrowestMargin)
	c.left = float32(int((size.Width - c.inner) / 2))
	height := c.height
	c.set()
	c.s.see()
	if height != c.height && c.s.scroll != nil {
		c.s.scroll.Refresh()
	}
}

// set places every block.
func (c *column) set() {
	s, scale := c.s, look.Scale()
	y := 26 * scale
	bannerHeight := s.banner.HeightFor(c.inner-24) + 10*scale
	s.band.Move(fyne.NewPos(c.left, y))
	s.band.Resize(fyne.NewSize(c.inner, bannerHeight))
	c.put(s.banner, c.left+12, y+5*scale, c.inner-24)
	y += bannerHeight + 26*scale
	y = c.put(s.kicker, c.left, y, c.inner) + 4*scale
	y = c.put(s.headline, c.left, y, c.inner) + 6*scale
	y = c.put(s.deck, c.left, y, c.inner) + 16*scale
	y = c.put(s.standfirst, c.left, y, c.inner) + 10*scale
	y = c.put(s.dateline, c.left, y, c.inner) + 8*scale
	y = c.put(s.body, c.left-gutter, y, c.inner+gutter) + 14*scale
	y = c.putPhotos(y)
	add := s.addPhoto.MinSize()
	s.addPhoto.Resize(add)
	s.addPhoto.Move(fyne.NewPos(c.left-quietPadX, y))
	y += add.Height + 20*scale
	y = c.put(s.byline, c.left, y, c.inner)
	y = c.put(s.affiliation, c.left, y, c.inner)
	c.height = y + 120*scale
	s.nameMargin()
}

// put places a field and returns where it ends.
func (c *column) put(f *field.Field, x, y, width float32) float32 {
	height := f.HeightFor(width)
	if to := fyne.NewPos(x, y); f.Position() != to {
		f.Move(to)
	}
	if size := fyne.NewSize(width, height); f.Size() != size {
		f.Resize(size)
	}
	return y + height
}

// arrange sets the blocks anew after one has changed its height.
func (s *sheet) arrange() {
	if s.column.width == 0 {
		return
	}
	s.column.set()
	s.scroll.Refresh()
	s.see()
}

// keepInView scrolls so that the caret of a field stays on screen, with some
// room around it.
func (s *sheet) keepInView(f *field.Field, top, bottom float32) {
	const room = 48
	top += f.Position().Y - room
	bottom += f.Position().Y + room
	if card := s.cardOf(f); card != nil {
		top += card.object.Position().Y
		bottom += card.object.Position().Y
	}
	offset := s.scroll.Offset
	switch view := s.scroll.Size().Height; {
	case view <= 0:
		return
	case top < offset.Y:
		offset.Y = max(0, top)
	case bottom > offset.Y+view:
		offset.Y = bottom - view
	default:
		return
	}
	s.scroll.ScrollToOffset(offset)
	s.see()
}

// nameMargin writes the name of the block that is being written beside it,
// where there is room.
func (s *sheet) nameMargin() {
	f, _ := s.focused()
	const gap, needed = 16, 64
	room := s.column.left - gutter
	if f == nil || room < needed || s.cardOf(f) != nil {
		s.margin.Hide()
		return
	}
	s.margin.Text = s.say.Say("desk.block."+f.Name, nil)
	size := s.margin.MinSize()
	s.margin.Resize(size)
	first := f.LookOf("")
	s.margin.Move(fyne.NewPos(s.column.left-gutter-gap-size.Width,
		f.Position().Y+(first.Size*first.Leading-size.Height)/2))
	s.margin.Show()
	s.margin.Refresh()
}

// seeing fills the pane with the scrolled sheet and tells the body when another
// part of it comes into view.
type seeing struct{ s *sheet }

func (l *seeing) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(columnWidth/2, columnWidth/4)
}

func (l *seeing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	l.s.see()
}
