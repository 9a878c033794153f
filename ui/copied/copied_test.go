package copied

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
)

// painted is a small picture of four colours.
func painted() *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, 2, 2))
	p.Set(0, 0, color.RGBA{200, 10, 20, 255})
	p.Set(1, 0, color.RGBA{20, 200, 10, 255})
	p.Set(0, 1, color.RGBA{10, 20, 200, 255})
	p.Set(1, 1, color.RGBA{255, 255, 255, 255})
	return p
}

// dib is a bitmap as Windows has it on its clipboard, with 24 or 32 bits.
func dib(t *testing.T, p *image.RGBA, masks bool) []byte {
	t.Helper()
	if !masks {
		var file bytes.Buffer
		if err := bmp.Encode(&file, p); err != nil {
			t.Fatal(err)
		}
		return file.Bytes()[bmpHeader:]
	}
	out := make([]byte, dibHeader)
	binary.LittleEndian.PutUint32(out[dibLength:], dibHeader)
	binary.LittleEndian.PutUint32(out[4:], uint32(p.Rect.Dx()))
	binary.LittleEndian.PutUint32(out[8:], uint32(p.Rect.Dy()))
	binary.LittleEndian.PutUint16(out[12:], 1)
	binary.LittleEndian.PutUint16(out[dibBits:], 32)
	binary.LittleEndian.PutUint32(out[dibCompression:], bitFields)
	out = append(out, usualMasks...)
	for y := p.Rect.Dy() - 1; y >= 0; y-- {
		for x := range p.Rect.Dx() {
			c := p.RGBAAt(x, y)
			out = append(out, c.B, c.G, c.R, 0)
		}
	}
	return out
}

func TestABitmapOfWindowsIsAPicture(t *testing.T) {
	for _, masks := range []bool{false, true} {
		raw, err := fromDIB(dib(t, painted(), masks))
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		for y := range 2 {
			for x := range 2 {
				r, g, b, a := got.At(x, y).RGBA()
				wr, wg, wb, wa := painted().At(x, y).RGBA()
				if r != wr || g != wg || b != wb || a != wa {
					t.Errorf("masks %t: %d,%d is %v", masks, x, y, got.At(x, y))
				}
			}
		}
	}
}

func TestABrokenBitmapIsRefused(t *testing.T) {
	whole := dib(t, painted(), true)
	odd := bytes.Clone(whole)
	odd[dibHeader] = 0x55
	for name, raw := range map[string][]byte{"empty": nil, "cut": whole[:45], "short": whole[:len(whole)-3], "masks": odd} {
		if _, err := fromDIB(raw); !errors.Is(err, errBroken) && !errors.Is(err, errKind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzBitmap(f *testing.F) {
	t := &testing.T{}
	f.Add(dib(t, painted(), true))
	f.Add(dib(t, painted(), false))
	f.Fuzz(func(t *testing.T, raw []byte) {
		out, err := fromDIB(raw)
		if err == nil {
			if _, err := png.DecodeConfig(bytes.NewReader(out)); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestAPictureThatAScriptWroteDown(t *testing.T) {
	raw, err := fromScript("PNGf", "«data PNGf89504E47»\n")
	if err != nil || string(raw) != "\x89PNG" {
		t.Errorf("%q, %v", raw, err)
	}
	for _, said := range []string{"", "{}", "«data TIFF4949»", "«data PNGf8»", "«data PNGf89"} {
		if _, err := fromScript("PNGf", said); err == nil {
			t.Errorf("%q is taken", said)
		}
	}
}
