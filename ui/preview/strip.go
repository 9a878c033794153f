package preview

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// strip is the row of small pages below the large one.
type strip struct {
	*container.Scroll
	row    *fyne.Container
	leaves []*thumb
	now    int
	awaits bool // the small page of the large one is to come into sight once it has a place
	choose func(page int)
}

const thumbHeight = 92

// thumbNumber is the height of the number below a small page, thumbPicture that
// of the page.
func thumbNumber() float32  { return 16 * look.Scale() }
func thumbPicture() float32 { return thumbHeight - thumbNumber() - 5 }

func newStrip(choose func(page int)) *strip {
	s := &strip{row: container.New(layout.NewCustomPaddedHBoxLayout(2)), choose: choose}
	s.Scroll = container.NewHScroll(parts.Padded(4, 6, s.row))
	s.SetMinSize(fyne.NewSize(100, thumbHeight+14))
	return s
}

// Expect makes room for another document's pages; what was seen of the old ones
// stays until the new pictures come.
func (s *strip) Expect(pages int) {
	for len(s.leaves) < pages {
		page := len(s.leaves)
		t := newThumb(page, func() { s.choose(page) })
		s.leaves = append(s.leaves, t)
		s.row.Objects = append(s.row.Objects, t) // not by Add, which lays all of them out each time
	}
	s.leaves, s.row.Objects = s.leaves[:pages], s.row.Objects[:pages]
	s.row.Refresh()
}

// Take takes over a picture.
func (s *strip) Take(leaf desk.Leaf, pages int) {
	if leaf.Page >= len(s.leaves) {
		s.Expect(pages)
	}
	if leaf.Page < len(s.leaves) {
		t := s.leaves[leaf.Page]
		t.picture.Image = leaf.Picture
		t.picture.Refresh()
		t.Refresh()
	}
	s.follow()
}

// Resize gives the row its room.
func (s *strip) Resize(size fyne.Size) {
	s.Scroll.Resize(size)
	s.follow()
}

// Mark shows which page is the large one, and brings it into sight when it is another
// than before: who looks about in the row is left there.
func (s *strip) Mark(page int) {
	s.awaits = s.awaits || page != s.now
	s.now = page
	for i, t := range s.leaves {
		t.mark(i == page)
	}
	s.follow()
}

// follow brings the small page of the large one into the middle where it is not wholly
// in sight.
func (s *strip) follow() {
	if !s.awaits || s.now >= len(s.leaves) || s.Size().Width <= 0 || s.leaves[s.now].Size().Width <= 0 {
		return
	}
	s.awaits = false
	if s.Content.Size().Width < s.Content.MinSize().Width {
		s.Refresh() // what grew just now is not laid out before the next frame, and would not scroll
	}
	t, room := s.leaves[s.now], s.Size().Width
	left, width := s.row.Position().X+t.Position().X, t.Size().Width
	if left >= s.Offset.X && left+width <= s.Offset.X+room {
		return
	}
	most := max(0, s.Content.MinSize().Width-room)
	s.ScrollToOffset(fyne.NewPos(min(max(0, left+width/2-room/2), most), 0))
}

// pageAt is the small page at a place of the screen.
func (s *strip) pageAt(at fyne.Position) (page int, ok bool) {
	if !covers(s, at) {
		return 0, false
	}
	for i, t := range s.leaves {
		if covers(t, at) {
			return i, true
		}
	}
	return 0, false
}

// covers reports whether an object is seen at a place of the screen.
func covers(o fyne.CanvasObject, at fyne.Position) bool {
	in, size := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)), o.Size()
	return in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height
}

// offer shows that something would go onto a page, -1 for none.
func (s *strip) offer(page int) {
	for i, t := range s.leaves {
		if width := offeredWidth(i == page); t.frame.StrokeWidth != width {
			t.frame.StrokeColor, t.frame.StrokeWidth = look.Color(theme.ColorNamePrimary), width
			t.frame.Refresh()
		}
	}
}

func offeredWidth(offered bool) float32 {
	if offered {
		return 2
	}
	return 0
}

// pull brings more pages into view while something is carried along an end of
// the row.
func (s *strip) pull(at fyne.Position) {
	const end, step = 28, 14
	in, size := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(s)), s.Size()
	if in.Y < 0 || in.Y >= size.Height || in.X < 0 || in.X >= size.Width {
		return
	}
	most := max(0, s.Content.MinSize().Width-size.Width)
	switch x := s.Offset.X; {
	case in.X < end:
		s.ScrollToOffset(fyne.NewPos(max(0, x-step), 0))
	case in.X > size.Width-end:
		s.ScrollToOffset(fyne.NewPos(min(most, x+step), 0))
	}
}

// thumb is one small page with its number.
type thumb struct {
	widget.BaseWidget
	picture *canvas.Image
	frame   *canvas.Rectangle
	number  *canvas.Text
	tap     func()
}

func newThumb(page int, tap func()) *thumb {
	t := &thumb{
		picture: canvas.NewImageFromImage(nil), frame: canvas.NewRectangle(color.Transparent),
		number: parts.Words(strconv.Itoa(page+1), 11, look.Sans, look.Quiet), tap: tap,
	}
	t.picture.FillMode, t.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleFastest
	t.frame.CornerRadius = 3
	t.number.Alignment = fyne.TextAlignCenter
	t.ExtendBaseWidget(t)
	return t
}

func (t *thumb) mark(on bool) {
	t.frame.FillColor, t.number.Color = color.Transparent, look.Color(look.Quiet)
	if on {
		t.frame.FillColor, t.number.Color = look.Color(theme.ColorNameSelection), look.Color(theme.ColorNamePrimary)
	}
	t.frame.Refresh()
	t.number.Refresh()
}

func (t *thumb) Tapped(*fyne.PointEvent) { t.tap() }

func (t *thumb) CreateRenderer() fyne.WidgetRenderer { return &thumbDrawing{t} }

type thumbDrawing struct{ t *thumb }

func (d *thumbDrawing) Destroy() {}
func (d *thumbDrawing) Refresh() { canvas.Refresh(d.t) }
func (d *thumbDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.t.frame, d.t.picture, d.t.number}
}

func (d *thumbDrawing) MinSize() fyne.Size { return fyne.NewSize(thumbHeight*0.72, thumbHeight) }

func (d *thumbDrawing) Layout(size fyne.Size) {
	d.t.frame.Resize(size)
	d.t.number.Resize(fyne.NewSize(size.Width, thumbNumber()))
	d.t.number.Move(fyne.NewPos(0, size.Height-thumbNumber()))
	d.t.picture.Resize(fyne.NewSize(size.Width-8, thumbPicture()))
	d.t.picture.Move(fyne.NewPos(4, 4))
}
