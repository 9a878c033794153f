package history

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// A small picture is as high as that, and at most so wide.
const (
	pictureHigh = 66
	pictureWide = 100
)

// photo shows a photo that differs, as it was and as it is where that can be seen,
// beside what differs of its words. Which photo it is, its caption tells.
func (p *Pane) photo(c desk.Change, show func([]merge.Piece) *parts.Prose) fyne.CanvasObject {
	words := container.New(layout.NewCustomPaddedVBoxLayout(4))
	isCaptioned := false
	for _, part := range c.Photo.Parts {
		if len(part.Pieces) == 0 {
			continue
		}
		if part.What == "caption" {
			isCaptioned = true
		} else {
			label := parts.NewLine(11, look.SansBold, look.Ghost)
			label.Say(parts.Head(p.what(part.What)))
			words.Add(label)
		}
		words.Add(show(part.Pieces))
	}
	if !isCaptioned {
		words.Objects = append([]fyne.CanvasObject{p.caption(c.Photo)}, words.Objects...)
	}
	beside := p.behind(c, words)
	pictures := p.sides(c.Photo)
	if len(pictures) == 1 {
		return container.New(besides{}, pictures[0], beside)
	}
	arrow := parts.Words("→", 15, look.Sans, look.Quiet)
	row := container.NewHBox(pictures[0], container.NewCenter(arrow), pictures[1])
	return container.New(layout.NewCustomPaddedVBoxLayout(6), row, beside)
}

// caption is that of a photo whose caption is as it was.
func (p *Pane) caption(c *desk.PhotoChange) fyne.CanvasObject {
	shown := c.After
	if shown == nil {
		shown = c.Before
	}
	if caption := bulletin.Plain(shown.Caption); caption != "" {
		return parts.Unchanged(caption)
	}
	return parts.NewProse(parts.Run{Text: p.say.Say("desk.history.no_caption", nil), Style: look.Sans, Ink: look.Ghost})
}

// sides are the photo before and after, or the one where they look alike. What
// went is pale.
func (p *Pane) sides(c *desk.PhotoChange) []fyne.CanvasObject {
	const pale = 0.45
	switch {
	case c.After == nil:
		return []fyne.CanvasObject{p.picture(c.Before, pale)}
	case c.Before == nil || looksAlike(c.Before, c.After):
		return []fyne.CanvasObject{p.picture(c.After, 0)}
	}
	return []fyne.CanvasObject{p.picture(c.Before, pale), p.picture(c.After, 0)}
}

func looksAlike(a, b *bulletin.Photo) bool {
	x0, y0, w0, h0 := a.Shown()
	x1, y1, w1, h1 := b.Shown()
	return a.Picture() == b.Picture() && x0 == x1 && y0 == y1 && w0 == w1 && h0 == h1
}

// picture is a small picture of what is shown of a photo; of a frame that waits for
// its picture the frame.
func (p *Pane) picture(photo *bulletin.Photo, translucency float64) fyne.CanvasObject {
	size := sizeOf(photo)
	frame := canvas.NewRectangle(look.Color(look.Rule))
	frame.SetMinSize(size)
	if photo.IsEmptyFrame() || p.Picture == nil {
		return container.NewVBox(frame)
	}
	shown := canvas.NewImageFromImage(nil)
	shown.FillMode, shown.ScaleMode, shown.Translucency = canvas.ImageFillContain, canvas.ImageScaleSmooth, translucency
	shown.SetMinSize(size)
	p.load(photo, size, func(part image.Image) {
		shown.Image = part
		frame.Hide()
		shown.Refresh()
	})
	return container.NewVBox(container.NewStack(frame, shown))
}

// picture names a picture that is shown small: the history is shown anew at every
// save, and need not load it each time.
type picture struct {
	name string
	side int // in pixels
	crop bulletin.Crop
}

// pictureShown is a picture as far as it has come, and what shows it.
type pictureShown struct {
	part image.Image
	give []func(image.Image)
}

// load gives what is shown of a photo, as soon as it has come and again in full
// sharpness; nothing where the file has no picture of it.
func (p *Pane) load(photo *bulletin.Photo, size fyne.Size, give func(image.Image)) {
	const sharp = 4 // for a crop of a part of it, and screens of many pixels
	of := picture{name: photo.Picture(), side: int(sharp * max(size.Width, size.Height))}
	if photo.Crop != nil {
		of.crop = *photo.Crop
	}
	if shown := p.pictures[of]; shown != nil {
		shown.give = append(shown.give, give)
		if shown.part != nil {
			give(shown.part)
		}
		return
	}
	shown, crop := &pictureShown{give: []func(image.Image){give}}, photo.Crop
	p.pictures[of] = shown
	p.Picture(of.name, of.side, func(whole image.Image) {
		if whole == nil {
			if p.pictures[of] == shown {
				delete(p.pictures, of) // it may come with somebody's file
			}
			return
		}
		shown.part = cropped(whole, crop)
		for _, give := range shown.give {
			give(shown.part)
		}
	})
}

// sizeOf is how large a photo is shown.
func sizeOf(photo *bulletin.Photo) fyne.Size {
	high, wide := pictureHigh*look.Scale(), pictureWide*look.Scale()
	_, _, w, h := photo.Shown()
	if w <= 0 || h <= 0 {
		return fyne.NewSize(wide, high)
	}
	shape := float32(w) / float32(h)
	if shape*high > wide {
		return fyne.NewSize(wide, wide/shape)
	}
	return fyne.NewSize(shape*high, high)
}

// cropped is the part of a picture that a crop shows.
func cropped(whole image.Image, crop *bulletin.Crop) image.Image {
	if crop == nil {
		return whole
	}
	bounds := whole.Bounds()
	small := bulletin.Photo{WidthPx: bounds.Dx(), HeightPx: bounds.Dy(), Crop: crop}
	x, y, w, h := small.Shown()
	part := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(part, part.Bounds(), whole, bounds.Min.Add(image.Pt(x, y)), draw.Src)
	return part
}

// besides lays words to the right of a picture.
type besides struct{}

const besidesGap = 10

func (besides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	picture, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(picture.Width+besidesGap, max(picture.Height, words.Height))
}

func (besides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := pictureWide * look.Scale() // so that words below each other begin alike
	objects[0].Resize(fyne.NewSize(objects[0].MinSize().Width, objects[0].MinSize().Height))
	objects[1].Move(fyne.NewPos(width+besidesGap, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-width-besidesGap), size.Height))
}
