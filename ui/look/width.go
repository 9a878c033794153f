package look

import (
	"sync"

	"fyne.io/fyne/v2"
)

// widths remembers how wide words are: measuring costs a hundred times more
// than looking up, and Vietnamese is written with some seven thousand
// syllables.
var widths = remembered{known: map[widthKey]float32{}, most: wordsKept}

// remembered are widths, up to so many; then it begins anew.
type remembered struct {
	sync.Mutex
	known map[widthKey]float32
	most  int
}

type widthKey struct {
	s     string
	size  float32
	style fyne.TextStyle
}

// wordsKept bounds the memory of widths: about 8 MB.
const wordsKept = 60_000

// longestWord is the longest stretch of words, in bytes; longer ones are lines.
const longestWord = 24

// lines remembers how wide lines are that were measured lately: laying out asks
// for the same one several times, and a line costs as much as all its words. None
// is as long as an article.
var lines = remembered{known: map[widthKey]float32{}, most: 2_000}

const longestLine = 400 // bytes

// Width is how wide a stretch of text is on screen. It is for the goroutine of
// the window: where the desk's typeface lacks a letter, Fyne is asked. Of letters
// that the typeface has, it may be asked on any goroutine.
func Width(s string, size float32, style fyne.TextStyle) float32 {
	if s == "" {
		return 0
	}
	switch {
	case len(s) <= longestWord:
		return widths.of(widthKey{s, size, style})
	case len(s) <= longestLine:
		return lines.of(widthKey{s, size, style})
	}
	return widthOf(s, size, style)
}

func (r *remembered) of(key widthKey) float32 {
	r.Lock()
	width, ok := r.known[key]
	r.Unlock()
	if ok {
		return width
	}
	width = widthOf(key.s, key.size, key.style) // the window must not wait for it
	r.Lock()
	defer r.Unlock()
	if len(r.known) >= r.most {
		clear(r.known)
	}
	r.known[key] = width
	return width
}

// widthOf measures a stretch of text.
func widthOf(s string, size float32, style fyne.TextStyle) float32 {
	if width, known := shaped(s, size, style); known {
		return width
	}
	return measure(s, size, style).Width
}

var heights sync.Map // heightKey → float32

type heightKey struct {
	size  float32
	style fyne.TextStyle
}

// Height is how high a line of text is on screen.
func Height(size float32, style fyne.TextStyle) float32 {
	key := heightKey{size, style}
	if h, ok := heights.Load(key); ok {
		return h.(float32)
	}
	h := measure("Ấg", size, style).Height
	heights.Store(key, h)
	return h
}
