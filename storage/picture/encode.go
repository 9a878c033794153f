package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"sync"

	"bantin/internal/cores"
)

// encode writes a baseline JPEG without any metadata. image/jpeg uses one
// processor; so the picture is cut into strips that are encoded side by side
// and joined with restart markers (ITU-T T.81, B.2.1), which is what such
// markers are for: where one stands, the coding starts afresh. The number of
// strips does not depend on the machine. A picture without colours has one
// component, so that it is printed in black ink alone.
func encode(m *image.YCbCr, quality int) ([]byte, error) {
	var picture strippable = m
	unit := 16 // pixels a side of one unit of coding, with halved chroma
	if isGrey(m) {
		picture, unit = &image.Gray{Pix: m.Y, Stride: m.YStride, Rect: m.Rect}, 8
	}
	strips, err := encodeStrips(picture, quality)
	if err != nil {
		return nil, err
	}
	if len(strips) == 1 {
		return strips[0], nil
	}
	interval := roundUp(m.Rect.Dx(), unit) / unit * (stripRows / unit)
	return join(strips, m.Rect.Dy(), interval)
}

// strippable is a picture that can be cut into strips.
type strippable interface {
	image.Image
	SubImage(r image.Rectangle) image.Image
}

// stripRows is the height of a strip: a multiple of 16, the height of the largest
// unit of coding.
const stripRows = 256

func encodeStrips(m strippable, quality int) ([][]byte, error) {
	width, height := m.Bounds().Dx(), m.Bounds().Dy()
	strips := make([][]byte, (height+stripRows-1)/stripRows)
	failures := make([]error, len(strips))
	slots := make(chan struct{}, cores.Count())
	var running sync.WaitGroup
	for i := range strips {
		slots <- struct{}{}
		running.Go(func() {
			var b bytes.Buffer
			part := m.SubImage(image.Rect(0, i*stripRows, width, min((i+1)*stripRows, height)))
			failures[i] = jpeg.Encode(&b, part, &jpeg.Options{Quality: quality})
			strips[i] = b.Bytes()
			<-slots
		})
	}
	running.Wait()
	if err := errors.Join(failures...); err != nil {
		return nil, fmt.Errorf("encode JPEG: %w", err)
	}
	return strips, nil
}

// join makes one JPEG of strips that are all as wide and, but for the last,
// stripRows high: the head of the first with the full height and a restart
// interval of one strip, in units of coding, then the coded data of all.
func join(strips [][]byte, height, interval int) ([]byte, error) {
	var out bytes.Buffer
	for i, strip := range strips {
		head, coded, err := takeApart(strip)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			writeHead(&out, head, height, interval)
		} else {
			out.Write([]byte{0xFF, markerRST0 + byte(i-1)&7})
		}
		out.Write(coded)
	}
	out.Write([]byte{0xFF, markerEOI})
	return out.Bytes(), nil
}

// takeApart splits a JPEG of one scan into its segments up to and with the
// scan's header, and the coded data.
func takeApart(b []byte) (head, coded []byte, err error) {
	for at := 2; ; {
		marker, _, next, err := nextSegment(b, at)
		if err != nil {
			return nil, nil, fmt.Errorf("take a strip apart: %w", err)
		}
		if marker == markerSOS {
			return b[:next], b[next:skipEntropy(b, next)], nil
		}
		at = next
	}
}

// writeHead copies the segments of a strip, gives the frame the full height,
// and defines the restart interval before the scan.
func writeHead(out *bytes.Buffer, head []byte, height, interval int) {
	out.Write(head[:2])
	for at := 2; at < len(head); {
		marker, body, next, err := nextSegment(head, at)
		if err != nil {
			return // cannot be: takeApart has read the same bytes
		}
		if marker == markerSOF0 {
			body[1], body[2] = byte(height>>8), byte(height)
		}
		if marker == markerSOS {
			out.Write([]byte{0xFF, markerDRI, 0, 4, byte(interval >> 8), byte(interval)})
		}
		out.Write(head[at:next])
		at = next
	}
}

const markerDRI = 0xDD
