package illustration

import "math"

// school is the gate of the school at noon: áo dài, bicycles, a yellow wall.
func school(c *canvas) {
	c.all(down(0, 500, hex(0x86c5c9), hex(0xcfe5d4), hex(0xf3efd2)))
	leaf := foliage{hex(0x2d6a57), hex(0x569a5a), hex(0xaecb62)}
	for i, x := range [...]float64{40, 190, 1290, 1430} {
		c.tree(uint64(300+i), x, 650, 500, -1, hex(0x6b5340), leaf.hazed(hex(0xe6efd2), .3))
	}
	c.schoolHouse()
	c.fill(rect(0, 640, c.w, 360), down(640, 1000, hex(0xf0d6a4), hex(0xdcae78), hex(0xc48f62)))
	c.fill(poly(pt{0, 700}, pt{520, 650}, pt{1500, 690}, pt{1500, 760}, pt{700, 742}, pt{0, 800}), flat(hex(0x8a6a7a).fade(.25)))
	girl := look{skin: skin, hair: hair, top: hex(0xfdfaf2), bottom: hex(0xf3eee4), panel: true, hat: longHair}
	hatted := girl
	hatted.hat = conical
	boy := look{skin: skinDark, hair: hair, top: hex(0xf7f3e8), bottom: hex(0x2b4a78)}
	c.person(300, 770, 215, 1, boy, walking)
	c.person(395, 780, 205, -1, look{skin: skin, hair: hair, top: hex(0xf7f3e8), bottom: hex(0x2b4a78), hat: capped, hatColour: hex(0xc9473c)}, standing)
	c.bicycle(1080, 800, 150, -1, hex(0x2f7f8a))
	c.person(1090, 786, 250, -1, boy, riding)
	c.person(720, 872, 330, 1, girl, walking)
	c.bicycle(850, 890, 200, 1, hex(0xb0413c))
	c.person(560, 905, 338, 1, hatted, standing)
	c.bicycle(425, 925, 214, -1, hex(0x2f5a8a))
	c.branch(leaf)
}

func (c *canvas) schoolHouse() {
	wall := hex(0xf2c65a)
	c.fill(rect(150, 300, 1200, 345), across(150, 1350, wall.lit(.35), wall, wall.shaded(.08)))
	roof := poly(pt{110, 305}, pt{200, 205}, pt{1300, 205}, pt{1390, 305})
	c.tiles(roof, 110, 205, 1280, 305, hex(0xb5523c))
	c.fill(poly(pt{640, 240}, pt{750, 150}, pt{860, 240}, pt{860, 310}, pt{640, 310}), across(640, 860, wall.lit(.4), wall))
	c.fill(poly(pt{622, 246}, pt{750, 138}, pt{878, 246}, pt{862, 252}, pt{750, 160}, pt{638, 252}), flat(hex(0xfaf3df)))
	c.fill(ellipse(750, 238, 26, 26), flat(hex(0xfaf3df)))
	c.fill(limb(4, 3, pt{750, 238}, pt{750, 220}), flat(ink))
	c.fill(limb(4, 3, pt{750, 238}, pt{763, 243}), flat(ink))
	c.fill(rect(150, 304, 1200, 26), down(304, 330, wall.shaded(.45), wall.shaded(.1)))
	c.fill(rect(150, 455, 1200, 16), flat(hex(0xfaf3df)))
	for i := range 9 {
		x := 190 + 128*float64(i)
		if i != 4 {
			c.shutters(x, 345, 76, 98)
		}
		c.archway(x-8, 490, 92, 155)
	}
}

func (c *canvas) shutters(x, y, w, h float64) {
	green := hex(0x3c8068)
	c.fill(rect(x-6, y-6, w+12, h+12), flat(hex(0xfaf3df)))
	c.fill(rect(x, y, w, h), flat(hex(0x2c4a4c)))
	for _, s := range [...]float64{0, w * .53} {
		c.fill(rect(x+s, y, w*.47, h), across(x, x+w, green.lit(.2), green))
		for i := range 6 {
			c.fill(rect(x+s+4, y+8+float64(i)*h*.155, w*.47-8, 4), flat(green.shaded(.35)))
		}
	}
}

func (c *canvas) archway(x, y, w, h float64) {
	var top []pt
	for i := range 13 {
		s, co := math.Sincos(math.Pi * float64(i) / 12)
		top = append(top, pt{x + w/2 - co*w/2, y + w/2 - s*w/2})
	}
	c.fill(under(top, y+h), down(y, y+h, hex(0x8a5a3c), hex(0xb98a52), hex(0xd9ad6a)))
	c.fill(rect(x+w*.6, y+w*.4, w*.28, h-w*.4), flat(hex(0x3c6f62)))
	c.fill(rect(x-10, y+w*.5, 11, h-w*.5), flat(hex(0xfaf3df)))
}

// branch of the flame tree that frames the picture.
func (c *canvas) branch(f foliage) {
	c.fill(limb(40, 8, curve(pt{-20, 60}, pt{180, 90}, pt{360, 60}, pt{520, 90})...), flat(hex(0x5a4536)))
	for i, b := range [...][3]float64{{40, 40, 150}, {230, 20, 150}, {420, 34, 120}, {130, 110, 90}, {330, 100, 80}, {520, 84, 60}} {
		c.crown(uint64(321+i), b[0], b[1], b[2], b[2]*.5, -1, f)
	}
}

// bicycle stands on the ground at x, y; s is its wheel base and a half.
func (c *canvas) bicycle(x, y, s, facing float64, col colour) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y - dy*s} }
	for _, dx := range [...]float64{-.45, .45} {
		c.wheel(f(dx, .29), s*.29)
	}
	tube := flat(col)
	c.fill(limb(s*.03, s*.03, f(-.45, .29), f(-.05, .27), f(-.14, .62), f(-.45, .29)), tube)
	c.fill(limb(s*.03, s*.03, f(-.05, .27), f(.32, .6), f(-.12, .56)), tube)
	c.fill(limb(s*.028, s*.028, f(.45, .29), f(.3, .76), f(.2, .8)), flat(col.shaded(.2)))
	c.fill(limb(s*.06, s*.05, f(-.22, .66), f(-.06, .66)), flat(ink))
	c.fill(limb(s*.02, s*.02, f(-.62, .56), f(-.3, .58)), flat(ink))
	c.fill(ellipse(f(-.05, .27).x, f(-.05, .27).y, s*.06, s*.06), flat(ink.fade(.85)))
	c.fill(poly(f(.3, .74), f(.52, .74), f(.48, .54), f(.34, .54)), flat(hex(0xd9b374)))
}

func (c *canvas) wheel(at pt, r float64) {
	rim := ellipse(at.x, at.y, r, r)
	hole := ellipse(at.x, at.y, r*.88, r*.88)[0]
	for i, j := 0, len(hole)-1; i < j; i, j = i+1, j-1 {
		hole[i], hole[j] = hole[j], hole[i]
	}
	c.fill(append(rim, hole), flat(ink))
	for i := range 7 {
		s, co := math.Sincos(math.Pi * float64(i) / 7)
		c.fill(limb(1.2, 1.2, pt{at.x - co*r*.9, at.y - s*r*.9}, pt{at.x + co*r*.9, at.y + s*r*.9}), flat(ink.fade(.45)))
	}
}
