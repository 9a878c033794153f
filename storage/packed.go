package storage

import (
	"encoding/binary"
	"hash/crc32"
	"strings"

	"bantin/bulletin"
)

// A row of the list is shown from one value, article_list.line, and found and
// ordered by the other columns, which say the same: each column of each row
// costs as much to read as all the rest of it. The value is what rowHash gathers
// of the line (texts behind their length, numbers), the row's number, and the
// CRC-32C of both, big-endian.

// pack writes a line as one value, good until the next call.
func (h *rowHash) pack(number int64, id bulletin.ID, l *line) []byte {
	h.gatherLine(id, l)
	h.number(number)
	return binary.BigEndian.AppendUint32(h.said, crc32.Checksum(h.said, castagnoli))
}

// unpackLine reads what pack wrote, putting texts that many rows share in memory
// once; false where it is not what was written.
func unpackLine(packed []byte, known shared) (l listed, ok bool) {
	end := len(packed) - crc32.Size
	if end < 0 || binary.BigEndian.Uint32(packed[end:]) != crc32.Checksum(packed[:end], castagnoli) {
		return l, false
	}
	p := unpacking{rest: packed[:end]}
	id, headline := p.text(), p.text()
	for _, text := range [...]*string{&l.byline, &l.section, &l.genre, &l.status, &l.author} {
		*text = known.one(p.text())
	}
	l.words, l.photos = int(p.number()), int(p.number())
	l.createdMs, l.updatedMs, l.conflicts = p.number(), p.number(), int(p.number())
	flags := p.number()
	l.deleted, l.needsEye = flags&isDeleted != 0, flags&isForAnEye != 0
	l.number = p.number()
	l.id, l.headline = ownTexts(id, headline)
	return l, !p.failed && len(p.rest) == 0
}

// ownTexts copies the texts that no other row has, both in one piece of memory.
func ownTexts(id, headline []byte) (bulletin.ID, string) {
	var both strings.Builder
	both.Grow(len(id) + len(headline))
	both.Write(id)
	both.Write(headline)
	return bulletin.ID(both.String()[:len(id)]), both.String()[len(id):]
}

// unpacking goes through what rowHash gathered.
type unpacking struct {
	rest   []byte
	failed bool
}

func (p *unpacking) text() (text []byte) {
	length, n := binary.Uvarint(p.rest)
	if n <= 0 || length > uint64(len(p.rest)-n) {
		p.failed = true
		return nil
	}
	end := n + int(length) //nolint:gosec // no more than there is
	text, p.rest = p.rest[n:end], p.rest[end:]
	return text
}

func (p *unpacking) number() int64 {
	number, n := binary.Varint(p.rest)
	if n <= 0 {
		p.failed = true
		return 0
	}
	p.rest = p.rest[n:]
	return number
}

// shared holds texts that stand in many rows, so that each is in memory once.
type shared map[string]string

func (s shared) one(text []byte) string {
	if known, ok := s[string(text)]; ok {
		return known
	}
	own := string(text)
	if len(s) < 10_000 { // those that all differ are not worth it
		s[own] = own
	}
	return own
}
