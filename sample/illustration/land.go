package illustration

import "math"

// ridge is the line of a range of hills from the left edge of the canvas to
// the right: its middle height, how far it rises and falls, and how long its
// waves are. rough adds smaller waves, 0 to 1.
func (c *canvas) ridge(seed uint64, y, rise, length, rough float64) []pt {
	const step = 6
	var line []pt
	for x := -step * 2.0; x <= c.w+step*2; x += step {
		v := wave(seed, x/length)
		v += rough * .5 * wave(seed+1, x/length*2.3)
		v += rough * .25 * wave(seed+2, x/length*5.1)
		line = append(line, pt{x, y - v*rise})
	}
	return line
}

// wave is smooth noise along a line, from -1 to 1.
func wave(seed uint64, x float64) float64 {
	f := math.Floor(x)
	return lerp(lattice(seed, int(f), 0), lattice(seed, int(f)+1, 0), ease(x-f))
}

// hills fills the area under a ridge, clear at the crest and dissolving into
// the colour of the air depth units below it.
func (c *canvas) hills(line []pt, crest, air colour, depth float64) {
	top := line[0].y
	for _, p := range line {
		top = min(top, p.y)
	}
	c.fill(under(line, c.h), down(top, top+depth, crest, crest.to(air, .35), air))
}

// mist is a soft bank of air around the level y.
func (c *canvas) mist(y, height float64, air colour) {
	c.fill(rect(0, y-height, c.w, height*2),
		down(y-height, y+height, air.fade(0), air.fade(air.a*.5), air, air.fade(air.a*.5), air.fade(0)).plain())
}

// glow is light that spreads from a point.
func (c *canvas) glow(x, y, radius float64, light colour) {
	c.fill(ellipse(x, y, radius, radius),
		around(x, y, radius, light, light.fade(light.a*.45), light.fade(light.a*.15), light.fade(0)).plain())
}

// sun is a disc with its glow.
func (c *canvas) sun(x, y, r float64, body, light colour) {
	c.glow(x, y, r*6, light.fade(.75))
	c.fill(ellipse(x, y, r, r), flat(body))
}

// streak is a long thin cloud.
func (c *canvas) streak(x, y, length, thick float64, col colour) {
	c.fill(smooth(
		pt{x - length/2, y}, pt{x - length*.2, y - thick*.5}, pt{x + length*.1, y - thick*.35},
		pt{x + length*.3, y - thick*.55}, pt{x + length/2, y},
		pt{x + length*.2, y + thick*.3}, pt{x - length*.25, y + thick*.25},
	), flat(col))
}

// cloud is a heaped cloud with a flat foot, lit from the side given by light
// (-1 left, 1 right).
func (c *canvas) cloud(x, y, size float64, light float64, bright, shadow colour) {
	heap := func(dx, dy, grow float64) path {
		var p path
		for _, b := range [...][3]float64{{-.42, -.06, .13}, {-.24, -.17, .19}, {.02, -.26, .26}, {.27, -.15, .18}, {.44, -.05, .11}} {
			p = append(p, ellipse(x+(b[0]+dx)*size, y+(b[1]+dy)*size, b[2]*size*grow, b[2]*size*grow)...)
		}
		return p
	}
	foot := rect(x-size, y-size, size*2, size*1.0)
	c.within(foot, func() {
		c.fill(heap(0, 0, 1), down(y-size*.5, y, bright, shadow))
		c.fill(heap(light*.03, -.05, .8), down(y-size*.5, y, bright.lit(.4), bright.fade(.1)))
	})
}

// scatter calls draw at n random places of a band, from back (top) to front;
// near goes from 0 to 1 on the way.
func scatter(seed uint64, n int, x0, x1, y0, y1 float64, draw func(i int, x, y, near float64)) {
	for i := range n {
		near := (float64(i) + .5 + .4*lattice(seed, i, 1)) / float64(n)
		x := x0 + (x1-x0)*(.5+.5*lattice(seed, i, 2))
		draw(i, x, y0+(y1-y0)*near, near)
	}
}

// tufts are blades of grass standing along a band.
func (c *canvas) tufts(seed uint64, n int, x0, x1, y0, y1, height float64, dark, light colour) {
	scatter(seed, n, x0, x1, y0, y1, func(i int, x, y, near float64) {
		h := height * (.5 + near*.7) * (.7 + .3*lattice(seed, i, 3))
		lean := h * .35 * lattice(seed, i, 4)
		col := dark.to(light, .5+.5*lattice(seed, i, 5))
		c.fill(poly(pt{x - h*.09, y}, pt{x + lean, y - h}, pt{x + h*.09, y}), flat(col))
	})
}
