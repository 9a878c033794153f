// Package photo brings the print derivative of a photo to the size at which a
// page shows it, as a baseline JPEG without any metadata.
package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
)

// Want is what a page needs of a photo.
type Want struct {
	// Crop is the part that is shown, as a share of the whole picture; the
	// zero Crop is all of it.
	Crop Crop
	// WidthPx and HeightPx are the most pixels that the printer can use for
	// Crop; zero means as many as there are.
	WidthPx, HeightPx int
	// Quality is that of a JPEG which has to be made anew, 1 to 100.
	Quality int
}

// Crop is an area of a picture; its edges count from 0 (left, top) to 1.
type Crop struct{ Left, Top, Right, Bottom float64 }

// JPEG is a baseline JPEG that holds nothing but its picture.
type JPEG struct {
	Data          []byte
	Width, Height int // pixels
	Gray          bool
}

// Fit gives the picture in raw (a JPEG of any kind) as it is wanted. One that
// is wanted whole and hardly smaller than it is keeps its own pixels, without
// a second compression. Bytes that are no JPEG, or a broken one, are an error.
func Fit(raw []byte, want Want) (JPEG, error) {
	head, err := readHeader(raw)
	if err != nil {
		return JPEG{}, err
	}
	area := want.Crop.in(head.width, head.height)
	whole := area == image.Rect(0, 0, head.width, head.height)
	if whole && head.plain && !want.muchLess(area) {
		return JPEG{head.stripped, head.width, head.height, head.components == 1}, nil
	}
	if head.width*head.height > mostPixels {
		return JPEG{}, fmt.Errorf("the photo has %d × %d pixels, too many to make smaller", head.width, head.height)
	}
	picture, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return JPEG{}, fmt.Errorf("decode photo: %w", err)
	}
	return encode(shrink(planes(picture), area, want.size(area)), want.Quality)
}

// mostPixels bounds the memory for decoding: four times what a print
// derivative may have.
const mostPixels = 40_000_000

// muchLess reports whether the wanted size is so much smaller than what there
// is that making the picture anew pays: 1.2 times the resolution is 1.44 times
// the bytes.
func (w Want) muchLess(area image.Rectangle) bool {
	const worth = 1.2
	size := w.size(area)
	return float64(area.Dx()) > worth*float64(size.X) && float64(area.Dy()) > worth*float64(size.Y)
}

// size is how many pixels the area is to have; never more than it has.
func (w Want) size(area image.Rectangle) image.Point {
	size := area.Size()
	if w.WidthPx > 0 && w.HeightPx > 0 {
		size.X = min(size.X, w.WidthPx)
		size.Y = min(size.Y, w.HeightPx)
	}
	return size
}

// in gives the crop in pixels of a picture, at least one of them.
func (c Crop) in(width, height int) image.Rectangle {
	all := image.Rect(0, 0, width, height)
	if c == (Crop{}) {
		return all
	}
	x0, x1 := span(c.Left, c.Right, width)
	y0, y1 := span(c.Top, c.Bottom, height)
	return image.Rect(x0, y0, x1, y1)
}

func span(from, to float64, length int) (int, int) {
	first := min(max(int(from*float64(length)+0.5), 0), length-1)
	last := min(max(int(to*float64(length)+0.5), first+1), length)
	return first, last
}

func encode(p planar, quality int) (JPEG, error) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, p.image(), &jpeg.Options{Quality: quality}); err != nil {
		return JPEG{}, fmt.Errorf("encode photo: %w", err)
	}
	return JPEG{out.Bytes(), p.y.width, p.y.height, p.gray()}, nil
}
