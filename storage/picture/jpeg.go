package picture

import (
	"bytes"
	"encoding/binary"

	"bantin/bulletin"
)

// Markers of JPEG (ITU-T T.81, table B.1).
const (
	markerSOF0  = 0xC0 // baseline; SOF1 extended sequential, SOF2 progressive
	markerSOF2  = 0xC2
	markerDHT   = 0xC4
	markerJPG   = 0xC8
	markerDAC   = 0xCC
	markerSOF15 = 0xCF
	markerRST0  = 0xD0
	markerRST7  = 0xD7
	markerSOI   = 0xD8
	markerEOI   = 0xD9
	markerSOS   = 0xDA
	markerAPP0  = 0xE0
	markerAPP1  = 0xE1
	markerAPP2  = 0xE2
	markerAPP14 = 0xEE
	markerTEM   = 0x01
)

// maxScans is how many passes over the picture a progressive JPEG may take.
// Encoders write about ten; a file of nothing but tiny scans would keep a
// decoder busy for minutes.
const maxScans = 64

// jpegHeader walks over all markers of a JPEG to its end.
func jpegHeader(b []byte) (header, error) {
	var h header
	var icc iccChunks
	scans, rgb := 0, false // rgb: the components are no YCbCr
	for at := 2; ; {
		marker, body, next, err := nextSegment(b, at)
		if err != nil {
			return h, err
		}
		switch {
		case marker == markerEOI:
			if h.width == 0 || scans == 0 {
				return h, problem{key: "photo_broken", header: h}
			}
			if rgb {
				h.memory += convertedMemory(h.width * h.height)
			}
			h.takeProfile(icc.joined())
			return h, nil
		case marker == markerAPP1:
			if block, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok {
				noted := readExif(block)
				h.orientation, h.adobe = noted.orientation(), noted.isAdobeRGB()
			}
		case marker == markerAPP2:
			icc.add(body)
		case marker == markerAPP14 && len(body) >= 12 && string(body[:5]) == "Adobe":
			rgb = body[11] == 0
		case marker == markerSOS:
			scans++
			next = skipEntropy(b, next)
		case isFrame(marker):
			if h.width, h.height, h.memory, err = readFrame(marker, body); err != nil {
				return h, err
			}
			if body[5] == 4 {
				h.colours = bulletin.ColoursInks
			}
		}
		if scans > maxScans {
			return h, problem{key: "photo_broken", header: h}
		}
		at = next
	}
}

// nextSegment reads the marker at b[at:] and what belongs to it.
func nextSegment(b []byte, at int) (marker byte, body []byte, next int, err error) {
	for at < len(b) && b[at] != 0xFF { // garbage between segments, which decoders skip
		at++
	}
	for at < len(b) && b[at] == 0xFF { // fill bytes
		at++
	}
	if at >= len(b) {
		return 0, nil, 0, problem{key: "photo_truncated"}
	}
	marker, at = b[at], at+1
	if standsAlone(marker) {
		return marker, nil, at, nil
	}
	if at+2 > len(b) {
		return 0, nil, 0, problem{key: "photo_truncated"}
	}
	length := int(binary.BigEndian.Uint16(b[at:]))
	if length < 2 {
		return 0, nil, 0, problem{key: "photo_broken"}
	}
	if at+length > len(b) {
		return 0, nil, 0, problem{key: "photo_truncated"}
	}
	return marker, b[at+2 : at+length], at + length, nil
}

func standsAlone(marker byte) bool {
	return marker == markerTEM || marker == 0 || marker >= markerRST0 && marker <= markerEOI
}

// skipEntropy finds the marker that ends the coded data which starts at at.
func skipEntropy(b []byte, at int) int {
	for {
		i := bytes.IndexByte(b[at:], 0xFF)
		if i < 0 || at+i+1 >= len(b) {
			return len(b)
		}
		at += i
		switch next := b[at+1]; {
		case next == 0, next >= markerRST0 && next <= markerRST7:
			at += 2
		case next == 0xFF:
			at++
		default:
			return at
		}
	}
}

func isFrame(marker byte) bool {
	return marker >= markerSOF0 && marker <= markerSOF15 &&
		marker != markerDHT && marker != markerJPG && marker != markerDAC
}

// readFrame reads a frame header (T.81, B.2.2): size, components and how much
// memory image/jpeg takes for them.
func readFrame(marker byte, body []byte) (width, height, memory int, err error) {
	if len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return 0, 0, 0, problem{key: "photo_broken"}
	}
	height, width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	if marker > markerSOF2 || body[0] != 8 { // lossless, arithmetic coding, 12 bits
		return 0, 0, 0, problem{key: "photo_unusual", header: header{width: width, height: height}}
	}
	return width, height, frameMemory(width, height, body[6:6+3*int(body[5])], marker == markerSOF2), nil
}

// frameMemory sums up the planes (one byte a sample), for progressive JPEG the
// coefficients (four bytes a sample), and the converted picture where
// image/jpeg makes one: RGBA or CMYK, and our own planes of that.
func frameMemory(width, height int, components []byte, progressive bool) int {
	tallest, widest := 1, 1
	for i := 1; i < len(components); i += 3 {
		widest, tallest = max(widest, int(components[i]>>4)), max(tallest, int(components[i]&15))
	}
	// The planes are padded to whole units of 8 × 8 samples of every component.
	padded := roundUp(width, 8*widest) * roundUp(height, 8*tallest)
	samples := 0
	for i := 1; i < len(components); i += 3 {
		samples += padded * int(components[i]>>4) * int(components[i]&15) / (widest * tallest)
	}
	memory := samples
	if progressive {
		memory += 4 * samples
	}
	named := len(components) == 3*3 && components[0] == 'R' && components[3] == 'G'
	if named || len(components) != 3*3 {
		memory += convertedMemory(padded)
	}
	return memory
}

// convertedMemory is for a copy with four bytes a pixel and our own planes.
func convertedMemory(pixels int) int { return pixels * 11 / 2 }

func roundUp(n, unit int) int { return (n + unit - 1) / unit * unit }
