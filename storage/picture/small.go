package picture

import (
	"context"
	"fmt"
	"image"
)

// Small is a picture at a glance, upright and in its colours: it fits
// side × side pixels. It takes what Develop takes, with the same troubles, and
// waits for its turn as Develop does.
func Small(ctx context.Context, original []byte, side int) (image.Image, error) {
	h, err := readHeader(original)
	if err == nil {
		err = h.affordable(len(original))
	}
	if err != nil {
		return nil, fmt.Errorf("look at a picture: %w", err)
	}
	select {
	case darkroom <- struct{}{}:
		defer func() { <-darkroom }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	full, err := decode(h, original)
	if err != nil {
		return nil, fmt.Errorf("look at a picture: %w", err)
	}
	small := h.orientation.turn(shrink(full, fitBox(h.width, h.height, side, side)))
	h.conversion().toSRGB(small)
	return small, ctx.Err()
}
