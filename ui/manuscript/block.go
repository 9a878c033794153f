package manuscript

import (
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// Style is the emphasis of a letter, a set of Bold and Italic.
type Style uint8

// The styles.
const (
	Bold Style = 1 << iota
	Italic

	Plain Style = 0
)

// Block is one piece of the sheet. Its text is changed through the Manuscript
// alone.
type Block struct {
	Kind Kind
	// Photo is, for a Figure, the photo without its words, which stand in the
	// blocks behind it; for an Echo only its ID counts.
	Photo bulletin.Photo
	// Loose marks a Figure that has no place in the run of the text. Loose ones
	// stand at the end of the body.
	Loose bool

	extras bulletin.Extras // of the article's own block, which are handed on
	text   []rune
	styles []Style // as many as runes
	marked *string // text and styles as the article holds them; nil when not known
	words  int     // -1 when not counted
}

func newBlock(k Kind, text string) *Block {
	b := &Block{Kind: k, words: -1}
	if k.Rich() {
		for _, r := range bulletin.Runs(text) {
			b.add(r)
		}
		return b
	}
	b.text = []rune(text)
	b.styles = make([]Style, len(b.text))
	return b
}

func (b *Block) add(r bulletin.Run) {
	var s Style
	if r.Bold {
		s |= Bold
	}
	if r.Italic {
		s |= Italic
	}
	for _, letter := range r.Text {
		b.text = append(b.text, letter)
		b.styles = append(b.styles, s)
	}
}

// Len is the number of letters.
func (b *Block) Len() int { return len(b.text) }

// Runes are the letters. They must not be changed.
func (b *Block) Runes() []rune { return b.text }

// Styles are the letters' styles. They must not be changed.
func (b *Block) Styles() []Style { return b.styles }

// String is the text without emphasis.
func (b *Block) String() string { return string(b.text) }

// IsBlank reports whether the block has nothing but blanks.
func (b *Block) IsBlank() bool { return strings.TrimSpace(string(b.text)) == "" }

// Marked is the text as the article holds it, with its emphasis.
func (b *Block) Marked() string {
	if b.marked == nil {
		s := b.mark()
		b.marked = &s
	}
	return *b.marked
}

func (b *Block) mark() string {
	if !b.Kind.Rich() {
		return string(b.text)
	}
	var runs []bulletin.Run
	for from := 0; from < len(b.text); {
		to := b.RunEnd(from)
		runs = append(runs, bulletin.Run{
			Text: string(b.text[from:to]), Bold: b.styles[from]&Bold != 0, Italic: b.styles[from]&Italic != 0,
		})
		from = to
	}
	return bulletin.Mark(runs)
}

// RunEnd is where the stretch of one style that begins at from ends.
func (b *Block) RunEnd(from int) int {
	to := from + 1
	for to < len(b.text) && b.styles[to] == b.styles[from] {
		to++
	}
	return to
}

// Words counts the block's words where they count among the article's.
func (b *Block) Words() int {
	if b.words < 0 {
		b.words = 0
		if kinds[b.Kind].read {
			b.words = bulletin.CountWords(string(b.text))
		}
	}
	return b.words
}

func (b *Block) replace(at, removed int, with piece) {
	b.text = slices.Replace(b.text, at, at+removed, with.text...)
	b.styles = slices.Replace(b.styles, at, at+removed, with.styles...)
	b.marked, b.words = nil, -1
}

// replaceCounted is replace for a block whose words are counted: only those
// that the change touches are counted anew.
func (b *Block) replaceCounted(at, removed int, with piece) {
	words := b.Words()
	from, to := at, at+removed
	for from > 0 && !unicode.IsSpace(b.text[from-1]) {
		from--
	}
	for to < len(b.text) && !unicode.IsSpace(b.text[to]) {
		to++
	}
	behind := len(b.text) - to
	before := bulletin.CountWords(string(b.text[from:to]))
	b.replace(at, removed, with)
	if kinds[b.Kind].read {
		b.words = words - before + bulletin.CountWords(string(b.text[from:len(b.text)-behind]))
	}
}

// clone copies the block; what it shares with the copy is never changed.
func (b *Block) clone() *Block {
	c := *b
	c.text, c.styles = slices.Clone(b.text), slices.Clone(b.styles)
	return &c
}

// with is a copy of the block as another kind.
func (b *Block) with(k Kind) *Block {
	c := b.clone()
	c.Kind, c.marked, c.words = k, nil, -1
	if !k.Rich() {
		clear(c.styles)
	}
	return c
}

// piece is a stretch of text with its styles.
type piece struct {
	text   []rune
	styles []Style
}

func plainPiece(s string, style Style) piece {
	p := piece{text: []rune(s)}
	p.styles = make([]Style, len(p.text))
	for i := range p.styles {
		p.styles[i] = style
	}
	return p
}

func (b *Block) piece(from, to int) piece {
	return piece{slices.Clone(b.text[from:to]), slices.Clone(b.styles[from:to])}
}

// fitting is the piece as text of a kind takes it: without emphasis or line
// breaks where there are none.
func (p piece) fitting(k Kind) piece {
	if k.Rich() && k.Breaks() {
		return p
	}
	out := piece{slices.Clone(p.text), slices.Clone(p.styles)}
	if !k.Rich() {
		clear(out.styles)
	}
	if !k.Breaks() {
		for i, r := range out.text {
			if r == '\n' {
				out.text[i] = ' '
			}
		}
	}
	return out
}
