package press

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"bantin/internal/regular"
)

// The picture of a page carries, as its last chunk before IEND, a text with the
// hash of all bytes before it (tEXt, PNG 3rd edition, 11.3.3.2). So a later export
// knows a picture of its own that nobody has worked on since.
const (
	markKeyword = "bantin-page\x00"
	chunkFrame  = 12 // length, type and checksum
	markLength  = chunkFrame + len(markKeyword) + 2*sha256.Size
	endLength   = chunkFrame // of IEND
)

// marked is a PNG with our mark in it.
func marked(encoded []byte) []byte {
	body, end := encoded[:len(encoded)-endLength], encoded[len(encoded)-endLength:]
	return append(append(bytes.Clone(body), markOf(body)...), end...)
}

// markOf is the chunk that follows a body of bytes.
func markOf(body []byte) []byte {
	sum := sha256.Sum256(body)
	text := "tEXt" + markKeyword + hex.EncodeToString(sum[:])
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-len("tEXt")))
	chunk = append(chunk, text...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE([]byte(text)))
}

// mostPicture is more than a page fills at the finest resolution.
const mostPicture = 1 << 30

// isMarked reports a file that an export has written and nobody has changed.
func isMarked(path string) bool {
	file, err := regular.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	all, err := io.ReadAll(io.LimitReader(file, mostPicture))
	if err != nil || len(all) < markLength+endLength {
		return false
	}
	rest := all[:len(all)-endLength]
	body, mark := rest[:len(rest)-markLength], rest[len(rest)-markLength:]
	return bytes.Equal(mark, markOf(body))
}

// clearPictures takes pictures of pages after the last one away that an earlier
// export, of more pages, has left in a folder. Files named like them that are
// not ours, or not as they were written, stay and are named.
func clearPictures(dir string, pages int) (removed, strange []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil // what was asked for is written
	}
	for _, e := range entries {
		number, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(e.Name(), "trang-"), ".png"))
		if err != nil || number <= pages || e.Name() != fmt.Sprintf(pictureName, number) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if isMarked(path) && os.Remove(path) == nil {
			removed = append(removed, path)
		} else {
			strange = append(strange, path)
		}
	}
	return removed, strange
}
