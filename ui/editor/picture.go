package editor

import (
	"image"
	"image/color"
	"image/draw"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// tallest is the height of the tallest picture on the sheet.
const tallest = 400

// figureSize is the size of a photo on the sheet: as wide as the column unless
// it would be too high.
func figureSize(p *bulletin.Photo, column float32) fyne.Size {
	_, _, w, h := p.Shown()
	if p.IsEmptyFrame() || w <= 0 || h <= 0 {
		return fyne.NewSize(column, whole(150*look.Scale()))
	}
	size := fyne.NewSize(column, column*float32(h)/float32(w))
	if most := tallest * look.Scale(); size.Height > most {
		size = fyne.NewSize(most*float32(w)/float32(h), most)
	}
	return fyne.NewSize(whole(size.Width), whole(size.Height))
}

// pictures are the pictures of the photos on the sheet, by photo.
type pictures struct {
	of    map[string]*pictureView
	drawn int // counts drawings, to know which were on screen last
}

// pictureView is a picture on its way to the screen.
type pictureView struct {
	name    string // bulletin.Photo.Picture
	side    int    // pixels of the longer side that were asked for
	missing bool
	source  image.Image // the whole upright picture
	shown   bulletin.Crop
	canvas  *canvas.Image
	seen    int
}

// picturesKept is how many pictures are kept in memory, some 1 MB each on a
// usual screen; others are loaded again when they come into sight.
const picturesKept = 8

// keepOnly forgets pictures of photos that are no longer on the sheet.
func (p *pictures) keepOnly(m *manuscript.Manuscript) {
	if len(p.of) == 0 {
		return
	}
	used := map[string]string{}
	for i := range m.Len() {
		if b := m.Block(i); b.Kind == manuscript.Figure {
			used[b.Photo.ID] = b.Photo.Picture()
		}
	}
	for id, v := range p.of {
		if used[id] != v.name {
			delete(p.of, id)
		}
	}
}

// view is the picture of a photo, which is loaded when it is first needed.
func (e *Editor) view(p *bulletin.Photo) *pictureView {
	e.pictures.drawn++
	v := e.pictures.of[p.ID]
	if v == nil {
		v = &pictureView{name: p.Picture(), canvas: newPicture()}
		e.pictures.of[p.ID] = v
		e.pictures.dropOldest()
	}
	if side := e.sideOf(p); side > v.side {
		v.side = side
		e.load(v)
	}
	v.seen = e.pictures.drawn
	v.show(p)
	return v
}

// newPicture makes a picture that the graphics driver brings to its size: Fyne
// would do that on the window's own goroutine, some 50 ms for each photo. What
// is shown on it must be of about the right size already.
func newPicture() *canvas.Image {
	c := canvas.NewImageFromImage(nil)
	c.FillMode, c.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	return c
}

// Pictures are loaded in steps of sideStep pixels, so that they are not loaded
// anew for each width of a window that is being resized; mostSide is enough for
// a part of a photo on a fine screen.
const (
	sideStep = 160
	mostSide = 1600
)

// sideOf is how many pixels the longer side of a whole photo needs, so that the
// part which is shown has a pixel for each one of the screen.
func (e *Editor) sideOf(p *bulletin.Photo) int {
	_, _, width, _ := p.Shown()
	if width <= 0 {
		return sideStep
	}
	density := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		density = c.Scale()
	}
	shown := figureSize(p, e.sheet.column).Width * density
	side := int(shown * float32(max(p.WidthPx, p.HeightPx)) / float32(width))
	return min((side/sideStep+1)*sideStep, mostSide)
}

func (e *Editor) load(v *pictureView) {
	if e.Picture == nil {
		return
	}
	e.Picture(v.name, v.side, func(picture image.Image) {
		switch {
		case picture != nil && v.source != nil && picture.Bounds().Dx() < v.source.Bounds().Dx():
			// The small one comes first; there is a better one.
		case picture != nil:
			v.source, v.canvas.Image = picture, nil
		case v.source == nil:
			v.missing = true
		}
		e.redraw()
	})
}

