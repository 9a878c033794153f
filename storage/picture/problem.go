package picture

import (
	"context"
	"errors"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"bantin/bulletin"
)

// problem is why a picture is refused, before it has a sentence.
type problem struct {
	key string
	header
	cause error // what the decoder said; may be nil
}

func (p problem) Error() string {
	if p.cause == nil {
		return p.key
	}
	return p.key + ": " + p.cause.Error()
}

func (p problem) Unwrap() error { return p.cause }

// inWords makes a Trouble of what went wrong with a picture.
func inWords(name string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	p := problem{key: "photo_broken"}
	errors.As(err, &p)
	return bulletin.NewTrouble(p.key, bulletin.Args{
		"photo": name, "format": p.format, "width": p.width, "height": p.height,
	}, err)
}

// decoderKey chooses the sentence for what a decoder said.
func decoderKey(err error) string {
	var jpegKind jpeg.UnsupportedError
	var pngKind png.UnsupportedError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "photo_truncated"
	case errors.As(err, &jpegKind), errors.As(err, &pngKind):
		return "photo_unusual"
	case strings.Contains(err.Error(), "pixel data"): // image/png: not enough, or too much
		return "photo_lies"
	}
	return "photo_broken"
}
