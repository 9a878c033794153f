package picture

import (
	"encoding/binary"
)

func isWebP(b []byte) bool {
	return len(b) >= 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP"
}

// webpHeader walks over the chunks of a WebP. Sizes are taken from the
// pictures' own headers too: the canvas of an extended file may claim less.
func webpHeader(b []byte) (header, error) {
	var h header
	size := int(binary.LittleEndian.Uint32(b[4:]))
	if size < 4 || size+8 > len(b) {
		return h, problem{key: "photo_truncated", header: h}
	}
	b = b[:8+size]
	for at := 12; at+8 <= len(b); {
		kind, length := string(b[at:at+4]), int(binary.LittleEndian.Uint32(b[at+4:]))
		if length > len(b)-at-8 {
			return h, problem{key: "photo_truncated", header: h}
		}
		if err := h.readWebPChunk(kind, b[at+8:at+8+length]); err != nil {
			return h, err
		}
		at += 8 + length + length&1
	}
	return h, nil
}

func (h *header) readWebPChunk(kind string, body []byte) error {
	switch kind {
	case "VP8 ":
		// Frame tag (3 bytes), start code (3), 14 bits each (RFC 6386, 9.1).
		if len(body) < 10 {
			return problem{key: "photo_broken", header: *h}
		}
		return h.frame(u16(body[6:])&0x3FFF, u16(body[8:])&0x3FFF, 0)
	case "VP8L":
		// Signature 0x2F, then 14 bits each, less one.
		if len(body) < 5 {
			return problem{key: "photo_broken", header: *h}
		}
		bits := binary.LittleEndian.Uint32(body[1:])
		return h.frame(int(bits&0x3FFF)+1, int(bits>>14&0x3FFF)+1, losslessMemory(len(body)))
	case "ALPH":
		h.memory += losslessMemory(len(body))
	case "ANIM", "ANMF":
		return problem{key: "photo_unusual", header: *h}
	case "EXIF":
		h.orientation = readExif(body).orientation()
	case "ICCP":
		h.takeProfile(body)
	}
	return nil
}

// frame takes over the size of the one picture in the file. A picture with
// alpha is decoded to up to eight bytes a pixel on the way.
func (h *header) frame(width, height, extra int) error {
	if h.width != 0 {
		return problem{key: "photo_broken", header: *h}
	}
	h.width, h.height = width, height
	h.memory += width*height*10 + extra
	return nil
}

// losslessMemory bounds the code tables of a lossless picture: up to 65,536
// groups of five tables of about 0.6 KB. Each takes some bits of the file.
func losslessMemory(length int) int {
	const groupBytes, groupBits = 2900, 20
	return min(1<<16, length*8/groupBits) * groupBytes
}

func u16(b []byte) int { return int(binary.LittleEndian.Uint16(b)) }
