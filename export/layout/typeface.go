package layout

import (
	"fmt"
	"slices"
	"sync"

	"bantin/assets/fonts"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// standIn is set where a face lacks a letter: every shipped face has it, and
// nobody takes it for part of a Vietnamese text.
const standIn = '¤'

// lastBMP is the highest code point that the PDF writer can set.
const lastBMP = 0xFFFF

// typeface measures words in one face. Its shaper may be used by one goroutine
// at a time, hence the lock; measured words are remembered.
type typeface struct {
	name fonts.Face
	upem int64
	face *font.Face

	mu     sync.Mutex
	shaper *harfbuzz.Font
	buffer *harfbuzz.Buffer // used again: it keeps how the face is to be shaped
	sizes  map[Length]map[string]*letters
	known  int // words of all sizes
}

// letters are those of a word as they stand in one face and size. They are never
// changed: the word shares them wherever it stands.
type letters struct {
	term
	face     fonts.Face
	runes    []rune
	advances []Length // from each rune's origin to the next one's, with kerning
	width    Length
}

// rememberedWords bounds the memory that measured words take (some 3 MB).
const rememberedWords = 10_000

var typefaces = func() map[fonts.Face]func() *typeface {
	m := map[fonts.Face]func() *typeface{}
	for _, f := range fonts.Faces() {
		m[f] = sync.OnceValue(func() *typeface { return loadTypeface(f) })
	}
	return m
}()

// typefaceOf gives a shipped face; it is read when first asked for.
func typefaceOf(f fonts.Face) *typeface { return typefaces[f]() }

// loadTypeface panics on a broken font: it is part of the program.
func loadTypeface(f fonts.Face) *typeface {
	face, err := font.ParseTTF(f.Open())
	if err != nil {
		panic(fmt.Sprintf("read face %s: %v", f, err))
	}
	return &typeface{
		name: f, upem: int64(face.Upem()), face: face,
		shaper: harfbuzz.NewFont(face), buffer: harfbuzz.NewBuffer(), sizes: map[Length]map[string]*letters{},
	}
}

// has reports whether the face can show r.
func (t *typeface) has(r rune) bool {
	if r > lastBMP {
		return false
	}
	_, ok := t.face.Font.NominalGlyph(r)
	return ok
}

// letters measures a word in a size.
func (t *typeface) letters(word []byte, size Length) *letters {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l := t.sizes[size][string(word)]; l != nil {
		return l
	}
	if t.known >= rememberedWords {
		clear(t.sizes)
		t.known = 0
	}
	if t.sizes[size] == nil {
		t.sizes[size] = map[string]*letters{}
	}
	l := t.measure(string(word), size)
	t.sizes[size][l.text] = l
	t.known++
	return l
}

func (t *typeface) measure(word string, size Length) *letters {
	l := &letters{term: newTerm(word), face: t.name, runes: []rune(word)}
	l.advances = make([]Length, len(l.runes))
	for i, u := range t.shape(l.runes) {
		l.advances[i] = scale(int64(u), size, t.upem)
		l.width += l.advances[i]
	}
	return l
}

// height is how far the highest of the letters reaches above the baseline:
// capitals with two marks, as in ĐẦM HÀ, reach over the type's own size.
func (t *typeface) height(letters []rune, size Length) Length {
	t.mu.Lock()
	defer t.mu.Unlock()
	var highest int64
	for _, r := range letters {
		glyph, _ := t.face.Font.NominalGlyph(r)
		if extents, ok := t.face.GlyphExtents(glyph); ok {
			highest = max(highest, int64(extents.YBearing))
		}
	}
	return scale(highest, size, t.upem)
}

// scale turns font units into a Length, rounded to the nearest.
func scale(units int64, size Length, upem int64) Length {
	n := units * int64(size)
	if n < 0 {
		return Length(-((-n + upem/2) / upem))
	}
	return Length((n + upem/2) / upem)
}

// kerningOnly switches off everything that puts another glyph for a letter:
// the PDF is written in code points.
var kerningOnly = func() []harfbuzz.Feature {
	features := []harfbuzz.Feature{feature("kern", 1)}
	for _, tag := range []string{"liga", "clig", "dlig", "rlig", "calt", "rclt", "ccmp", "locl", "mark", "mkmk"} {
		features = append(features, feature(tag, 0))
	}
	return features
}()

func feature(tag string, value uint32) harfbuzz.Feature {
	return harfbuzz.Feature{
		Tag: opentype.MustNewTag(tag), Value: value,
		Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
	}
}

// shape measures a word in font units. Where the shaper changes the glyphs all
// the same, the letters' own widths are taken, without kerning.
func (t *typeface) shape(word []rune) []int32 {
	b := t.buffer
	b.Clear()
	b.AddRunes(word, 0, len(word))
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight, Script: language.Latin, Language: language.NewLanguage("vi"),
	}
	b.Shape(t.shaper, kerningOnly)
	units := make([]int32, len(word))
	same := len(b.Info) == len(word)
	for i := 0; same && i < len(word); i++ {
		glyph, _ := t.face.Font.NominalGlyph(word[i])
		same = b.Info[i].Glyph == glyph && b.Info[i].Cluster == i
		units[i] = b.Pos[i].XAdvance
	}
	if same && !slices.ContainsFunc(units, func(u int32) bool { return u < 0 }) {
		return units
	}
	for i, r := range word {
		glyph, _ := t.face.Font.NominalGlyph(r)
		units[i] = int32(t.face.HorizontalAdvance(glyph))
	}
	return units
}
