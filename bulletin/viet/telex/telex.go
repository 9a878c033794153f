// Package telex composes Vietnamese letters from plain keys, as Telex and VNI
// do: for those whose system has no input method, or a troublesome one. It
// never guesses: the same keys give the same word, and a key pressed twice
// gives the plain letters back.
package telex

import (
	"strings"
	"unicode"
)

// Method is how letters are composed.
type Method string

// The methods.
const (
	Off   Method = ""
	Telex Method = "telex" // aa aw dd ow uw, tones s f r x j, z takes a tone away
	VNI   Method = "vni"   // a6 a8 d9 o7 u7, tones 1 to 5, 0 takes a tone away
)

// Methods lists every method.
func Methods() []Method { return []Method{Off, Telex, VNI} }

// Composer composes one word after another. Its zero value composes nothing.
type Composer struct {
	Method   Method
	NewStyle bool // hoà, uỷ instead of hòa, ủy

	shown  []rune // the word as it was left by the last key
	plain  bool   // a mark was taken back in it: the rest is typed as it is
	ended  bool   // by End, since the last key
	closed int    // letters at the beginning of shown that stay as they are
	keys   []rune // all that the word was typed by; none where that is not known
}

// End ends the word: what stands before the caret at the next key stays as it
// is, and the key begins a word of its own. So does a click with UniKey.
func (c *Composer) End() { c.ended = true }

// Key says what a key does to the text before the caret: take erase letters
// away and write with instead.
func (c *Composer) Key(before []rune, key rune) (erase int, with string) {
	whole := lastWord(before)
	goesOn := !c.ended && string(whole) == string(c.shown)
	switch {
	case c.ended:
		c.ended, c.plain, c.closed = false, false, len(whole)
	case string(whole) != string(c.shown):
		c.plain = false
		if len(whole) < c.closed || !strings.HasPrefix(string(c.shown), string(whole)) {
			c.closed = 0 // not what Backspace left of it: the caret went elsewhere
		}
	}
	closed, word := whole[:c.closed], whole[c.closed:]
	c.note(key, len(word) == 0, goesOn)
	out := append(append([]rune(nil), word...), key)
	if c.Method != Off && !c.plain && len(word) > 0 {
		if composed, back, ok := c.compose(word, key); ok {
			out, c.plain = composed, back
		}
	}
	c.shown = append(append([]rune(nil), closed...), out...)
	if !unicode.IsLetter(key) && string(out) == string(word)+string(key) {
		if c.Method == Telex && !c.plain && len(c.keys) > 1 && isForeign(word) {
			out = c.keys
		}
		c.shown, c.closed, c.plain = nil, 0, false // the word is over
	}
	same := 0
	for same < min(len(word), len(out)) && word[same] == out[same] {
		same++
	}
	return len(word) - same, string(out[same:])
}

// note keeps the keys of a word.
func (c *Composer) note(key rune, begins, goesOn bool) {
	switch {
	case begins:
		c.keys = []rune{key}
	case goesOn && len(c.keys) > 0:
		c.keys = append(c.keys, key)
	default:
		c.keys = nil
	}
}

// isForeign reports whether a word that is over has got marks or a tone on its
// vowels and is no Vietnamese one: Google. A stroke alone (ĐVTN, 500đ) and what is
// written in capitals (TƯQH) may stand for more than one word.
func isForeign(word []rune) bool {
	letters, tone := read(word)
	marked, small := tone != level, false
	for _, l := range letters {
		marked = marked || strings.ContainsRune("ăâêôơư", l.base)
		small = small || !l.upper
	}
	return marked && small && !takesMarks(letters)
}

// lastWord is the run of letters at the end of a text.
func lastWord(text []rune) []rune {
	from := len(text)
	for from > 0 && unicode.IsLetter(text[from-1]) {
		from--
	}
	return text[from:]
}

// compose puts a key into a word; back says that it took back a mark that was
// there, so that the key stands for itself. ok is false where the key is plain.
func (c *Composer) compose(word []rune, key rune) (out []rune, back, ok bool) {
	letters, tone := read(word)
	lower := unicode.ToLower(key)
	if n, is := c.tone(lower); is {
		if !isSyllable(letters) || n == level && tone == level {
			return nil, false, false
		}
		if n == tone {
			return append(write(letters, level, c.NewStyle), key), true, true
		}
		return write(letters, n, c.NewStyle), false, true
	}
	if marked, back, ok := c.mark(letters, lower, unicode.IsUpper(key)); ok {
		out = write(marked, tone, c.NewStyle)
		if back {
			out = append(out, key)
		}
		return out, back, true
	}
	// Another letter may move the tone, and make ươ of uơ.
	letters = append(letters, letter{base: lower, upper: unicode.IsUpper(key)})
	if !unicode.IsLetter(key) || !isSyllable(letters) {
		return nil, false, false
	}
	joinHorns(letters)
	return write(letters, tone, c.NewStyle), false, true
}

