package layout

import "bantin/assets/styles"

// Hanging punctuation: what is light at the end of a line stands a little in
// the margin, so that the edge of the column looks straight. In percent of the
// glyph's own width, at the left and at the right edge; the values are those
// usual with pdfTeX (Hàn Thế Thành, "Micro-typographic extensions to the TeX
// typesetting system", 2000), a little less.
type hang struct{ left, right Length }

var hangs = func() map[rune]hang {
	m := map[rune]hang{}
	for _, h := range []struct {
		runes       string
		left, right Length
	}{
		{".,", 0, 65},
		{"…", 0, 20},
		{":;", 0, 40},
		{"!?", 0, 10},
		{"-", 0, 55},
		{"–", 25, 30},
		{"—", 15, 20},
		{"“”‘’\"'", 50, 50},
		{"«»", 30, 30},
		{"(", 10, 0},
		{")", 0, 10},
		{"%", 0, 5},
		{"•*", 30, 0},
		{"AÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶ", 5, 5},
		{"TVW", 6, 6},
		{"YỲÝỶỸỴ", 6, 6},
		{"LF", 0, 5},
		{"J", 5, 0},
		{"vwyỳýỷỹỵ", 5, 5},
		{"rk", 0, 4},
	} {
		for _, r := range h.runes {
			m[r] = hang{h.left, h.right}
		}
	}
	return m
}()

// hung sets by how much a word's first and last letter may hang, as far as the
// style goes with it. Words in the middle of a line do not mind.
func hung(ws []word, v voice, percent int) {
	if percent == 0 || v.Align == styles.Center {
		return
	}
	for i := range ws {
		w := &ws[i]
		first, last := &w.parts[0], &w.parts[len(w.parts)-1]
		n := len(last.runes) - 1
		w.hangLeft = first.advances[0] * hangs[first.runes[0]].left * Length(percent) / 10_000
		w.hangRight = last.advances[n] * hangs[last.runes[n]].right * Length(percent) / 10_000
		if v.Align == styles.Right && isDash(string(last.runes[n])) {
			w.hangRight = 0 // in two or three short lines it would be a spike
		}
	}
}
