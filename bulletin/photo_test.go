package bulletin_test

import (
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
)

func TestShown(t *testing.T) {
	photo := bulletin.Photo{WidthPx: 4000, HeightPx: 3000}
	if x, y, w, h := photo.Shown(); x != 0 || y != 0 || w != 4000 || h != 3000 {
		t.Errorf("uncropped: %d %d %d %d", x, y, w, h)
	}
	photo.Crop = &bulletin.Crop{Left: 2500, Top: 0, Width: 5000, Height: 10_000}
	if x, y, w, h := photo.Shown(); x != 1000 || y != 0 || w != 2000 || h != 3000 {
		t.Errorf("the middle half: %d %d %d %d", x, y, w, h)
	}
}

// TestShownStaysInside: whatever a crop says, what is shown lies in the
// picture and is at least one pixel.
func TestShownStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.IntRange(1, 100_000)
		any := rapid.IntRange(-30_000, 30_000)
		photo := bulletin.Photo{WidthPx: side.Draw(t, "width"), HeightPx: side.Draw(t, "height"), Crop: &bulletin.Crop{
			Left: any.Draw(t, "left"), Top: any.Draw(t, "top"), Width: any.Draw(t, "crop width"), Height: any.Draw(t, "crop height"),
		}}
		x, y, w, h := photo.Shown()
		if x < 0 || y < 0 || w < 1 || h < 1 || x+w > photo.WidthPx || y+h > photo.HeightPx {
			t.Fatalf("%+v of %+v shows %d %d %d %d", *photo.Crop, photo, x, y, w, h)
		}
	})
}
