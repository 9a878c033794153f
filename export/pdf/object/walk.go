package object

import "fmt"

// walk gives objects their new numbers as it meets them and writes them in
// that order.
type walk struct {
	file    *File
	writer  *Writer
	numbers map[Ref]Ref // old to new
	waiting []Ref       // old numbers, met but not written; a stack
}

// drain writes what was met, and what that leads to, before it returns.
func (k *walk) drain() error {
	for len(k.waiting) > 0 {
		old := k.waiting[len(k.waiting)-1]
		k.waiting = k.waiting[:len(k.waiting)-1]
		first := len(k.waiting)
		if err := k.write(old); err != nil {
			return err
		}
		reverse(k.waiting[first:]) // so that the first one met is the next
	}
	return nil
}

func reverse(refs []Ref) {
	for i, j := 0, len(refs)-1; i < j; i, j = i+1, j-1 {
		refs[i], refs[j] = refs[j], refs[i]
	}
}

func (k *walk) write(old Ref) error {
	o := k.file.Objects[old]
	stream, isStream := o.(*Stream)
	if isStream && stream.Fill != nil {
		if err := stream.Fill(stream); err != nil {
			return err
		}
		defer func() { stream.Data = nil }()
	}
	renumbered, err := k.renumber(o)
	if err != nil {
		return err
	}
	return k.writer.object(k.numbers[old], renumbered)
}

// renumber copies an object with the new numbers in its references.
func (k *walk) renumber(o Object) (Object, error) {
	switch o := o.(type) {
	case Ref:
		return k.meet(o)
	case Array:
		list := make(Array, len(o))
		for i := range o {
			var err error
			if list[i], err = k.renumber(o[i]); err != nil {
				return nil, err
			}
		}
		return list, nil
	case *Dict:
		return k.renumberDict(o)
	case *Stream:
		dict, err := k.renumberDict(o.Dict)
		return &Stream{Dict: dict, Data: o.Data}, err
	}
	return o, nil
}

func (k *walk) renumberDict(d *Dict) (*Dict, error) {
	out := &Dict{entries: make([]entry, len(d.entries))}
	for i, e := range d.entries {
		value, err := k.renumber(e.value)
		if err != nil {
			return nil, err
		}
		out.entries[i] = entry{e.key, value}
	}
	return out, nil
}

// meet gives the new number of an object, which is written later if this is
// the first time that it is met.
func (k *walk) meet(old Ref) (Ref, error) {
	if n, ok := k.numbers[old]; ok {
		return n, nil
	}
	if _, ok := k.file.Objects[old]; !ok {
		return 0, fmt.Errorf("something points at object %d, which is not there", int(old))
	}
	k.writer.offsets = append(k.writer.offsets, 0)
	n := Ref(len(k.writer.offsets))
	k.numbers[old] = n
	k.waiting = append(k.waiting, old)
	return n, nil
}
