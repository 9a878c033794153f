package viet

import (
	_ "embed"
	"strings"
)

//go:embed compounds.txt
var compoundList string

// compounds are words of two syllables that the papers of a commune use day by
// day, in small letters.
var compounds = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(compoundList) {
		m[Normalize(strings.TrimSpace(line))] = true
	}
	return m
}()

// IsCompound reports whether two syllables that follow one another make one
// word, such as "triển khai": a line should rather not end between them. It
// knows the common ones, not all.
func IsCompound(first, second string) bool {
	return IsSmallCompound(strings.ToLower(first), strings.ToLower(second))
}

// IsSmallCompound is IsCompound of syllables in small letters.
func IsSmallCompound(first, second string) bool {
	var room [32]byte // holds any two syllables
	pair := append(room[:0], first...)
	pair = append(append(pair, ' '), second...)
	return compounds[string(pair)]
}
