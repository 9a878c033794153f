package press_test

import (
	"image"
	"image/color"
	"testing"

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
