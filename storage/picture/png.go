package picture

import (
	"bytes"
	"encoding/binary"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngHeader walks over all chunks of a PNG to its end.
func pngHeader(b []byte) (header, error) {
	var h header
	for at := len(pngSignature); ; {
		if at+12 > len(b) {
			return h, problem{key: "photo_truncated", header: h}
		}
		length, kind := int(binary.BigEndian.Uint32(b[at:])), string(b[at+4:at+8])
		if length > len(b)-at-12 {
			return h, problem{key: "photo_truncated", header: h}
		}
		body := b[at+8 : at+8+length]
		switch kind {
		case "IHDR":
			if len(body) != 13 || h.width != 0 {
				return h, problem{key: "photo_broken", header: h}
			}
			h.width, h.height, h.memory = readIHDR(body)
		case "eXIf":
			h.orientation = readExif(body).orientation()
		case "iCCP":
			h.takeProfile(inflateProfile(body))
		case "IEND":
			return h, nil
		}
		at += 12 + length
	}
}

// readIHDR reads size and how much memory image/png takes: bytes a pixel of
// the picture it makes, half as much again for the passes of an interlaced
// one, and our own planes.
func readIHDR(body []byte) (width, height, memory int) {
	width, height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
	if width > 1<<20 || height > 1<<20 { // keep the product far from overflow
		return width, height, memoryCap
	}
	depth, colour, interlaced := int(body[8]), body[9], body[12] != 0
	halves := 2 // half bytes a pixel: grey and palette
	const hasColour, hasPalette, hasAlpha = 2, 1, 4
	if colour&hasAlpha != 0 || colour&hasColour != 0 && colour&hasPalette == 0 || depth == 16 {
		halves = 8
	}
	if depth == 16 {
		halves *= 2
	}
	if interlaced {
		halves += halves / 2
	}
	return width, height, width * height * (halves + 3) / 2
}

// inflateProfile unpacks an iCCP chunk: a name, a zero, a zero, zlib data.
func inflateProfile(body []byte) []byte {
	_, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) < 2 || packed[0] != 0 {
		return nil
	}
	return inflate(packed[1:], maxProfile)
}
