package postings

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrDamaged is an index that makes no sense.
var ErrDamaged = errors.New("the full-text index makes no sense")

// ErrUnknown is an index in a form that this package does not read: one with the
// marks of contentless deletion.
var ErrUnknown = errors.New("the full-text index has an unknown form")

// structureID is the block that lists the segments.
const structureID = 10

// segment is one sorted part of the index, on leaves first to last.
type segment struct{ id, first, last int64 }

// leafID is the block of a leaf.
func leafID(segment, leaf int64) int64 { return segment<<37 | leaf }

const (
	mostSegments = 2000    // FTS5_MAX_SEGMENT
	mostID       = 1 << 16 // of a segment
	mostLeaf     = 1 << 31 // of a segment
)

// readStructure lists the segments, the newest first.
func readStructure(block []byte) (segments []segment, err error) {
	const cookie = 4
	if len(block) < cookie {
		return nil, fmt.Errorf("%w: no list of segments", ErrDamaged)
	}
	n := numbers{rest: block[cookie:]}
	if len(n.rest) >= 4 && binary.BigEndian.Uint32(n.rest) == 0xFF000001 {
		return nil, ErrUnknown
	}
	levels, _, _ := n.next(mostSegments), n.next(mostSegments), n.any()
	for range levels {
		_ = n.next(mostSegments) // how many are being merged
		count := n.next(mostSegments)
		var level []segment
		for range count {
			s := segment{n.next(mostID), n.next(mostLeaf), n.next(mostLeaf)}
			n.failed = n.failed || s.last < s.first
			if s.first > 0 { // or all of it has gone into another one
				level = append([]segment{s}, level...)
			}
		}
		if n.failed {
			break
		}
		segments = append(segments, level...)
	}
	if n.failed {
		return nil, fmt.Errorf("%w: the list of segments is cut off", ErrDamaged)
	}
	return segments, nil
}

// numbers are varints in a row.
type numbers struct {
	rest   []byte
	failed bool
}

func (n *numbers) any() uint64 {
	value, size := varint(n.rest)
	n.rest = n.rest[size:]
	n.failed = n.failed || size == 0
	return value
}

// next is a number below a bound.
func (n *numbers) next(below uint64) int64 {
	value := n.any()
	if value >= below {
		n.failed = true
		return 0
	}
	return int64(value) //nolint:gosec // it is below the bound
}
