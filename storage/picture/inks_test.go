package picture_test

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"slices"
	"testing"

	"bantin/assets/icc"
)

// swapping is an RGB profile by a table (lut8Type, ICC.1:2022, 10.11) that takes
// red for blue and blue for red. Its corners are those of sRGB in CIELAB, relative
// to white of D50.
func swapping() []byte {
	const whole = 255
	lab := func(l, a, b float64) []byte {
		return []byte{uint8(l*whole/100 + 0.5), uint8(a + 128.5), uint8(b + 128.5)}
	}
	red, green, blue := lab(54.29, 80.81, 69.89), lab(87.82, -79.29, 80.99), lab(29.57, 68.30, -112.03)
	yellow, cyan, magenta := lab(97.61, -15.75, 93.39), lab(90.67, -50.67, -14.96), lab(60.17, 93.55, -60.50)
	black, white := lab(0, 0, 0), lab(100, 0, 0)
	table := slices.Concat([]byte("mft1\x00\x00\x00\x00\x03\x03\x02\x00"), make([]byte, 36))
	for i := range 3 {
		binary.BigEndian.PutUint32(table[12+16*i:], 1<<16)
	}
	straight := make([]byte, 3*256)
	for i := range straight {
		straight[i] = uint8(i)
	}
	// The last channel changes fastest: black, blue, green, cyan, red and so on.
	corners := slices.Concat(black, red, green, yellow, blue, magenta, cyan, white)
	b := iccProfile("RGB ", "Lab ", slices.Concat(table, straight, corners, straight), "A2B0")
	copy(b[12:], "mntr")
	copy(b[36:], "acsp")
	binary.BigEndian.PutUint32(b[8:], 0x02400000)
	for i, part := range []uint32{0xF6D6, 0x10000, 0xD32D} { // white of D50
		binary.BigEndian.PutUint32(b[68+4*i:], part)
	}
	return b
}

func TestProfilesByTablesAreConverted(t *testing.T) {
	for _, c := range []struct{ stored, want color.RGBA }{
		{color.RGBA{255, 0, 0, 255}, color.RGBA{0, 0, 255, 255}},
		{color.RGBA{0, 0, 255, 255}, color.RGBA{255, 0, 0, 255}},
		{color.RGBA{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		{color.RGBA{0, 255, 0, 255}, color.RGBA{0, 255, 0, 255}},
	} {
		m := decoded(t, develop(t, "table.png", evenPNG(c.stored, swapping())).Print)
		if got := color.RGBAModel.Convert(m.At(20, 20)).(color.RGBA); distance(got, c.want) > 16 { // the table has eight bits
			t.Errorf("%v is %v, want %v", c.stored, got, c.want)
		}
	}
}

// TestInksOfAnotherPress: a picture whose profile takes cyan for magenta comes out
// so, and one without a profile as the press prints it.
func TestInksOfAnotherPress(t *testing.T) {
	plain := file(t, "cmyk.jpg")
	onPaper := [4]color.RGBA{{228, 10, 23, 255}, {0, 150, 66, 255}, {49, 41, 132, 255}, {255, 255, 255, 255}}
	wantQuarters(t, decoded(t, develop(t, "coated.jpg", withProfile(plain, icc.Coated39)).Print), onPaper)
	turned := onPaper
	turned[0], turned[1] = onPaper[1], onPaper[0]
	wantQuarters(t, decoded(t, develop(t, "other.jpg", withProfile(plain, otherPress())).Print), turned)
}

// otherPress is the shipped press with the first two inks taken one for the other:
// the curves and the table of its A2B1 (lut8Type or lut16Type) changed about.
func otherPress() []byte {
	b := bytes.Clone(icc.Coated39)
	for i := range binary.BigEndian.Uint32(b[128:]) {
		entry := b[132+12*i:]
		if string(entry[:3]) == "A2B" {
			at, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
			swapInks(b[at : at+size])
		}
	}
	return b
}

func swapInks(lut []byte) {
	width, curve, head := 1, 256, 48
	if string(lut[:4]) == "mft2" {
		width, curve, head = 2, int(binary.BigEndian.Uint16(lut[48:])), 52
	}
	steps, out := int(lut[10]), int(lut[9])
	for i := range curve * width {
		first, second := &lut[head+i], &lut[head+curve*width+i]
		*first, *second = *second, *first
	}
	table := lut[head+4*curve*width:]
	was := bytes.Clone(table)
	cell := steps * steps * out * width // of the last two inks
	for c := range steps {
		for m := range steps {
			copy(table[(c*steps+m)*cell:(c*steps+m+1)*cell], was[(m*steps+c)*cell:])
		}
	}
}

// withProfile puts a profile into a JPEG, in as many segments as it takes (ICC.1:2022,
// B.4).
func withProfile(jpeg, profile []byte) []byte {
	parts := slices.Collect(slices.Chunk(profile, 60_000))
	for i, part := range slices.Backward(parts) {
		head := append([]byte("ICC_PROFILE\x00"), uint8(i+1), uint8(len(parts)))
		jpeg = withSegment(jpeg, append(head, part...))
	}
	return jpeg
}
