package postings_test

import (
	"slices"
	"testing"

	"bantin/storage/postings"
)

// blocks are an index of one segment.
type blocks map[int64][]byte

func (b blocks) Block(id int64) ([]byte, error)    { return b[id], nil }
func (b blocks) Leaf(int64, []byte) (int64, error) { return 0, nil }

// FuzzIndex: whatever the leaves say, they are read in order or refused. That a
// sound index is read as FTS5 reads it is tested in storage.
func FuzzIndex(f *testing.F) {
	leaf := []byte("\x00\x00\x00\x14\x020a\x05\x04\x03\x05\x01\x04\x04\x01b\x07\x02\x02\x00\x00\x00")
	f.Add(leaf, leaf, []byte("\x00\x00\x00\x01\x01\x01\x05\x00\x01\x01\x01\x02"))
	f.Add([]byte("\x00\x00\x00\x08\x020a\x05\x04"), []byte("\x00\x00\x00\x09\x02\x03\x03\x01\x05"), []byte("\x00\x00\x00\x01\x01\x01\x05\x00\x01\x01\x01\x02"))
	f.Add([]byte{}, []byte{0, 0, 0, 4}, []byte("\x00\x00\x00\x01\xff\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, one, two, structure []byte) {
		const segment = 1 << 37
		x, err := postings.Open(blocks{10: structure, segment | 1: one, segment | 2: two}, nil)
		if err != nil {
			return
		}
		var last []byte
		for x.NextKey() {
			if last != nil && slices.Compare(x.Key(), last) <= 0 {
				t.Fatalf("%q after %q", x.Key(), last)
			}
			last = slices.Clone(x.Key())
			rows := 0
			for x.NextRow() {
				x.Places(func(column, place int) {
					if column < 0 {
						t.Fatal(column, place)
					}
				})
				if rows++; rows > len(one)+len(two) {
					t.Fatal("more rows than bytes")
				}
			}
		}
	})
}
