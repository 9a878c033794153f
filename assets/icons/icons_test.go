package icons_test

import (
	"bytes"
	"image/png"
	"testing"

	"bantin/assets/icons"
)

func TestTheMarkIsAPictureOfItsSize(t *testing.T) {
	mark, err := png.Decode(bytes.NewReader(icons.PNG()))
	if err != nil {
		t.Fatal(err)
	}
	if size := mark.Bounds().Size(); size.X != 512 || size.Y != 512 {
		t.Errorf("the mark is %v pixels large, not 512 × 512", size)
	}
	if _, _, _, alpha := mark.At(0, 0).RGBA(); alpha != 0 {
		t.Error("the corners of the mark are not transparent")
	}
}
