package postings

import "bytes"

// Source are the tables of an index.
type Source interface {
	// Block is one of the data table, which stays as it is; empty where there
	// is none.
	Block(id int64) ([]byte, error)
	// Leaf is the last leaf of a segment that begins with a key no greater than
	// this one, by the table that leads to them, or 0.
	Leaf(segment int64, key []byte) (int64, error)
}

// Index goes through an index by key and row, as FTS5 does when it searches:
//
//	for index.NextKey() {
//		for index.NextRow() {
//			… index.Key(), index.Row(), index.Places()
//		}
//	}
//	… index.Err()
type Index struct {
	source  *counting
	cursors []*cursor // of the newest segment first, without those that are over
	key     []byte
	same    []*cursor // those that have the key and rows of it that were not given
	current *cursor
	size    int
	err     error
}

// Open begins behind a key, which may be nil. Errors: ErrUnknown, ErrDamaged,
// those of the source.
func Open(source Source, after []byte) (*Index, error) {
	x := &Index{source: &counting{Source: source}}
	block, err := source.Block(structureID)
	if err != nil {
		return nil, err
	}
	segments, err := readStructure(block)
	if err != nil {
		return nil, err
	}
	for _, s := range segments {
		x.size += int(s.last - s.first + 1)
		c := &cursor{source: x.source, segment: s}
		if err := c.seek(after); err != nil {
			return nil, err
		}
		if !c.isOver {
			x.cursors = append(x.cursors, c)
		}
	}
	return x, nil
}

// seek goes to the first key above one.
func (c *cursor) seek(after []byte) error {
	leaf, err := int64(0), error(nil)
	if after != nil {
		if leaf, err = c.source.Leaf(c.id, after); err != nil {
			return err
		}
	}
	if err := c.load(min(max(leaf, c.first), c.last)); err != nil {
		return err
	}
	for {
		if err := c.nextKey(); err != nil || c.isOver || after == nil || bytes.Compare(c.key, after) > 0 {
			return err
		}
	}
}

// NextKey goes to the next key; false at the end, and where Err is not nil.
func (x *Index) NextKey() bool {
	if x.err != nil || !x.leaveKey() {
		return false
	}
	x.same = x.same[:0]
	for _, c := range x.cursors {
		switch order := bytes.Compare(c.key, x.key); {
		case len(x.same) == 0 || order < 0:
			x.key, x.same = append(x.key[:0], c.key...), append(x.same[:0], c)
		case order == 0:
			x.same = append(x.same, c)
		}
	}
	for i := 0; i < len(x.same); {
		if !x.advance(&i) {
			return false
		}
	}
	x.current = nil
	return len(x.cursors) > 0
}

// leaveKey takes the cursors that are at the key to the next one.
func (x *Index) leaveKey() bool {
	left := x.cursors[:0]
	for _, c := range x.cursors {
		if x.key != nil && bytes.Equal(c.key, x.key) {
			before := string(c.key)
			if x.err = c.nextKey(); x.err == nil && !c.isOver && string(c.key) <= before {
				x.err = c.damaged("keys out of order")
			}
			if x.err != nil {
				return false
			}
		}
		if !c.isOver {
			left = append(left, c)
		}
	}
	x.cursors = left
	return true
}

// advance goes to the next row of x.same[*i], and to the next cursor; one
// without any more rows is dropped.
func (x *Index) advance(i *int) bool {
	more, err := x.same[*i].nextRow()
	switch {
	case err != nil:
		x.err = err
		return false
	case more:
		*i++
	default:
		x.same = append(x.same[:*i], x.same[*i+1:]...)
	}
	return true
}

// NextRow goes to the next row that has the key.
func (x *Index) NextRow() bool {
	for x.err == nil {
		if x.current != nil {
			// Older segments say nothing of a row that a newer one has.
			row := x.current.row
			for i := 0; i < len(x.same); {
				if x.same[i].row != row {
					i++
				} else if !x.advance(&i) {
					return false
				}
			}
		}
		if len(x.same) == 0 {
			return false
		}
		x.current = x.same[0]
		for _, c := range x.same[1:] {
			if c.row < x.current.row {
				x.current = c
			}
		}
		if len(x.current.places) > 0 {
			return true
		}
	}
	return false
}

// Key is the word and the letter before it, good until NextKey.
func (x *Index) Key() []byte { return x.key }

// Row is the row.
func (x *Index) Row() int64 { return x.current.row }

// Err is why the index could not be read on.
func (x *Index) Err() error { return x.err }

// Leaves is how many leaves were read.
func (x *Index) Leaves() int { return x.source.leaves }

// Size is how many leaves the whole index has.
func (x *Index) Size() int { return x.size }

// counting counts the blocks that are read.
type counting struct {
	Source
	leaves int
}

func (c *counting) Block(id int64) ([]byte, error) {
	c.leaves++
	return c.Source.Block(id)
}
