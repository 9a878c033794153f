package bulletin_test

import (
	"reflect"
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

// TestTurning: four quarter turns are none, a turn and one back are none, and
// what is shown keeps its size and stays in the picture.
func TestTurning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.IntRange(0, bulletin.CropUnit/2)
		p := bulletin.Photo{
			SHA256: "aa", WidthPx: rapid.IntRange(1, 5000).Draw(t, "width"), HeightPx: rapid.IntRange(1, 5000).Draw(t, "height"),
			Crop:  &bulletin.Crop{Left: part.Draw(t, "left"), Top: part.Draw(t, "top"), Width: 1 + part.Draw(t, "w"), Height: 1 + part.Draw(t, "h")},
			Focus: &bulletin.Focus{X: part.Draw(t, "x"), Y: part.Draw(t, "y")},
			Turn:  rapid.IntRange(0, 3).Draw(t, "turn"),
		}
		n := rapid.IntRange(-9, 9).Draw(t, "quarters")
		turned := p.Turned(n)
		if back := turned.Turned(-n); !reflect.DeepEqual(back, p) {
			t.Fatalf("%+v turned by %d and back is %+v", p, n, back)
		}
		if n%2 != 0 && (turned.WidthPx != p.HeightPx || turned.Crop.Width != p.Crop.Height) {
			t.Fatalf("%+v turned by %d is %+v", p, n, turned)
		}
		if sha, turn := bulletin.CutPicture(turned.Picture()); sha != "aa" || turn != turned.Turn {
			t.Fatalf("%q is %s turned by %d", turned.Picture(), sha, turn)
		}
	})
}

func TestTurningClockwise(t *testing.T) {
	p := bulletin.Photo{SHA256: "aa", WidthPx: 300, HeightPx: 200, Focus: &bulletin.Focus{X: 0, Y: 0}}
	right := p.Turned(1)
	if right.Focus.X != bulletin.CropUnit || right.Focus.Y != 0 || right.Picture() != "aa~1" || p.Picture() != "aa" {
		t.Errorf("the top left corner is at %+v of %s", right.Focus, right.Picture())
	}
}
