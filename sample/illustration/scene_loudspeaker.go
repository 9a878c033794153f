package illustration

// loudspeaker is the hamlet's pole at daybreak, above the roofs.
func loudspeaker(c *canvas) {
	c.all(down(0, 1150, hex(0x2d3a6b), hex(0x5d5a93), hex(0xb8789a), hex(0xf0a58a), hex(0xfbd59a)))
	for i := range 26 {
		x, y := 500+500*lattice(801, i, 1), 40+170*(1+lattice(801, i, 2))
		c.fill(ellipse(x, y, 2.2, 2.2), flat(hex(0xfff3d0).fade(.75)))
	}
	c.sun(720, 1085, 70, hex(0xfff0c4), hex(0xffd28a))
	c.streak(260, 640, 560, 30, hex(0xf7b59a).fade(.5))
	c.streak(780, 760, 520, 34, hex(0xfccfa0).fade(.5))
	c.streak(340, 870, 640, 30, hex(0xfbd0a0).fade(.5))
	c.hills(c.ridge(81, 1080, 60, 260, .4), hex(0x8a6a94), hex(0xf2b795), 180)
	c.hills(c.ridge(87, 1140, 40, 200, .4), hex(0x6a5788), hex(0xd79a94), 150)
	c.dawnVillage()
	c.pole()
}

func (c *canvas) dawnVillage() {
	night := foliage{hex(0x2b3558), hex(0x3f4f6a), hex(0x6f6a78)}
	for i := range 9 {
		c.bush(uint64(820+i), 60+120*float64(i), 1230, 170, 1, night.hazed(hex(0xd79a94), .35))
	}
	for _, h := range [...][3]float64{{60, 1260, 150}, {330, 1245, 130}, {560, 1255, 150}, {800, 1262, 160}} {
		c.roofTop(h[0], h[1], h[2], house{hex(0x7a4a5c), hex(0xb98f94), hex(0xffd27a)})
		c.smoke(h[0]+h[2]*.5, h[1]-h[2]*.6)
	}
	c.areca(150, 1330, 480, .05, hex(0x3c3a54), night)
	c.areca(60, 1330, 380, -.04, hex(0x3c3a54), night)
	c.cottage(300, 1420, 330, 210, house{hex(0x6d3b4c), hex(0x94707f), hex(0xffc968)})
	c.cottage(660, 1440, 360, 230, house{hex(0x7d3f4a), hex(0xa07c86), hex(0xffc968)})
	c.fill(rect(0, 1400, c.w, 100), down(1400, 1500, hex(0x3a3a5a), hex(0x23274a)))
	for i := range 8 {
		c.bush(uint64(860+i), 30+140*float64(i), 1470, 190, 1, foliage{hex(0x1f2848), hex(0x2f3c5a), hex(0x4d5a6a)})
	}
}

func (c *canvas) smoke(x, y float64) {
	c.fill(limb(5, 26, curve(pt{x, y}, pt{x + 16, y - 60}, pt{x - 6, y - 120}, pt{x + 30, y - 200})...), down(y-200, y, white.fade(0), hex(0xfbe3cf).fade(.4)))
}

func (c *canvas) pole() {
	metal := hex(0x3a3a58)
	for i := range 3 {
		y := 250 + 34*float64(i)
		c.fill(limb(3, 3, curve(pt{-10, y + 150}, pt{230, y + 130}, pt{470, y})...), flat(ink.fade(.7)))
		c.fill(limb(3, 3, curve(pt{470, y}, pt{760, y + 110}, pt{1010, y + 90})...), flat(ink.fade(.7)))
	}
	for i, x := range [...]float64{150, 196, 262, 800} {
		y := [...]float64{398, 396, 390, 366}[i]
		c.swallow(x, y-14, 26)
	}
	c.fill(poly(pt{452, 1440}, pt{461, 190}, pt{483, 190}, pt{494, 1440}), across(452, 494, hex(0xd9b0a4), hex(0x8a7a90), hex(0x4a4668)))
	c.fill(limb(14, 14, pt{380, 250}, pt{566, 250}), flat(metal))
	c.fill(limb(12, 12, pt{390, 300}, pt{556, 300}), flat(metal))
	c.horn(505, 430, 250, 1)
	c.horn(440, 560, 230, -1)
	c.fill(rect(440, 700, 66, 96), across(440, 506, hex(0xc9c4d0), hex(0x7a7690)))
	c.fill(rect(450, 716, 46, 8), flat(metal))
	for i := range 3 {
		r := 110 + 60*float64(i)
		c.waveArc(760, 400, r, hex(0xfff0d0).fade(.5-.13*float64(i)))
	}
}

// horn is a loudspeaker whose mouth opens towards facing.
func (c *canvas) horn(x, y, s, facing float64) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y + dy*s} }
	c.fill(limb(s*.07, s*.07, f(-.1, .12), f(.25, .03)), flat(hex(0x3a3a58)))
	c.fill(rect(min(f(.02, 0).x, f(.24, 0).x), y-s*.13, s*.22, s*.26), down(y-s*.13, y+s*.13, hex(0xb9b3c4), hex(0x5a567a)))
	c.fill(poly(append(curve(f(.2, -.09), f(.5, -.13), f(.82, -.4)), curve(f(.82, .34), f(.5, .1), f(.2, .08))...)...),
		down(y-s*.4, y+s*.36, hex(0xfdf0e0), hex(0xd6b9bd), hex(0x75698f)))
	c.fill(ellipse(f(.82, 0).x, y-s*.03, s*.11, s*.375), across(x, x+facing*s, hex(0xf8dcc4), hex(0x9a86a4)))
	c.fill(ellipse(f(.835, 0).x, y-s*.03, s*.08, s*.32), across(f(.75, 0).x, f(.92, 0).x, hex(0x4a4468), hex(0x7a6a8a)))
	c.fill(ellipse(f(.82, 0).x, y-s*.03, s*.035, s*.1), flat(hex(0xcdb4b8)))
}

func (c *canvas) waveArc(x, y, r float64, col colour) {
	var line []pt
	for i := -4; i <= 4; i++ {
		a := float64(i) / 4 * .5
		line = append(line, pt{x - 60 + r*(1-a*a*.5), y + r*a})
	}
	c.fill(limb(7, 7, curve(line...)...), flat(col))
}

// swallow sits on the wire.
func (c *canvas) swallow(x, y, s float64) {
	c.fill(smooth(pt{x - s*.5, y - s*.5}, pt{x - s*.2, y - s*.7}, pt{x + s*.15, y - s*.2}, pt{x + s*.7, y + s*.8}, pt{x + s*.05, y + s*.35}, pt{x - s*.3, y + s*.1}), flat(hex(0x23274a)))
	c.fill(ellipse(x-s*.18, y-s*.02, s*.14, s*.24), flat(hex(0xf6d9c4)))
}
