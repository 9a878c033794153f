package object

import (
	"encoding/binary"
	"fmt"
)

// boxed is an object that will stand in a stream with others.
type boxed struct {
	number Ref
	text   []byte
}

// mostBoxed is how many objects stand in one stream: a reader unpacks all of
// them to see one.
const mostBoxed = 200

// box keeps an object for later. What it says counts for Sum from now on.
func (w *Writer) box(number Ref, o Object) {
	text := appendObject(nil, o)
	w.hash.Write(text) // never fails
	w.packed = append(w.packed, boxed{number, text})
}

// inStream is where an object stands that is in a stream.
type inStream struct{ stream, at int }

// finishPacked writes the objects that were kept, the table and the trailer.
func (w *Writer) finishPacked(trailer *Dict) error {
	places := map[int]inStream{} // by number
	for from := 0; from < len(w.packed); from += mostBoxed {
		some := w.packed[from:min(from+mostBoxed, len(w.packed))]
		w.offsets = append(w.offsets, 0)
		stream := len(w.offsets)
		for i, b := range some {
			places[int(b.number)] = inStream{stream, i}
		}
		if err := w.object(Ref(stream), w.boxes(some)); err != nil {
			return err
		}
	}
	w.packed = nil
	return w.table(trailer, places)
}

// boxes is the stream of some objects: their numbers and offsets, then they.
func (w *Writer) boxes(some []boxed) *Stream {
	var head, body []byte
	for _, b := range some {
		head = fmt.Appendf(head, "%d %d ", int(b.number), len(body))
		body = append(append(body, b.text...), '\n')
	}
	dict := NewDict("Type", Name("ObjStm"), "N", number(len(some)), "First", number(len(head)), "Filter", Name("FlateDecode"))
	return &Stream{Dict: dict, Data: w.pack(append(head, body...))}
}

// The widths of the columns of the table, in bytes: the kind of an entry, its
// offset or stream, its place in the stream.
const widthKind, widthOffset, widthPlace = 1, 8, 2

const (
	kindFree, kindOffset, kindStream = 0, 1, 2
	nobodyNext                       = 0xFFFF
)

// table writes the table of objects, which is the trailer, too.
func (w *Writer) table(trailer *Dict, places map[int]inStream) error {
	start := w.at
	w.offsets = append(w.offsets, start)
	rows := entryOf(nil, kindFree, 0, nobodyNext)
	for i, offset := range w.offsets {
		if place, in := places[i+1]; in {
			rows = entryOf(rows, kindStream, uint64(place.stream), uint16(place.at))
			continue
		}
		rows = entryOf(rows, kindOffset, uint64(offset), 0)
	}
	trailer.Set("Type", Name("XRef"))
	trailer.Set("Size", number(len(w.offsets)+1))
	trailer.Set("W", Array{number(widthKind), number(widthOffset), number(widthPlace)})
	trailer.Set("Filter", Name("FlateDecode"))
	if err := w.object(Ref(len(w.offsets)), &Stream{Dict: trailer, Data: w.pack(rows)}); err != nil {
		return err
	}
	if err := w.raw(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start)); err != nil {
		return err
	}
	return w.out.Flush()
}

func entryOf(rows []byte, kind byte, offset uint64, place uint16) []byte {
	rows = append(rows, kind)
	rows = binary.BigEndian.AppendUint64(rows, offset)
	return binary.BigEndian.AppendUint16(rows, place)
}
