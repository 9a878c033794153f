package illustration

import "math"

// foliage is the three tones of a crown: in shade, in its own colour, in light.
type foliage struct{ dark, mid, light colour }

func (f foliage) hazed(air colour, t float64) foliage {
	return foliage{f.dark.to(air, t), f.mid.to(air, t), f.light.to(air, t)}
}

// blob is a round with an uneven, soft outline.
func blob(seed uint64, x, y, rx, ry, uneven float64) path {
	const n = 11
	points := make([]pt, n)
	for i := range points {
		s, co := math.Sincos(2 * math.Pi * float64(i) / n)
		r := 1 + uneven*lattice(seed, i, 9)
		points[i] = pt{x + rx*r*co, y + ry*r*s}
	}
	return smooth(points...)
}

// crown is a heap of leaves around a point, lit from upper left (light -1) or
// upper right (light 1).
func (c *canvas) crown(seed uint64, x, y, rx, ry, light float64, f foliage) {
	c.heap(seed, 12, x, y, rx, ry, .42, flat(f.dark))
	c.heap(seed+10, 12, x+light*rx*.12, y-ry*.14, rx*.86, ry*.82, .27, flat(f.mid))
	c.heap(seed+20, 10, x+light*rx*.24, y-ry*.3, rx*.66, ry*.56, .17, flat(f.light))
	size := min(rx*.07, 11)
	c.dabs(seed+30, int(40+.35*(rx-size)), x, y, rx*.9, ry*.88, light, size, f)
}

// heap is n blobs spread over an ellipse; size is their radius against it.
func (c *canvas) heap(seed uint64, n int, x, y, rx, ry, size float64, with paint) {
	var p path
	for i := range n {
		a := 2*math.Pi*float64(i)/float64(n) + .5*lattice(seed, i, 1)
		d := (1 - size) * math.Sqrt(.5+.5*lattice(seed, i, 2))
		r := size * (.8 + .35*lattice(seed, i, 3))
		p = append(p, blob(seed+uint64(i)*7, x+rx*d*math.Cos(a), y+ry*d*math.Sin(a), rx*r, ry*r, .16)...)
	}
	c.fill(p, with)
}

// dabs are single touches of the brush over a crown, light ones on the side of
// the light, dark ones on the other.
func (c *canvas) dabs(seed uint64, n int, x, y, rx, ry, light, size float64, f foliage) {
	for i := range n {
		a := math.Pi * lattice(seed, i, 1)
		d := math.Sqrt(.5 + .5*lattice(seed, i, 2))
		dx, dy := d*math.Cos(a), d*math.Sin(a)
		col := f.dark
		if dx*light*.7-dy > .25 {
			col = f.light
		} else if dx*light*.7-dy > -.3 {
			col = f.mid
		}
		p := ellipse(x+dx*rx, y+dy*ry, size, size*.5)
		c.fill(p.turned(60*lattice(seed, i, 3), x+dx*rx, y+dy*ry), flat(col))
	}
}

// tree is a broad-leaved tree that stands at x, y and is size units high.
func (c *canvas) tree(seed uint64, x, y, size, light float64, bark colour, f foliage) {
	t := size * .05
	c.fill(limb(t*1.6, t, pt{x, y}, pt{x + t*.4, y - size*.3}, pt{x - t*.3, y - size*.55}), flat(bark))
	c.fill(limb(t, t*.5, pt{x, y - size*.3}, pt{x + size*.16, y - size*.55}), flat(bark))
	c.fill(limb(t, t*.5, pt{x, y - size*.34}, pt{x - size*.15, y - size*.56}), flat(bark))
	c.crown(seed, x, y-size*.66, size*.36, size*.31, light, f)
}

// bush is a crown without a trunk that stands at x, y.
func (c *canvas) bush(seed uint64, x, y, size, light float64, f foliage) {
	c.crown(seed, x, y-size*.3, size*.6, size*.36, light, f)
}

