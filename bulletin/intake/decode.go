package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// maxMegabytes is more than any text: a newspaper of 64 pages has half of one.
const maxMegabytes = 20

// decode turns a file's bytes into valid UTF-8 without BOM. A few broken bytes
// become U+FFFD; a file that is broken throughout is no UTF-8 text and is
// refused with a trouble that says what it is instead.
func decode(raw []byte) (string, error) {
	switch {
	case len(raw) > maxMegabytes<<20:
		return "", bulletin.NewTrouble("text_too_large", bulletin.Args{"limit_mb": maxMegabytes}, nil)
	case isUTF32(raw): // before UTF-16, whose mark begins that of UTF-32
		return "", bulletin.NewTrouble("text_utf32", nil, nil)
	case isUTF16(raw):
		return "", bulletin.NewTrouble("text_utf16", nil, nil)
	case isBinary(raw):
		return "", bulletin.NewTrouble("text_binary", nil, nil)
	}
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if broken := brokenRuns(raw); broken > 3 && broken*50 > len(raw) {
		return "", bulletin.NewTrouble("text_not_utf8", nil, nil)
	}
	text := viet.Legible(strings.ToValidUTF8(string(raw), "\uFFFD"))
	if !strings.ContainsFunc(text, viet.InWord) {
		if strings.ContainsRune(text, '\uFFFD') {
			return "", bulletin.NewTrouble("text_binary", nil, nil)
		}
		if strings.TrimFunc(text, isBlank) == "" {
			return "", bulletin.NewTrouble("text_empty", nil, nil)
		}
	}
	return text, nil
}

// isUTF16 recognises UTF-16 by its mark or, without one, by its zero bytes:
// in Vietnamese text most code units are below U+0100, so zeros fill one half
// of the bytes' places and hardly ever stand in the other.
func isUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		return true
	}
	sample := raw[:min(len(raw), 64<<10)]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	most, least := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	return len(sample) >= 4 && most*5 >= len(sample) && least*20 <= most
}

// isUTF32 recognises UTF-32 by its mark or, without one, by its zero bytes: no
// code point has anything in the first byte of four, few have in the second,
// and text has none that are zero in the last.
func isUTF32(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE, 0, 0}) || bytes.HasPrefix(raw, []byte{0, 0, 0xFE, 0xFF}) {
		return true
	}
	sample := raw[:min(len(raw), 64<<10)&^3]
	var zeros [4]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%4]++
		}
	}
	all := len(sample) / 4
	few := all / 20
	big := zeros[0] == all && zeros[1] >= all-few && zeros[3] <= few
	little := zeros[3] == all && zeros[2] >= all-few && zeros[0] <= few
	return all > 0 && (big || little)
}

// signatures begin files that are no plain text although much of them may be
// readable: packed documents (docx, odt), PDF, RTF.
var signatures = [][]byte{[]byte("PK\x03\x04"), []byte("%PDF-"), []byte(`{\rtf`)}

func isBinary(raw []byte) bool {
	for _, s := range signatures {
		if bytes.HasPrefix(raw, s) {
			return true
		}
	}
	controls := 0
	for _, b := range raw {
		if viet.IsStrayControl(rune(b)) && b < utf8.RuneSelf {
			controls++
		}
	}
	return controls > 3 && controls*100 > len(raw)
}

// brokenRuns counts the stretches of bytes that are not UTF-8.
func brokenRuns(raw []byte) int {
	n, inside := 0, false
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		broken := r == utf8.RuneError && size == 1
		if broken && !inside {
			n++
		}
		inside = broken
		raw = raw[size:]
	}
	return n
}
