package picture

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"
)

// Admit is Develop for a picture that brings its derivatives from somebody
// else's program. The original's header is read and weighed as for Develop.
// Derivatives of the right form and size and without a word besides the picture
// are taken over (Print, Half where there is one, Thumbnail of brought); otherwise
// the picture is developed. taken tells which: the pixels of a Print and a Half
// that were taken over have not been decoded, and IsWhole should be asked before
// they are used.
func Admit(ctx context.Context, name string, original []byte, brought Picture) (p Picture, taken bool, err error) {
	h, err := readHeader(original)
	if err == nil {
		err = h.affordable(len(original))
	}
	if err != nil {
		return Picture{}, false, fmt.Errorf("admit %s: %w", name, inWords(name, err))
	}
	width, height := h.orientation.upright(h.width, h.height)
	large := image.Pt(PrintSize(width, height))
	small := fitBox(large.X, large.Y, ThumbnailSide, ThumbnailSide)
	if !isDerivative(brought.Print, large) || !isDerivative(brought.Thumbnail, small) || !IsWhole(brought.Thumbnail) ||
		brought.Half != nil && (!HasHalf(width, height) || !isDerivative(brought.Half, halved(large))) {
		p, err := Develop(ctx, name, original)
		return p, false, err
	}
	sum := sha256.Sum256(original)
	p = Picture{SHA256: hex.EncodeToString(sum[:]), Format: h.format, WidthPx: width, HeightPx: height}
	p.Print, p.Half, p.Thumbnail = brought.Print, brought.Half, brought.Thumbnail
	return p, true, ctx.Err()
}

// isDerivative reports a JPEG as this program writes them, of that size. Its
// markers are read and its pixels are not.
func isDerivative(b []byte, size image.Point) bool {
	h, err := readHeader(b)
	if err != nil || h.format != "jpeg" || h.width != size.X || h.height != size.Y ||
		h.orientation.shown() != 1 || h.affordable(len(b)) != nil {
		return false
	}
	stripped, err := Strip(b)
	return err == nil && len(stripped) == len(b)
}

// IsWhole reports whether a derivative can be decoded, to its last pixel.
func IsWhole(derivative []byte) bool {
	h, err := readHeader(derivative)
	if err != nil || h.format != "jpeg" || h.affordable(len(derivative)) != nil {
		return false
	}
	m, err := jpeg.Decode(bytes.NewReader(derivative))
	if err != nil || m.Bounds().Size() != image.Pt(h.width, h.height) {
		return false
	}
	switch m.(type) {
	case *image.YCbCr, *image.Gray:
		return true
	}
	return false // inks, which no derivative is kept in
}
