package viet

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Key gives the place of a text in Vietnamese order: keys compare byte by byte
// as the texts do. Words are compared one after the other, as dictionaries do
// it, so that everything under "ma" stands before "má"; ă comes after a, đ
// after d, and the tones in the order ngang, huyền, hỏi, ngã, sắc, nặng.
// Numbers are ordered by their value. Case, punctuation and where a tone is
// written (hoà, hòa) make no difference.
func Key(s string) string {
	k := keys.Get().(*keyMaker)
	defer keys.Put(k)
	return string(k.add(nil, s))
}

// PersonKey is Key for names of people, who are ordered by given name, which
// in Vietnamese is the last word, and then by the whole name.
func PersonKey(name string) string {
	k := keys.Get().(*keyMaker)
	defer keys.Put(k)
	key := k.add(nil, givenName(name))
	key = append(key, endOfWord...)
	return string(k.add(key, name))
}

// keyMaker makes keys. A collator must not be used by two goroutines at once,
// and making one is slow, so they are lent out.
type keyMaker struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

var keys = sync.Pool{New: func() any {
	return &keyMaker{collator: collate.New(language.Vietnamese, collate.IgnoreCase)}
}}

// endOfWord stands behind each word of a key. It is less than anything a word
// can go on with.
var endOfWord = []byte{0, 0}

func (k *keyMaker) add(key []byte, s string) []byte {
	for word := range strings.FieldsFuncSeq(s, isNoLetter) {
		if number, ok := digits(word); ok {
			key = k.addNumber(key, number)
		} else {
			key = append(key, k.word(Respell(word))...)
		}
		key = append(key, endOfWord...)
	}
	return key
}

func (k *keyMaker) word(word string) []byte {
	k.buffer.Reset()
	return k.collator.KeyFromString(&k.buffer, word)
}

// addNumber puts a number where the digit 0 stands, then by its length, then
// by its digits.
func (k *keyMaker) addNumber(key []byte, number string) []byte {
	zero := k.word("0")
	if end := bytes.Index(zero, endOfWord); end > 0 {
		zero = zero[:end]
	}
	key = append(key, zero...)
	for length := len(number); ; length -= 255 {
		key = append(key, byte(min(length, 255)))
		if length < 255 {
			return append(key, number...)
		}
	}
}

// digits is a word of ASCII digits only, without the zeros in front.
func digits(word string) (string, bool) {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return "", false
		}
	}
	return strings.TrimLeft(word, "0"), true
}

func isNoLetter(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.M)
}

// Compare orders two texts as their Keys; texts with one Key are ordered by
// their bytes, so that the order is always the same. It is safe for concurrent
// use. For many texts, sorting by Key is faster.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	return cmp.Or(strings.Compare(Key(a), Key(b)), strings.Compare(a, b))
}

// SortPeople brings names of people into their order, in place.
func SortPeople(names []string) { SortFunc(names, PersonKey, func(s string) string { return s }) }

// SortFunc brings things into the order of their texts, in place, by key: Key
// or PersonKey. What has no text comes last; what has the same keeps its order.
func SortFunc[T any](things []T, key func(string) string, text func(T) string) {
	type placed struct {
		key, text string
		thing     T
	}
	all := make([]placed, len(things))
	for i, thing := range things {
		s := text(thing)
		all[i] = placed{key(s), s, thing}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		if (a.text == "") != (b.text == "") {
			return cmp.Compare(len(b.text), len(a.text))
		}
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.text, b.text))
	})
	for i := range all {
		things[i] = all[i].thing
	}
}

func givenName(name string) string {
	words := strings.FieldsFunc(name, isNoLetter)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
