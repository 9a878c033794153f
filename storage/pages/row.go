package pages

import (
	"fmt"
	"math"
)

// Row is one row of a table, or one entry of an index. It is valid until the
// visit ends.
type Row struct {
	Page    int
	IsIndex bool  // of an index, or of a table WITHOUT ROWID
	IsFree  bool  // in a page that is free: it was deleted, or has moved
	Number  int64 // rowid, of a table

	database *Database
	types    []uint64
	body     int // where the values begin in the payload
	size     int // of the payload
	here     []byte
	overflow int
}

// Columns is how many values the row has.
func (r *Row) Columns() int { return len(r.types) }

// IsText reports that column i is a text of that many bytes; -1 for any.
func (r *Row) IsText(i, bytes int) bool {
	if i >= len(r.types) {
		return false
	}
	t := r.types[i]
	return t >= 13 && t%2 == 1 && (bytes < 0 || width(t) == bytes)
}

// IsBlob reports that column i is a blob.
func (r *Row) IsBlob(i int) bool { return i < len(r.types) && r.types[i] >= 12 && r.types[i]%2 == 0 }

// IsInteger reports that column i is an integer or, as an alias of the rowid
// is stored, NULL.
func (r *Row) IsInteger(i int) bool {
	return i < len(r.types) && (r.types[i] <= 6 || r.types[i] == 8 || r.types[i] == 9)
}

// maxColumns is more than any table of ours has.
const maxColumns = 64

// readHeader reads the types of the values, which must stand in the page and
// come to the size of the payload.
func (r *Row) readHeader() bool {
	length, n := varint(r.here)
	if n == 0 || length > uint64(len(r.here)) {
		return false
	}
	total := length
	for at := uint64(n); at < length; {
		t, n := varint(r.here[at:length])
		if n == 0 || len(r.types) == maxColumns || t == 10 || t == 11 || t > math.MaxInt32*2 {
			return false
		}
		r.types = append(r.types, t)
		at += uint64(n)
		total += uint64(width(t))
	}
	r.body = int(length)
	return len(r.types) > 0 && total == uint64(r.size)
}

// width is how many bytes a value of a serial type takes.
func width(t uint64) int {
	switch {
	case t >= 12:
		return int(t-12) / 2
	case t <= 4:
		return int(t)
	case t == 5:
		return 6
	case t <= 7:
		return 8
	}
	return 0
}

// Payload reads the whole row, and tells which overflow pages it runs through.
func (r *Row) Payload() (payload []byte, overflow []int, err error) {
	if r.size == len(r.here) {
		return r.here, nil, nil
	}
	payload, overflow, err = r.database.chain(append([]byte(nil), r.here...), r.overflow, r.size)
	if err != nil {
		return nil, overflow, fmt.Errorf("read a row of page %d: %w", r.Page, err)
	}
	return payload, overflow, nil
}

// Values are the values of a row: nil, int64, float64, string or []byte. They
// do not change when the row goes.
func (r *Row) Values() ([]any, error) {
	payload, _, err := r.Payload()
	if err != nil {
		return nil, err
	}
	values := make([]any, len(r.types))
	at := r.body
	for i, t := range r.types {
		n := width(t)
		values[i] = value(t, payload[at:at+n])
		at += n
	}
	return values, nil
}

// First are the values of the first n columns, as far as they stand in the
// page itself, without reading on.
func (r *Row) First(n int) []any {
	var values []any
	at := r.body
	for _, t := range r.types[:min(n, len(r.types))] {
		end := at + width(t)
		if end > len(r.here) {
			break
		}
		values = append(values, value(t, r.here[at:end]))
		at = end
	}
	return values
}

func value(t uint64, b []byte) any {
	switch {
	case t == 0:
		return nil
	case t <= 6:
		return integer(b)
	case t == 7:
		return math.Float64frombits(uint64(integer(b)))
	case t == 8:
		return int64(0)
	case t == 9:
		return int64(1)
	case t%2 == 0:
		return append([]byte{}, b...)
	}
	return string(b)
}

// integer reads a big-endian number with sign.
func integer(b []byte) int64 {
	v := int64(int8(b[0]))
	for _, c := range b[1:] {
		v = v<<8 | int64(c)
	}
	return v
}
