// Package subsampling says how many pixels of a picture share its colours.
package subsampling

import "image"

// Of is how many pixels share a sample of chroma, across and down: 1 and 1 for
// one that is not subsampled, and for ratios that package image does not name.
func Of(r image.YCbCrSubsampleRatio) (across, down int) {
	switch r {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}
