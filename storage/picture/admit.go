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
// Derivatives that are whole, of the right size and without a word besides the
// picture are taken over (Print, Half where there is one, Thumbnail of brought);
// otherwise the picture is developed.
func Admit(ctx context.Context, name string, original []byte, brought Picture) (Picture, error) {
	h, err := readHeader(original)
	if err == nil {
		err = h.affordable(len(original))
	}
	if err != nil {
		return Picture{}, fmt.Errorf("admit %s: %w", name, inWords(name, err))
	}
	width, height := h.orientation.upright(h.width, h.height)
	large := image.Pt(PrintSize(width, height))
	small := fitBox(large.X, large.Y, ThumbnailSide, ThumbnailSide)
	if !isDerivative(brought.Print, large) || !isDerivative(brought.Thumbnail, small) ||
		brought.Half != nil && (!HasHalf(width, height) || !isDerivative(brought.Half, halved(large))) {
		return Develop(ctx, name, original)
	}
	sum := sha256.Sum256(original)
	p := Picture{SHA256: hex.EncodeToString(sum[:]), Format: h.format, WidthPx: width, HeightPx: height}
	p.Print, p.Half, p.Thumbnail = brought.Print, brought.Half, brought.Thumbnail
	return p, ctx.Err()
}

// isDerivative reports a JPEG as this program writes them, whole, of that size.
func isDerivative(b []byte, size image.Point) bool {
	h, err := readHeader(b)
	if err != nil || h.format != "jpeg" || h.width != size.X || h.height != size.Y ||
		h.orientation.shown() != 1 || h.affordable(len(b)) != nil {
		return false
	}
	if stripped, err := Strip(b); err != nil || len(stripped) != len(b) {
		return false
	}
	m, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil || m.Bounds().Size() != size {
		return false
	}
	_, colour := m.(*image.YCbCr)
	return colour
}
