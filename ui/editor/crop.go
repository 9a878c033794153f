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
	chosen
	photo   bulletin.Photo
	past    []chosen // what was chosen before each change
	held    hold
	from    fyne.Position // where the mouse went down
	start   chosen        // and what was chosen then
	moved   bool          // it is a drag since, no click
	onFocus bool          // the arrows move the point, not the frame
	canvas  *canvas.Image
}

// chosen is the frame and the point, nil for none.
type chosen struct {
	frame bulletin.Crop
	focus *bulletin.Focus // never changed in place
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

// wholePicture is the frame in which nothing is cut away.
var wholePicture = bulletin.Crop{Width: bulletin.CropUnit, Height: bulletin.CropUnit}

// startCrop lets a person choose what the photo shows.
func (e *Editor) startCrop(i int) {
	p := e.m.Block(i).Photo
	if e.readOnly || p.IsEmptyFrame() || p.WidthPx <= 0 || p.HeightPx <= 0 {
		return
	}
	e.crop = &cropping{photo: p, chosen: chosen{frame: wholePicture}}
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
		if c.frame == wholePicture {
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
		if c.onFocus {
			d.heldFocus(c.focus, at, size)
		}
	}
	said := "desk.photo.cropping"
	if c.onFocus {
		said = "desk.photo.pointing"
	}
	d.pills(e.say.Say(said, nil), e.sheet.left+toolInset, y+toolInset, e.sheet.column-2*toolInset, color.White)
}

// heldFocus rings the point that the arrows move.
func (d *drawing) heldFocus(f *bulletin.Focus, at fyne.Position, size fyne.Size) {
	const radius = 14
	x, y := at.X+size.Width*float32(f.X)/bulletin.CropUnit, at.Y+size.Height*float32(f.Y)/bulletin.CropUnit
	ring := d.overs.put(x-radius, y-radius, 2*radius, 2*radius, color.Transparent, radius)
	ring.StrokeColor, ring.StrokeWidth = look.Color(theme.ColorNamePrimary), 3
	ring.Refresh()
}

// onStage is the frame in the view, on whole units: else what is darkened around it
// overlaps by a seam.
func (c *cropping) onStage(at fyne.Position, size fyne.Size) (left, top, right, bottom float32) {
	const unit = bulletin.CropUnit
	x := func(v int) float32 { return at.X + whole(size.Width*float32(v)/unit) }
	y := func(v int) float32 { return at.Y + whole(size.Height*float32(v)/unit) }
	return x(c.frame.Left), y(c.frame.Top), x(c.frame.Left + c.frame.Width), y(c.frame.Top + c.frame.Height)
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
	c.from, c.start, c.moved = p, c.chosen, false
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
	case c.frame == wholePicture:
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
	c.changed(c.start)
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
	f, s := &c.frame, c.start.frame
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
