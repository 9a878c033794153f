package object

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// Writer writes the objects of a File as a new PDF file. Objects get new
// numbers in the order in which they are reached, so that the same objects
// give the same bytes and what nothing points at is left out.
type Writer struct {
	out     *bufio.Writer
	hash    hash.Hash
	at      int64
	offsets []int64 // by number - 1
	line    []byte  // reused for what is being formatted
	pack    func([]byte) []byte
	packed  []boxed // objects that wait to be written together
}

// NewWriter starts a file of a version such as "1.6".
func NewWriter(w io.Writer, version string) (*Writer, error) {
	out := &Writer{out: bufio.NewWriterSize(w, 64<<10), hash: sha256.New()}
	// Four bytes above 127 tell copying programs that the file is binary.
	return out, out.raw([]byte("%PDF-" + version + "\n%\xe2\xe3\xcf\xd3\n"))
}

// Pack has all objects but streams written together in streams that pack
// compresses by zlib, as from PDF 1.5 on they may be (ISO 32000-1, 7.5.7), and
// the table of objects likewise (7.5.8).
func (w *Writer) Pack(pack func([]byte) []byte) { w.pack = pack }

// Sum is a hash of everything written so far, for names that depend on
// nothing but the content.
func (w *Writer) Sum() [16]byte {
	return [16]byte(w.hash.Sum(nil)[:16])
}

// Write writes every object that can be reached from the trailer's entries,
// each after the one that first pointed at it, then the table and the trailer.
// ID, where it is not nil, gives the trailer's last entry when all else is
// written. It fails where an object points at one that is not there, where a
// stream cannot be had, or where the file cannot be written.
func (w *Writer) Write(f *File, trailer *Dict, id func() Object) error {
	walk := &walk{file: f, writer: w, numbers: map[Ref]Ref{}}
	last := &Dict{}
	for _, e := range trailer.entries {
		value, err := walk.renumber(e.value)
		if err != nil {
			return err
		}
		last.Set(e.key, value)
		if err := walk.drain(); err != nil {
			return err
		}
	}
	if id != nil {
		last.Set("ID", id())
	}
	return w.finish(last)
}

// finish writes the table and the trailer.
func (w *Writer) finish(trailer *Dict) error {
	if w.pack != nil {
		return w.finishPacked(trailer)
	}
	start := w.at
	w.line = fmt.Appendf(w.line[:0], "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, at := range w.offsets {
		w.line = fmt.Appendf(w.line, "%010d 00000 n \n", at)
	}
	trailer.Set("Size", number(len(w.offsets)+1))
	w.line = append(w.line, "trailer\n"...)
	w.line = appendObject(w.line, trailer)
	w.line = fmt.Appendf(w.line, "\nstartxref\n%d\n%%%%EOF\n", start)
	if err := w.raw(w.line); err != nil {
		return err
	}
	return w.out.Flush()
}

// object writes one numbered object.
func (w *Writer) object(number Ref, o Object) error {
	stream, ok := o.(*Stream)
	if !ok && w.pack != nil {
		w.box(number, o)
		return nil
	}
	w.offsets[number-1] = w.at
	w.line = fmt.Appendf(w.line[:0], "%d 0 obj\n", int(number))
	if !ok {
		w.line = appendObject(w.line, o)
		w.line = append(w.line, "\nendobj\n"...)
		return w.raw(w.line)
	}
	stream.Dict.Set("Length", lengthOf(stream))
	w.line = appendObject(w.line, stream.Dict)
	w.line = append(w.line, "\nstream\n"...)
	if err := w.raw(w.line); err != nil {
		return err
	}
	if err := w.raw(stream.Data); err != nil {
		return err
	}
	return w.raw([]byte("\nendstream\nendobj\n"))
}

func lengthOf(s *Stream) Number { return number(len(s.Data)) }

func number(n int) Number { return Number(strconv.Itoa(n)) }

func (w *Writer) raw(b []byte) error {
	w.hash.Write(b) // never fails
	w.at += int64(len(b))
	_, err := w.out.Write(b)
	return err
}
