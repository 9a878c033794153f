package copied

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeHTML makes text of HTML as programs put it on the clipboard: in UTF-8, or
// in UTF-16 with its mark, as Firefox does under X11. What is neither is none.
func decodeHTML(raw []byte) string {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		raw = bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))
		if !utf8.Valid(raw) {
			return ""
		}
		return strings.TrimRight(string(raw), "\x00")
	}
	units := make([]uint16, 0, len(raw)/2)
	for raw = raw[2:]; len(raw) >= 2; raw = raw[2:] {
		units = append(units, order.Uint16(raw))
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}

// fromCFHTML is what was copied, in the form that Windows wraps it in ("HTML
// Clipboard Format"): some lines of names and places, then the page, of which
// StartFragment and EndFragment, counted in bytes of all, bound what was copied.
// Where they bound nothing it is the whole page.
func fromCFHTML(raw []byte) []byte {
	at := bytes.IndexByte(raw, '<')
	if at < 0 {
		return nil
	}
	from, to := placeIn(raw[:at], "StartFragment:"), placeIn(raw[:at], "EndFragment:")
	if from >= at && to > from && to <= len(raw) {
		return raw[from:to]
	}
	return raw[at:]
}

// placeIn is the place that a line of the head names, -1 for none.
func placeIn(head []byte, name string) int {
	_, rest, found := bytes.Cut(head, []byte(name))
	if !found {
		return -1
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	place, err := strconv.Atoi(strings.TrimSpace(string(line)))
	if err != nil {
		return -1
	}
	return place
}
