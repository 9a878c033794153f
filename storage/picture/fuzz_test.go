package picture_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"bantin/assets/icc"
	"bantin/bulletin"
	"bantin/storage/picture"
)

// Whatever the bytes, Develop gives a whole picture or a Trouble.
func FuzzDevelop(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add(withOrientation(file(f, "plain.jpg"), 6, true))
	f.Add(evenPNG(quarters[0], []byte("not a profile")))
	f.Add(evenPNG(quarters[0], swapping()))
	f.Add(withProfile(file(f, "cmyk.jpg"), icc.Coated39))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := picture.Develop(t.Context(), "fuzz", b)
		if err != nil {
			if bulletin.TroubleKey(err) == "" {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		for _, derivative := range [][]byte{p.Print, p.Thumbnail} {
			if _, err := jpeg.Decode(bytes.NewReader(derivative)); err != nil {
				t.Fatalf("a derivative does not decode: %v", err)
			}
		}
	})
}

// A JPEG of 4000 × 3000 pixels with the detail of a photograph.
func BenchmarkDevelop(b *testing.B) {
	m := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	state := uint32(1)
	for i := range m.Y {
		state = state*1664525 + 1013904223
		m.Y[i] = uint8(i/4000/16) + uint8(state>>28)
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = uint8(i%2000/16), uint8(i/2000/8)
	}
	var original bytes.Buffer
	if err := jpeg.Encode(&original, m, &jpeg.Options{Quality: 92}); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		develop(b, "large", original.Bytes())
	}
}
