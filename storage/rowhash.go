package storage

import (
	"encoding/binary"
	"errors"
	"hash/crc32"

	"bantin/bulletin"
)

// Revisions and photos are named by their hash; rows that are derived from them
// keep a checksum instead: CRC-32C, which finds every change of up to 32 bits in
// a row and misses one of four thousand million others. It guards against disks
// and cables, not against people: what they could put in its place, Check
// compares with the revisions.

// errWrongRow is a derived row, or the lack of one, that is not what was
// written.
var errWrongRow = errors.New("a derived row is not what was written")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// rowHash gathers what a row says.
type rowHash struct{ said []byte }

func (h *rowHash) begin() { h.said = h.said[:0] }

func (h *rowHash) text(s string) {
	h.said = binary.AppendUvarint(h.said, uint64(len(s)))
	h.said = append(h.said, s...)
}

func (h *rowHash) number(n int64) { h.said = binary.AppendVarint(h.said, n) }

func (h *rowHash) sum() int64 { return int64(crc32.Checksum(h.said, castagnoli)) }

// Flags of a line.
const (
	isDeleted  = 1
	isForAnEye = 2
)

// ofLine is the hash of a line of the list, less its number. The count of
// heads is not shown, and the heads have a hash of their own.
func (h *rowHash) ofLine(id bulletin.ID, l *line) int64 {
	h.gatherLine(id, l)
	return h.sum()
}

func (h *rowHash) gatherLine(id bulletin.ID, l *line) {
	h.begin()
	for _, s := range [...]string{string(id), l.headline, l.byline, l.section, l.genre, l.status, l.author} {
		h.text(s)
	}
	for _, n := range [...]int64{int64(l.words), int64(l.photos), l.createdMs, l.updatedMs, int64(l.conflicts)} {
		h.number(n)
	}
	flags := int64(0)
	if l.deleted {
		flags |= isDeleted
	}
	if l.needsEye {
		flags |= isForAnEye
	}
	h.number(flags)
}

// ofText is the hash of what search looks through.
func (h *rowHash) ofText(number int64, t *searchText) int64 {
	h.begin()
	h.number(number)
	for _, s := range t {
		h.text(s)
	}
	return h.sum()
}

// ofHeads is the hash that each row of the heads of a subject has: that of all
// of them, sorted, so that one that is gone is missed by the others.
func (h *rowHash) ofHeads(kind bulletin.SubjectKind, subject bulletin.ID, heads []bulletin.RevisionID) int64 {
	h.begin()
	h.text(string(kind))
	h.text(string(subject))
	for _, id := range heads {
		h.text(string(id))
	}
	return h.sum()
}
