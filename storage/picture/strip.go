package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// Strip gives a picture without what it tells of anything but itself: no
// place, no time, no camera, no owner, no words, no preview, nothing behind
// its end. Not a sample of the picture changes, and it needs no decoding: the
// coded data, the colour profile and the orientation stay, so that Develop
// gives the same of it as of the original. A picture that has nothing to strip
// comes back as it is. Errors are those of Measure.
func Strip(original []byte) ([]byte, error) {
	h, err := readHeader(original)
	if err != nil {
		return nil, fmt.Errorf("strip the picture: %w", err)
	}
	var stripped []byte
	switch h.format {
	case "jpeg":
		stripped = stripJPEG(original, exifBlock(h.orientation, h.adobe))
	case "png":
		stripped = stripPNG(original, h.orientation)
	case "webp":
		stripped = stripWebP(original, h.orientation)
	}
	after, err := readHeader(stripped)
	if err != nil {
		return nil, fmt.Errorf("strip the picture: %w", err)
	}
	if after.format != h.format || after.width != h.width || after.height != h.height || after.orientation.shown() != h.orientation.shown() || after.adobe != h.adobe {
		return nil, fmt.Errorf("strip the picture: it would be another")
	}
	return stripped, nil
}

// shown is what an orientation comes to: all that is not turned is the same.
func (o orientation) shown() orientation {
	if o < 2 || o > 8 {
		return 1
	}
	return o
}

// orientationBlock is an EXIF block that says how the picture is turned and
// nothing else (TIFF 6.0, section 2: one directory with one entry); nil for a
// picture that is not turned.
func orientationBlock(o orientation) []byte {
	if o.shown() == 1 {
		return nil
	}
	return []byte{
		'M', 'M', 0, 42, 0, 0, 0, 8, // big-endian, the directory at 8
		0, 1, // one entry
		0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(o), 0, 0, // orientation, one short
		0, 0, 0, 0, // no other directory
	}
}

// stripJPEG keeps the segments that make the picture: frames, tables, scans,
// JFIF (APP0), the colour profile (APP2) and the colour transform (APP14).
// What was noted by the camera is replaced by block.
func stripJPEG(b, block []byte) []byte {
	out := append(make([]byte, 0, len(b)), b[:2]...)
	if block != nil {
		body := append([]byte("Exif\x00\x00"), block...)
		out = append(out, 0xFF, markerAPP1)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	for at := 2; ; {
		marker, body, next, err := nextSegment(b, at)
		if err != nil {
			return out // never: readHeader has walked to the end
		}
		switch {
		case marker == markerEOI:
			return append(out, 0xFF, markerEOI)
		case standsAlone(marker):
			out = append(out, 0xFF, marker)
		case keepsSegment(marker, body):
			if marker == markerAPP0 && len(body) > jfifBytes { // a preview stands behind
				body = append(bytes.Clone(body[:jfifBytes-2]), 0, 0)
			}
			out = append(out, 0xFF, marker)
			out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
			out = append(out, body...)
		}
		if marker == markerSOS {
			end := skipEntropy(b, next)
			out = append(out, b[next:end]...)
			next = end
		}
		at = next
	}
}

// jfifBytes is the length of a JFIF header without a preview, whose last two
// bytes are the preview's size (ITU-T T.871, 10.1).
const jfifBytes = 14

func keepsSegment(marker byte, body []byte) bool {
	const app15, comment = 0xEF, 0xFE
	switch {
	case marker == comment:
		return false
	case marker < markerAPP0 || marker > app15:
		return true
	case marker == markerAPP0:
		return bytes.HasPrefix(body, []byte("JFIF\x00"))
	case marker == markerAPP2:
		return bytes.HasPrefix(body, []byte("ICC_PROFILE\x00"))
	}
	return marker == markerAPP14 && bytes.HasPrefix(body, []byte("Adobe"))
}

// pngKept are the chunks that make the picture (PNG, third edition, 4.8).
var pngKept = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true,
	"cHRM": true, "gAMA": true, "iCCP": true, "sBIT": true, "sRGB": true, "pHYs": true,
}

func stripPNG(b []byte, o orientation) []byte {
	out := append(make([]byte, 0, len(b)), b[:len(pngSignature)]...)
	for at := len(pngSignature); at+12 <= len(b); {
		length, kind := int(binary.BigEndian.Uint32(b[at:])), string(b[at+4:at+8])
		end := at + 12 + length
		if pngKept[kind] {
			out = append(out, b[at:end]...)
		}
		if block := orientationBlock(o); kind == "IHDR" && block != nil {
			out = appendPNGChunk(out, "eXIf", block)
		}
		if kind == "IEND" {
			break
		}
		at = end
	}
	return out
}

func appendPNGChunk(out []byte, kind string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	start := len(out)
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// Flags of a VP8X chunk (WebP container specification): XMP and EXIF follow.
const webpXMP, webpEXIF = 0x04, 0x08

func stripWebP(b []byte, o orientation) []byte {
	end := 8 + int(binary.LittleEndian.Uint32(b[4:]))
	out := append(make([]byte, 0, len(b)), b[:12]...)
	block := orientationBlock(o)
	for at := 12; at+8 <= end; {
		kind, length := string(b[at:at+4]), int(binary.LittleEndian.Uint32(b[at+4:]))
		next := min(at+8+length+length&1, end)
		switch kind {
		case "VP8X":
			start := len(out)
			out = append(out, b[at:next]...)
			if length > 0 {
				out[start+8] &^= webpXMP | webpEXIF
				if block != nil {
					out[start+8] |= webpEXIF
				}
			}
		case "VP8 ", "VP8L", "ALPH", "ICCP":
			out = append(out, b[at:next]...)
		}
		at = next
	}
	if block != nil {
		out = append(out, "EXIF"...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(block)))
		out = append(out, block...)
		if len(block)&1 == 1 {
			out = append(out, 0)
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}
