package illustration

// healthStation is its yard on a consulting day: a doctor measures an old
// man's blood pressure under a tree.
func healthStation(c *canvas) {
	c.all(down(0, 520, hex(0xa8d4dc), hex(0xd8ebe4), hex(0xf4f3e4)))
	c.cloud(1210, 190, 260, 1, hex(0xffffff), hex(0xd9eaea))
	leaf := foliage{hex(0x2c6a63), hex(0x4d9a78), hex(0xa7cf8a)}
	for i := range 8 {
		c.bush(uint64(1000+i), 40+210*float64(i), 520, 230, 1, leaf.hazed(hex(0xe4efe4), .45))
	}
	c.station()
	c.fill(rect(0, 620, c.w, 380), down(620, 1000, hex(0xe9ddc6), hex(0xd3bd9c), hex(0xb89b7a)))
	shadow := hex(0x4a5a6a)
	c.fill(blob(1031, 400, 880, 500, 80, .12), across(0, 900, shadow.fade(.34), shadow.fade(.2), shadow.fade(.04)))
	c.pots()
	c.tree(1021, 190, 850, 860, 1, hex(0x6a5646), leaf)
	c.crown(1022, 20, 330, 210, 150, 1, leaf)
	c.crown(1023, 345, 320, 190, 130, 1, leaf)
	c.crown(1024, 190, 170, 240, 150, 1, leaf)
	c.crown(1025, 180, 390, 200, 110, 1, leaf)
	c.consultation()
}

func (c *canvas) station() {
	wall, blue := hex(0xf7f4ea), hex(0x3f87a6)
	c.fill(rect(430, 300, 1000, 330), across(430, 1430, wall, wall.lit(.5), wall.shaded(.12)))
	c.fill(rect(430, 560, 1000, 70), across(430, 1430, hex(0x8fbfc9), hex(0x79aebb)))
	c.fill(rect(400, 270, 1060, 40), down(270, 310, blue.lit(.2), blue))
	c.fill(rect(400, 310, 1060, 26), down(310, 336, hex(0x4a5a6a).fade(.4), hex(0x4a5a6a).fade(0)))
	c.fill(rect(830, 232, 240, 62), flat(hex(0x2f6f8f)))
	for i, w := range [...]float64{70, 40, 66} {
		c.fill(rect(852+[...]float64{0, 82, 134}[i], 257, w-6, 11), flat(hex(0xf4f3e4)))
	}
	for i := range 7 {
		x := 476 + 134*float64(i)
		if i == 3 {
			c.fill(rect(x-8, 410, 112, 220), down(410, 630, hex(0x2c4f63), hex(0x5a8a98)))
			c.fill(rect(x-8, 410, 50, 220), flat(hex(0xbfe0e0).fade(.75)))
			continue
		}
		c.fill(rect(x-7, 393, 104, 114), flat(hex(0xcfdfe0)))
		c.fill(rect(x, 400, 90, 100), along(pt{x, 400}, pt{x + 90, 500}, hex(0x4d7f96), hex(0x86b8c2), hex(0x3f6f88)))
		c.fill(rect(x+43, 400, 5, 100), flat(wall))
		c.fill(rect(x-12, 506, 114, 9), flat(hex(0xa9c4c8)))
	}
	for i := range 5 {
		x := 452 + 232*float64(i)
		c.fill(rect(x, 310, 20, 320), across(x, x+20, white, hex(0xc4d4d6)))
	}
}

// pots of flowers stand along the wall.
func (c *canvas) pots() {
	for i := range 6 {
		x := 500 + 170*float64(i)
		c.fill(poly(pt{x - 22, 640}, pt{x + 22, 640}, pt{x + 16, 680}, pt{x - 16, 680}), across(x-22, x+22, hex(0xd0764f), hex(0x8f4a3a)))
		c.bush(uint64(1040+i), x, 648, 58, 1, foliage{hex(0x2c6a53), hex(0x58a05a), hex(0xf0a0a8)})
	}
}

func (c *canvas) consultation() {
	coat := look{skin: skin, hair: hair, top: hex(0xfbfaf5), bottom: hex(0x3a6f86), bun: true}
	nurse := look{skin: skin, hair: hair, top: hex(0x8fc6cf), bottom: hex(0x8fc6cf).shaded(.1), hat: capped, hatColour: hex(0x8fc6cf)}
	grandpa := look{skin: skinDark, hair: hex(0xe2ded6), top: hex(0x7a5a46), bottom: hex(0x4a3f44)}
	granny := look{skin: skin, hair: hex(0xcfc8c2), top: hex(0x7a3f5c), bottom: hex(0x2c2a3a), hat: scarf, hatColour: hex(0x5c3a5a)}
	mother := look{skin: skin, hair: hair, top: hex(0xe8805f), bottom: hex(0x3f4a6e), hat: longHair}
	child := look{skin: skin, hair: hair, top: hex(0xf4c24c), bottom: hex(0x3f7f8f)}
	c.stool(430, 872, 110)
	c.person(430, 872, 372, 1, grandpa, seated)
	c.desk(530, 872, 130)
	c.stool(715, 876, 104)
	c.person(715, 876, 366, -1, coat, seated)
	c.person(880, 860, 372, -1, nurse, reaching)
	c.fill(rect(748, 566, 62, 44), flat(hex(0xf4f0e2)))
	c.person(1060, 790, 300, -1, mother, standing)
	c.person(1132, 798, 176, -1, child, standing)
	c.bench(1180, 800, 250)
	c.person(1240, 800, 290, -1, granny, seated)
	c.person(1350, 800, 296, -1, look{skin: skinDark, hair: hex(0xe2ded6), top: hex(0x4f6f8a), bottom: hex(0x2f3448)}, seated)
}

func (c *canvas) stool(x, y, h float64) {
	wood := hex(0x8a5f40)
	for _, dx := range [...]float64{-.3, .3} {
		c.fill(limb(h*.08, h*.07, pt{x + dx*h*.8, y - h*.85}, pt{x + dx*h, y}), flat(wood.shaded(.2)))
	}
	c.fill(rect(x-h*.36, y-h*.9, h*.72, h*.12), flat(wood.lit(.15)))
}

func (c *canvas) desk(x, y, w float64) {
	wood := hex(0xa9764a)
	for _, dx := range [...]float64{.1, .86} {
		c.fill(rect(x+w*dx, y-w*.95, w*.06, w*.95), flat(wood.shaded(.3)))
	}
	c.fill(rect(x, y-w, w, w*.09), flat(wood.lit(.25)))
	c.fill(rect(x+w*.2, y-w*1.22, w*.3, w*.22), across(x, x+w*.5, hex(0xe9eef0), hex(0xa9b8c4)))
	c.fill(rect(x+w*.24, y-w*1.18, w*.16, w*.1), flat(hex(0x2f5a6a)))
	c.fill(limb(w*.025, w*.025, curve(pt{x + w*.5, y - w*1.1}, pt{x + w*.62, y - w*.95}, pt{x - w*.1, y - w*1.12})...), flat(hex(0x33404f)))
}

func (c *canvas) bench(x, y, w float64) {
	wood := hex(0x7f5a40)
	for _, dx := range [...]float64{.06, .9} {
		c.fill(rect(x+w*dx, y-74, 12, 74), flat(wood.shaded(.3)))
	}
	c.fill(rect(x, y-84, w, 14), flat(wood.lit(.2)))
}
