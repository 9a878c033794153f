package illustration

import "math"

// bridge is the new arched bridge in a blue morning, mirrored in the river.
func bridgeOverRiver(c *canvas) {
	c.all(down(0, 560, hex(0x4f86a8), hex(0x8fbcc8), hex(0xd5e4da), hex(0xf9ebcf)))
	c.streak(360, 150, 680, 36, white.fade(.4))
	c.streak(1120, 220, 560, 30, white.fade(.35))
	air := hex(0xe9ead6)
	c.hills(c.ridge(111, 400, 120, 300, .6), hex(0x7fa3b4), air, 220)
	c.mist(520, 60, air.fade(.85))
	c.hills(c.ridge(117, 500, 70, 240, .5), hex(0x56868f), air.to(hex(0xbfd3c4), .5), 130)
	c.mist(575, 26, air.fade(.8))
	c.fill(rect(0, 590, c.w, 410), down(590, 1000, hex(0xe4e6d2), hex(0x8fb7b8), hex(0x3f7486), hex(0x22506a)))
	c.reflectedArches()
	c.ripples(17, 150, 620, 990, 170, white.fade(.28))
	c.ripples(18, 90, 660, 1000, 190, hex(0x1d4a66).fade(.3))
	c.banks()
	c.span()
	c.traffic()
	c.skiff(450, 880)
}

// deck is the height of the roadway at x: a gentle hump.
func deck(x float64) float64 { return 448 + (x-750)*(x-750)/17000 }

const archStart, archWidth, arches = 190.0, 280.0, 4

func (c *canvas) archLine(i int, foot float64) []pt {
	x0 := archStart + archWidth*float64(i)
	var line []pt
	for j := range 25 {
		s, co := math.Sincos(math.Pi * float64(j) / 24)
		x := x0 + archWidth/2 - co*(archWidth/2-20)
		line = append(line, pt{x, foot - s*(foot-deck(x)-44)})
	}
	return line
}

func (c *canvas) span() {
	stone := hex(0xf0e3c8)
	var top, low []pt
	for x := -20.0; x <= 1520; x += 20 {
		top = append(top, pt{x, deck(x)})
		low = append(low, pt{x, deck(x) + 26})
	}
	for i := range arches + 1 {
		x := archStart + archWidth*float64(i)
		c.fill(poly(pt{x - 20, deck(x) + 10}, pt{x + 20, deck(x) + 10}, pt{x + 26, 640}, pt{x - 26, 640}), across(x-20, x+24, stone.lit(.3), stone, stone.shaded(.4)))
		c.fill(rect(x-38, 628, 76, 18), flat(stone.shaded(.45)))
	}
	for i := range arches {
		line := c.archLine(i, 632)
		c.fill(limb(17, 17, line...), down(470, 640, stone, stone.shaded(.3)))
		for j := 3; j < 22; j += 2 {
			q := line[j]
			c.fill(rect(q.x-4, deck(q.x)+20, 8, q.y-deck(q.x)-18), flat(stone.shaded(.18)))
		}
	}
	c.fill(between(top, low), down(440, 520, stone.lit(.4), stone.shaded(.15)))
	for x := -10.0; x < 1510; x += 26 {
		c.fill(rect(x, deck(x)-24, 5, 26), flat(hex(0xc9503f)))
	}
	rail := make([]pt, len(top))
	for i, q := range top {
		rail[i] = pt{q.x, q.y - 24}
	}
	c.fill(limb(6, 6, rail...), flat(hex(0xc9503f)))
	for i := range 5 {
		x := 190 + archWidth*float64(i)
		c.fill(limb(6, 5, pt{x, deck(x)}, pt{x, deck(x) - 108}, pt{x + 22, deck(x) - 120}), flat(hex(0x4a5a6a)))
		c.fill(ellipse(x+30, deck(x)-118, 13, 6), flat(hex(0xfdf3cf)))
	}
}

func (c *canvas) reflectedArches() {
	for i := range arches {
		line := c.archLine(i, 632)
		mirror := make([]pt, len(line))
		for j, q := range line {
			mirror[j] = pt{q.x + 4*lattice(19, j, i), 645 + (640-q.y)*.8}
		}
		c.fill(limb(20, 20, mirror...), down(640, 800, hex(0x2f5f78).fade(.4), hex(0x2f5f78).fade(.12)))
	}
	c.fill(rect(0, 778, c.w, 40), down(778, 818, hex(0x2f5f78).fade(.3), hex(0x2f5f78).fade(.05)))
}

func (c *canvas) banks() {
	f := foliage{hex(0x21594f), hex(0x3f8058), hex(0x93b55c)}
	c.fill(poly(curve(pt{-40, 560}, pt{60, 590}, pt{180, 640}, pt{250, 664}, pt{120, 680}, pt{-40, 720})...), down(560, 720, hex(0x6f9a52), hex(0x2f6450)))
	c.fill(poly(curve(pt{1540, 560}, pt{1430, 592}, pt{1330, 640}, pt{1260, 662}, pt{1400, 684}, pt{1540, 720})...), down(560, 720, hex(0x6f9a52), hex(0x2f6450)))
	c.tree(1101, 70, 620, 250, 1, hex(0x4f4034), f)
	c.bush(1102, 170, 650, 120, 1, f)
	c.bamboo(1103, 1440, 640, 330, 9, f)
	c.bush(1104, 1350, 656, 110, 1, f)
}

func (c *canvas) traffic() {
	tops := [...]colour{hex(0xd9564a), hex(0xf4e6c4), hex(0x2f5f96), hex(0xe8a33c)}
	for i, x := range [...]float64{360, 640, 1130} {
		f := float64(1 - 2*(i%2))
		c.bicycle(x, deck(x)+4, 66, f, ink)
		c.person(x, deck(x)-2, 92, f, look{skin: skin, hair: hair, top: tops[i], bottom: hex(0x2c3450), hat: conical}, riding)
	}
	for i, x := range [...]float64{840, 885, 980} {
		c.person(x, deck(x)+4, 86-20*float64(i%2), -1, look{skin: skin, hair: hair, top: tops[(i+2)%4], bottom: hex(0x2c3450)}, walking)
	}
}

// skiff is a flat boat with a standing oarsman.
func (c *canvas) skiff(x, y float64) {
	c.reflection(21, x, y+14, 330, 70, hex(0x173d55).fade(.55))
	c.person(x+110, y-6, 190, -1, look{skin: skinDark, hair: hair, top: hex(0xb8433a), bottom: hex(0x23304a), hat: conical}, digging)
	c.fill(limb(8, 5, pt{x + 72, y - 108}, pt{x - 20, y + 60}), flat(hex(0x6a4a34)))
	c.fill(poly(append(curve(pt{x - 220, y - 34}, pt{x - 100, y - 8}, pt{x + 60, y - 8}, pt{x + 190, y - 28}), curve(pt{x + 150, y + 18}, pt{x, y + 24}, pt{x - 160, y + 14})...)...), down(y-30, y+24, hex(0x8a5c40), hex(0x42303a)))
	c.hamper(x-60, y-14, 52)
}
