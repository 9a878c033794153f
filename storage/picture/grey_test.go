package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// TestPicturesWithoutColoursHaveOneComponent, and are printed in black alone:
// those that came in grey, and those that came in colours and show none. A
// picture of one tint, such as an old photo in brown, keeps it.
func TestPicturesWithoutColoursHaveOneComponent(t *testing.T) {
	for name, want := range map[string]bool{"grey.jpg": true, "grey.png": true, "plain.jpg": false, "rgb8.png": false} {
		if _, is := decoded(t, develop(t, name, file(t, name)).Print).(*image.Gray); is != want {
			t.Errorf("%s is in black alone: %v", name, is)
		}
	}
	// Rows that all differ, over several strips.
	tinted := func(tint func(v uint8) color.RGBA) image.Image {
		m := image.NewRGBA(image.Rect(0, 0, 700, 777))
		for y := range 777 {
			for x := range 700 {
				m.SetRGBA(x, y, tint(uint8(y/4+x/14)))
			}
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		return decoded(t, develop(t, "tinted.jpg", b.Bytes()).Print)
	}
	grey, is := tinted(func(v uint8) color.RGBA { return color.RGBA{v, v, v, 255} }).(*image.Gray)
	if !is {
		t.Fatal("a grey photo in three components is kept in colours")
	}
	for y := 3; y < 777; y += 50 {
		for x := 5; x < 700; x += 60 {
			if got, want := int(grey.GrayAt(x, y).Y), y/4+x/14; got < want-4 || got > want+4 {
				t.Fatalf("%d, %d is %d, want %d", x, y, got, want)
			}
		}
	}
	if _, is := tinted(func(v uint8) color.RGBA { return color.RGBA{v, v - v/16, v - v/8, 255} }).(*image.Gray); is {
		t.Error("a photo in brown lost its tint")
	}
}
