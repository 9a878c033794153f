package copied

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image/png"

	"golang.org/x/image/bmp"
)

// The places in a BITMAPINFOHEADER, and how long it is (wingdi.h).
const (
	dibLength      = 0
	dibBits        = 14
	dibCompression = 16
	dibColours     = 32
	dibHeader      = 40

	bmpHeader = 14
	bitFields = 3
)

// fromDIB makes a PNG of a device independent bitmap, which is what Windows
// makes of every picture on its clipboard: a BMP file without the header of the
// file.
func fromDIB(dib []byte) ([]byte, error) {
	if len(dib) < dibHeader {
		return nil, errBroken
	}
	dib = bytes.Clone(dib)
	word := func(at int) int { return int(binary.LittleEndian.Uint32(dib[at:])) }
	length, bits := word(dibLength), int(binary.LittleEndian.Uint16(dib[dibBits:]))
	if length < dibHeader || length > len(dib) {
		return nil, errBroken
	}
	pixels := length
	if word(dibCompression) == bitFields && length == dibHeader {
		// Masks for three colours follow. The usual ones say what goes without
		// saying.
		const masks = 12
		if len(dib) < dibHeader+masks || bits != 32 || !bytes.Equal(dib[dibHeader:dibHeader+masks], usualMasks) {
			return nil, errKind
		}
		dib = append(dib[:dibHeader:dibHeader], dib[dibHeader+masks:]...)
		binary.LittleEndian.PutUint32(dib[dibCompression:], 0)
	}
	if bits <= 8 {
		colours := word(dibColours)
		if colours == 0 {
			colours = 1 << bits
		}
		pixels += 4 * colours
	}
	if pixels < 0 || pixels > len(dib) {
		return nil, errBroken
	}
	file := make([]byte, bmpHeader, bmpHeader+len(dib))
	copy(file, "BM")
	binary.LittleEndian.PutUint32(file[2:], uint32(bmpHeader+len(dib)))
	binary.LittleEndian.PutUint32(file[10:], uint32(bmpHeader+pixels))
	file = append(file, dib...)
	switch size, err := bmp.DecodeConfig(bytes.NewReader(file)); {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errKind, err)
	case size.Width*size.Height > Largest/4:
		return nil, errLarge
	}
	picture, err := bmp.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBroken, err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("keep the picture: %w", err)
	}
	return out.Bytes(), nil
}

// usualMasks are those of red, green and blue.
var usualMasks = []byte{0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0}
