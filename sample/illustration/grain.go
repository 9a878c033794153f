package illustration

import "sync"

// The brush: a tile of noise, drawn out sideways like the track of bristles,
// with the tooth of the paper over it. Every shape reads it from another
// corner, so that each looks painted on its own.

const tileSize = 512 // a power of two

// tile holds values from -127 to 127; it repeats without a seam.
var tile = sync.OnceValue(func() *[tileSize * tileSize]int8 {
	var t [tileSize * tileSize]int8
	for y := range tileSize {
		for x := range tileSize {
			v := .4*wrapNoise(1, x, y, 128, 32) + .35*wrapNoise(2, x, y, 32, 16) + .25*wrapNoise(3, x, y, 8, 4)
			t[y*tileSize+x] = int8(v * 127)
		}
	}
	return &t
})

// wrapNoise is smooth value noise from -1 to 1 with cells of w × h pixels; it
// repeats every tileSize pixels.
func wrapNoise(seed uint64, x, y, w, h int) float64 {
	cx, cy := x/w, y/h
	tx, ty := ease(float64(x%w)/float64(w)), ease(float64(y%h)/float64(h))
	nx, ny := (cx+1)%(tileSize/w), (cy+1)%(tileSize/h)
	top := lerp(lattice(seed, cx, cy), lattice(seed, nx, cy), tx)
	bottom := lerp(lattice(seed, cx, ny), lattice(seed, nx, ny), tx)
	return lerp(top, bottom, ty)
}

func lerp(a, b, t float64) float64 { return a + (b-a)*t }
func ease(t float64) float64       { return t * t * (3 - 2*t) }

// lattice is a fixed random number from -1 to 1 for a point of a grid
// (the mixing steps of SplitMix64).
func lattice(seed uint64, x, y int) float64 {
	v := seed*0x9e3779b97f4a7c15 + uint64(x)*0xbf58476d1ce4e5b9 + uint64(y)*0x94d049bb133111eb
	v = (v ^ v>>30) * 0xbf58476d1ce4e5b9
	v = (v ^ v>>27) * 0x94d049bb133111eb
	v ^= v >> 31
	return float64(v>>11)/(1<<52) - 1
}

// bristle reads the tile for one shape.
type bristle struct {
	strength int32 // 1/16 steps for a tile value of 128
	dx, dy   int
	step     int // tile pixels a canvas pixel, in 1/65536
	line     *[tileSize]int8
}

func newBristle(grain float64, stroke int, k float64) bristle {
	return bristle{
		strength: int32(grain * 255 * 16),
		dx:       stroke * 197, dy: stroke * 89,
		step: int(65536 * 1.6 / k), // made for 1.6 pixels a unit
	}
}

func (b *bristle) startRow(y int) {
	ty := (y*b.step>>16 + b.dy) & (tileSize - 1)
	b.line = (*[tileSize]int8)(tile()[ty*tileSize:])
}

func (b *bristle) at(x int) int32 {
	return int32(b.line[(x*b.step>>16+b.dx)&(tileSize-1)]) * b.strength >> 7
}

// paper gives the finished picture a faint tooth and darkens its corners a
// little.
func (c *canvas) paper() {
	w, h := c.w, c.h
	c.all(around(w/2, h/2, longSide*.62, ink.fade(0), ink.fade(0), ink.fade(.03), ink.fade(.13)))
}
