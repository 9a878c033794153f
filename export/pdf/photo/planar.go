package photo

import (
	"image"
	"image/color"

	"bantin/internal/subsampling"
)

// plane is one component of a picture, a byte a pixel.
type plane struct {
	pix           []byte
	stride        int
	width, height int
}

func newPlane(width, height int) plane {
	return plane{make([]byte, width*height), width, width, height}
}

// planar is a picture in components; grey pictures have no cb and cr. The
// chroma planes may be smaller than y by whole factors.
type planar struct{ y, cb, cr plane }

func (p planar) gray() bool { return p.cb.pix == nil }

// planes takes a decoded JPEG apart. Grey and YCbCr share memory with it; the
// rest (CMYK, RGB) is converted.
func planes(m image.Image) planar {
	b := m.Bounds()
	switch m := m.(type) {
	case *image.Gray:
		return planar{y: plane{m.Pix, m.Stride, b.Dx(), b.Dy()}}
	case *image.YCbCr:
		return planar{
			y:  plane{m.Y, m.YStride, b.Dx(), b.Dy()},
			cb: chroma(m, m.Cb),
			cr: chroma(m, m.Cr),
		}
	}
	p := planar{newPlane(b.Dx(), b.Dy()), newPlane(b.Dx(), b.Dy()), newPlane(b.Dx(), b.Dy())}
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.YCbCrModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.YCbCr)
			i := y*p.y.stride + x
			p.y.pix[i], p.cb.pix[i], p.cr.pix[i] = c.Y, c.Cb, c.Cr
		}
	}
	return p
}

// chroma gives one chroma plane at its own, smaller size.
func chroma(m *image.YCbCr, pix []byte) plane {
	b := m.Rect
	across, down := subsampling.Of(m.SubsampleRatio)
	return plane{pix, m.CStride, (b.Dx() + across - 1) / across, (b.Dy() + down - 1) / down}
}

// image puts the components together for the encoder, which wants chroma of
// half the size both ways (see shrink).
func (p planar) image() image.Image {
	all := image.Rect(0, 0, p.y.width, p.y.height)
	if p.gray() {
		return &image.Gray{Pix: p.y.pix, Stride: p.y.stride, Rect: all}
	}
	return &image.YCbCr{
		Y: p.y.pix, YStride: p.y.stride,
		Cb: p.cb.pix, Cr: p.cr.pix, CStride: p.cb.stride,
		SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: all,
	}
}
