package look

import (
	"sync"

	"fyne.io/fyne/v2"
)

// widths remembers how wide words are: measuring costs a hundred times more
// than looking up, and Vietnamese is written with some seven thousand
// syllables.
var widths = struct {
	sync.Mutex
	known map[widthKey]float32
}{known: map[widthKey]float32{}}

type widthKey struct {
	s     string
	size  float32
	style fyne.TextStyle
}

// wordsKept bounds the memory of widths: about 8 MB.
const wordsKept = 60_000

// longestWord is the longest stretch worth remembering, in bytes; longer ones
// are parts of lines that will not come again.
const longestWord = 24

// Width is how wide a stretch of text is on screen. It is for the goroutine of
// the window: where the desk's typeface lacks a letter, Fyne is asked. Of letters
// that the typeface has, it may be asked on any goroutine.
func Width(s string, size float32, style fyne.TextStyle) float32 {
	if s == "" {
		return 0
	}
	if len(s) > longestWord {
		return widthOf(s, size, style)
	}
	key := widthKey{s, size, style}
	widths.Lock()
	width, ok := widths.known[key]
	widths.Unlock()
	if ok {
		return width
	}
	width = widthOf(s, size, style) // the window must not wait for it
	widths.Lock()
	defer widths.Unlock()
	if len(widths.known) > wordsKept {
		clear(widths.known)
	}
	widths.known[key] = width
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
