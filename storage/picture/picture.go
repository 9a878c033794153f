// Package picture turns a photo as it came from a camera, a phone or the web
// into what the program prints and shows.
package picture

import (
	"context"
	"errors"
)

// Picture is a developed photo.
type Picture struct {
	SHA256    string // of the original bytes, hexadecimal
	Format    string // of the original: "jpeg", "png", "webp"
	WidthPx   int    // of the upright original
	HeightPx  int
	Print     []byte // baseline sRGB JPEG, upright, without metadata
	Thumbnail []byte // the same in small
}

// Develop reads a picture and makes its derivatives.
func Develop(ctx context.Context, name string, original []byte) (Picture, error) {
	return Picture{}, errors.New("picture: not built yet")
}
