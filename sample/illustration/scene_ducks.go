package illustration

// ducks are a flock on a pond at feeding time.
func ducks(c *canvas) {
	c.all(down(0, 420, hex(0xbcd3a4), hex(0xe3e3ae), hex(0xf7edc4)))
	f := foliage{hex(0x3a6a44), hex(0x6a9448), hex(0xb9c45c)}
	c.hills(c.ridge(161, 260, 40, 300, .5), hex(0x9fbf94), hex(0xe9e9bc), 110)
	for i := range 10 {
		c.bush(uint64(1500+i), 20+165*float64(i), 350, 190, -1, f.hazed(hex(0xe9e9bc), .4))
	}
	c.cottage(1020, 350, 250, 150, house{hex(0xa8553c), hex(0xefdcae), hex(0x5a4636)})
	c.banana(960, 360, 220, f)
	c.banana(1320, 362, 250, f)
	c.bamboo(1521, 170, 360, 340, 10, f)
	c.fill(rect(0, 318, c.w, 92), down(318, 410, hex(0xb9b45a), hex(0x8a8a44)))
	c.fill(rect(0, 400, c.w, 600), down(400, 1000, hex(0xc9cf9a), hex(0x8fa878), hex(0x5a8068), hex(0x33604f)))
	c.reflection(29, 1145, 408, 240, 80, hex(0xefdcae).fade(.6))
	c.ripples(163, 130, 420, 990, 160, hex(0xf7f3d0).fade(.3))
	c.ripples(164, 80, 450, 1000, 190, hex(0x1f4f44).fade(.25))
	c.flock()
	c.keeper()
}

func (c *canvas) flock() {
	scatter(171, 92, 40, 1480, 436, 930, func(i int, x, y, near float64) {
		s := 24 + 74*near
		if x < 520 && y > 560 {
			x += 480
		}
		facing := -1.0
		if lattice(173, i, 1) > .45 {
			facing = 1
		}
		body := hex(0xfdf8ea)
		if lattice(173, i, 2) > .5 {
			body = hex(0xb98a5a)
		}
		c.duck(x, y, s, facing, body.to(hex(0xd9dcae), .35*(1-near)))
	})
}

// duck swims at x, y; s is its length.
func (c *canvas) duck(x, y, s, facing float64, body colour) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y + dy*s} }
	c.fill(ellipse(x, y+s*.12, s*.62, s*.07), flat(hex(0xf7f3d0).fade(.35)))
	c.fill(ellipse(x, y+s*.17, s*.42, s*.1), flat(hex(0x2f5a4c).fade(.4)))
	bill := flat(hex(0xf09a35))
	c.fill(smooth(f(.46, -.52), f(.64, -.46), f(.62, -.41), f(.46, -.42)), bill)
	c.fill(limb(s*.16, s*.2, curve(f(.38, -.48), f(.32, -.32), f(.28, -.08))...), flat(body))
	c.fill(ellipse(f(.4, -.5).x, f(.4, -.5).y, s*.12, s*.11), flat(body))
	c.fill(smooth(f(.42, -.08), f(.36, .1), f(0, .16), f(-.34, .1), f(-.58, -.2), f(-.34, -.17), f(-.02, -.24), f(.26, -.22)),
		down(y-s*.26, y+s*.16, body.lit(.3), body, body.shaded(.22)))
	c.fill(smooth(f(.14, -.13), f(-.1, -.18), f(-.42, -.1), f(-.2, .03), f(.06, .03)), flat(body.shaded(.14)))
	c.fill(ellipse(f(.43, -.52).x, f(.43, -.52).y, s*.02, s*.02), flat(ink))
}

func (c *canvas) keeper() {
	bank := poly(append(curve(pt{-20, 640}, pt{180, 660}, pt{360, 730}, pt{470, 830}, pt{500, 1010}), pt{-20, 1010})...)
	c.fill(bank, down(640, 1000, hex(0xc3b45e), hex(0x8a8f48), hex(0x5a7a44)))
	c.tufts(181, 90, -10, 460, 760, 1010, 60, hex(0x4f7a3c), hex(0xd9cf6a))
	l := look{skin: skinDark, hair: hair, top: hex(0x8a4a7a), bottom: hex(0x2f3450), hat: conical}
	c.person(235, 900, 430, 1, l, reaching)
	c.basket(120, 880, 150, 14, hex(0xf0cf6a))
	for i := range 40 {
		t := .5 + .5*lattice(183, i, 1)
		x := 335 + 250*t
		y := 580 + 60*t*t + 150*t*(.5+.5*lattice(183, i, 2))
		c.fill(ellipse(x, y, 4, 3), flat(hex(0xfbe9a4)))
	}
}
