package raster

import (
	"image/color"

	"bantin/export/layout"
)

// rgb shows an ink on a screen by the plain formula of subtractive colour,
// R = 255 · (1−C) · (1−K) and likewise G with M and B with Y. It knows nothing
// of press and paper; it is for looking, not for proofing colour.
func rgb(ink layout.Ink) color.RGBA {
	channel := func(part int) uint8 {
		part, k := min(max(part, 0), 1000), min(max(ink.K, 0), 1000)
		return uint8((255*(1000-part)*(1000-k) + 500_000) / 1_000_000)
	}
	return color.RGBA{channel(ink.C), channel(ink.M), channel(ink.Y), 0xFF}
}
