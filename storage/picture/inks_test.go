package picture

import "testing"

// TestInksLookAsOnPaper compares mixtures with what LittleCMS gives for them:
// transicc from assets/icc.Coated39 to sRGB, relative colorimetric, black point
// compensated.
func TestInksLookAsOnPaper(t *testing.T) {
	const near = 10
	for inks, want := range map[[4]int][3]int{ // in per cent
		{0, 0, 0, 0}:     {255, 255, 255},
		{0, 0, 0, 50}:    {157, 158, 158},
		{0, 0, 0, 100}:   {32, 31, 30},
		{50, 40, 40, 0}:  {147, 146, 146},
		{20, 50, 60, 0}:  {209, 143, 107},
		{10, 25, 30, 0}:  {232, 200, 179},
		{30, 0, 90, 20}:  {170, 182, 46},
		{60, 50, 40, 60}: {67, 68, 75},
		{100, 0, 0, 0}:   {0, 159, 227},
		{0, 100, 0, 0}:   {230, 0, 126},
		{0, 0, 100, 0}:   {255, 237, 0},
	} {
		var parts [4]uint8
		for i, percent := range inks {
			parts[i] = uint8((percent*255 + 50) / 100)
		}
		r, g, b := inksToRGB(parts[0], parts[1], parts[2], parts[3])
		got := [3]int{int(r), int(g), int(b)}
		for i := range got {
			if abs(got[i]-want[i]) > near {
				t.Errorf("%v %%: %v, want %v", inks, got, want)
				break
			}
		}
		t.Logf("%v %%: %v, LittleCMS %v", inks, got, want)
	}
}

// TestBlackInkIsGrey: no step of black alone has a colour, and none is lighter
// than one with less ink.
func TestBlackInkIsGrey(t *testing.T) {
	last := 256
	for k := range 256 {
		r, g, b := inksToRGB(0, 0, 0, uint8(k))
		least, most := min(r, g, b), max(r, g, b)
		if most-least > 4 || int(g) > last {
			t.Errorf("%d of 255: %d %d %d", k, r, g, b)
		}
		last = int(g)
	}
}
