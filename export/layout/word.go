package layout

import (
	"strings"
	"unicode"

	"bantin/assets/fonts"
)

// word is what stands between two places where a line may end: the letters
// between spaces or, of a word too long for any line, a piece.
type word struct {
	parts   []part
	text    string
	width   Length
	letters int
	space   Length // that follows; 0 after a piece and after the last word
	cost    int    // of ending a line after it; noBreak forbids
	piece   bool   // the word goes on without a space
	ends    bool   // the line ends after it whatever room it leaves
	hyphen  Length // width of the hyphen that a line end after it shows
	// What of it stands in the margin where a line begins or ends with it.
	hangLeft, hangRight Length
}

// part is a stretch of a word in one face.
type part struct {
	face     fonts.Face
	offset   int
	runes    []rune
	advances []Length
}

// noBreak is the cost of a line end that is forbidden.
const noBreak = 1 << 20

// words measures a text. Words wider than measure come in pieces.
func words(chars []character, v voice, measure Length) []word {
	out := make([]word, 0, 1+countSpaces(chars))
	for start := 0; start < len(chars); {
		end := start
		for end < len(chars) && !isBlank(chars[end].r) {
			end++
		}
		w := newWord(chars[start:end], v)
		if w.width > measure {
			out = append(out, pieces(chars[start:end], v, measure)...)
		} else {
			out = append(out, w)
		}
		if end < len(chars) {
			last := &out[len(out)-1]
			last.space = v.space(v.face.Emphasised(chars[end].bold, chars[end].italic))
			last.ends = chars[end].r == lineBreak
		}
		start = end + 1
	}
	setCosts(out, measure)
	return out
}

func countSpaces(chars []character) int {
	n := 0
	for _, c := range chars {
		if isBlank(c.r) {
			n++
		}
	}
	return n
}

func newWord(chars []character, v voice) word {
	w := word{letters: len(chars)}
	var text strings.Builder
	for start := 0; start < len(chars); {
		end := start + 1
		for end < len(chars) && chars[end].bold == chars[start].bold && chars[end].italic == chars[start].italic {
			end++
		}
		p := part{face: v.face.Emphasised(chars[start].bold, chars[start].italic), offset: chars[start].offset}
		p.runes = make([]rune, 0, end-start)
		for _, c := range chars[start:end] {
			p.runes = append(p.runes, c.r)
			text.WriteRune(c.r)
		}
		p.advances = typefaceOf(p.face).advances(p.runes, v.size)
		for _, a := range p.advances {
			w.width += a
		}
		w.parts = append(w.parts, p)
		start = end
	}
	w.text = text.String()
	return w
}

// pieceLetters is how many letters of a word too long for its column stay
// together.
const pieceLetters = 8

// pieces cuts a word that no line can hold. A line that ends inside it shows a
// hyphen, except after a mark that shows the break already, as in addresses of
// the web.
func pieces(chars []character, v voice, measure Length) []word {
	hyphen := newWord([]character{{r: '-'}}, v).width
	var out []word
	for start := 0; start < len(chars); {
		end := min(start+pieceLetters, len(chars))
		w := newWord(chars[start:end], v)
		for end > start+1 && w.width+hyphen > measure {
			end--
			w = newWord(chars[start:end], v)
		}
		w.piece = end < len(chars)
		if w.piece && !unicode.IsPunct(chars[end-1].r) {
			w.hyphen = hyphen
		}
		out = append(out, w)
		start = end
	}
	return out
}

// setCosts says after which words a line may end. Words that may not be
// parted but together would need most of a line are parted all the same.
func setCosts(ws []word, measure Length) {
	for i := 0; i+1 < len(ws); i++ {
		switch {
		case ws[i].ends:
		case ws[i].piece:
			ws[i].cost = pieceCost
		default:
			var before string
			if i > 0 {
				before = ws[i-1].text
			}
			var after string
			if i+2 < len(ws) {
				after = ws[i+2].text
			}
			ws[i].cost = lineEndCost(before, ws[i].text, ws[i+1].text, after)
		}
	}
	for start := 0; start < len(ws); {
		end, width := start, ws[start].width
		for end+1 < len(ws) && ws[end].cost >= noBreak {
			width += ws[end].space + ws[end+1].width
			end++
		}
		if width > measure/2 {
			for i := start; i < end; i++ {
				ws[i].cost = nameCost
			}
		}
		start = end + 1
	}
}
