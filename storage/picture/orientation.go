package picture

import "image"

// orientation is how a stored picture must be turned to stand upright, as EXIF
// counts: 1 not at all, 2 mirrored, 3 by 180°, 4 upside down in a mirror, 5
// transposed, 6 by 90° clockwise, 7 transversed, 8 by 90° anticlockwise. Other
// values, and the zero value, are 1.
type orientation uint8

// sideways reports whether width and height change places.
func (o orientation) sideways() bool { return o >= 5 && o <= 8 }

func (o orientation) upright(width, height int) (int, int) {
	if o.sideways() {
		return height, width
	}
	return width, height
}

// turn gives the upright picture. Its chroma planes must be halved both ways
// (as shrink leaves them) or it is given back as it is.
func (o orientation) turn(m *image.YCbCr) *image.YCbCr {
	if o < 2 || o > 8 {
		return m
	}
	width, height := o.upright(m.Rect.Dx(), m.Rect.Dy())
	turned := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	o.turnPlane(turned.Y, turned.YStride, m.Y, m.YStride, m.Rect.Dx(), m.Rect.Dy())
	chromaWidth, chromaHeight := half(m.Rect.Dx()), half(m.Rect.Dy())
	o.turnPlane(turned.Cb, turned.CStride, m.Cb, m.CStride, chromaWidth, chromaHeight)
	o.turnPlane(turned.Cr, turned.CStride, m.Cr, m.CStride, chromaWidth, chromaHeight)
	return turned
}

// turnPlane moves every sample of a plane of width × height to its place.
func (o orientation) turnPlane(to []uint8, toStride int, from []uint8, fromStride, width, height int) {
	start, dx, dy := o.path(width, height, toStride)
	// In tiles, so that both planes stay in the processor's cache.
	const tile = 64
	for y0 := 0; y0 < height; y0 += tile {
		for x0 := 0; x0 < width; x0 += tile {
			for y := y0; y < min(y0+tile, height); y++ {
				row := from[y*fromStride:]
				at := start + x0*dx + y*dy
				for x := x0; x < min(x0+tile, width); x++ {
					to[at] = row[x]
					at += dx
				}
			}
		}
	}
}

// path is where the sample (0, 0) goes, and how far in the turned plane one
// step to the right and one step down in the stored plane are.
func (o orientation) path(width, height, stride int) (start, dx, dy int) {
	right, down := width-1, height-1
	switch o {
	case 2:
		return right, -1, stride
	case 3:
		return right + down*stride, -1, -stride
	case 4:
		return down * stride, 1, -stride
	case 5:
		return 0, stride, 1
	case 6:
		return down, stride, -1
	case 7:
		return down + right*stride, -stride, -1
	case 8:
		return right * stride, -stride, 1
	}
	return 0, 1, stride
}

// half is the size of a chroma plane that is halved.
func half(n int) int { return (n + 1) / 2 }
