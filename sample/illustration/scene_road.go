package illustration

// road is a new concrete road to the hills; neighbours plant trees along it.
func road(c *canvas) {
	c.all(down(0, 470, hex(0x6fb6d6), hex(0xa9d6dc), hex(0xeef2d8)))
	c.cloud(300, 230, 330, 1, hex(0xffffff), hex(0xd3e8ea))
	c.cloud(1190, 170, 250, 1, hex(0xffffff), hex(0xd3e8ea))
	air := hex(0xe2efd2)
	c.hills(c.ridge(33, 385, 90, 330, .5), hex(0x86b3c0), air, 190)
	c.hills(c.ridge(37, 450, 46, 250, .5), hex(0x5f9a86), air, 150)
	green := foliage{hex(0x2a6350), hex(0x4a8a55), hex(0x9fbf5a)}
	for i := range 15 {
		x := 30 + 105*float64(i)
		if x > 640 && x < 860 {
			continue
		}
		c.bush(uint64(200+i), x, 520, 120, 1, green.hazed(air, .35))
	}
	for _, h := range [...][3]float64{{180, 520, 76}, {420, 516, 62}, {1080, 518, 70}, {1270, 522, 84}} {
		c.roofTop(h[0], h[1], h[2], house{hex(0xc05a42), hex(0xf3e6c8), hex(0x6a4a3a)})
	}
	c.fill(rect(0, 510, c.w, 490), down(510, 1000, hex(0xb9c76a), hex(0x86b04e), hex(0x4f8a48)))
	c.fieldStrips()
	c.roadway()
	c.planting(green)
}

// fieldStrips are furrows that run to the vanishing point.
func (c *canvas) fieldStrips() {
	cols := [...]colour{hex(0xd9d17a), hex(0x9cc25c), hex(0x77aa4e), hex(0xc6cf6c)}
	for i := -14; i < 14; i++ {
		a, b := 750+float64(i)*330, 750+float64(i+1)*330
		c.fill(poly(pt{750 + float64(i)*34, 510}, pt{750 + float64(i+1)*34, 510}, pt{b, 1000}, pt{a, 1000}),
			down(510, 1000, cols[(i+28)%4].to(hex(0xe2efd2), .4), cols[(i+28)%4], cols[(i+28)%4].shaded(.14)))
	}
}

func (c *canvas) roadway() {
	left := curve(pt{764, 505}, pt{742, 540}, pt{690, 620}, pt{560, 780}, pt{330, 1010})
	right := curve(pt{778, 505}, pt{778, 540}, pt{800, 620}, pt{880, 780}, pt{1010, 1010})
	verge := func(line []pt, by float64) []pt {
		out := make([]pt, len(line))
		for i, q := range line {
			out[i] = pt{q.x + by*(q.y-500)/500, q.y}
		}
		return out
	}
	c.fill(between(verge(left, -120), verge(right, 120)), down(500, 1000, hex(0xd8b97c), hex(0xb98a55)))
	c.fill(between(left, right), along(pt{400, 600}, pt{1000, 700}, hex(0xf4efe2), hex(0xdcd6c8), hex(0xc2bdb4)))
	c.within(between(left, right), func() {
		for i := 1; i < 8; i++ {
			y := 505 + 7.6*float64(i*i)
			c.fill(rect(200, y, 1000, 1.5+float64(i)*.5), flat(hex(0x8f8a84).fade(.6)))
		}
		c.fill(poly(pt{1010, 800}, pt{560, 850}, pt{620, 890}, pt{1010, 870}), flat(hex(0x5d6a80).fade(.25)))
		c.fill(poly(pt{900, 700}, pt{640, 722}, pt{660, 740}, pt{900, 730}), flat(hex(0x5d6a80).fade(.22)))
	})
}

func (c *canvas) planting(green foliage) {
	stake := hex(0xa9784a)
	for _, t := range [...][3]float64{{668, 590, 70}, {620, 640, 96}, {868, 590, 70}, {905, 640, 98}, {985, 720, 150}} {
		c.fill(limb(3, 3, pt{t[0] + t[2]*.1, t[1]}, pt{t[0] + t[2]*.1, t[1] - t[2]*.6}), flat(stake))
		c.tree(uint64(t[0]), t[0], t[1], t[2], 1, hex(0x6a4e3c), green)
	}
	c.sapling(1180, 880, 230, stake, green)
	c.sapling(372, 800, 190, stake, green)
	hatGirl := look{skin: skin, hair: hair, top: hex(0xe0705f), bottom: hex(0x33415f), hat: conical}
	man := look{skin: skinDark, hair: hair, top: hex(0x3b6ea0), bottom: hex(0x3a3a4a), hat: capped, hatColour: hex(0x4b6b4a)}
	youth := look{skin: skin, hair: hair, top: hex(0x2f6fb0), bottom: hex(0x27304a), hat: capped, hatColour: hex(0x2f6fb0)}
	c.person(1068, 900, 300, 1, man, digging)
	c.spade(1068, 900, 300, 1)
	c.person(1310, 905, 290, -1, hatGirl, bending)
	c.person(268, 830, 236, 1, youth, reaching)
	c.person(470, 822, 224, -1, look{skin: skin, hair: hair, top: hex(0xf2c14a), bottom: hex(0x3c4a68), hat: conical}, bending)
	c.person(770, 640, 110, 1, look{skin: skin, hair: hair, top: hex(0x8a5a8f), bottom: hex(0x33364f), hat: conical}, walking)
	c.tufts(93, 80, 1020, 1500, 960, 1015, 60, hex(0x3a7a42), hex(0xb4d06a))
	c.tufts(94, 50, 0, 330, 950, 1015, 60, hex(0x3a7a42), hex(0xb4d06a))
}

// sapling is a young tree tied to its stake.
func (c *canvas) sapling(x, y, h float64, stake colour, f foliage) {
	c.fill(ellipse(x, y, h*.22, h*.05), flat(hex(0x8a5c3a)))
	c.fill(limb(h*.03, h*.03, pt{x + h*.08, y}, pt{x + h*.1, y - h*.62}), flat(stake))
	c.fill(limb(h*.035, h*.02, pt{x, y}, pt{x + h*.02, y - h*.66}), flat(hex(0x6a4e3c)))
	c.crown(uint64(h), x+h*.02, y-h*.74, h*.24, h*.24, 1, f)
}

func (c *canvas) spade(x, y, h, facing float64) {
	a, b := pt{x + facing*h*.25, y - h*.68}, pt{x + facing*h*.22, y - h*.1}
	c.fill(limb(h*.022, h*.022, a, b), flat(hex(0x9a6a3e)))
	c.fill(poly(pt{b.x - h*.045, b.y - h*.02}, pt{b.x + h*.045, b.y - h*.02}, pt{b.x + h*.03, b.y + h*.09}, pt{b.x, b.y + h*.12}, pt{b.x - h*.03, b.y + h*.09}), flat(hex(0x8f97a3)))
}
