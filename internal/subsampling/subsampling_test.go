package subsampling_test

import (
	"image"
	"testing"

	"bantin/internal/subsampling"
)

// TestPlanesHaveTheSizeThatIsSaid holds every ratio against the planes that
// package image makes for it.
func TestPlanesHaveTheSizeThatIsSaid(t *testing.T) {
	for ratio := image.YCbCrSubsampleRatio444; ratio <= image.YCbCrSubsampleRatio410; ratio++ {
		m := image.NewYCbCr(image.Rect(0, 0, 64, 32), ratio)
		across, down := subsampling.Of(ratio)
		if m.CStride*across != 64 || len(m.Cb)/m.CStride*down != 32 {
			t.Errorf("%v: one sample for %d × %d pixels, but planes of %d × %d", ratio, across, down, m.CStride, len(m.Cb)/m.CStride)
		}
	}
}
