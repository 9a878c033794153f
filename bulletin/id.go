package bulletin

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// ID names an article or an issue for its whole life, in every drafts file it
// travels to. It is 16 lower-case letters and digits: 80 random bits, so that
// two PCs that never met do not choose the same one, and so that a prefix of
// four or five letters is enough to type on a command line.
type ID string

// idAlphabet leaves out i, l, o and u, which are misread on paper
// (Crockford's base 32).
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

const idLength = 16

var idEncoding = base32.NewEncoding(idAlphabet).WithPadding(base32.NoPadding)

// NewID returns an ID that nobody has used before.
func NewID() ID {
	var b [10]byte
	rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return ID(idEncoding.EncodeToString(b[:]))
}

// Valid reports whether id has the form that NewID gives.
func (id ID) Valid() bool {
	return len(id) == idLength && strings.Trim(string(id), idAlphabet) == ""
}