// tone is the tone that a key stands for; level takes one away.
func (c *Composer) tone(key rune) (n int, ok bool) {
	keys := "zfsrxj"
	if c.Method == VNI {
		keys = "021345"
	}
	n = strings.IndexRune(keys, key)
	return n, n >= 0
}

// change is what a key makes of a letter.
type change struct{ from, to rune }

var telexMarks = map[rune][]change{
	'a': {{'a', 'â'}}, 'e': {{'e', 'ê'}}, 'o': {{'o', 'ô'}}, 'd': {{'d', 'đ'}},
	'w': {{'a', 'ă'}, {'o', 'ơ'}, {'u', 'ư'}, {'â', 'ă'}, {'ô', 'ơ'}},
}

var vniMarks = map[rune][]change{
	'6': {{'a', 'â'}, {'e', 'ê'}, {'o', 'ô'}, {'ă', 'â'}, {'ơ', 'ô'}}, '7': {{'o', 'ơ'}, {'u', 'ư'}, {'ô', 'ơ'}},
	'8': {{'a', 'ă'}, {'â', 'ă'}}, '9': {{'d', 'đ'}},
}

// mark puts circumflex, breve, horn or stroke on the letter that a key is for,
// or takes it back where it is there.
func (c *Composer) mark(letters []letter, key rune, upper bool) (out []letter, back, ok bool) {
	changes := telexMarks[key]
	if c.Method == VNI {
		changes = vniMarks[key]
	}
	if changes == nil {
		return nil, false, false
	}
	out = append([]letter(nil), letters...)
	i, marked := target(out, changes)
	switch {
	case marked:
		unmark(out, i, changes)
		return out, true, true
	case i < 0:
		if key == 'w' && c.Method == Telex && isOnset(out) {
			return append(out, letter{'ư', upper}), false, true
		}
		return nil, false, false
	}
	apply(out, i, changes)
	if !takesMarks(out) && out[i].base != 'đ' {
		return nil, false, false
	}
	return out, false, true
}

// isOnset reports whether w stands for ư: after consonants that a syllable may
// begin with.
func isOnset(letters []letter) bool {
	return len(letters) > 0 && isSyllable(append(append([]letter(nil), letters...), letter{base: 'ư'}))
}

// target is the last vowel that the key may mark, or has marked; a stroke goes
// to a d, as stroked says. Of "ua" the u takes the horn.
func target(letters []letter, changes []change) (i int, marked bool) {
	from, to := parts(letters)
	for i := to - 1; i >= from; i-- {
		for _, ch := range changes {
			switch {
			case letters[i].base == ch.from && ch.to == 'ă' && i == to-1 && i > from && to == len(letters) && strings.ContainsRune("uư", letters[i-1].base):
				return i - 1, letters[i-1].base == 'ư' // mua + w is mưa
			case letters[i].base == ch.from:
				return i, false
			case letters[i].base == ch.to:
				return i, true
			}
		}
	}
	if changes[0].to == 'đ' {
		return stroked(letters)
	}
	return -1, false
}

// stroked is the d that takes a stroke, or has it: the one just typed where it
// follows a consonant, as in HĐND and QĐ-UBND, else the one that a word begins with.
func stroked(letters []letter) (i int, marked bool) {
	for _, i := range []int{len(letters) - 1, 0} {
		if i < 0 || i > 0 && letters[i-1].isVowel() {
			continue
		}
		if base := letters[i].base; base == 'd' || base == 'đ' {
			return i, base == 'đ'
		}
	}
	return -1, false
}

func apply(letters []letter, i int, changes []change) {
	for _, ch := range changes {
		if letters[i].base == ch.from {
			letters[i].base = ch.to
			break
		}
	}
	joinHorns(letters)
}

// joinHorns makes ươ of uơ and ưo where something follows: only thuở, huơ
// and their like have a u without a horn before ơ.
func joinHorns(letters []letter) {
	from, to := parts(letters)
	for i := from; i+1 < to; i++ {
		a, b := &letters[i].base, &letters[i+1].base
		if pair := string([]rune{*a, *b}); i+2 < len(letters) && (pair == "uơ" || pair == "ưo") {
			*a, *b = 'ư', 'ơ'
		}
	}
}

func unmark(letters []letter, i int, changes []change) {
	for _, ch := range changes {
		if letters[i].base == ch.to {
			letters[i].base = ch.from
			break
		}
	}
	if letters[i].base == 'o' && i > 0 && letters[i-1].base == 'ư' {
		letters[i-1].base = 'u'
	}
}