// areca is a slender palm, size units high.
func (c *canvas) areca(x, y, size, lean float64, bark colour, f foliage) {
	top := pt{x + lean*size, y - size*.82}
	c.fill(limb(size*.032, size*.02, curve(pt{x, y}, pt{x + lean*size*.35, y - size*.42}, top)...), flat(bark))
	c.fill(limb(size*.034, size*.026, top, pt{top.x + lean*size*.1, top.y - size*.07}), flat(f.mid))
	top.y -= size * .06
	for i, a := range [...]float64{-168, -20, -150, -40, -128, -62, -95} {
		c.frond(top, a, size*(.3-.01*float64(i%2)), [...]colour{f.dark, f.dark, f.mid, f.mid, f.light, f.light, f.light}[i])
	}
}

// frond is one leaf of a palm, rising at angle degrees and bending down.
func (c *canvas) frond(at pt, degrees, length float64, col colour) {
	s, co := math.Sincos(degrees * math.Pi / 180)
	spine := curve(at,
		pt{at.x + co*length*.5, at.y + s*length*.5 - length*.08},
		pt{at.x + co*length, at.y + s*length*.75 + length*.22})
	c.fill(limb(length*.03, length*.01, spine...), flat(col))
	n := len(spine)
	for i := 2; i < n; i++ {
		t := float64(i) / float64(n)
		long := length * .24 * math.Sin(math.Pi*(.18+.8*t))
		for _, side := range [...]float64{-1, 1} {
			tip := pt{spine[i].x + co*long*.5 - side*s*long*.35, spine[i].y + long*(.55+.25*side) + math.Abs(s)*long*.1}
			c.fill(limb(length*.035, length*.008, spine[i], tip), flat(col))
		}
	}
}

// bamboo is a clump of bending stalks with hanging leaves.
func (c *canvas) bamboo(seed uint64, x, y, size float64, stalks int, f foliage) {
	for i := range stalks {
		lean := lattice(seed, i, 1) * .34
		h := size * (.8 + .2*lattice(seed, i, 2))
		foot := x + size*.08*lattice(seed, i, 3)
		line := curve(pt{foot, y}, pt{foot + lean*h*.3, y - h*.5}, pt{foot + lean*h, y - h*.9}, pt{foot + lean*h*1.6, y - h*.92})
		col := f.dark.to(f.mid, .5+.5*lattice(seed, i, 4))
		c.fill(limb(size*.018, size*.006, line...), flat(col))
		for j := 7; j < len(line); j++ {
			c.spray(seed+uint64(i*31+j), line[j], size*.1, f)
		}
	}
}

// spray is a handful of pointed leaves that hang from a twig.
func (c *canvas) spray(seed uint64, at pt, size float64, f foliage) {
	tones := [...]colour{f.dark, f.mid, f.light}
	for i := range 4 {
		a := math.Pi/2 + 1.3*lattice(seed, i, 1)
		l := size * (.75 + .25*lattice(seed, i, 2))
		s, co := math.Sincos(a)
		mid := pt{at.x + co*l*.45, at.y + s*l*.45}
		c.fill(poly(at, pt{mid.x - s*l*.09, mid.y + co*l*.09}, pt{at.x + co*l, at.y + s*l}, pt{mid.x + s*l*.09, mid.y - co*l*.09}),
			flat(tones[(i+int(seed))%3]))
	}
}

// banana is a plant of broad leaves, size units high.
func (c *canvas) banana(x, y, size float64, f foliage) {
	c.fill(limb(size*.1, size*.07, pt{x, y}, pt{x + size*.02, y - size*.5}), flat(f.mid.to(f.light, .4)))
	for i, a := range [...]float64{-165, -15, -140, -42, -112, -70} {
		s, co := math.Sincos(a * math.Pi / 180)
		l := size * .55
		root := pt{x + size*.02, y - size*.5}
		mid := pt{root.x + co*l*.55, root.y + s*l*.62}
		tip := pt{root.x + co*l, root.y + s*l*.62 + l*.16}
		col := [...]colour{f.dark, f.dark, f.mid, f.mid, f.light, f.light}[i]
		c.fill(smooth(root, pt{mid.x - l*.1, mid.y - l*.1}, tip, pt{mid.x + l*.06, mid.y + l*.14}), flat(col))
		c.fill(limb(l*.02, l*.005, curve(root, mid, tip)...), flat(col.lit(.35)))
	}
}
