package editor

import (
	"time"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// turn is how long the window is kept measuring words before it may do
// something else: a quarter of a frame.
const turn = 4 * time.Millisecond

// MeasureAhead measures the words of an article, so that it stands on the sheet
// in a moment when it is opened there; long ones took two frames. It reads the
// article on the goroutine that calls it, which is not the window's. Typefaces
// are the window's alone: do runs something on the window's goroutine and
// returns when that is done.
func MeasureAhead(a *bulletin.Article, do func(func())) {
	for words := wordsOf(manuscript.New(a)); len(words) > 0; {
		do(func() { words = measureSome(words, time.Now().Add(turn)) })
	}
}

// wording is a word, or the blanks behind one, as it is set in a block.
type wording struct {
	text string
	kind manuscript.Kind
	face manuscript.Style
}

// wordsOf are the words of a manuscript, each once.
func wordsOf(m *manuscript.Manuscript) []wording {
	var out []wording
	known := map[wording]bool{}
	for i := range m.Len() {
		b := m.Block(i)
		if b.Kind.IsObject() {
			continue
		}
		w := wrapper{text: b.Runes(), styles: b.Styles()}
		for at := 0; at < len(w.text); {
			end, stop := w.word(at)
			for _, part := range [][2]int{{at, end}, {end, stop}} {
				w.stretches(part[0], part[1], func(s string, face manuscript.Style) {
					if one := (wording{s, b.Kind, face}); !known[one] {
						known[one] = true
						out = append(out, one)
					}
				})
			}
			at = stop
		}
	}
	return out
}

// measureSome measures words until a time and returns the rest. It always
// measures one.
func measureSome(words []wording, until time.Time) []wording {
	set := map[manuscript.Kind]setting{}
	for i, w := range words {
		if i > 0 && time.Now().After(until) {
			return words[i:]
		}
		s, ok := set[w.kind]
		if !ok {
			s = settingOf(w.kind)
			set[w.kind] = s
		}
		look.Width(w.text, s.size, s.styleOf(w.face))
	}
	return nil
}
