package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"

	"bantin/internal/colourprofile"
)

// decode reads the whole picture as YCbCr, and refuses one that is not of the
// size its header gave, since the memory was reckoned from that.
func decode(h header, original []byte) (*image.YCbCr, error) {
	m, err := decodeAs(h.format, original)
	if err != nil {
		return nil, problem{key: decoderKey(err), header: h, cause: err}
	}
	if m.Bounds() != image.Rect(0, 0, h.width, h.height) {
		return nil, problem{key: "photo_lies", header: h}
	}
	if planes, ok := m.(*image.YCbCr); ok {
		return planes, nil
	}
	return fromPixels(m, h.inks), nil
}

func decodeAs(format string, original []byte) (image.Image, error) {
	r := bytes.NewReader(original)
	switch format {
	case "jpeg":
		return jpeg.Decode(r)
	case "png":
		return png.Decode(r)
	case "webp":
		return decodeWebP(r)
	}
	return nil, fmt.Errorf("no decoder for %s", format)
}

// decodeWebP mends what x/image/webp leaves undone: the samples of lossy WebP
// keep to the video range (luma 16…235), but are given out as if they were of
// the full range, so that white comes out grey (golang.org/issue/40173).
func decodeWebP(r *bytes.Reader) (image.Image, error) {
	m, err := webp.Decode(r)
	if err != nil {
		return nil, err
	}
	switch m := m.(type) {
	case *image.YCbCr:
		fullRange(m)
	case *image.NYCbCrA:
		fullRange(&m.YCbCr)
		return onWhite(m), nil
	}
	return m, nil
}

func fullRange(m *image.YCbCr) {
	luma, chroma := rangeTable(16, 219, 0), rangeTable(128, 224, 128)
	apply(&luma, m.Y)
	apply(&chroma, m.Cb)
	apply(&chroma, m.Cr)
}

// rangeTable stretches samples around zero from a span to 255 steps.
func rangeTable(zero, span, newZero int) (table [256]uint8) {
	for v := range table {
		stretched := float64(v-zero)*255/float64(span) + float64(newZero)
		table[v] = uint8(min(max(stretched+0.5, 0), 255))
	}
	return table
}

func apply(table *[256]uint8, samples []uint8) {
	for i, v := range samples {
		samples[i] = table[v]
	}
}

// onWhite lays a picture with alpha over white, in place.
func onWhite(m *image.NYCbCrA) *image.YCbCr {
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			alpha := int(m.A[y*m.AStride+x])
			luma := &m.Y[y*m.YStride+x]
			*luma = blend(*luma, 255, alpha)
			if c := m.COffset(x, y); x&1 == 0 && y&1 == 0 { // WebP halves both ways
				m.Cb[c], m.Cr[c] = blend(m.Cb[c], 128, alpha), blend(m.Cr[c], 128, alpha)
			}
		}
	}
	return &m.YCbCr
}

func blend(over, under uint8, alpha int) uint8 {
	return uint8((int(over)*alpha + int(under)*(255-alpha) + 127) / 255)
}

// fromPixels turns any picture into YCbCr with halved chroma, two rows at a
// time; what is transparent becomes white, and inks what they look like.
func fromPixels(m image.Image, inks func() *colourprofile.Grid) *image.YCbCr {
	bounds := m.Bounds()
	width, height := bounds.Dx(), bounds.Dy()
	planes := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	read := rowReader(m, inks)
	upper, lower := make([]uint8, 3*width), make([]uint8, 3*width)
	for y := 0; y < height; y += 2 {
		read(y, upper)
		read(min(y+1, height-1), lower)
		lumaRow(planes.Y[y*planes.YStride:], upper)
		if y+1 < height {
			lumaRow(planes.Y[(y+1)*planes.YStride:], lower)
		}
		c := y / 2 * planes.CStride
		chromaRow(planes.Cb[c:], planes.Cr[c:], upper, lower)
	}
	return planes
}

func lumaRow(to, rgb []uint8) {
	for i := 0; i < len(rgb); i += 3 {
		to[i/3], _, _ = color.RGBToYCbCr(rgb[i], rgb[i+1], rgb[i+2])
	}
}

// chromaRow averages squares of four pixels.
func chromaRow(cb, cr, upper, lower []uint8) {
	for i := 0; i < len(upper); i += 6 {
		j := i + 3
		if j >= len(upper) {
			j = i
		}
		var mean [3]uint8
		for k := range mean {
			mean[k] = uint8((int(upper[i+k]) + int(upper[j+k]) + int(lower[i+k]) + int(lower[j+k]) + 2) / 4)
		}
		_, cb[i/6], cr[i/6] = color.RGBToYCbCr(mean[0], mean[1], mean[2])
	}
}
