package telex

import (
	"strings"
	"unicode"
)

// The tones, in the order of the rows of vowels.
const (
	level = iota // ngang
	grave        // huyền
	acute        // sắc
	hook         // hỏi
	tilde        // ngã
	dot          // nặng
)

// vowels has every vowel with every tone.
var vowels = [...]string{
	"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
	"oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
}

// letter is a letter without its tone.
type letter struct {
	base  rune // lower case, with its circumflex, breve, horn or stroke
	upper bool
}

func (l letter) rune(tone int) rune {
	r := l.base
	for _, row := range vowels {
		if v := []rune(row); v[0] == r {
			r = v[tone]
		}
	}
	if l.upper {
		return unicode.ToUpper(r)
	}
	return r
}

func (l letter) isVowel() bool { return strings.ContainsRune("aăâeêioôơuưy", l.base) }

// read takes a word apart: its letters without tone, and the tone of the word,
// which is the last one in it.
func read(word []rune) (letters []letter, tone int) {
	for _, r := range word {
		l := letter{base: unicode.ToLower(r), upper: unicode.IsUpper(r)}
		for _, row := range vowels {
			if i := strings.IndexRune(row, l.base); i >= 0 {
				for n, v := range []rune(row) {
					if v == l.base && n > 0 {
						tone = n
					}
				}
				l.base = []rune(row)[0]
				break
			}
		}
		letters = append(letters, l)
	}
	return letters, tone
}

// write puts a word together, the tone where it belongs.
func write(letters []letter, tone int, newStyle bool) []rune {
	at := -1
	if tone != level {
		at = tonePlace(letters, newStyle)
	}
	out := make([]rune, len(letters))
	for i, l := range letters {
		if i == at {
			out[i] = l.rune(tone)
		} else {
			out[i] = l.rune(level)
		}
	}
	return out
}

// parts finds the vowels of a syllable: letters[from:to]. The u of "qu" and
// the i of "gi" before another vowel belong to the consonant.
func parts(letters []letter) (from, to int) {
	for from < len(letters) && !letters[from].isVowel() {
		from++
	}
	next := func(i int) bool { return i < len(letters) && letters[i].isVowel() }
	if from == 1 && from < len(letters) && next(from+1) {
		pair := string([]rune{letters[0].base, letters[1].base})
		if pair == "qu" || pair == "gi" {
			from++
		}
	}
	to = from
	for next(to) {
		to++
	}
	return from, to
}

// tonePlace is the letter that carries the tone, -1 where there is no vowel:
// the last of ê ơ ô â ă ư; else the only vowel; of two before a consonant the
// second; of three the one in the middle; of two at the end the first, but in
// oa, oe and uy the new style takes the second.
func tonePlace(letters []letter, newStyle bool) int {
	from, to := parts(letters)
	for i := to - 1; i >= from; i-- {
		if strings.ContainsRune("êơôâăư", letters[i].base) {
			return i
		}
	}
	switch to - from {
	case 0:
		return -1
	case 1:
		return from
	case 2:
		pair := string([]rune{letters[from].base, letters[from+1].base})
		if to < len(letters) || newStyle && (pair == "oa" || pair == "oe" || pair == "uy") {
			return from + 1
		}
		return from
	}
	return from + 1
}

// onsets and codas are the consonants that a syllable may begin and end with;
// a part of one will do while it is still being typed.
var (
	onsets = words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x")
	codas  = words("c ch m n ng nh p t k")
	// rimes are the vowels that may stand together, with their marks and, as
	// long as these are not typed, without.
	rimes = words(`a ă â e ê i o ô ơ u ư y
		ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ươ ưi ưu yê
		iêu yêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu
		ie ye uo eu ieu yeu uoi uou uye uay uơi uơu ưo ưoi ưou`)
)

func words(s string) map[string]bool {
	set := map[string]bool{"": true}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// isSyllable reports whether letters can be a Vietnamese syllable, so that
// foreign words are left alone.
func isSyllable(letters []letter) bool {
	from, to := parts(letters)
	bases := func(part []letter) string {
		var b strings.Builder
		for _, l := range part {
			b.WriteRune(l.base)
		}
		return b.String()
	}
	return to > from && rimes[bases(letters[from:to])] && onsets[bases(letters[:from])] && codas[bases(letters[to:])]
}

// highland are the beginnings of names of the Highlands that no Vietnamese
// syllable has and few foreign words: Krông, Plơi, Mnông, Drây.
var highland = words("kr pl mn dr đr")

// takesMarks reports whether circumflex, breve and horn may be put on letters: on
// those of a syllable, and on names that have a consonant before one.
func takesMarks(letters []letter) bool {
	name := len(letters) > 2 && highland[string([]rune{letters[0].base, letters[1].base})]
	return isSyllable(letters) || name && isSyllable(letters[1:])
}
