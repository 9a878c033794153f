package layout

import (
	"unicode"
	"unicode/utf8"
)

// word is what stands between two places where a line may end: the letters
// between spaces or, of a word too long for any line, a piece.
type word struct {
	*term
	parts  []part
	width  Length
	space  Length // that follows; 0 after a piece and after the last word
	cost   int    // of ending a line after it; noBreak forbids
	piece  bool   // the word goes on without a space
	ends   bool   // the line ends after it whatever room it leaves
	fixed  bool   // no line ends after it: a no-break space follows
	hyphen Length // width of the hyphen that a line end after it shows
	// What of it stands in the margin where a line begins or ends with it.
	hangLeft, hangRight Length
}

// part is a stretch of a word in one face.
type part struct {
	*letters
	offset int
}

// The costs of line ends that are forbidden.
const (
	noBreak   = 1 << 20     // unless what belongs together needs most of a line
	keptWhole = noBreak + 1 // between the groups of a number, unless no line holds it
)

// words measures a text. Words wider than measure come in pieces.
func words(chars []character, v voice, measure Length) []word {
	out := make([]word, 0, 1+countSpaces(chars))
	m := measurer{voice: v, parts: make([]part, 0, cap(out)+2)}
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

// measurer makes the words of one text. Their parts are cut from one large slice.
type measurer struct {
	voice  voice
	parts  []part
	text   []byte
	styles [4]emphasis // plain, bold, italic and bold italic
}

// emphasis is what some of a text is set in, once it is known.
type emphasis struct {
	typeface *typeface
	space    Length
}

func (m *measurer) emphasis(c character) *emphasis {
	i := 0
	if c.bold {
		i++
	}
	if c.italic {
		i += 2
	}
	e := &m.styles[i]
	if e.typeface == nil {
		e.typeface = typefaceOf(m.voice.face.Emphasised(c.bold, c.italic))
		e.space = e.typeface.letters([]byte{' '}, m.voice.size).width
	}
	return e
}

// space is the width of a space where one is set as c is.
func (m *measurer) space(c character) Length { return m.emphasis(c).space }

func (m *measurer) word(chars []character) word {
	var w word
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
	w.term = termOf(w.parts)
	return w
}

// part measures letters of one emphasis and gives their width.
func (m *measurer) part(chars []character) Length {
	m.text = m.text[:0]
	for _, c := range chars {
		m.text = utf8.AppendRune(m.text, c.r)
	}
	p := part{m.emphasis(chars[0]).typeface.letters(m.text, m.voice.size), chars[0].offset}
	m.parts = append(m.parts, p)
	return p.width
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
			before, after := &noTerm, &noTerm
			if i > 0 {
				before = ws[i-1].term
			}
			if i+2 < len(ws) {
				after = ws[i+2].term
			}
			ws[i].cost = lineEndCost(before, ws[i].term, ws[i+1].term, after)
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
