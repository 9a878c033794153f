package picture

import "encoding/binary"

// exif is an EXIF block: a TIFF file without a picture (TIFF 6.0, section 2).
// Whatever is wrong with it, the picture is taken as if it were not there.
type exif struct {
	b     []byte
	order binary.ByteOrder
}

// The entries that are looked at (EXIF 2.32, 4.6).
const (
	tagOrientation = 0x0112
	tagExif        = 0x8769 // where the camera's directory is
	tagInterop     = 0xA005 // where in that the directory about exchange is
	tagInteropRule = 0x0001 // by which rule, in four letters

	typeASCII = 2
	typeShort = 3
	typeLong  = 4

	entryBytes = 12
)

// adobeRule is the rule of pictures whose colours are Adobe RGB (DCF 2.0). A
// camera that is set to it puts no profile into its files.
const adobeRule = "R03\x00"

func readExif(b []byte) exif {
	if len(b) < 8 {
		return exif{}
	}
	switch string(b[:4]) {
	case "II*\x00":
		return exif{b, binary.LittleEndian}
	case "MM\x00*":
		return exif{b, binary.BigEndian}
	}
	return exif{}
}

// entry finds an entry of the directory that starts at a byte, nil where there
// is none.
func (e exif) entry(at int, tag uint16) []byte {
	if at <= 0 || at > len(e.b)-2 {
		return nil
	}
	entries := e.b[at+2:]
	for n := int(e.order.Uint16(e.b[at:])); n > 0 && len(entries) >= entryBytes; n-- {
		if e.order.Uint16(entries) == tag {
			return entries[:entryBytes]
		}
		entries = entries[entryBytes:]
	}
	return nil
}

// first is where the first directory starts, 0 where there is none.
func (e exif) first() int {
	if e.order == nil {
		return 0
	}
	return int(e.order.Uint32(e.b[4:]))
}

// below is where the directory starts that an entry points at.
func (e exif) below(at int, tag uint16) int {
	if entry := e.entry(at, tag); entry != nil {
		return int(e.order.Uint32(entry[8:]))
	}
	return 0
}

func (e exif) orientation() orientation {
	entry := e.entry(e.first(), tagOrientation)
	if entry == nil || e.order.Uint16(entry[2:]) != typeShort {
		return 1
	}
	return orientation(min(e.order.Uint16(entry[8:]), 9))
}

// isAdobeRGB reports whether the camera took the picture in Adobe RGB.
func (e exif) isAdobeRGB() bool {
	entry := e.entry(e.below(e.below(e.first(), tagExif), tagInterop), tagInteropRule)
	return entry != nil && string(entry[8:12]) == adobeRule
}

// exifBlock is a block that says how the picture is turned and whether it is
// in Adobe RGB, and nothing else; nil for one of which there is neither to say.
func exifBlock(o orientation, adobe bool) []byte {
	if !adobe {
		return orientationBlock(o)
	}
	const first, directory = 8, 2 + entryBytes + 4
	second := first + directory + entryBytes
	b := []byte{'M', 'M', 0, 42, 0, 0, 0, first, 0, 2}
	b = appendEntry(b, tagOrientation, typeShort, 1, uint32(o.shown())<<16)
	b = appendEntry(b, tagExif, typeLong, 1, uint32(second))
	b = append(b, 0, 0, 0, 0, 0, 1)
	b = appendEntry(b, tagInterop, typeLong, 1, uint32(second+directory))
	b = append(b, 0, 0, 0, 0, 0, 1)
	b = appendEntry(b, tagInteropRule, typeASCII, 4, binary.BigEndian.Uint32([]byte(adobeRule)))
	return append(b, 0, 0, 0, 0)
}

func appendEntry(b []byte, tag, kind uint16, count, value uint32) []byte {
	b = binary.BigEndian.AppendUint16(b, tag)
	b = binary.BigEndian.AppendUint16(b, kind)
	b = binary.BigEndian.AppendUint32(b, count)
	return binary.BigEndian.AppendUint32(b, value)
}
