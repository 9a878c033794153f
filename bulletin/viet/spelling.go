package viet

import (
	"strings"
	"unicode/utf8"
)

// Respell writes the tone of a word that ends in oa, oe or uy on the first of
// the two vowels, where most print it ("hòa", "thủy"); both ways are in use,
// and whoever looks for one means the other, too ("hoà", "thuỷ"). The word
// after "q", as in "quý", has its u in the consonant and stays as it is. word
// must be composed (Normalize); it may be in any case.
func Respell(word string) string {
	last, size := utf8.DecodeLastRuneInString(word)
	tone, ok := lateTones[last]
	if !ok {
		return word
	}
	before, beforeSize := utf8.DecodeLastRuneInString(word[:len(word)-size])
	head := word[:len(word)-size-beforeSize]
	first, ok := tone.on[before]
	if !ok || strings.HasSuffix(head, "q") || strings.HasSuffix(head, "Q") {
		return word
	}
	return head + string(first) + string(tone.bare)
}

// lateTone is a vowel that carries the tone of the vowel before it.
type lateTone struct {
	bare rune          // the vowel without its tone
	on   map[rune]rune // the vowel before it, without and with the tone
}

var lateTones = func() map[rune]lateTone {
	table := map[rune]lateTone{}
	add := func(bare string, late string, before ...string) {
		for i, r := range []rune(late) {
			on := map[rune]rune{}
			for _, vowels := range before {
				v := []rune(vowels)
				on[v[0]] = v[i+1]
			}
			table[r] = lateTone{[]rune(bare)[0], on}
		}
	}
	add("a", "àảãáạ", "oòỏõóọ", "OÒỎÕÓỌ")
	add("e", "èẻẽéẹ", "oòỏõóọ", "OÒỎÕÓỌ")
	add("y", "ỳỷỹýỵ", "uùủũúụ", "UÙỦŨÚỤ")
	add("A", "ÀẢÃÁẠ", "oòỏõóọ", "OÒỎÕÓỌ")
	add("E", "ÈẺẼÉẸ", "oòỏõóọ", "OÒỎÕÓỌ")
	add("Y", "ỲỶỸÝỴ", "uùủũúụ", "UÙỦŨÚỤ")
	return table
}()
