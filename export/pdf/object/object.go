// Package object reads and writes the objects that a PDF file is made of
// (ISO 32000-1, section 7.3): just enough to take in the plain file that a
// writer without compression of objects produces (one cross-reference table,
// streams with a direct length), change it, and write it again, byte for byte
// the same for the same objects.
package object

// Object is a value of PDF: Null, Boolean, Number, Name, String, Array,
// *Dict, Ref or *Stream.
type Object interface{ object() }

type (
	// Null is the value that stands for none.
	Null struct{}
	// Boolean is true or false.
	Boolean bool
	// Number is an integer or real, kept as it was written so that nothing
	// is lost by reading it.
	Number string
	// Name is a name without its slash, escapes undone.
	Name string
	// String is the bytes of a literal or hexadecimal string.
	String string
	// Array is an ordered list.
	Array []Object
	// Ref points at an object of the file by its number (its generation is
	// always 0 here).
	Ref int
)

func (Null) object()    {}
func (Boolean) object() {}
func (Number) object()  {}
func (Name) object()    {}
func (String) object()  {}
func (Array) object()   {}
func (*Dict) object()   {}
func (Ref) object()     {}
func (*Stream) object() {}

// Stream is a dictionary with data. The writer sets its /Length.
type Stream struct {
	Dict *Dict
	Data []byte
	// Fill, where it is set, is called when the stream's turn to be written
	// has come, sets Dict and Data, and lets go of Data afterwards. Large
	// data need not be in memory all at once this way.
	Fill func(*Stream) error
}

// Dict is a dictionary that keeps the order of its entries.
type Dict struct{ entries []entry }

type entry struct {
	key   Name
	value Object
}

// NewDict makes a dictionary of keys and values in turn:
// NewDict("Type", Name("Page"), "Rotate", Number("0")). It panics when a key
// is not a string constant or lacks its value.
func NewDict(pairs ...any) *Dict {
	d := &Dict{}
	for i := 0; i < len(pairs); i += 2 {
		d.Set(Name(pairs[i].(string)), pairs[i+1].(Object))
	}
	return d
}

// Value is what stands under key, nil when nothing does.
func (d *Dict) Value(key Name) Object {
	for i := range d.entries {
		if d.entries[i].key == key {
			return d.entries[i].value
		}
	}
	return nil
}

// Set puts value under key, in the place of an older value or at the end.
func (d *Dict) Set(key Name, value Object) {
	for i := range d.entries {
		if d.entries[i].key == key {
			d.entries[i].value = value
			return
		}
	}
	d.entries = append(d.entries, entry{key, value})
}

// Delete takes keys out of the dictionary; one that is not there is no harm.
func (d *Dict) Delete(keys ...Name) {
	for _, key := range keys {
		for i := range d.entries {
			if d.entries[i].key == key {
				d.entries = append(d.entries[:i], d.entries[i+1:]...)
				break
			}
		}
	}
}

// Keys lists the keys in their order.
func (d *Dict) Keys() []Name {
	keys := make([]Name, len(d.entries))
	for i, e := range d.entries {
		keys[i] = e.key
	}
	return keys
}
