package picture

import (
	"bytes"
	"runtime/debug"

	"bantin/bulletin"
	"bantin/internal/colourprofile"
)

// header is what a picture says of itself before it is decoded.
type header struct {
	format      string
	width       int // as stored, before orientation
	height      int
	memory      int // bytes that decoding it takes, at most
	orientation orientation
	profile     *profile            // colours that are not sRGB, by curves and a matrix
	look        *colourprofile.Look // those of any other profile
	colours     bulletin.Colours
	adobe       bool // a camera's note that the colours are Adobe RGB
}

// takeProfile notes how the colours are meant.
func (h *header) takeProfile(b []byte) {
	if h.colours == bulletin.ColoursInks {
		if h.look = lookOf(b, 4); h.look != nil {
			h.colours = bulletin.ColoursKnown
		}
		return
	}
	if len(b) == 0 {
		if h.adobe {
			h.profile = adobeRGB()
		}
		return
	}
	read := false
	if h.profile, read = readProfile(b); read {
		return
	}
	if h.look = lookOf(b, 1, 3); h.look == nil {
		h.colours = bulletin.ColoursUnread
	}
}

const (
	mebibyte = 1 << 20
	// memoryCap is what one picture may take, its own bytes included, so that
	// the whole program stays below 300 MB. A JPEG of 100 megapixels fits.
	memoryCap = 230 * mebibyte
	// derivativeMemory is what shrinking, turning and encoding take on top.
	derivativeMemory = 40 * mebibyte
	// enoughLong is the long side, in pixels, that the sentence photo_too_large
	// calls enough. A picture within it is refused for how it is stored.
	enoughLong = 6000
	// bigPicture is from where on memory is handed back to the system at once.
	bigPicture = 48 * mebibyte
)

func returnMemory() { debug.FreeOSMemory() }

// affordable refuses pictures that would need too much memory.
func (h header) affordable(originalBytes int) error {
	extra := derivativeMemory
	if h.memory < memoryCap { // and so the product is no overflow
		extra = min(extra, 4*h.width*h.height)
	}
	if h.memory+extra+originalBytes <= memoryCap {
		return nil
	}
	if h.width <= enoughLong && h.height <= enoughLong {
		return problem{key: "photo_too_heavy", header: h}
	}
	return problem{key: "photo_too_large", header: h}
}

// readHeader finds out the format by content and reads its header. It looks
// for the picture's end, too: what is cut short is refused here.
func readHeader(b []byte) (header, error) {
	if len(b) == 0 {
		return header{}, problem{key: "photo_empty"}
	}
	for _, f := range formats {
		if f.is(b) {
			h, err := f.header(b)
			h.format = f.name
			if err == nil && (h.width <= 0 || h.height <= 0) {
				err = problem{key: "photo_broken"}
			}
			return h, err
		}
	}
	return header{}, foreignFormat(b)
}

var formats = []struct {
	name   string
	is     func([]byte) bool
	header func([]byte) (header, error)
}{
	{"jpeg", startsWith("\xff\xd8\xff"), jpegHeader},
	{"png", startsWith(pngSignature), pngHeader},
	{"webp", isWebP, webpHeader},
}

func startsWith(magic string) func([]byte) bool {
	return func(b []byte) bool { return bytes.HasPrefix(b, []byte(magic)) }
}

// foreignFormat names pictures that are not read, as far as they are known.
func foreignFormat(b []byte) error {
	for magic, name := range map[string]string{
		"GIF8": "GIF", "BM": "BMP", "II*\x00": "TIFF", "MM\x00*": "TIFF", "8BPS": "Photoshop", "%PDF": "PDF",
	} {
		if bytes.HasPrefix(b, []byte(magic)) {
			return problem{key: "photo_format", header: header{format: name}}
		}
	}
	if len(b) >= 12 && string(b[4:8]) == "ftyp" {
		switch string(b[8:12]) {
		case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1":
			return problem{key: "photo_heic"}
		case "avif", "avis":
			return problem{key: "photo_format", header: header{format: "AVIF"}}
		}
		return problem{key: "photo_format", header: header{format: "video"}}
	}
	return problem{key: "photo_not_picture"}
}
