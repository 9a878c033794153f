package field

import (
	"sync"

	"fyne.io/fyne/v2"
)

// widths remembers how wide words are: measuring costs a hundred times more
// than looking up, and Vietnamese is written with some seven thousand
// syllables.
type widths struct {
	mu    sync.Mutex
	known map[widthKey]float32
}

type widthKey struct {
	s     string
	size  float32
	style fyne.TextStyle
}

// wordsKept bounds the memory of widths: about 8 MB.
const wordsKept = 60_000

// longestWord is the longest stretch worth remembering; longer ones are parts
// of lines that will not come again.
const longestWord = 24

var words = widths{known: map[widthKey]float32{}}

func (w *widths) of(s string, l Look) float32 {
	if s == "" {
		return 0
	}
	if len(s) > longestWord {
		return fyne.MeasureText(s, l.Size, l.Style).Width
	}
	key := widthKey{s, l.Size, l.Style}
	w.mu.Lock()
	defer w.mu.Unlock()
	if width, ok := w.known[key]; ok {
		return width
	}
	if len(w.known) > wordsKept {
		clear(w.known)
	}
	width := fyne.MeasureText(s, l.Size, l.Style).Width
	w.known[key] = width
	return width
}

// Clamp breaks a text into at most n lines of a width; what does not fit is
// left out, with an ellipsis in its place.
func Clamp(s string, l Look, width float32, n int) []string {
	t := &text{width: width, lookOf: func(string) Look { return l }, measure: words.of}
	t.set(s)
	var lines []string
	for _, p := range t.paras {
		for _, r := range p.rows {
			lines = append(lines, t.visible(r))
		}
	}
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	lines[n-1] = ellipsis(lines[n-1], l, width)
	return lines
}

func ellipsis(s string, l Look, width float32) string {
	runes := []rune(s)
	for len(runes) > 0 {
		if last := runes[len(runes)-1]; last != ' ' && last != ',' {
			if words.of(string(runes)+"…", l) <= width {
				break
			}
		}
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}
