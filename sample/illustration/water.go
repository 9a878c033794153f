package illustration

import "math"

// ripples are short level touches of light or shade on water as wide as the
// picture, small and dense at the top of the band, long and loose at its foot.
func (c *canvas) ripples(seed uint64, n int, y0, y1, long float64, col colour) {
	for i := range n {
		near := math.Pow((float64(i)+.5)/float64(n), 1.6)
		y := y0 + (y1-y0)*near
		x := c.w * (.5 + .5*lattice(seed, i, 2))
		l := long * (.25 + near) * (.6 + .4*lattice(seed, i, 3))
		t := 2 + 7*near
		c.fill(smooth(pt{x - l/2, y}, pt{x, y - t*.4}, pt{x + l/2, y}, pt{x + l*.1, y + t*.5}), flat(col))
	}
}

// path of light that a low sun lays on water, wider towards us.
func (c *canvas) sunPath(seed uint64, x, y0, y1, width float64, col colour) {
	n := int((y1 - y0) / 7)
	for i := range n {
		t := float64(i) / float64(n)
		w := width * (.35 + .65*t) * (.45 + .55*math.Abs(lattice(seed, i, 1)))
		off := width * .3 * t * lattice(seed, i, 2)
		y := y0 + (y1-y0)*t
		c.fill(smooth(pt{x + off - w/2, y}, pt{x + off, y - 2 - 2*t}, pt{x + off + w/2, y}, pt{x + off, y + 2 + 3*t}), flat(col.fade(col.a*(1-.55*t))))
	}
}

// boat is a wooden fishing boat on the water, bow towards facing; s is its
// length and x, y the middle of its water line.
func (c *canvas) boat(x, y, s, facing float64, hull, trim colour) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y + dy*s} }
	c.fill(poly(curve(f(-.5, -.1), f(-.46, .03), f(0, .05), f(.36, .03), f(.5, -.2), f(.3, -.1), f(0, -.07), f(-.3, -.08), f(-.5, -.1))...),
		down(y-s*.2, y+s*.05, hull.lit(.12), hull.shaded(.3)))
	c.fill(limb(s*.02, s*.022, curve(f(-.5, -.1), f(-.3, -.08), f(0, -.07), f(.3, -.1), f(.5, -.2))...), flat(trim))
	c.fill(poly(f(-.3, -.08), f(-.3, -.22), f(-.05, -.22), f(-.02, -.07)), flat(hull.lit(.18)))
	c.fill(poly(f(-.34, -.22), f(-.33, -.245), f(-.02, -.245), f(0, -.22)), flat(trim))
	c.fill(poly(f(-.26, -.19), f(-.26, -.13), f(-.17, -.13), f(-.17, -.19)), flat(ink.fade(.6)))
	c.fill(limb(s*.014, s*.008, f(.08, -.07), f(.1, -.55)), flat(hull.shaded(.3)))
	c.fill(limb(s*.006, s*.006, f(.1, -.54), f(.48, -.19)), flat(hull.shaded(.2)))
	c.fill(limb(s*.006, s*.006, f(.1, -.54), f(-.3, -.24)), flat(hull.shaded(.2)))
	c.fill(ellipse(f(.36, -.1).x, f(.36, -.1).y, s*.018, s*.014), flat(trim.lit(.6)))
}

// reflection is the broken shadow of a thing of width w standing at x, y.
func (c *canvas) reflection(seed uint64, x, y, w, depth float64, col colour) {
	n := int(depth / 7)
	for i := range n {
		t := float64(i) / float64(n)
		half := w / 2 * (1 - .5*t) * (.75 + .25*lattice(seed, i, 1))
		off := w * .08 * lattice(seed, i, 2)
		c.fill(smooth(pt{x + off - half, y + t*depth}, pt{x + off, y + t*depth - 3}, pt{x + off + half, y + t*depth}, pt{x + off, y + t*depth + 4}), flat(col.fade(col.a*(1-t))))
	}
}
