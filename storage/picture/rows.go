package picture

import (
	"image"
	"image/color"

	"bantin/internal/colourprofile"
)

// rowReader gives a function that writes row y of a picture as RGB, three
// bytes a pixel, laid over white. The kinds of picture that the decoders give
// have ways of their own; the general way costs ten times as much.
func rowReader(m image.Image, inks func() *colourprofile.Grid) func(y int, rgb []uint8) {
	switch m := m.(type) {
	case *image.Gray:
		return func(y int, rgb []uint8) { greyRow(rgb, m.Pix[y*m.Stride:], 1) }
	case *image.Gray16:
		return func(y int, rgb []uint8) { greyRow(rgb, m.Pix[y*m.Stride:], 2) }
	case *image.RGBA:
		return func(y int, rgb []uint8) { premultipliedRow(rgb, m.Pix[y*m.Stride:], 1) }
	case *image.RGBA64:
		return func(y int, rgb []uint8) { premultipliedRow(rgb, m.Pix[y*m.Stride:], 2) }
	case *image.NRGBA:
		return func(y int, rgb []uint8) { straightRow(rgb, m.Pix[y*m.Stride:], 1) }
	case *image.NRGBA64:
		return func(y int, rgb []uint8) { straightRow(rgb, m.Pix[y*m.Stride:], 2) }
	case *image.Paletted:
		palette := paletteOnWhite(m.Palette)
		return func(y int, rgb []uint8) { paletteRow(rgb, m.Pix[y*m.Stride:], &palette) }
	case *image.CMYK:
		look := inks()
		return func(y int, rgb []uint8) { cmykRow(rgb, m.Pix[y*m.Stride:], look) }
	}
	return func(y int, rgb []uint8) { anyRow(rgb, m, y) }
}

// The rows below take pixels of one sample or four, of one byte or two; of two
// bytes the first is the more significant and is enough.

func greyRow(rgb, pix []uint8, bytes int) {
	for i, at := 0, 0; i < len(rgb); i, at = i+3, at+bytes {
		rgb[i], rgb[i+1], rgb[i+2] = pix[at], pix[at], pix[at]
	}
}

func premultipliedRow(rgb, pix []uint8, bytes int) {
	for i, at := 0, 0; i < len(rgb); i, at = i+3, at+4*bytes {
		white := 255 - pix[at+3*bytes]
		rgb[i], rgb[i+1], rgb[i+2] = pix[at]+white, pix[at+bytes]+white, pix[at+2*bytes]+white
	}
}

func straightRow(rgb, pix []uint8, bytes int) {
	for i, at := 0, 0; i < len(rgb); i, at = i+3, at+4*bytes {
		alpha := int(pix[at+3*bytes])
		if alpha == 255 {
			rgb[i], rgb[i+1], rgb[i+2] = pix[at], pix[at+bytes], pix[at+2*bytes]
			continue
		}
		rgb[i] = blend(pix[at], 255, alpha)
		rgb[i+1] = blend(pix[at+bytes], 255, alpha)
		rgb[i+2] = blend(pix[at+2*bytes], 255, alpha)
	}
}

func paletteOnWhite(p color.Palette) (table [256][3]uint8) {
	for i, c := range p {
		straight := color.NRGBAModel.Convert(c).(color.NRGBA)
		alpha := int(straight.A)
		table[i] = [3]uint8{blend(straight.R, 255, alpha), blend(straight.G, 255, alpha), blend(straight.B, 255, alpha)}
	}
	return table
}

func paletteRow(rgb, pix []uint8, palette *[256][3]uint8) {
	for i := 0; i < len(rgb); i += 3 {
		copy(rgb[i:i+3], palette[pix[i/3]][:])
	}
}

func cmykRow(rgb, pix []uint8, look *colourprofile.Grid) {
	for i, at := 0, 0; i < len(rgb); i, at = i+3, at+4 {
		rgb[i], rgb[i+1], rgb[i+2] = look.RGB([4]uint8(pix[at : at+4]))
	}
}

func anyRow(rgb []uint8, m image.Image, y int) {
	for i := 0; i < len(rgb); i += 3 {
		bounds := m.Bounds()
		straight := color.NRGBAModel.Convert(m.At(bounds.Min.X+i/3, bounds.Min.Y+y)).(color.NRGBA)
		alpha := int(straight.A)
		rgb[i], rgb[i+1], rgb[i+2] = blend(straight.R, 255, alpha), blend(straight.G, 255, alpha), blend(straight.B, 255, alpha)
	}
}
