// Package softproof says what inks look like on a screen: as the press prints
// them that the pages are made for. The preview, the pictures of pages, the
// files for screens and office printers and preflight's contrasts all ask here,
// so that they agree.
package softproof

import (
	"fmt"
	"image/color"
	"math"
	"sync"

	profiles "bantin/assets/icc"
	"bantin/export/layout"
	"bantin/internal/colourprofile"
)

// Colour is an ink as opaque sRGB. Mixtures are what the profile of the press
// says of them (assets/icc.Coated39), relative to the paper and black point
// compensated, as good PDF readers show them; paper is white. Black ink alone
// and its tints are grey, as light as the profile says between full black,
// which is 0 here, and paper: text in black is black. Parts under 0 or over
// 1000 are taken as these.
func Colour(ink layout.Ink) color.RGBA {
	ink = layout.Ink{C: within(ink.C), M: within(ink.M), Y: within(ink.Y), K: within(ink.K)}
	seen.Lock()
	defer seen.Unlock()
	if found, ok := seen.colours[ink]; ok {
		return found
	}
	c := reckoned(ink)
	if len(seen.colours) >= mostSeen {
		clear(seen.colours)
	}
	seen.colours[ink] = c
	return c
}

func within(part int) int { return min(max(part, 0), 1000) }

// mostSeen is more than the colours of all styles together.
const mostSeen = 1024

// seen remembers colours: a page asks for the same few thousands of times.
var seen = struct {
	sync.Mutex
	colours map[layout.Ink]color.RGBA
}{colours: map[layout.Ink]color.RGBA{}}

func reckoned(ink layout.Ink) color.RGBA {
	rgb := press()(ink)
	if ink.C == 0 && ink.M == 0 && ink.Y == 0 {
		grey := eightBits(encoded(stretched(lightOf(rgb))))
		return color.RGBA{grey, grey, grey, 0xFF}
	}
	return color.RGBA{eightBits(rgb[0]), eightBits(rgb[1]), eightBits(rgb[2]), 0xFF}
}

// stretched is the light of a tint of black where full black has none.
func stretched(light float64) float64 {
	darkest := lightOf(press()(layout.Black))
	return max(light-darkest, 0) / (1 - darkest)
}

// press gives inks as sRGB, each of 0 to 1. The profile is read when the first
// colour is asked for.
var press = sync.OnceValue(func() func(layout.Ink) [3]float64 {
	look, err := colourprofile.Read(profiles.Coated39)
	if err != nil {
		panic(fmt.Sprintf("read the profile that comes with the program: %v", err))
	}
	return func(ink layout.Ink) [3]float64 {
		const full = 1000.0
		return look.RGB([4]float64{float64(ink.C) / full, float64(ink.M) / full, float64(ink.Y) / full, float64(ink.K) / full})
	}
})

// lightOf is the relative luminance of sRGB (IEC 61966-2-1).
func lightOf(rgb [3]float64) float64 {
	return 0.2126*linear(rgb[0]) + 0.7152*linear(rgb[1]) + 0.0722*linear(rgb[2])
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func encoded(light float64) float64 {
	if light <= 0.0031308 {
		return 12.92 * light
	}
	return 1.055*math.Pow(light, 1/2.4) - 0.055
}

func eightBits(v float64) uint8 { return uint8(math.Round(255 * min(max(v, 0), 1))) }
