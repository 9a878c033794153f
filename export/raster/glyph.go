package raster

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"sync"

	"bantin/assets/fonts"
	"bantin/export/layout"
	"bantin/export/softproof"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// text paints a Text glyph by glyph: each at the sum of the advances before it
// to a quarter of a pixel, the baseline on a whole pixel, which keeps small
// letters sharp.
func (c *canvas) text(t layout.Text) {
	src := image.NewUniform(softproof.Colour(t.Ink))
	size := fixed.Int26_6(math.Round(c.pixels(t.Size) * 64))
	widen := int8(t.Widen / widenStep)
	y := c.round(t.Y)
	x := t.X
	for _, g := range t.Glyphs {
		at := c.pixels(x)
		x += g.Advance
		whole := math.Floor(at)
		quarter := uint8((at - whole) * steps)
		m := maskOf(maskKey{t.Face, g.Rune, size, quarter, widen})
		if m.alpha == nil {
			continue
		}
		r := m.alpha.Bounds().Add(image.Pt(int(whole), y))
		draw.DrawMask(c.img, r, src, image.Point{}, m.alpha, m.alpha.Bounds().Min, draw.Over)
	}
}

// steps is how many places within a pixel a glyph can have.
const steps = 4

// maskKey names one painted glyph.
type maskKey struct {
	face    fonts.Face
	r       rune
	size    fixed.Int26_6 // pixels an em
	quarter uint8
	widen   int8 // in widenStep
}

// widenStep is how exactly letters are drawn wider, in thousandths: finer could
// not be seen on a screen and would mean more masks.
const widenStep = 5

// mask is a painted glyph, its origin at (0,0); alpha is nil for a space.
type mask struct{ alpha *image.Alpha }

// masks remembers painted glyphs. A page has some 300 of them; when there are
// too many (after much zooming) it starts anew.
var masks = struct {
	sync.RWMutex
	m map[maskKey]mask
}{m: map[maskKey]mask{}}

const mostMasks = 16_000

func maskOf(key maskKey) mask {
	masks.RLock()
	m, ok := masks.m[key]
	masks.RUnlock()
	if ok {
		return m
	}
	m = paintMask(key)
	masks.Lock()
	defer masks.Unlock()
	if len(masks.m) >= mostMasks {
		clear(masks.m)
	}
	masks.m[key] = m
	return m
}

var outlines = func() map[fonts.Face]func() *sfnt.Font {
	m := map[fonts.Face]func() *sfnt.Font{}
	for _, f := range fonts.Faces() {
		m[f] = sync.OnceValue(func() *sfnt.Font {
			parsed, err := sfnt.ParseReaderAt(f.Open())
			if err != nil {
				panic(fmt.Sprintf("read face %s: %v", f, err)) // part of the program
			}
			return parsed
		})
	}
	return m
}()

// paintMask draws the outline of a glyph; what cannot be drawn is empty.
func paintMask(key maskKey) mask {
	load, ok := outlines[key.face]
	if !ok {
		return mask{}
	}
	f := load()
	var b sfnt.Buffer
	glyph, err := f.GlyphIndex(&b, key.r)
	if err != nil {
		return mask{}
	}
	segments, err := f.LoadGlyph(&b, glyph, key.size, nil)
	if err != nil || len(segments) == 0 {
		return mask{}
	}
	shift := float32(key.quarter) / steps
	bounds, _, err := f.GlyphBounds(&b, glyph, key.size, font.HintingNone)
	if err != nil {
		return mask{}
	}
	box := image.Rect(bounds.Min.X.Floor()-1, bounds.Min.Y.Floor()-1, bounds.Max.X.Ceil()+bounds.Max.X.Ceil()/40+3, bounds.Max.Y.Ceil()+1)
	return mask{rasterize(segments, box, 1+float32(key.widen)*widenStep/1000, shift)}
}

func rasterize(segments sfnt.Segments, box image.Rectangle, widen, shift float32) *image.Alpha {
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	z.DrawOp = draw.Src
	at := func(p fixed.Point26_6) (x, y float32) {
		return float32(p.X)/64*widen - float32(box.Min.X) + shift, float32(p.Y)/64 - float32(box.Min.Y)
	}
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			z.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x1, y1 := at(s.Args[1])
			z.QuadTo(x, y, x1, y1)
		case sfnt.SegmentOpCubeTo:
			x1, y1 := at(s.Args[1])
			x2, y2 := at(s.Args[2])
			z.CubeTo(x, y, x1, y1, x2, y2)
		}
	}
	z.ClosePath()
	alpha := image.NewAlpha(box)
	z.Draw(alpha, box, image.Opaque, image.Point{})
	return alpha
}
