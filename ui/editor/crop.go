package editor

import (
	"image/color"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// cropping is the choice of what a photo shows: a frame over the whole
// picture, and the point that must stay in view when the make-up crops
// further.
type cropping struct {
	photo  bulletin.Photo
	frame  bulletin.Crop
	focus  *bulletin.Focus
	held   hold
	from   fyne.Position // where the mouse went down
	start  bulletin.Crop // and the frame then
	moved  bool          // it is a drag since, no click
	canvas *canvas.Image
}

// hold is what the mouse has taken hold of.
type hold uint8

const (
	holdNothing hold = iota
	holdFrame
	holdTopLeft
	holdTopRight
	holdBottomLeft
	holdBottomRight
	holdFocus
)

// leastCrop is the smallest side of a frame, in ten-thousandths.
const leastCrop = 800

// startCrop lets a person choose what the photo shows.
func (e *Editor) startCrop(i int) {
	p := e.m.Block(i).Photo
	if e.readOnly || p.IsEmptyFrame() || p.WidthPx <= 0 || p.HeightPx <= 0 {
		return
	}
	e.crop = &cropping{photo: p, frame: bulletin.Crop{Width: bulletin.CropUnit, Height: bulletin.CropUnit}}
	if p.Crop != nil {
		e.crop.frame = *p.Crop
	}
	if p.Focus != nil {
		focus := *p.Focus
		e.crop.focus = &focus
	}
	e.crop.canvas = newPicture()
	e.keepInView()
	e.redraw()
}

// endCrop keeps the choice, or leaves the photo as it was.
func (e *Editor) endCrop(keep bool) {
	c := e.crop
	e.crop = nil
	if p := e.m.Photo(c.photo.ID); keep && p != nil && isSamePicture(*p, c.photo) {
		p.Crop, p.Focus = &c.frame, c.focus
		if c.frame == (bulletin.Crop{Width: bulletin.CropUnit, Height: bulletin.CropUnit}) {
			p.Crop = nil
		}
		e.Do(func(m *manuscript.Manuscript) { m.SetPhoto(*p) })
	}
	e.redraw()
}

// keepCrop goes on choosing what a photo shows when the sheet was brought in line
// with what others wrote, as long as the photo shows what it did.
func (e *Editor) keepCrop(c *cropping) {
	if c == nil || e.readOnly {
		return
	}
	p := e.m.Photo(c.photo.ID)
	if p != nil && isSamePicture(*p, c.photo) && reflect.DeepEqual(p.Crop, c.photo.Crop) && reflect.DeepEqual(p.Focus, c.photo.Focus) {
		e.crop = c
	}
}

// isSamePicture reports whether two photos show the same picture, turned alike.
func isSamePicture(a, b bulletin.Photo) bool { return a.SHA256 == b.SHA256 && a.Turn == b.Turn }

// cropKey moves the frame by the arrows, makes it larger and smaller by + and
// -, keeps it by Enter and leaves it by Escape.
func (e *Editor) cropKey(key fyne.KeyName) {
	step := 100
	if e.shift.Held() {
		step = 500
	}
	c := e.crop
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.endCrop(true)
		return
	case fyne.KeyEscape, fyne.KeyTab:
		e.endCrop(false)
		return
	case fyne.KeyLeft:
		c.move(-step, 0)
	case fyne.KeyRight:
		c.move(step, 0)
	case fyne.KeyUp:
		c.move(0, -step)
	case fyne.KeyDown:
		c.move(0, step)
	case fyne.KeyPlus, fyne.KeyEqual:
		c.grow(step)
	case fyne.KeyMinus:
		c.grow(-step)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.frame = bulletin.Crop{Width: bulletin.CropUnit, Height: bulletin.CropUnit}
		c.focus = nil
	}
	e.redraw()
}

func (c *cropping) move(dx, dy int) {
	c.frame.Left = min(max(c.frame.Left+dx, 0), bulletin.CropUnit-c.frame.Width)
	c.frame.Top = min(max(c.frame.Top+dy, 0), bulletin.CropUnit-c.frame.Height)
}

func (c *cropping) grow(by int) {
	f := &c.frame
	f.Width = min(max(f.Width+by, leastCrop), bulletin.CropUnit)
	f.Height = min(max(f.Height+by, leastCrop), bulletin.CropUnit)
	c.move(-by/2, -by/2)
}

// stage is where the whole picture stands on the view while it is cropped.
func (e *Editor) stage(i int) (at fyne.Position, size fyne.Size) {
	l := &e.sheet.blocks[i]
	p := e.crop.photo
	height := l.height
	width := height * float32(p.WidthPx) / float32(p.HeightPx)
	if width > e.sheet.column {
		width, height = e.sheet.column, e.sheet.column*float32(p.HeightPx)/float32(p.WidthPx)
	}
	return fyne.NewPos(whole(e.sheet.left+(e.sheet.column-width)/2), whole(l.top-e.offset+(l.height-height)/2)), fyne.NewSize(width, height)
}

