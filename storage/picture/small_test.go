package picture_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"testing"

	"bantin/storage/picture"
)

// TestSmallIsTheThumbnailOfAPicture as far as one sees, in a size of its own.
func TestSmallIsTheThumbnailOfAPicture(t *testing.T) {
	full := image.NewRGBA(image.Rect(0, 0, 900, 600))
	for y := range 600 {
		for x := range 450 {
			full.Pix[full.PixOffset(x, y)], full.Pix[full.PixOffset(x, y)+3] = 220, 255
			full.Pix[full.PixOffset(x+450, y)+2], full.Pix[full.PixOffset(x+450, y)+3] = 220, 255
		}
	}
	var raw bytes.Buffer
	if err := jpeg.Encode(&raw, full, nil); err != nil {
		t.Fatal(err)
	}
	small, err := picture.Small(context.Background(), raw.Bytes(), 90)
	if err != nil {
		t.Fatal(err)
	}
	if small.Bounds().Size() != image.Pt(90, 60) {
		t.Errorf("it is %v", small.Bounds())
	}
	if r, _, b, _ := small.At(10, 30).RGBA(); r < b {
		t.Error("the left half is not red")
	}
	if r, _, b, _ := small.At(80, 30).RGBA(); b < r {
		t.Error("the right half is not blue")
	}
	for name, bad := range map[string][]byte{"nothing": nil, "text": []byte("chữ"), "half of it": raw.Bytes()[:raw.Len()/2]} {
		if _, err := picture.Small(context.Background(), bad, 90); err == nil {
			t.Errorf("%s is a picture", name)
		}
	}
}
