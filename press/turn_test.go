package press_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
)

func TestTurningAPicture(t *testing.T) {
	from := image.NewRGBA(image.Rect(0, 0, 3, 2))
	red := color.RGBA{R: 255, A: 255}
	from.Set(0, 0, red) // the top left corner
	for quarters, want := range map[int]image.Point{0: {0, 0}, 1: {1, 0}, 2: {2, 1}, 3: {0, 2}, -1: {0, 2}, 5: {1, 0}} {
		got := press.TurnPicture(from, quarters)
		if got.At(want.X, want.Y) != color.Color(red) {
			t.Errorf("turned by %d, the corner is not at %v", quarters, want)
		}
		if size := got.Bounds().Size(); quarters%2 != 0 && size != (image.Point{2, 3}) {
			t.Errorf("turned by %d, the picture is %v", quarters, size)
		}
	}
}

// TestATurnedPhotoIsPaintedTurned: its picture comes with its sides changed,
// both whole and in half its size.
func TestATurnedPhotoIsPaintedTurned(t *testing.T) {
	f := drafts(t)
	info := photo(t, f, "Garden.jpg")
	p := bulletin.Photo{SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx}
	right := p.Turned(1)
	for name, source := range map[string]layout.PhotoSource{"whole": press.Photos(t.Context(), f), "preview": press.PreviewPhotos(t.Context(), f)} {
		upright, err := source(p.Picture())
		if err != nil {
			t.Fatal(err)
		}
		turned, err := source(right.Picture())
		if err != nil {
			t.Fatal(err)
		}
		a, err := jpeg.DecodeConfig(bytes.NewReader(upright))
		if err != nil {
			t.Fatal(err)
		}
		b, err := jpeg.DecodeConfig(bytes.NewReader(turned))
		if err != nil {
			t.Fatal(err)
		}
		if a.Width != b.Height || a.Height != b.Width || a.Width == a.Height {
			t.Errorf("%s: %d × %d turned is %d × %d", name, a.Width, a.Height, b.Width, b.Height)
		}
	}
}
