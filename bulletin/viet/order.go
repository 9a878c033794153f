package viet

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators lends out Vietnamese collators: one must not be used by two
// goroutines at once, and making one is slow.
var collators = sync.Pool{New: func() any {
	return collate.New(language.Vietnamese, collate.IgnoreCase)
}}

// Compare orders two texts as a Vietnamese dictionary does: ă after a, đ after
// d, and so on. It is safe for concurrent use. Texts that differ only in case
// are ordered by their bytes, so that the order is always the same.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if order := c.CompareString(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// ComparePeople orders two names of people by given name, which in Vietnamese
// is the last word, then by the whole name.
func ComparePeople(a, b string) int {
	if order := Compare(givenName(a), givenName(b)); order != 0 {
		return order
	}
	return Compare(a, b)
}

// SortPeople sorts names of people in place.
func SortPeople(names []string) { slices.SortStableFunc(names, ComparePeople) }

func givenName(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
