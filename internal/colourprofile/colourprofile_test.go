package colourprofile_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"

	profiles "bantin/assets/icc"
	"bantin/internal/colourprofile"
	"bantin/internal/transicc"
)

// lcms is what littlecms makes of inks of eight bits by a profile.
func lcms(t *testing.T, profile []byte, inks [][4]uint8) [][3]float64 {
	t.Helper()
	parts := make([][4]float64, len(inks))
	for i, ink := range inks {
		for k, part := range ink {
			parts[i][k] = float64(part) / 255
		}
	}
	return transicc.SRGB(t, profile, parts)
}

func gridOf(t testing.TB, profile []byte, steps int) *colourprofile.Grid {
	t.Helper()
	look, err := colourprofile.Read(profile)
	if err != nil {
		t.Fatal(err)
	}
	grid, err := look.Grid(steps)
	if err != nil {
		t.Fatal(err)
	}
	return grid
}

// TestInksLookAsLittleCMSSays takes mixtures between the points of the grid.
func TestInksLookAsLittleCMSSays(t *testing.T) {
	parts := []uint8{0, 7, 33, 88, 127, 200, 255}
	var inks [][4]uint8
	for _, c := range parts {
		for _, m := range parts {
			for _, y := range parts {
				for _, k := range parts {
					inks = append(inks, [4]uint8{c, m, y, k})
				}
			}
		}
	}
	grid := gridOf(t, profiles.Coated39, 17)
	worst, sum := 0.0, 0.0
	for i, want := range lcms(t, profiles.Coated39, inks) {
		r, g, b := grid.RGB(inks[i])
		for channel, got := range [3]uint8{r, g, b} {
			off := math.Abs(float64(got) - want[channel])
			worst, sum = max(worst, off), sum+off
			if off > 20 { // at the edge of what a screen has, where one of its colours ends at nothing
				t.Errorf("%v is %d %d %d, littlecms says %.1f", inks[i], r, g, b, want)
			}
		}
	}
	mean := sum / float64(3*len(inks))
	if mean > 0.5 {
		t.Errorf("off by %.2f of 255 on average", mean)
	}
	t.Logf("%d mixtures, off by %.2f of 255 on average, at most %.2f", len(inks), mean, worst)
}

// TestSizesAreNotBelieved: a profile that says that it has more than it has is
// refused before memory is taken for it.
func TestSizesAreNotBelieved(t *testing.T) {
	for name, change := range map[string]func(b []byte) []byte{
		"nothing":          func([]byte) []byte { return nil },
		"cut short":        func(b []byte) []byte { return b[:len(b)-1] },
		"a head":           func(b []byte) []byte { return b[:128] },
		"billions of tags": func(b []byte) []byte { binary.BigEndian.PutUint32(b[128:], 1<<31); return b },
		"a tag elsewhere":  func(b []byte) []byte { binary.BigEndian.PutUint32(b[136:], 1<<32-8); return b },
		"a tag in the head": func(b []byte) []byte {
			binary.BigEndian.PutUint32(b[136:], 4)
			return b
		},
		"an endless tag": func(b []byte) []byte { binary.BigEndian.PutUint32(b[140:], 1<<32-1); return b },
		"a colour space of its own": func(b []byte) []byte {
			copy(b[16:], "Lab ")
			return b
		},
	} {
		if look, err := colourprofile.Read(change(bytes.Clone(profiles.Coated39))); err == nil {
			t.Errorf("%s: read, of %d channels", name, look.Channels)
		}
	}
}

// Whatever the bytes, a profile is read or refused, and what is read has colours.
func FuzzRead(f *testing.F) {
	f.Add(profiles.SRGB)
	f.Add(profiles.Coated39)
	f.Fuzz(func(t *testing.T, b []byte) {
		look, err := colourprofile.Read(b)
		if err != nil {
			return
		}
		grid, err := look.Grid(3)
		if err != nil {
			return
		}
		for v := range 256 {
			grid.RGB([4]uint8{uint8(v), uint8(3 * v), uint8(255 - v), uint8(7 * v)})
		}
	})
}

// The grid of a press's profile, which a picture of inks waits for once.
func BenchmarkGridOfInks(b *testing.B) {
	for b.Loop() {
		gridOf(b, profiles.Coated39, 17)
	}
}

func BenchmarkColourOfInks(b *testing.B) {
	grid, v := gridOf(b, profiles.Coated39, 17), uint8(0)
	for b.Loop() {
		grid.RGB([4]uint8{v, 2 * v, 3 * v, 4 * v})
		v += 7
	}
}
