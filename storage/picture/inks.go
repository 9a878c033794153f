package picture

import (
	"fmt"
	"slices"
	"sync"

	profiles "bantin/assets/icc"
	"bantin/internal/colourprofile"
)

// How fine the grids are between whose colours those of pictures lie: off by one
// or two of 255 at the most where the profile is even.
const (
	inkSteps = 17
	rgbSteps = 33
)

// lookOf is what a profile says of colours of so many channels, nil where it
// cannot be read or is of others.
func lookOf(b []byte, channels ...int) *colourprofile.Look {
	if len(b) == 0 {
		return nil
	}
	look, err := colourprofile.Read(b)
	if err != nil || !slices.Contains(channels, look.Channels) {
		return nil
	}
	return look
}

// coated is what inks look like of which nothing is said: on coated paper, as
// the press prints that the pages are made for.
var coated = sync.OnceValue(func() *colourprofile.Grid {
	look, err := colourprofile.Read(profiles.Coated39)
	if err != nil {
		panic(fmt.Sprintf("read the profile that comes with the program: %v", err))
	}
	grid, err := look.Grid(inkSteps)
	if err != nil {
		panic(fmt.Sprintf("use the profile that comes with the program: %v", err))
	}
	return grid
})

// inks is what the picture's inks look like.
func (h *header) inks() *colourprofile.Grid {
	if h.look != nil {
		if grid, err := h.look.Grid(inkSteps); err == nil {
			return grid
		}
	}
	return coated()
}

// conversion leads from the picture's RGB to sRGB, nil where it is sRGB.
func (h *header) conversion() conversion {
	if h.profile != nil {
		return h.profile.convert
	}
	if h.look == nil || h.look.Channels == 4 {
		return nil
	}
	grid, err := h.look.Grid(rgbSteps)
	if err != nil {
		return nil
	}
	return func(r, g, b uint8) (uint8, uint8, uint8) { return grid.RGB([4]uint8{r, g, b}) }
}
