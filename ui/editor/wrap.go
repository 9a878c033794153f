package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// row is a line on screen: letters [start, end) of its block.
type row struct {
	start, end int
	pieces     []piece // nil until the row is first needed on screen
}

// piece is a stretch of a row in one typeface.
type piece struct {
	at    int // its first letter in the block
	text  string
	style fyne.TextStyle
	x     float32 // from the row's left end
	width float32
}

// wrapper breaks a block into rows, greedily, after spaces where it can.
type wrapper struct {
	text   []rune
	styles []manuscript.Style
	set    *setting
	room   float32
}

// rows breaks everything from a row's start on.
func (w *wrapper) rows(start int, out []row) []row {
	for {
		end := w.rowEnd(start)
		out = append(out, row{start: start, end: end})
		if end == len(w.text) {
			if end > start && w.text[end-1] == '\n' {
				out = append(out, row{start: end, end: end})
			}
			return out
		}
		start = end
	}
}

// evenRows breaks everything into as few rows as there must be, none of them
// longer than it need be: no word stands alone below a full row.
func (w *wrapper) evenRows() []row {
	rows := w.rows(0, nil)
	const enough = 4 // how exact the room is
	full, narrow := w.room, w.room/float32(len(rows))
	for wide := full; len(rows) > 1 && wide-narrow > enough; {
		w.room = (narrow + wide) / 2
		if tried := w.rows(0, nil); len(tried) > len(rows) {
			narrow = w.room
		} else {
			rows, wide = tried, w.room
		}
	}
	w.room = full
	return rows
}

// rowEnd is where the row that begins at start ends.
func (w *wrapper) rowEnd(start int) int {
	x := float32(0)
	for at := start; at < len(w.text); {
		word, stop := w.word(at)
		bare := w.width(at, word)
		switch {
		case x+bare <= w.room:
		case at > start && isBlank(w.text[at-1]):
			return at
		default:
			return w.breakWord(start, stop)
		}
		x += bare
		if word < stop {
			x += w.width(word, stop)
		}
		at = stop
		if w.text[at-1] == '\n' {
			return at
		}
	}
	return len(w.text)
}

// longestPiece is how many letters are measured at once: what was pasted may be a
// picture or a program written as one word of a million letters.
const longestPiece = 128

// word is where the word that begins at a place ends, without and with the
// blanks behind it; of a very long one, where its next piece ends.
func (w *wrapper) word(at int) (end, stop int) {
	limit := min(len(w.text), at+longestPiece)
	for at < limit && !isBlank(w.text[at]) {
		at++
	}
	end = at
	for at < len(w.text) && w.text[at] == ' ' {
		at++
	}
	if at < len(w.text) && w.text[at] == '\n' {
		at++
	}
	return end, at
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' }

// breakWord breaks a word that is wider than a row.
func (w *wrapper) breakWord(start, stop int) int {
	x := float32(0)
	for at := start; at < stop; at++ {
		wide := w.width(at, at+1)
		if x+wide > w.room && at > start {
			return at
		}
		x += wide
	}
	return stop
}

// width measures letters [from, to), each stretch of one style by itself.
func (w *wrapper) width(from, to int) float32 {
	sum := float32(0)
	w.stretches(from, to, func(s string, face manuscript.Style) {
		sum += look.Width(s, w.set.size, w.set.styleOf(face))
	})
	return sum
}

// stretches gives letters [from, to) in stretches of one style.
func (w *wrapper) stretches(from, to int, give func(s string, face manuscript.Style)) {
	for from < to {
		end := w.styleEnd(from, to)
		give(strings.TrimSuffix(string(w.text[from:end]), "\n"), w.styles[from])
		from = end
	}
}

func (w *wrapper) styleEnd(from, limit int) int {
	to := from + 1
	for to < limit && w.styles[to] == w.styles[from] {
		to++
	}
	return to
}

// pieces makes what is drawn of a row.
func (w *wrapper) pieces(r row) []piece {
	out := []piece{}
	x := float32(0)
	end := r.end
	if end > r.start && w.text[end-1] == '\n' {
		end--
	}
	for from := r.start; from < end; {
		to := w.styleEnd(from, end)
		p := piece{at: from, text: string(w.text[from:to]), style: w.set.styleOf(w.styles[from]), x: x}
		p.width = look.Width(p.text, w.set.size, p.style)
		x += p.width
		out = append(out, p)
		from = to
	}
	return out
}

// rewrap breaks a block anew after letters [at, at+removed) became inserted
// ones: from the row before the change on, until the old rows fit again.
func (w *wrapper) rewrap(old []row, at, removed, inserted int) []row {
	first := 0
	for first+1 < len(old) && old[first+1].start <= at {
		first++
	}
	first = max(0, first-1) // what became shorter may move up a row
	delta := inserted - removed
	next := first
	fresh := make([]row, 0, 4)
	for start := old[first].start; ; {
		end := w.rowEnd(start)
		fresh = append(fresh, row{start: start, end: end})
		if end == len(w.text) {
			if end > start && w.text[end-1] == '\n' {
				fresh = append(fresh, row{start: end, end: end})
			}
			next = len(old)
			break
		}
		for next < len(old) && old[next].start+delta < end {
			next++
		}
		if end > at+inserted && next < len(old) && old[next].start+delta == end && old[next].start >= at+removed {
			break
		}
		start = end
	}
	for i := next; i < len(old); i++ {
		r := &old[i]
		r.start, r.end = r.start+delta, r.end+delta
		for j := range r.pieces {
			r.pieces[j].at += delta
		}
	}
	return replaceRows(old, first, next, fresh)
}

// replaceRows is slices.Replace, which would keep the pieces of rows that are
// gone alive no longer than this does.
func replaceRows(rows []row, from, to int, with []row) []row {
	if to-from == len(with) {
		copy(rows[from:to], with)
		return rows
	}
	out := make([]row, 0, len(rows)-(to-from)+len(with))
	out = append(out, rows[:from]...)
	out = append(out, with...)
	return append(out, rows[to:]...)
}
