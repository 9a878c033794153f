package press

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"

	"bantin/bulletin"
	"bantin/export/layout"
)

// turnedQuality is the JPEG quality of a picture that was turned: a turn should
// not be seen.
const turnedQuality = 94

// turned gives pictures turned as their names say; source knows the upright
// ones only.
func turned(source layout.PhotoSource) layout.PhotoSource {
	return func(name string) ([]byte, error) {
		sha256, quarters := bulletin.CutPicture(name)
		raw, err := source(sha256)
		if quarters == 0 || raw == nil || err != nil {
			return raw, err
		}
		picture, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil {
			return nil, fmt.Errorf("turn photo %.10s: %w", sha256, err)
		}
		var out bytes.Buffer
		if err := jpeg.Encode(&out, TurnPicture(picture, quarters), &jpeg.Options{Quality: turnedQuality}); err != nil {
			return nil, fmt.Errorf("turn photo %.10s: %w", sha256, err)
		}
		return out.Bytes(), nil
	}
}

// TurnPicture turns a picture by quarter turns clockwise.
func TurnPicture(picture image.Image, quarters int) image.Image {
	quarters = (quarters%4 + 4) % 4
	if quarters == 0 {
		return picture
	}
	b := picture.Bounds()
	from := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(from, from.Rect, picture, b.Min, draw.Src)
	for range quarters {
		from = quarterTurn(from)
	}
	return from
}

func quarterTurn(from *image.RGBA) *image.RGBA {
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		row := from.Pix[y*from.Stride:]
		for x := range w {
			copy(to.Pix[x*to.Stride+4*(h-1-y):][:4], row[4*x:][:4])
		}
	}
	return to
}
