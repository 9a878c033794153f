// Package picture turns a photo as it came from a camera, a phone or the web
// into what the program prints and shows: an upright JPEG in sRGB without any
// metadata (no place, no camera, no name of its owner), and a thumbnail.
//
// A file is judged by its content, never by its name. Its header is read
// first, by code of our own that allocates nothing, and a picture that would
// need too much memory is refused before a single pixel is decoded; then it is
// decoded whole, so that a photo cut short by a bad download is noticed when
// it is added and not in print.
//
// JPEG (baseline and progressive; grey, RGB, CMYK), PNG (all kinds) and WebP
// (still) are read. HEIC, the format of iPhones, is not: the one decoder
// without cgo (github.com/gen2brain/heic) loads whatever libheif the PC has
// into the program, or else runs a build of it without a bound on memory that
// answers C++ exceptions by going on; a hostile file would take the program
// with it. The sentence says how to get a JPEG instead.
package picture

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"

	"bantin/bulletin"
)

// Picture is a developed photo.
type Picture struct {
	SHA256   string // of the original bytes, hexadecimal
	Format   string // of the original: "jpeg", "png", "webp"
	WidthPx  int    // of the upright original
	HeightPx int
	Print    []byte // for print: long side ≤ 3600 px, short side ≤ 2560 px, never enlarged
	// Half is Print in half its size both ways; nil where that would be too
	// small to print. Most photos stand in one or two columns, and a file for
	// print or screen takes it over as it is.
	Half      []byte
	Thumbnail []byte // fits 360 × 360 px
}

// The bounds of the derivatives. 2560 × 3600 px is more than a page of the
// largest lawful bulletin (19 × 27 cm) at 300 dpi.
const (
	printLong  = 3600
	printShort = 2560
	leastHalf  = 600 // px of the long side of a Half; 5 cm at 300 dpi

	printQuality     = 90
	thumbnailQuality = 80
)

// ThumbnailSide is what a thumbnail fits, in pixels both ways.
const ThumbnailSide = 360

// darkroom lets one picture at a time be developed: what a picture may need is
// bounded, so what all of them need is, too.
var darkroom = make(chan struct{}, 1)

// Develop reads a picture and makes its derivatives. The same bytes give the
// same Picture on every machine. name is for sentences only. Troubles:
// photo_empty, photo_not_picture, photo_format (a picture of a kind that is
// not read), photo_heic, photo_truncated, photo_broken, photo_lies (header and
// data disagree), photo_too_large, photo_too_heavy (not too many pixels, but
// stored in a way that takes too much memory).
func Develop(ctx context.Context, name string, original []byte) (Picture, error) {
	p, err := develop(ctx, original)
	if err != nil {
		return Picture{}, fmt.Errorf("develop %s: %w", name, inWords(name, err))
	}
	return p, nil
}

func develop(ctx context.Context, original []byte) (Picture, error) {
	h, err := readHeader(original)
	if err != nil {
		return Picture{}, err
	}
	if err := h.affordable(len(original)); err != nil {
		return Picture{}, err
	}
	select {
	case darkroom <- struct{}{}:
		defer func() { <-darkroom }()
	case <-ctx.Done():
		return Picture{}, ctx.Err()
	}
	if h.memory > bigPicture {
		defer returnMemory()
		returnMemory()
	}
	return expose(ctx, h, original)
}

// Measure reads from a picture's header what Develop says of it: its format and
// its size in pixels when it stands upright. Nothing is decoded. What is no
// picture, or one that Develop refuses by its header, is the same trouble here.
func Measure(original []byte) (format string, widthPx, heightPx int, err error) {
	h, err := readHeader(original)
	if err != nil {
		return "", 0, 0, fmt.Errorf("read the picture's header: %w", err)
	}
	widthPx, heightPx = h.orientation.upright(h.width, h.height)
	return h.format, widthPx, heightPx, nil
}

// Colours tells how the colours of a picture that Develop takes are understood,
// from its header alone.
func Colours(original []byte) bulletin.Colours {
	h, err := readHeader(original)
	if err != nil {
		return bulletin.ColoursKnown
	}
	return h.colours
}

// expose makes the derivatives, looking between the steps whether anybody still
// waits.
func expose(ctx context.Context, h header, original []byte) (Picture, error) {
	printed, err := makePrint(ctx, h, original)
	if err != nil {
		return Picture{}, err
	}
	width, height := h.orientation.upright(h.width, h.height)
	sum := sha256.Sum256(original)
	p := Picture{SHA256: hex.EncodeToString(sum[:]), Format: h.format, WidthPx: width, HeightPx: height}
	if p.Print, err = encode(printed, printQuality); err != nil {
		return Picture{}, err
	}
	if HasHalf(width, height) {
		if p.Half, err = encode(shrink(printed, halved(printed.Rect.Size())), printQuality); err != nil {
			return Picture{}, err
		}
	}
	small := shrink(printed, fitBox(printed.Rect.Dx(), printed.Rect.Dy(), ThumbnailSide, ThumbnailSide))
	if p.Thumbnail, err = encode(small, thumbnailQuality); err != nil {
		return Picture{}, err
	}
	return p, ctx.Err()
}

// makePrint gives the picture as it will be printed, not encoded yet.
func makePrint(ctx context.Context, h header, original []byte) (*image.YCbCr, error) {
	full, err := decode(h, original)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	printed := h.orientation.turn(shrink(full, fitPrint(h.width, h.height)))
	h.conversion().toSRGB(printed)
	return printed, ctx.Err()
}

// HasHalf reports whether a photo of width × height pixels, upright, has a
// Half.
func HasHalf(width, height int) bool {
	half := halved(fitPrint(width, height))
	return max(half.X, half.Y) >= leastHalf
}

func halved(size image.Point) image.Point { return image.Pt((size.X+1)/2, (size.Y+1)/2) }

// fitPrint is the size of the print derivative of a picture.
func fitPrint(width, height int) image.Point {
	if width >= height {
		return fitBox(width, height, printLong, printShort)
	}
	return fitBox(width, height, printShort, printLong)
}

// PrintSize is the size in pixels of the print derivative of an upright picture
// of width × height pixels.
func PrintSize(width, height int) (int, int) {
	size := fitPrint(width, height)
	return size.X, size.Y
}

// fitBox is the largest size in the proportions of width × height that fits
// the box and enlarges nothing. No side is less than one pixel.
func fitBox(width, height, boxWidth, boxHeight int) image.Point {
	if width <= boxWidth && height <= boxHeight {
		return image.Pt(width, height)
	}
	if width*boxHeight > height*boxWidth {
		return image.Pt(boxWidth, max(1, (height*boxWidth+width/2)/width))
	}
	return image.Pt(max(1, (width*boxHeight+height/2)/height), boxHeight)
}
