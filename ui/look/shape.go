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
// the time that measuring takes. A shaper and its faces bear one goroutine.
type shaper struct {
	shaping.HarfbuzzShaper
	shaping.Segmenter

	faces map[*font.Font]*font.Face
}

// shapers are those that nobody has at the moment. There are as many as measure
// at once: the window never waits for one that measures a long text ahead.
var shapers struct {
	sync.Mutex
	idle []*shaper
}

func borrowShaper() *shaper {
	shapers.Lock()
	defer shapers.Unlock()
	if last := len(shapers.idle) - 1; last >= 0 {
		s := shapers.idle[last]
		shapers.idle = shapers.idle[:last]
		return s
	}
	s := &shaper{faces: map[*font.Font]*font.Face{}}
	s.SetFontCacheSize(facesKept)
	return s
}

func (s *shaper) giveBack() {
	shapers.Lock()
	defer shapers.Unlock()
	shapers.idle = append(shapers.idle, s)
}

// faceOf is the shaper's own face of a typeface.
func (s *shaper) faceOf(typeface *font.Font) *font.Face {
	face := s.faces[typeface]
	if face == nil {
		face = font.NewFace(typeface)
		s.faces[typeface] = face
	}
	return face
}

var readFonts sync.Map // fyne.Resource → *font.Font, nil where it cannot be read

// single is a typeface of its own for all letters.
type single struct{ *font.Face }

// ResolveFace gives it.
func (s single) ResolveFace(rune) *font.Face { return s.Face }

// shaped is how wide a stretch of text is. It is not known where the desk's
// typeface of the style lacks a letter: Fyne takes that from another one.
func shaped(s string, size float32, style fyne.TextStyle) (width float32, known bool) {
	runes, typeface := []rune(s), fontOf(style)
	if typeface == nil || !hasAll(typeface, runes) {
		return 0, false
	}
	with := borrowShaper()
	defer with.giveBack()
	face := with.faceOf(typeface)
	in := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face,
		Size: fixed.Int26_6(float64(size) * 64),
	}
	for _, run := range with.Split(in, single{face}) {
		advance := fixed.Int26_6(0)
		for _, g := range with.Shape(run).Glyphs {
			advance += g.XAdvance
		}
		width += float32(float64(advance) / 64)
	}
	return width, true
}

// hasAll reports whether a typeface has all letters. Tabs are no letters.
func hasAll(typeface *font.Font, runes []rune) bool {
	for _, r := range runes {
		if _, ok := typeface.NominalGlyph(r); !ok || r < ' ' {
			return false
		}
	}
	return true
}

// fontOf is the typeface of a style. It is read without holding up who measures
// in others.
func fontOf(style fyne.TextStyle) *font.Font {
	if style.Symbol {
		return nil
	}
	file := Theme{}.Font(style)
	if known, ok := readFonts.Load(file); ok {
		return known.(*font.Font)
	}
	var read *font.Font
	if face, err := font.ParseTTF(bytes.NewReader(file.Content())); err == nil {
		read = face.Font
	}
	known, _ := readFonts.LoadOrStore(file, read)
	return known.(*font.Font)
}

// facesKept is how many typefaces a shaper remembers, more than the desk has.
const facesKept = 8
