package illustration

// football is boys on a dusty pitch late in the afternoon, long shadows.
func football(c *canvas) {
	c.all(down(0, 470, hex(0xf4a65a), hex(0xf9c47a), hex(0xfde6b4)))
	c.sun(260, 300, 76, hex(0xfff6d8), hex(0xffe2a0))
	c.streak(960, 120, 640, 34, hex(0xfdf0d4).fade(.6))
	c.streak(560, 60, 420, 26, hex(0xfdf0d4).fade(.5))
	dusk := foliage{hex(0x5a5a4a), hex(0x7f7448), hex(0xb99a4e)}
	c.hills(c.ridge(131, 420, 40, 260, .5), hex(0xd99a5f), hex(0xfbe0ac), 120)
	for i := range 13 {
		c.bush(uint64(1200+i), 20+122*float64(i), 470, 130, -1, dusk.hazed(hex(0xfbe0ac), .35))
	}
	c.areca(1180, 480, 360, .04, hex(0x6a5646), dusk)
	c.areca(1290, 485, 300, -.05, hex(0x6a5646), dusk)
	c.areca(1380, 485, 380, .03, hex(0x6a5646), dusk)
	c.fill(rect(0, 460, c.w, 540), down(460, 1000, hex(0xefc184), hex(0xd99a5c), hex(0xb9703f)))
	c.onlookers()
	c.goal()
	c.fill(poly(pt{0, 640}, pt{1500, 600}, pt{1500, 607}, pt{0, 649}), flat(hex(0xfdf0d4).fade(.7)))
	c.players()
}

func (c *canvas) onlookers() {
	tops := [...]colour{hex(0x8a4a4a), hex(0x4a6a7a), hex(0xd98a3c), hex(0x6a5a7a), hex(0xe9d6b0)}
	for i := range 17 {
		x := 340 + 46*float64(i) + 12*lattice(133, i, 1)
		l := look{skin: skin, hair: hair, top: tops[i%5].to(hex(0xf9c47a), .2), bottom: hex(0x5a4648)}
		if i%4 == 1 {
			l.hat = conical
		}
		p := standing
		if i%3 == 2 {
			p = cheering
		}
		c.person(x, 512+6*lattice(133, i, 2), 112, float64(1-2*(i%2)), l, p)
	}
}

func (c *canvas) goal() {
	bamboo := hex(0xf3e2b0)
	for i := range 9 {
		x := 1130 + 32*float64(i)
		c.fill(limb(1.6, 1.6, pt{x, 410}, pt{x + 44, 596}), flat(white.fade(.55)))
		y := 412 + 23*float64(i)
		c.fill(limb(1.6, 1.6, pt{1130 + 5*float64(i), y}, pt{1390 + 5*float64(i), y}), flat(white.fade(.55)))
	}
	c.fill(limb(13, 13, pt{1120, 610}, pt{1120, 402}, pt{1396, 402}, pt{1396, 598}), flat(bamboo))
	for i := range 5 {
		c.fill(rect(1112, 430+38*float64(i), 16, 4), flat(hex(0xa8854e)))
		c.fill(rect(1388, 430+38*float64(i), 16, 4), flat(hex(0xa8854e)))
	}
	c.longShadow(1260, 640, 190)
	c.person(1260, 640, 200, -1, look{skin: skinDark, hair: hair, top: hex(0xf2c63e), bottom: hex(0x33384f)}, cheering)
}

// longShadow lies away from the sun, to the right and towards us.
func (c *canvas) longShadow(x, y, h float64) {
	c.fill(smooth(pt{x - h*.1, y - 2}, pt{x + h*.1, y - h*.02}, pt{x + h*.9, y + h*.16}, pt{x + h*1.05, y + h*.24}, pt{x + h*.85, y + h*.26}, pt{x + h*.3, y + h*.12}), flat(hex(0x6a3a3f).fade(.38)))
}

func (c *canvas) players() {
	red := look{skin: skinDark, hair: hair, top: hex(0xd23f36), bottom: hex(0xf7efe0)}
	blue := look{skin: skin, hair: hair, top: hex(0x2f5fa0), bottom: hex(0x22345c)}
	for _, p := range [...]struct {
		x, y, h, f float64
		l          look
		how        pose
	}{
		{640, 650, 180, 1, blue, running},
		{930, 690, 205, -1, red, running},
		{260, 720, 235, 1, red, running},
		{1080, 830, 320, -1, blue, running},
		{560, 880, 390, 1, red, kicking},
	} {
		c.longShadow(p.x, p.y, p.h)
		c.person(p.x, p.y, p.h, p.f, p.l, p.how)
	}
	c.fill(ellipse(760, 862, 40, 10), flat(hex(0x6a3a3f).fade(.4)))
	c.ball(752, 800, 31)
	for i := range 16 {
		x, y := 600+150*(.5+.9*lattice(137, i, 1)), 872+16*lattice(137, i, 2)
		r := 22 + 20*(1+lattice(137, i, 3))
		c.fill(ellipse(x, y-r*.3, r*1.5, r), around(x, y-r*.3, r*1.5, hex(0xfbe6c0).fade(.4), hex(0xfbe6c0).fade(.2), hex(0xfbe6c0).fade(0)))
	}
}

func (c *canvas) ball(x, y, r float64) {
	b := ellipse(x, y, r, r)
	c.fill(b, around(x-r*.3, y-r*.3, r*1.6, white, hex(0xe9e0d0), hex(0x8a7f80)))
	c.within(b, func() {
		for _, q := range [...]pt{{0, 0}, {.85, -.3}, {-.8, -.45}, {.5, .85}, {-.55, .8}, {.1, -.98}} {
			c.fill(blob(139, x+q.x*r, y+q.y*r, r*.3, r*.3, .05), flat(hex(0x2c2a36)))
		}
	})
}
