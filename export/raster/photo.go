package raster

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"sync"

	"bantin/export/layout"

	xdraw "golang.org/x/image/draw"
)

// noPhoto is the grey of a photo that cannot be had.
var noPhoto = color.RGBA{0xD8, 0xD8, 0xD8, 0xFF}

// picture paints a photo, scaled once for each size and part shown.
func (c *canvas) picture(p layout.Picture, photos layout.PhotoSource) error {
	area := c.area(p.Box)
	if photos == nil {
		draw.Draw(c.img, area, image.NewUniform(noPhoto), image.Point{}, draw.Src)
		return nil
	}
	scaled, err := scaledPhoto(p, area.Dx(), area.Dy(), photos)
	if err != nil {
		draw.Draw(c.img, area, image.NewUniform(noPhoto), image.Point{}, draw.Src)
		return err
	}
	draw.Draw(c.img, area, scaled, image.Point{}, draw.Src)
	return nil
}

// scaledKey names a photo as it is shown somewhere.
type scaledKey struct {
	sha256        string
	shown         layout.PixelRect
	width, height int
}

// scaledPhotos remembers photos at the size in which they were painted last,
// up to mostScaled bytes.
var scaledPhotos = struct {
	sync.Mutex
	m     map[scaledKey]*image.RGBA
	bytes int
}{m: map[scaledKey]*image.RGBA{}}

const mostScaled = 16 << 20

// mostPixels bounds what is decoded: print derivatives are far smaller.
const mostPixels = 40_000_000

func scaledPhoto(p layout.Picture, width, height int, photos layout.PhotoSource) (*image.RGBA, error) {
	key := scaledKey{p.SHA256, p.Shown, width, height}
	scaledPhotos.Lock()
	found := scaledPhotos.m[key]
	scaledPhotos.Unlock()
	if found != nil {
		return found, nil
	}
	scaled, err := loadScaled(p, width, height, photos)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.SHA256, err)
	}
	remember(key, scaled)
	return scaled, nil
}

func remember(key scaledKey, scaled *image.RGBA) {
	if len(scaled.Pix) > mostScaled/4 {
		return
	}
	scaledPhotos.Lock()
	defer scaledPhotos.Unlock()
	if scaledPhotos.bytes+len(scaled.Pix) > mostScaled {
		clear(scaledPhotos.m)
		scaledPhotos.bytes = 0
	}
	scaledPhotos.m[key] = scaled
	scaledPhotos.bytes += len(scaled.Pix)
}

func loadScaled(p layout.Picture, width, height int, photos layout.PhotoSource) (*image.RGBA, error) {
	raw, err := photos(p.SHA256)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	if config.Width*config.Height > mostPixels {
		return nil, errors.New("read: too many pixels")
	}
	whole, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	part := shownPart(p, whole.Bounds())
	small, part := shrink(whole, part, max(1, min(part.Dx()/(2*width), part.Dy()/(2*height))))
	scaled := image.NewRGBA(image.Rect(0, 0, width, height))
	xdraw.CatmullRom.Scale(scaled, scaled.Bounds(), small, part, xdraw.Src, nil)
	return scaled, nil
}

// shownPart is the part to show in pixels of the print derivative, which may
// be smaller than the original that Shown counts in.
func shownPart(p layout.Picture, whole image.Rectangle) image.Rectangle {
	if p.Pixels.Width <= 0 || p.Pixels.Height <= 0 {
		return whole
	}
	x := func(n int) int { return whole.Min.X + n*whole.Dx()/p.Pixels.Width }
	y := func(n int) int { return whole.Min.Y + n*whole.Dy()/p.Pixels.Height }
	part := image.Rect(x(p.Shown.X), y(p.Shown.Y), x(p.Shown.X+p.Shown.Width), y(p.Shown.Y+p.Shown.Height)).Intersect(whole)
	if part.Empty() {
		return whole
	}
	return part
}
