package finish

import (
	"bytes"
	"strconv"

	"bantin/export/pdf/object"
)

// preamble is what gofpdf begins each page with: ends and joints of lines and
// a width, none of which is painted with before it is set.
var preamble = []byte("0 J\n0 j\n0.57 w\n")

// longName is how many letters gofpdf's names of fonts and pictures have: a
// kind and a hash.
const longName = 1 + 40

// nicknames are short names for the fonts and pictures by their long ones,
// without the slash.
type nicknames map[object.Name]object.Name

// give renames the entries of a dictionary to a letter and a number, in their
// order.
func (n nicknames) give(entries *object.Dict, letter string) *object.Dict {
	out := &object.Dict{}
	for i, long := range entries.Keys() {
		short := object.Name(letter + strconv.Itoa(i+1))
		n[long] = short
		out.Set(short, entries.Value(long))
	}
	return out
}

// shorten writes the content of a page with the short names. No text is hurt:
// in its codes of two bytes there are no forty letters in a row.
func (n nicknames) shorten(content []byte) []byte {
	content = bytes.TrimPrefix(content, preamble)
	out := make([]byte, 0, len(content))
	for {
		at := bytes.IndexByte(content, '/') + 1
		if at == 0 {
			return append(out, content...)
		}
		out = append(out, content[:at]...)
		content = content[at:]
		if len(content) < longName {
			continue
		}
		if short, known := n[object.Name(content[:longName])]; known {
			out = append(out, short...)
			content = content[longName:]
		}
	}
}
