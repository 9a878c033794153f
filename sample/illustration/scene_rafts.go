package illustration

// oysterRafts lie in the bay; a woman in a round boat pulls up a rope.
func oysterRafts(c *canvas) {
	c.all(down(0, 380, hex(0x8ed0d6), hex(0xc4e6dc), hex(0xf3f4dc)))
	c.cloud(1100, 170, 260, -1, hex(0xffffff), hex(0xd2ebe6))
	c.cloud(420, 130, 180, -1, hex(0xffffff), hex(0xd2ebe6))
	c.islands()
	c.fill(rect(0, 372, c.w, 630), down(372, 1000, hex(0xc6ece0), hex(0x63c0bf), hex(0x2a93a3), hex(0x136a88)))
	c.ripples(151, 160, 385, 990, 170, white.fade(.3))
	c.ripples(152, 90, 430, 1000, 200, hex(0x0f5f80).fade(.28))
	for i, r := range [...][3]float64{{160, 430, .28}, {520, 424, .26}, {900, 430, .28}, {1270, 426, .26}, {330, 490, .45}, {830, 494, .47}, {1310, 500, .48}} {
		c.raft(uint64(1400+i), r[0], r[1], r[2])
	}
	c.raft(1410, 1050, 660, 1)
	c.raft(1411, 180, 640, .85)
	c.hut(1130, 622)
	c.harvester()
}

func (c *canvas) islands() {
	haze := hex(0xe4f2e2)
	for i, p := range [...][4]float64{{120, 372, 150, 190}, {330, 374, 110, 120}, {1340, 374, 190, 210}, {1130, 374, 100, 110}, {760, 373, 130, 70}} {
		col := hex(0x5f9f92).to(haze, .2+.12*float64(i%3))
		x, y, w, h := p[0], p[1], p[2], p[3]
		c.fill(smooth(pt{x - w, y + 20}, pt{x - w*.8, y - h*.4}, pt{x - w*.35, y - h*.92}, pt{x + w*.05, y - h*.8}, pt{x + w*.3, y - h}, pt{x + w*.75, y - h*.5}, pt{x + w, y + 20}), across(x-w, x+w, col.lit(.35), col, col.shaded(.2)))
	}
}

// raft is a frame of bamboo on blue floats, seen from above the bow; s scales
// it, x, y is its middle.
func (c *canvas) raft(seed uint64, x, y, s float64) {
	w, h := 430*s, 110*s
	at := func(u, v float64) pt { return pt{x + (u-.5)*w*(.72+.42*v), y + (v-.5)*h} }
	c.fill(poly(at(-.02, .1), at(1.02, .1), at(1.03, 1.25), at(-.03, 1.25)), flat(hex(0x0d5a78).fade(.3)))
	for i := range 5 {
		for j := range 2 {
			q := at((float64(i)+.2)/4.4, .1+.86*float64(j))
			c.fill(ellipse(q.x, q.y+8*s, 26*s, 15*s), down(q.y-8*s, q.y+22*s, hex(0x5aa9e0), hex(0x1f4f8f)))
		}
	}
	pole := hex(0xd9b878)
	for i := range 6 {
		t := float64(i) / 5
		c.fill(limb(9*s, 11*s, at(t, 0), at(t, 1)), flat(pole.shaded(.12*float64(i%2))))
	}
	for i := range 5 {
		t := float64(i) / 4
		c.fill(limb(9*s, 9*s, at(-.03, t), at(1.03, t)), across(x-w/2, x+w/2, pole.lit(.4), pole, pole.shaded(.3)))
	}
	for i := range 14 {
		q := at(.5+.5*lattice(seed, i, 1), .5+.5*lattice(seed, i, 2))
		c.fill(ellipse(q.x, q.y, 5*s, 4*s), flat(hex(0x4a4a55)))
	}
}

func (c *canvas) hut(x, y float64) {
	c.fill(rect(x, y-110, 150, 106), across(x, x+150, hex(0xf2dcae), hex(0xc99a62)))
	c.fill(rect(x+54, y-84, 44, 80), flat(hex(0x5a4238)))
	c.fill(poly(pt{x - 26, y - 104}, pt{x + 30, y - 166}, pt{x + 126, y - 166}, pt{x + 178, y - 104}), down(y-166, y-104, hex(0xd96a4a), hex(0xa8443c)))
	c.fill(limb(4, 4, pt{x + 170, y - 60}, pt{x + 260, y - 74}), flat(hex(0x8a6a4a)))
	for i := range 3 {
		c.fill(rect(x+182+24*float64(i), y-64-3*float64(i), 18, 34), flat([...]colour{hex(0xf4efe2), hex(0xe8a33c), hex(0x4f86b0)}[i]))
	}
}

func (c *canvas) harvester() {
	c.reflection(27, 560, 880, 420, 80, hex(0x0d4f70).fade(.55))
	l := look{skin: skinDark, hair: hair, top: hex(0xe0654f), bottom: hex(0x2b3f68), hat: conical}
	man := look{skin: skinDark, hair: hair, top: hex(0xf2e6c8), bottom: hex(0x33506a), hat: capped, hatColour: hex(0x2f5f8a)}
	c.person(640, 840, 290, 1, l, bending)
	c.person(440, 846, 300, 1, man, digging)
	c.fill(limb(8, 6, pt{516, 690}, pt{330, 930}), flat(hex(0x8a6444)))
	c.oysters(748, 770)
	wicker := hex(0xb5824c)
	hull := poly(append(curve(pt{320, 806}, pt{430, 838}, pt{560, 848}, pt{690, 838}, pt{800, 806}), curve(pt{770, 880}, pt{660, 912}, pt{560, 918}, pt{460, 912}, pt{350, 880})...)...)
	c.fill(hull, across(320, 800, wicker.lit(.4), wicker, wicker.shaded(.4)))
	c.within(hull, func() {
		for i := range 30 {
			x := 310 + 17*float64(i)
			c.fill(limb(3, 3, pt{x, 790}, pt{x + 60, 930}), flat(wicker.shaded(.45).fade(.5)))
			c.fill(limb(3, 3, pt{x + 40, 790}, pt{x - 20, 930}), flat(wicker.lit(.4).fade(.4)))
		}
	})
	c.fill(limb(16, 16, curve(pt{320, 806}, pt{430, 838}, pt{560, 848}, pt{690, 838}, pt{800, 806})...), flat(wicker.lit(.3)))
}

// oysters hang on the rope that is being pulled up.
func (c *canvas) oysters(x, y float64) {
	c.fill(limb(6, 6, pt{x - 26, y - 30}, pt{x + 6, y + 130}), flat(hex(0x3f5a5a)))
	for i := range 16 {
		t := float64(i) / 15
		p := blob(uint64(1450+i), x-20+22*t+13*lattice(1449, i, 1), y-10+130*t, 15, 10, .2)
		c.fill(p, flat(hex(0x8f9aa0).to([...]colour{hex(0xe4e0d6), hex(0x5a6670)}[i%2], .5)))
	}
}
