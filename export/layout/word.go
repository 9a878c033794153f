package layout

import (
	"unicode"
	"unicode/utf8"

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
	fixed   bool   // no line ends after it: a no-break space follows
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

// The costs of line ends that are forbidden.
const (
	noBreak   = 1 << 20     // unless what belongs together needs most of a line
	keptWhole = noBreak + 1 // between the groups of a number, unless no line holds it
)

// words measures a text. Words wider than measure come in pieces.
func words(chars []character, v voice, measure Length) []word {
	out := make([]word, 0, 1+countSpaces(chars))
	m := newMeasurer(v, len(chars), cap(out))
	for start := 0; start < len(chars); {
		end := start
		for end < len(chars) && !isBlank(chars[end].r) {
			end++
		}
		w := m.word(chars[start:end])
		if w.width > measure {
			out = append(out, m.pieces(chars[start:end], measure)...)
		} else {
			out = append(out, w)
		}
		if end < len(chars) {
			last := &out[len(out)-1]
			last.space = m.space(chars[end])
			last.ends, last.fixed = chars[end].r == lineBreak, chars[end].fixed
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

// measurer makes the words of one text. What they hold is cut from a few large
// slices.
type measurer struct {
	voice    voice
	runes    []rune
	advances []Length
	parts    []part
	text     []byte
	spaces   [4]Length // of plain, bold, italic and bold italic; 0 not known yet
}

func newMeasurer(v voice, letters, words int) *measurer {
	return &measurer{
		voice: v, runes: make([]rune, 0, letters), advances: make([]Length, 0, letters), parts: make([]part, 0, words+2),
	}
}

// space is the width of a space where one is set as c is.
func (m *measurer) space(c character) Length {
	i := 0
	if c.bold {
		i++
	}
	if c.italic {
		i += 2
	}
	if m.spaces[i] == 0 {
		m.spaces[i] = m.voice.space(m.voice.face.Emphasised(c.bold, c.italic))
	}
	return m.spaces[i]
}

func (m *measurer) word(chars []character) word {
	w := word{letters: len(chars)}
	m.text = m.text[:0]
	first := len(m.parts)
	for start := 0; start < len(chars); {
		end := start + 1
		for end < len(chars) && chars[end].bold == chars[start].bold && chars[end].italic == chars[start].italic {
			end++
		}
		w.width += m.part(chars[start:end])
		start = end
	}
	w.parts = m.parts[first:len(m.parts):len(m.parts)]
	w.text = string(m.text)
	return w
}

// part measures letters of one emphasis and gives their width.
func (m *measurer) part(chars []character) Length {
	n, c := len(m.runes), chars[0]
	for _, c := range chars {
		m.runes = append(m.runes, c.r)
		m.advances = append(m.advances, 0)
		m.text = utf8.AppendRune(m.text, c.r)
	}
	p := part{
		face: m.voice.face.Emphasised(c.bold, c.italic), offset: c.offset,
		runes: m.runes[n:len(m.runes):len(m.runes)], advances: m.advances[n:len(m.advances):len(m.advances)],
	}
	typefaceOf(p.face).advances(p.advances, p.runes, m.voice.size)
	m.parts = append(m.parts, p)
	var width Length
	for _, a := range p.advances {
		width += a
	}
	return width
}

// pieceLetters is how many letters of a word too long for its column stay
// together.
const pieceLetters = 8

// pieces cuts a word that no line can hold. A line that ends inside it shows a
// hyphen, except after a mark that shows the break already, and in an address,
// which somebody may type as it stands there.
func (m *measurer) pieces(chars []character, measure Length) []word {
	hyphen := m.word([]character{{r: '-'}}).width
	address := isAddress(chars)
	var out []word
	for start := 0; start < len(chars); {
		end := min(start+pieceLetters, len(chars))
		w := m.word(chars[start:end])
		if address {
			if part := start + partOfAddress(chars[start:]); part-start <= mostOfAddress {
				if whole := m.word(chars[start:part]); whole.width <= measure*2/3 {
					end, w = part, whole
				}
			}
		}
		for end > start+1 && w.width+hyphen > measure {
			end--
			w = m.word(chars[start:end])
		}
		w.piece = end < len(chars)
		if w.piece && !address && !unicode.IsPunct(chars[end-1].r) {
			w.hyphen = hyphen
		}
		out = append(out, w)
		start = end
	}
	return out
}

// setCosts says after which words a line may end. Words that may not be
// parted but together would need most of a line are parted all the same; a
// number in groups only where no line holds it.
func setCosts(ws []word, measure Length) {
	for i := 0; i+1 < len(ws); i++ {
		switch {
		case ws[i].ends:
		case ws[i].piece:
			ws[i].cost = pieceCost
		case ws[i].fixed:
			ws[i].cost = noBreak
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
	hold(ws)
	release(ws, noBreak, measure/2)
	release(ws, keptWhole, measure)
}

// release lets lines end inside what is held together by a cost, or a dearer
// one, where it is wider than most.
func release(ws []word, cost int, most Length) {
	for start := 0; start < len(ws); {
		end, width := start, ws[start].width
		for end+1 < len(ws) && ws[end].cost >= cost {
			width += ws[end].space + ws[end+1].width
			end++
		}
		if width > most {
			for i := start; i < end; i++ {
				if ws[i].cost == cost {
					ws[i].cost = nameCost
				}
			}
		}
		start = end + 1
	}
}
