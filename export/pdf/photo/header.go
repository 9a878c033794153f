package photo

import (
	"bytes"
	"errors"
	"fmt"
)

// header is what a JPEG file says before its picture (ITU-T T.81, annex B).
type header struct {
	width, height int
	components    int
	plain         bool   // baseline grey or YCbCr, which any printer reads
	stripped      []byte // the file without EXIF, comments and other extras
}

// Markers of JPEG.
const (
	markerSOF0  = 0xC0 // a baseline picture
	markerDHT   = 0xC4
	markerJPG   = 0xC8 // reserved
	markerDAC   = 0xCC
	markerSOF15 = 0xCF
	markerSOI   = 0xD8
	markerEOI   = 0xD9
	markerSOS   = 0xDA
	markerDQT   = 0xDB
	markerDRI   = 0xDD
	markerAPP14 = 0xEE // Adobe: how colours are coded
)

var errCutShort = errors.New("the photo is cut short")

// readHeader walks through the segments up to the picture itself.
func readHeader(raw []byte) (header, error) {
	if !bytes.HasPrefix(raw, []byte{0xFF, markerSOI}) {
		return header{}, errors.New("the photo is no JPEG")
	}
	h := header{stripped: make([]byte, 0, len(raw))}
	h.stripped = append(h.stripped, raw[:2]...)
	adobe := false
	for rest := raw[2:]; ; {
		marker, segment, after, err := nextSegment(rest)
		if err != nil {
			return header{}, err
		}
		if isFrame(marker) {
			if err := h.readFrame(marker, segment[4:]); err != nil {
				return header{}, err
			}
		}
		if marker == markerAPP14 && bytes.HasPrefix(segment[4:], []byte("Adobe")) {
			adobe = true
		}
		if marker == markerSOS {
			return h.finish(rest, adobe)
		}
		if isNeeded(marker) {
			h.stripped = append(h.stripped, segment...)
		}
		rest = after
	}
}

// nextSegment splits off one segment, its marker and length included.
func nextSegment(b []byte) (marker byte, segment, after []byte, err error) {
	for len(b) > 2 && b[0] == 0xFF && b[1] == 0xFF { // padding
		b = b[1:]
	}
	if len(b) < 4 {
		return 0, nil, nil, errCutShort
	}
	if b[0] != 0xFF {
		return 0, nil, nil, errors.New("the photo is damaged before its picture")
	}
	length := 2 + int(b[2])<<8 + int(b[3])
	if length < 4 || length > len(b) {
		return 0, nil, nil, errCutShort
	}
	return b[1], b[:length], b[length:], nil
}

func isFrame(marker byte) bool {
	return marker >= markerSOF0 && marker <= markerSOF15 &&
		marker != markerDHT && marker != markerJPG && marker != markerDAC
}

func isNeeded(marker byte) bool {
	switch marker {
	case markerDHT, markerDQT, markerDRI, markerAPP14:
		return true
	}
	return isFrame(marker)
}

// readFrame reads the size of the picture and how it is coded.
func (h *header) readFrame(marker byte, frame []byte) error {
	if len(frame) < 6 || len(frame) < 6+3*int(frame[5]) {
		return errCutShort
	}
	h.height = int(frame[1])<<8 + int(frame[2])
	h.width = int(frame[3])<<8 + int(frame[4])
	h.components = int(frame[5])
	if h.width == 0 || h.height == 0 {
		return fmt.Errorf("the photo says that it is %d × %d pixels", h.width, h.height)
	}
	eightBits := frame[0] == 8
	h.plain = marker == markerSOF0 && eightBits && (h.components == 1 || isYCbCr(frame[6:], h.components))
	return nil
}

// isYCbCr knows the usual coding by its component numbers. Readers disagree on
// files with others, such as 'R', 'G', 'B'.
func isYCbCr(components []byte, count int) bool {
	return count == 3 && components[0] == 1 && components[3] == 2 && components[6] == 3
}

// finish takes over the picture itself, which must have its end.
func (h header) finish(picture []byte, adobe bool) (header, error) {
	if h.width == 0 {
		return header{}, errors.New("the photo has no size")
	}
	end := bytes.LastIndex(picture, []byte{0xFF, markerEOI})
	if end < 0 {
		return header{}, errCutShort
	}
	h.stripped = append(h.stripped, picture[:end+2]...)
	// An Adobe mark may say that the three components are RGB after all.
	h.plain = h.plain && !adobe
	return h, nil
}
