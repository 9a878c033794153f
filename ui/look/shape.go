package look

import (
	"bytes"
	"sync"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// shaper sets letters as Fyne's painter does (internal/painter/font.go,
// walkString), with the same tools, but keeps what it has learnt of a typeface.
// Fyne learns it anew for each text that it measures, which is nearly all of
// the time that measuring takes.
var shaper = struct {
	sync.Mutex
	shaping.HarfbuzzShaper
	shaping.Segmenter
}{}

var readFaces sync.Map // fyne.Resource → *font.Face, nil where it cannot be read

// single is a typeface of its own for all letters.
type single struct{ *font.Face }

// ResolveFace gives it.
func (s single) ResolveFace(rune) *font.Face { return s.Face }

// shaped is how wide a stretch of text is. It is not known where the desk's
// typeface of the style lacks a letter: Fyne takes that from another one.
func shaped(s string, size float32, style fyne.TextStyle) (width float32, known bool) {
	runes, face := []rune(s), faceOf(style)
	if face == nil || !hasAll(face, runes) {
		return 0, false
	}
	shaper.Lock()
	defer shaper.Unlock()
	in := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face,
		Size: fixed.Int26_6(float64(size) * 64),
	}
	for _, run := range shaper.Split(in, single{face}) {
		advance := fixed.Int26_6(0)
		for _, g := range shaper.Shape(run).Glyphs {
			advance += g.XAdvance
		}
		width += float32(float64(advance) / 64)
	}
	return width, true
}

// hasAll reports whether a typeface has all letters. Tabs are no letters.
func hasAll(face *font.Face, runes []rune) bool {
	for _, r := range runes {
		if _, ok := face.NominalGlyph(r); !ok || r < ' ' {
			return false
		}
	}
	return true
}

// faceOf is the typeface of a style. It is read without holding up who measures
// in others.
func faceOf(style fyne.TextStyle) *font.Face {
	if style.Symbol {
		return nil
	}
	file := Theme{}.Font(style)
	if face, ok := readFaces.Load(file); ok {
		return face.(*font.Face)
	}
	read, _ := font.ParseTTF(bytes.NewReader(file.Content()))
	face, _ := readFaces.LoadOrStore(file, read)
	return face.(*font.Face)
}

// facesKept is how many typefaces the shaper remembers, more than the desk has.
const facesKept = 8

func init() { shaper.SetFontCacheSize(facesKept) }
