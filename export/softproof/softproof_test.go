package softproof_test

import (
	"math"
	"testing"

	"bantin/assets/icc"
	"bantin/export/layout"
	"bantin/export/softproof"
	"bantin/internal/transicc"
)

// lcms is what littlecms makes of inks by the profile of the press.
func lcms(t *testing.T, inks []layout.Ink) [][3]float64 {
	t.Helper()
	const full = 1000.0
	parts := make([][4]float64, len(inks))
	for i, ink := range inks {
		parts[i] = [4]float64{float64(ink.C) / full, float64(ink.M) / full, float64(ink.Y) / full, float64(ink.K) / full}
	}
	return transicc.SRGB(t, icc.Coated39, parts)
}

// TestMixturesAreWhatLittleCMSSays takes mixtures on and between the points of
// the profile's table.
func TestMixturesAreWhatLittleCMSSays(t *testing.T) {
	parts := []int{0, 30, 125, 333, 500, 720, 1000}
	var inks []layout.Ink
	for _, c := range parts {
		for _, m := range parts {
			for _, y := range parts {
				for _, k := range parts {
					if c+m+y > 0 {
						inks = append(inks, layout.Ink{C: c, M: m, Y: y, K: k})
					}
				}
			}
		}
	}
	worst := 0.0
	for i, want := range lcms(t, inks) {
		shown := softproof.Colour(inks[i])
		for channel, got := range []uint8{shown.R, shown.G, shown.B} {
			off := math.Abs(float64(got) - want[channel])
			worst = max(worst, off)
			if off > 1 {
				t.Fatalf("%+v is %v, littlecms says %.1f", inks[i], shown, want)
			}
		}
	}
	t.Logf("%d mixtures, off by at most %.2f of 255", len(inks), worst)
}

// TestBlackAloneIsGreyDownToBlack: light tints keep the lightness that littlecms
// gives them, darker ones go down to black.
func TestBlackAloneIsGreyDownToBlack(t *testing.T) {
	var inks []layout.Ink
	for k := 0; k <= 1000; k += 25 {
		inks = append(inks, layout.Ink{K: k})
	}
	before := 256
	for i, want := range lcms(t, inks) {
		shown := softproof.Colour(inks[i])
		if shown.R != shown.G || shown.G != shown.B {
			t.Errorf("%+v is %v: not grey", inks[i], shown)
		}
		if int(shown.G) >= before {
			t.Errorf("%+v is no darker than less of it: %v", inks[i], shown)
		}
		before = int(shown.G)
		if off := want[1] - float64(shown.G); off < -1 || inks[i].K <= 500 && off > 3 {
			t.Errorf("%+v is %v, littlecms says %.1f", inks[i], shown, want)
		}
	}
	if before != 0 {
		t.Errorf("full black is %d", before)
	}
}

func TestPartsOutsideAreBroughtWithin(t *testing.T) {
	if got, want := softproof.Colour(layout.Ink{C: -3, M: 4000}), softproof.Colour(layout.Ink{M: 1000}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestManyAskAtOnce asks for more colours than are remembered.
func TestManyAskAtOnce(t *testing.T) {
	want := softproof.Colour(layout.Ink{C: 1000, M: 720, K: 400})
	done := make(chan struct{})
	for offset := range 4 {
		go func() {
			defer func() { done <- struct{}{} }()
			for i := range 1000 {
				softproof.Colour(layout.Ink{C: i, M: offset * 100})
				if got := softproof.Colour(layout.Ink{C: 1000, M: 720, K: 400}); got != want {
					t.Errorf("%v, want %v", got, want)
					return
				}
			}
		}()
	}
	for range 4 {
		<-done
	}
}