func (p *pictures) dropOldest() {
	for len(p.of) > picturesKept {
		oldest := ""
		for id, v := range p.of {
			if oldest == "" || v.seen < p.of[oldest].seen {
				oldest = id
			}
		}
		delete(p.of, oldest)
	}
}

// show brings the part of the picture that the photo shows onto the canvas.
func (v *pictureView) show(p *bulletin.Photo) {
	crop := wholePicture
	if p.Crop != nil {
		crop = *p.Crop
	}
	if v.source == nil || v.canvas.Image != nil && v.shown == crop {
		return
	}
	v.shown = crop
	v.canvas.Image = cut(v.source, p)
	v.canvas.Refresh()
}

// cut is the part of a picture that a photo shows, in memory of its own: the
// graphics driver takes whole pictures only.
func cut(source image.Image, p *bulletin.Photo) image.Image {
	if p.Crop == nil {
		return source
	}
	b := source.Bounds()
	small := bulletin.Photo{WidthPx: b.Dx(), HeightPx: b.Dy(), Crop: p.Crop}
	x, y, w, h := small.Shown()
	part := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(part, part.Rect, source, image.Pt(x, y).Add(b.Min), draw.Src)
	return part
}

// figure draws a photo at y of the view.
func (d *drawing) figure(i int, y float32) {
	e := d.e
	b := e.m.Block(i)
	if e.crop != nil && e.crop.photo.ID == b.Photo.ID {
		d.cropping(i, y)
		return
	}
	size := figureSize(&b.Photo, e.sheet.column)
	x := whole(e.sheet.left + (e.sheet.column-size.Width)/2)
	chosen := e.m.Caret().Block == i && e.m.Selection().IsEmpty() && e.focused || e.isSelected(i)
	if chosen {
		const ring = 3
		d.grounds.put(x-ring, y-ring, size.Width+2*ring, size.Height+2*ring, look.Color(theme.ColorNamePrimary), 4)
	}
	d.grounds.put(x, y, size.Width, size.Height, look.Color(look.Tabletop), 2)
	if b.Photo.IsEmptyFrame() {
		key := "desk.photo.frame"
		if e.readOnly {
			key = "desk.no_picture"
		}
		d.centred(e.say.Say(key, nil), x, y, size)
		d.tools(i, x, y, size)
		return
	}
	v := e.view(&b.Photo)
	switch {
	case v.canvas.Image != nil:
		v.canvas.Move(fyne.NewPos(x, y))
		v.canvas.Resize(size)
		d.shown = append(d.shown, v.canvas)
	case v.missing:
		d.centred(e.say.Say("desk.no_picture", nil), x, y, size)
	}
	if b.Photo.Focus != nil && (chosen || e.mouse.over == i) {
		d.focus(&b.Photo, x, y, size)
	}
	d.quality(i, x, y, size)
	d.tools(i, x, y, size)
	if b.Loose {
		below := y + toolInset
		if e.toolsShown(i) {
			below += pillHeight() + pillGap
		}
		d.pills(e.say.Say("desk.photo.loose", nil), x+toolInset, below, size.Width-2*toolInset, color.White)
	}
}

func (e *Editor) isSelected(i int) bool {
	from, to := e.m.Selection().Ends()
	return from.Block <= i && i < to.Block
}

func (d *drawing) centred(s string, x, y float32, size fyne.Size) {
	text := look.Text(13)
	width := look.Width(s, text, look.Sans)
	d.texts.put(s, text, look.Sans, look.Color(look.Quiet), whole(x+(size.Width-width)/2),
		whole(y+(size.Height-look.Height(text, look.Sans))/2))
}

