package picture

import (
	"image"

	"bantin/internal/subsampling"
)

// colourless is by how much a sample of chroma may stray from 128 without being
// seen: scanners and cameras leave that much in pictures in black and white.
const colourless = 2

// isGrey reports a picture without colours.
func isGrey(m *image.YCbCr) bool {
	across, down := subsampling.Of(m.SubsampleRatio)
	width := (m.Rect.Dx() + across - 1) / across
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y += down {
		at := m.COffset(m.Rect.Min.X, y)
		if !areGrey(m.Cb[at:at+width]) || !areGrey(m.Cr[at:at+width]) {
			return false
		}
	}
	return true
}

func areGrey(samples []uint8) bool {
	for _, s := range samples {
		if s < 128-colourless || s > 128+colourless {
			return false
		}
	}
	return true
}
