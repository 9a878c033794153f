package postings

import (
	"encoding/binary"
	"fmt"
	"math"
)

// cursor goes through one segment.
type cursor struct {
	source Source
	segment
	leaf     int64
	block    []byte
	end      int    // of what stands on the leaf before its list of keys
	footer   []byte // the rest of that list
	keyAt    int    // where the next key stands on the leaf, or none
	isFirst  bool   // that one is the first on the leaf
	firstRow int    // where the first row stands that belongs to a key before the leaf
	at       int

	key    []byte
	isOver bool // there are no more keys
	begun  bool // a row of the key was read

	row    int64
	places []byte
	across []byte // places that stand on several leaves
}

// none is the place of what is not on a leaf.
const none = math.MaxInt

func (c *cursor) damaged(what string) error {
	return fmt.Errorf("%w: %s on leaf %d of segment %d", ErrDamaged, what, c.leaf, c.id)
}

// load goes to the beginning of a leaf.
func (c *cursor) load(leaf int64) (err error) {
	const header = 4
	c.leaf = leaf
	if c.block, err = c.source.Block(leafID(c.id, leaf)); err != nil {
		return err
	}
	if len(c.block) < header {
		return c.damaged("nothing")
	}
	c.firstRow, c.end = int(binary.BigEndian.Uint16(c.block)), int(binary.BigEndian.Uint16(c.block[2:]))
	if c.end < header || c.end > len(c.block) {
		return c.damaged("a wrong end")
	}
	c.footer, c.keyAt, c.isFirst, c.at = c.block[c.end:], 0, true, header
	return c.findKey()
}

// findKey finds where the next key stands.
func (c *cursor) findKey() error {
	if len(c.footer) == 0 {
		c.keyAt = none
		return nil
	}
	distance, n := varint(c.footer)
	if n == 0 || distance == 0 || distance >= uint64(c.end-c.keyAt) {
		return c.damaged("a key beyond the end")
	}
	c.footer = c.footer[n:]
	c.keyAt += int(distance) //nolint:gosec // it is before the end
	return nil
}

// nextKey goes to the next key.
func (c *cursor) nextKey() error {
	for c.keyAt == none {
		if c.leaf >= c.last {
			c.isOver = true
			return nil
		}
		if err := c.load(c.leaf + 1); err != nil {
			return err
		}
	}
	c.at = c.keyAt
	kept := 0
	if !c.isFirst {
		n, err := c.number()
		if err != nil || n > uint64(len(c.key)) {
			return c.damaged("a wrong key")
		}
		kept = int(n) //nolint:gosec // it is no longer than a key
	}
	n, err := c.number()
	if err != nil || n > uint64(c.end-c.at) {
		return c.damaged("a wrong key")
	}
	length := int(n) //nolint:gosec // it is before the end
	c.key = append(c.key[:kept], c.block[c.at:c.at+length]...)
	c.at += length
	c.isFirst, c.begun = false, false
	return c.findKey()
}

// number reads a varint of the leaf.
func (c *cursor) number() (uint64, error) {
	value, n := varint(c.block[c.at:c.end])
	if n == 0 {
		return 0, c.damaged("a number that is cut off")
	}
	c.at += n
	return value, nil
}

// nextRow goes to the next row of the key; false where there is none.
func (c *cursor) nextRow() (bool, error) {
	if more, err := c.hasRow(); err != nil || !more {
		return false, err
	}
	isWhole := !c.begun || c.at == c.firstRow // and no distance
	n, err := c.number()
	if err != nil {
		return false, err
	}
	row := int64(n) //nolint:gosec // rows may be negative
	if !isWhole {
		row += c.row
	}
	if c.begun && row <= c.row {
		return false, c.damaged("rows out of order")
	}
	c.row, c.begun = row, true
	return true, c.readPlaces()
}

// hasRow goes to where the next row of the key stands, if there is one.
func (c *cursor) hasRow() (bool, error) {
	switch {
	case c.at == c.keyAt:
		return false, nil
	case c.at > c.keyAt:
		return false, c.damaged("a row over a key")
	case c.at < c.end:
		return true, nil
	case c.leaf >= c.last:
		return false, nil
	}
	if err := c.load(c.leaf + 1); err != nil {
		return false, err
	}
	if c.at != c.firstRow && c.at != c.keyAt {
		return false, c.damaged("no row and no key")
	}
	return c.at == c.firstRow, nil
}

// readPlaces reads the places of a row, which may go on over several leaves.
func (c *cursor) readPlaces() error {
	if c.at == c.end {
		if err := c.goOn(); err != nil {
			return err
		}
	}
	n, err := c.number()
	if err != nil {
		return err
	}
	left := n / 2 // the odd bit says that the row has left older segments
	if left <= uint64(c.end-c.at) {
		end := c.at + int(left) //nolint:gosec // it is before the end
		c.places, c.at = c.block[c.at:end], end
		return nil
	}
	c.across = c.across[:0]
	for left > 0 {
		if c.at == c.end {
			if err := c.goOn(); err != nil {
				return err
			}
		}
		end := c.at + int(min(left, uint64(c.end-c.at))) //nolint:gosec // it is before the end
		c.across = append(c.across, c.block[c.at:end]...)
		left -= uint64(end - c.at)
		c.at = end
	}
	c.places = c.across
	return nil
}

// goOn goes to the next leaf within a row.
func (c *cursor) goOn() error {
	if c.leaf >= c.last {
		return c.damaged("places that are cut off")
	}
	return c.load(c.leaf + 1)
}