// cropping draws the whole picture, what is left out darkened.
func (d *drawing) cropping(i int, y float32) {
	e := d.e
	c := e.crop
	l := &e.sheet.blocks[i]
	d.grounds.put(e.sheet.left, y, e.sheet.column, l.height, look.Color(look.Tabletop), 2)
	at, size := e.stage(i)
	if v := e.view(&e.m.Block(i).Photo); v.source != nil {
		if c.canvas.Image != v.source {
			c.canvas.Image = v.source
			c.canvas.Refresh()
		}
		c.canvas.Move(at)
		c.canvas.Resize(size)
		d.shown = append(d.shown, c.canvas)
	}
	left, top, right, bottom := c.onStage(at, size)
	shade := color.NRGBA{A: 150}
	d.overs.put(at.X, at.Y, size.Width, top-at.Y, shade, 0)
	d.overs.put(at.X, bottom, size.Width, at.Y+size.Height-bottom, shade, 0)
	d.overs.put(at.X, top, left-at.X, bottom-top, shade, 0)
	d.overs.put(right, top, at.X+size.Width-right, bottom-top, shade, 0)
	frame := d.overs.put(left, top, right-left, bottom-top, color.Transparent, 0)
	frame.StrokeColor, frame.StrokeWidth = color.White, 1.5
	frame.Refresh()
	for _, corner := range [][2]float32{{left, top}, {right, top}, {left, bottom}, {right, bottom}} {
		d.overs.put(corner[0]-5, corner[1]-5, 10, 10, look.Color(theme.ColorNamePrimary), 5)
	}
	if c.focus != nil {
		whole := c.photo
		whole.Crop, whole.Focus = nil, c.focus
		d.focus(&whole, at.X, at.Y, size)
	}
	d.pills(e.say.Say("desk.photo.cropping", nil), e.sheet.left+toolInset, y+toolInset, e.sheet.column-2*toolInset, color.White)
}

// onStage is the frame in the view.
func (c *cropping) onStage(at fyne.Position, size fyne.Size) (left, top, right, bottom float32) {
	const unit = bulletin.CropUnit
	left = at.X + size.Width*float32(c.frame.Left)/unit
	top = at.Y + size.Height*float32(c.frame.Top)/unit
	return left, top, left + size.Width*float32(c.frame.Width)/unit, top + size.Height*float32(c.frame.Height)/unit
}

// cropDown takes hold of a corner, of the focal point or of the frame; a click
// outside the picture keeps the choice, one inside the frame sets the point (see
// cropUp).
func (e *Editor) cropDown(p fyne.Position) {
	c := e.crop
	i := e.m.Figure(c.photo.ID)
	if i < 0 {
		e.crop = nil
		return
	}
	at, size := e.stage(i)
	const around = 14
	if p.X < at.X-around || p.X > at.X+size.Width+around || p.Y < at.Y-around || p.Y > at.Y+size.Height+around {
		e.endCrop(true)
		return
	}
	left, top, right, bottom := c.onStage(at, size)
	near := func(x, y float32) bool { return abs(p.X-x) <= around && abs(p.Y-y) <= around }
	c.from, c.start, c.moved = p, c.frame, false
	switch {
	case near(left, top):
		c.held = holdTopLeft
	case near(right, top):
		c.held = holdTopRight
	case near(left, bottom):
		c.held = holdBottomLeft
	case near(right, bottom):
		c.held = holdBottomRight
	case c.focus != nil && near(at.X+size.Width*float32(c.focus.X)/bulletin.CropUnit, at.Y+size.Height*float32(c.focus.Y)/bulletin.CropUnit):
		c.held = holdFocus
	case c.frame.Width == bulletin.CropUnit && c.frame.Height == bulletin.CropUnit:
		c.held = holdFocus
		c.setFocus(p, at, size)
	default:
		c.held = holdFrame
	}
	e.mouse.dragging = draggingCrop
	e.redraw()
}

func (c *cropping) setFocus(p, at fyne.Position, size fyne.Size) {
	x := int((p.X - at.X) / size.Width * bulletin.CropUnit)
	y := int((p.Y - at.Y) / size.Height * bulletin.CropUnit)
	c.focus = &bulletin.Focus{X: min(max(x, 0), bulletin.CropUnit), Y: min(max(y, 0), bulletin.CropUnit)}
}

// cropUp lets go of what is held. A frame that was pressed and not moved was
// clicked on: there is the point that must stay in view.
func (e *Editor) cropUp() {
	c := e.crop
	if i := e.m.Figure(c.photo.ID); i >= 0 && c.held == holdFrame && !c.moved {
		at, size := e.stage(i)
		if left, top, right, bottom := c.onStage(at, size); c.from.X >= left && c.from.X <= right && c.from.Y >= top && c.from.Y <= bottom {
			c.setFocus(c.from, at, size)
		}
	}
	c.held = holdNothing
}

// clickSlack is how far the mouse may slip within a click.
const clickSlack = 3

// cropDrag moves what is held.
func (e *Editor) cropDrag(p fyne.Position) {
	c := e.crop
	i := e.m.Figure(c.photo.ID)
	if i < 0 {
		return
	}
	if c.moved = c.moved || abs(p.X-c.from.X) > clickSlack || abs(p.Y-c.from.Y) > clickSlack; !c.moved {
		return
	}
	at, size := e.stage(i)
	dx := int((p.X - c.from.X) / size.Width * bulletin.CropUnit)
	dy := int((p.Y - c.from.Y) / size.Height * bulletin.CropUnit)
	f, s := &c.frame, c.start
	left, top, right, bottom := s.Left, s.Top, s.Left+s.Width, s.Top+s.Height
	switch c.held {
	case holdFocus:
		c.setFocus(p, at, size)
	case holdFrame:
		c.frame = s
		c.move(dx, dy)
	case holdTopLeft, holdBottomLeft, holdTopRight, holdBottomRight:
		if c.held == holdTopLeft || c.held == holdBottomLeft {
			left = min(max(left+dx, 0), right-leastCrop)
		} else {
			right = max(min(right+dx, bulletin.CropUnit), left+leastCrop)
		}
		if c.held == holdTopLeft || c.held == holdTopRight {
			top = min(max(top+dy, 0), bottom-leastCrop)
		} else {
			bottom = max(min(bottom+dy, bulletin.CropUnit), top+leastCrop)
		}
		*f = bulletin.Crop{Left: left, Top: top, Width: right - left, Height: bottom - top}
	}
	e.redraw()
}

func abs(v float32) float32 { return max(v, -v) }