// echo draws the further place of a photo.
func (d *drawing) echo(i int, y float32) {
	e := d.e
	l := &e.sheet.blocks[i]
	if e.m.Caret().Block == i && e.focused {
		d.grounds.put(e.sheet.left, y, e.sheet.column, l.height, look.Color(look.Chosen), 3)
	}
	key := "desk.photo.missing"
	if e.m.Figure(e.m.Block(i).Photo.ID) >= 0 {
		key = "desk.photo.again"
	}
	d.put(e.say.Say(key, bulletin.Args{"photo": e.m.Block(i).Photo.ID}), &l.set, l.set.style, l.set.ink, e.sheet.left+8, y)
}

// quality writes how finely the photo is printed: while one looks at it, and
// always when it is too coarse.
func (d *drawing) quality(i int, x, y float32, size fyne.Size) {
	e := d.e
	b := e.m.Block(i)
	dpi := e.printed.DPI[b.Photo.ID]
	if dpi == 0 || dpi >= fineDPI && e.mouse.over != i && e.m.Caret().Block != i {
		return
	}
	key, ink := "desk.photo.fine", color.Color(color.White)
	if dpi < fineDPI {
		key = "desk.photo.coarse"
	}
	_, _, w, h := b.Photo.Shown()
	said, room := e.say.Say(key, bulletin.Args{"dpi": dpi, "width": w, "height": h}), size.Width-2*toolInset
	high := float32(len(pillLines(said, room)))*(pillHeight()+pillGap) - pillGap
	d.pills(said, x+toolInset, y+size.Height-toolInset-high, room, ink)
}

// fineDPI is how finely a photo must be printed to look sharp; below
// bulletin's 150 preflight calls it an error.
const fineDPI = 150

func pillHeight() float32 { return look.Height(look.Text(12), look.Sans) + 6 }

// veil is the ground of words on pictures.
var veil = color.NRGBA{R: 20, G: 19, B: 18, A: 190}

// pill writes a word on a dark ground over a picture.
func (d *drawing) pill(s string, x, y float32, ink color.Color) {
	text := look.Text(12)
	width := look.Width(s, text, look.Sans)
	d.overs.put(whole(x), whole(y), whole(width)+16, pillHeight(), veil, pillHeight()/2)
	d.names.put(s, text, look.Sans, ink, whole(x)+8, whole(y)+3)
}

// pillGap is between pills one below the other.
const pillGap = 4

// pills writes a sentence on as many pills, one below the other, as its parts
// need that dots divide.
func (d *drawing) pills(s string, x, y, room float32, ink color.Color) {
	for n, line := range pillLines(s, room) {
		d.pill(line, x, y+float32(n)*(pillHeight()+pillGap), ink)
	}
}

func pillLines(s string, room float32) []string {
	const dot = " · "
	var lines []string
	for _, part := range strings.Split(s, dot) {
		if last := len(lines) - 1; last >= 0 && look.Width(lines[last]+dot+part, look.Text(12), look.Sans)+16 <= room {
			lines[last] += dot + part
		} else {
			lines = append(lines, part)
		}
	}
	return lines
}

// focus draws the point of the picture that must stay in view.
func (d *drawing) focus(p *bulletin.Photo, x, y float32, size fyne.Size) {
	fx, fy := inCrop(p, p.Focus.X, p.Focus.Y)
	const radius = 9
	cx, cy := x+fx*size.Width, y+fy*size.Height
	r := d.overs.put(cx-radius, cy-radius, 2*radius, 2*radius, color.NRGBA{R: 255, G: 255, B: 255, A: 60}, radius)
	r.StrokeColor, r.StrokeWidth = color.White, 2
	r.Refresh()
	d.overs.put(cx-2, cy-2, 4, 4, color.White, 2)
}

// inCrop turns a point of the whole picture into parts of what is shown.
func inCrop(p *bulletin.Photo, x, y int) (fx, fy float32) {
	c := wholePicture
	if p.Crop != nil {
		c = *p.Crop
	}
	fx = float32(x-c.Left) / float32(max(c.Width, 1))
	fy = float32(y-c.Top) / float32(max(c.Height, 1))
	return min(max(fx, 0), 1), min(max(fy, 0), 1)
}
