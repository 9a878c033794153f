package desk

import (
	"strings"
	"unicode"
)

// Piece is a stretch of a text that stayed, came or went.
type Piece struct {
	Text string
	Kind PieceKind
}

// PieceKind is what became of a stretch of text.
type PieceKind int

// The kinds.
const (
	Stayed PieceKind = iota
	Came
	Went
)

// mostWords is how long texts may be that are compared word by word: longer
// ones differ as a whole between what is equal at both ends.
const mostWords = 3000

// CompareWords says word by word what became of a text: the longest common
// subsequence of words and the blanks between them stayed.
func CompareWords(before, after string) []Piece {
	a, b := splitWords(before), splitWords(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var pieces []Piece
	add := func(kind PieceKind, words []string) {
		text := strings.Join(words, "")
		switch n := len(pieces); {
		case text == "":
		case n > 0 && pieces[n-1].Kind == kind:
			pieces[n-1].Text += text
		default:
			pieces = append(pieces, Piece{text, kind})
		}
	}
	add(Stayed, a[:head])
	alignWords(a[head:len(a)-tail], b[head:len(b)-tail], add)
	add(Stayed, a[len(a)-tail:])
	return pieces
}

func alignWords(a, b []string, add func(PieceKind, []string)) {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > mostWords*mostWords {
		add(Went, a)
		add(Came, b)
		return
	}
	common := make([][]uint16, len(a)+1) // length of the longest common subsequence of the rests
	for i := range common {
		common[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			add(Stayed, a[i:i+1])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			add(Went, a[i:i+1])
			i++
		default:
			add(Came, b[j:j+1])
			j++
		}
	}
	add(Went, a[i:])
	add(Came, b[j:])
}

// splitWords cuts a text into words, each with the blanks behind it, and signs.
func splitWords(s string) []string {
	var out []string
	start, word := 0, false
	for i, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if i > start && (letter && !word || !letter && !unicode.IsSpace(r)) {
			out = append(out, s[start:i])
			start = i
		}
		word = letter
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
