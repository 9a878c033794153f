package object

import (
	"bytes"
	"fmt"
	"strconv"
)

// File is the objects of a PDF file by their numbers.
type File struct {
	Objects map[Ref]Object
	Trailer *Dict
	next    Ref
}

// Add puts a new object into the file.
func (f *File) Add(o Object) Ref {
	ref := f.next
	f.next++
	f.Objects[ref] = o
	return ref
}

// Dict is the dictionary that o is, points at, or has as a stream; nil when
// it is none.
func (f *File) Dict(o Object) *Dict {
	if ref, ok := o.(Ref); ok {
		o = f.Objects[ref]
	}
	switch o := o.(type) {
	case *Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Stream is the stream that o points at; nil when it does not.
func (f *File) Stream(o Object) *Stream {
	ref, ok := o.(Ref)
	if !ok {
		return nil
	}
	stream, _ := f.Objects[ref].(*Stream)
	return stream
}

// Read takes in a PDF file with one plain cross-reference table. Objects that
// the table calls free are left out. The data of streams share memory with
// buf. Anything else than such a file is an error that says at which byte.
func Read(buf []byte) (*File, error) {
	p := &parser{buf: buf}
	if !p.starts("%PDF-") {
		return nil, p.fail("this is no PDF file")
	}
	start, err := findTable(buf)
	if err != nil {
		return nil, err
	}
	p.at = start
	offsets, err := p.table()
	if err != nil {
		return nil, fmt.Errorf("read cross-reference table: %w", err)
	}
	trailer, err := p.object()
	if err != nil {
		return nil, fmt.Errorf("read trailer: %w", err)
	}
	f := &File{Objects: make(map[Ref]Object, len(offsets)), next: Ref(len(offsets))}
	f.Trailer, _ = trailer.(*Dict)
	if f.Trailer == nil {
		return nil, p.fail("the trailer is no dictionary")
	}
	for i, at := range offsets {
		if at < 0 {
			continue
		}
		p.at = at
		if f.Objects[Ref(i)], err = p.numbered(i); err != nil {
			return nil, fmt.Errorf("read object %d: %w", i, err)
		}
	}
	return f, nil
}

// findTable reads where the cross-reference table starts.
func findTable(buf []byte) (int, error) {
	mark := []byte("startxref")
	at := bytes.LastIndex(buf, mark)
	if at < 0 {
		return 0, fmt.Errorf("the file has no startxref")
	}
	p := &parser{buf: buf, at: at + len(mark)}
	start, err := strconv.Atoi(p.word())
	if err != nil || start < 0 || start >= len(buf) {
		return 0, p.fail("startxref points nowhere")
	}
	return start, nil
}

// table reads "xref", its one section and "trailer", and gives the byte where
// each object starts, -1 for free ones.
func (p *parser) table() ([]int, error) {
	if p.word() != "xref" || p.word() != "0" {
		return nil, p.fail("the table does not start with object 0")
	}
	count, err := strconv.Atoi(p.word())
	const entryLength = 18 // "0000000015 00000 n" at least
	if err != nil || count < 0 || count > len(p.buf)/entryLength {
		return nil, p.fail("the table has a wrong count")
	}
	offsets := make([]int, count)
	for i := range offsets {
		at, err := strconv.Atoi(p.word())
		p.word() // the generation, always 0 in such a file
		kind := p.word()
		switch {
		case err != nil || at < 0 || at >= len(p.buf):
			return nil, p.fail("entry %d points nowhere", i)
		case kind == "n":
			offsets[i] = at
		case kind == "f":
			offsets[i] = -1
		default:
			return nil, p.fail("entry %d is of no kind", i)
		}
	}
	if p.word() != "trailer" {
		return nil, p.fail("the table has more than one section")
	}
	return offsets, nil
}

// numbered reads "12 0 obj" and what follows it.
func (p *parser) numbered(number int) (Object, error) {
	if p.word() != strconv.Itoa(number) || p.word() != "0" || p.word() != "obj" {
		return nil, p.fail("the table points at something else")
	}
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	dict, isDict := o.(*Dict)
	back := p.at
	switch p.word() {
	case "endobj":
		return o, nil
	case "stream":
		if isDict {
			return p.stream(dict)
		}
	}
	p.at = back
	return nil, p.fail("the object has no end")
}

// stream reads the data after the word "stream".
func (p *parser) stream(dict *Dict) (Object, error) {
	number, _ := dict.Value("Length").(Number)
	length, err := strconv.Atoi(string(number))
	if err != nil || length < 0 {
		return nil, p.fail("a stream has no direct length")
	}
	if !p.starts("\r\n") && !p.starts("\n") {
		return nil, p.fail("a stream does not start on a new line")
	}
	if length > len(p.buf)-p.at {
		return nil, p.fail("a stream is longer than the file")
	}
	data := p.buf[p.at : p.at+length : p.at+length]
	p.at += length
	if p.word() != "endstream" {
		return nil, p.fail("a stream is not as long as it says")
	}
	return &Stream{Dict: dict, Data: data}, nil
}
