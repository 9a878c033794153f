package layout

import (
	"bytes"
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
	upem int64
	face *font.Face

	mu     sync.Mutex
	shaper *harfbuzz.Font
	words  map[string][]int32
}

// rememberedWords bounds the memory that measured words take (some 2 MB).
const rememberedWords = 20_000

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
	face, err := font.ParseTTF(bytes.NewReader(f.Bytes()))
	if err != nil {
		panic(fmt.Sprintf("read face %s: %v", f, err))
	}
	return &typeface{
		upem: int64(face.Upem()), face: face,
		shaper: harfbuzz.NewFont(face), words: map[string][]int32{},
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

// advances writes into out, which is as long as the word, the distance from
// each rune's origin to the next one's, kerning inside the word included, at
// the given size.
func (t *typeface) advances(out []Length, word []rune, size Length) {
	t.mu.Lock()
	defer t.mu.Unlock()
	units, ok := t.words[string(word)]
	if !ok {
		units = t.shape(word)
		if len(t.words) >= rememberedWords {
			clear(t.words)
		}
		t.words[string(word)] = units
	}
	for i, u := range units {
		out[i] = scale(int64(u), size, t.upem)
	}
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
	b := harfbuzz.NewBuffer()
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
