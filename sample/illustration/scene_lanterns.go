package illustration

import "math"

// lanterns is mid-autumn night in the yard of the communal house.
func lanterns(c *canvas) {
	c.all(down(0, 1200, hex(0x10204a), hex(0x1d3a6a), hex(0x345a80), hex(0x6a6f86)))
	for i := range 60 {
		x, y := c.w*(.5+.5*lattice(1301, i, 1)), 330*(1+lattice(1301, i, 2))
		c.fill(ellipse(x, y, 2.4, 2.4), flat(hex(0xfff6d8).fade(.5+.4*lattice(1301, i, 3))))
	}
	c.sun(660, 300, 132, hex(0xfff0c0), hex(0xf9dc94).fade(.7))
	for _, m := range [...][3]float64{{620, 270, 26}, {700, 330, 34}, {655, 372, 18}, {716, 250, 15}} {
		c.fill(ellipse(m[0], m[1], m[2], m[2]*.85), flat(hex(0xf0d59a).fade(.5)))
	}
	c.streak(330, 420, 560, 40, hex(0x9fb0c4).fade(.35))
	c.streak(860, 500, 420, 30, hex(0x9fb0c4).fade(.3))
	c.nightYard()
	c.strings()
	c.procession()
}

func (c *canvas) nightYard() {
	dark := foliage{hex(0x14284a), hex(0x1f3c58), hex(0x3a5a68)}
	for i := range 7 {
		c.bush(uint64(1320+i), 40+160*float64(i), 1050, 240, -1, dark)
	}
	c.hall(250, 1090, 560)
	shade := hex(0x122450)
	c.fill(ellipse(530, 960, 470, 330), around(530, 960, 470, shade.fade(.6), shade.fade(.6), shade.fade(.5), shade.fade(0)).plain())
	c.fill(rect(472, 985, 116, 96), down(980, 1090, hex(0xffcf70), hex(0xf09a40)))
	c.glow(530, 1040, 260, hex(0xffc060).fade(.55))
	c.tree(1341, 70, 1150, 760, 1, hex(0x1c2440), dark)
	c.fill(rect(0, 1095, c.w, 405), down(1095, 1500, hex(0x6a5a6a), hex(0x41406a), hex(0x20264c)))
	c.fill(ellipse(520, 1330, 520, 150), around(520, 1330, 520, hex(0xffb860).fade(.45), hex(0xffb860).fade(.15), hex(0xffb860).fade(0)))
}

// strings are two garlands of paper lanterns across the yard.
func (c *canvas) strings() {
	cols := [...]colour{hex(0xe8413a), hex(0xf7b733), hex(0x2fa07a), hex(0xe8638a), hex(0xf3883a)}
	for g := range 2 {
		y := 560 + 150*float64(g)
		line := curve(pt{-20, y}, pt{300, y + 118}, pt{640, y + 128}, pt{1020, y + 20 - 60*float64(g)})
		c.fill(limb(3, 3, line...), flat(ink.fade(.8)))
		for i := range 6 {
			q := line[2+i*4-g]
			c.paperLantern(q.x, q.y+12, 62+12*float64(g), cols[(i+g*2)%5], i%2 == 0)
		}
	}
}

func (c *canvas) paperLantern(x, y, s float64, col colour, round bool) {
	c.glow(x, y+s*.6, s*1.9, col.lit(.4).fade(.5))
	rx, ry := s*.5, s*.42
	if !round {
		rx, ry = s*.32, s*.6
	}
	mid := y + s*.12 + ry
	p := ellipse(x, mid, rx, ry)
	c.fill(p, around(x, mid, max(rx, ry)*1.1, hex(0xfff0b4), col.lit(.35), col))
	c.within(p, func() {
		for i := -2; i <= 2; i++ {
			t := float64(i) / 2.6
			c.fill(limb(2.4, 2.4, curve(pt{x, mid - ry}, pt{x + rx*t*1.1, mid}, pt{x, mid + ry})...), flat(col.shaded(.35).fade(.6)))
		}
	})
	c.fill(rect(x-s*.16, mid-ry-s*.06, s*.32, s*.1), flat(hex(0x3a2440)))
	c.fill(rect(x-s*.14, mid+ry-s*.04, s*.28, s*.08), flat(hex(0x3a2440)))
	for i := range 3 {
		c.fill(limb(3, 2, pt{x - s*.07 + s*.07*float64(i), mid + ry + s*.04}, pt{x - s*.09 + s*.09*float64(i), mid + ry + s*.4}), flat(col.lit(.3)))
	}
}

func (c *canvas) procession() {
	kids := [...]struct {
		x, y, h, f float64
		top        colour
		hat        hat
	}{
		{330, 1215, 190, 1, hex(0x5f8f9a), bare},
		{480, 1225, 200, 1, hex(0xc9705a), longHair},
		{640, 1222, 190, 1, hex(0xd9a04a), bare},
		{190, 1390, 300, 1, hex(0xd0523f), longHair},
		{430, 1420, 280, 1, hex(0x3f7fa0), bare},
		{670, 1430, 320, 1, hex(0xe8a53f), longHair},
		{880, 1400, 270, -1, hex(0x7a5a9a), bare},
	}
	cols := [...]colour{hex(0xf7b733), hex(0xe8413a), hex(0x39b08a), hex(0xf2603f), hex(0xf7c640), hex(0xe8638a), hex(0x57b8d0)}
	for i, k := range kids {
		c.fill(ellipse(k.x, k.y, k.h*.26, k.h*.04), flat(ink.fade(.4)))
		c.person(k.x, k.y, k.h, k.f, look{skin: skin, hair: hair, top: k.top, bottom: hex(0x2a2c50), hat: k.hat}, lifting)
		tip := pt{k.x + k.f*k.h*.36, k.y - k.h*1.02}
		c.fill(limb(k.h*.016, k.h*.012, pt{k.x + k.f*k.h*.2, k.y - k.h*.68}, tip), flat(hex(0x8a6a44)))
		if i%3 == 1 {
			c.carp(tip.x, tip.y+k.h*.16, k.h*.3, k.f, cols[i])
		} else {
			c.starLantern(tip.x, tip.y+k.h*.16, k.h*.19, cols[i])
		}
	}
}

var lifting = pose{
	hip: pt{0, .5}, neck: pt{.015, .8}, head: pt{.03, .9},
	nearElbow: pt{.09, .68}, nearHand: pt{.2, .69}, farElbow: pt{.11, .68}, farHand: pt{.2, .66},
	nearKnee: pt{.06, .28}, nearFoot: pt{.09, .015}, farKnee: pt{-.03, .27}, farFoot: pt{-.11, .03},
}

// starLantern is the five-pointed lantern of the children, in its ring.
func (c *canvas) starLantern(x, y, r float64, col colour) {
	c.glow(x, y, r*2.6, col.lit(.4).fade(.55))
	var star, core []pt
	for i := range 10 {
		s, co := math.Sincos(math.Pi*float64(i)/5 - math.Pi/2)
		d := r
		if i%2 == 1 {
			d = r * .45
		}
		star = append(star, pt{x + co*d, y + s*d})
		core = append(core, pt{x + co*d*.5, y + s*d*.5})
	}
	c.fill(poly(star...), around(x, y, r, hex(0xfff3c0), col.lit(.25), col))
	for i := range 10 {
		c.fill(limb(r*.04, r*.03, pt{x, y}, star[i]), flat(col.shaded(.3).fade(.55)))
	}
	c.fill(poly(core...), flat(hex(0xfff6d6).fade(.55)))
	ring := append(append([]pt(nil), ellipse(x, y, r*.98, r*.98)[0]...), pt{x + r*.98, y})
	c.fill(limb(r*.07, r*.07, ring...), flat(col.lit(.55)))
}

// carp is a fish lantern.
func (c *canvas) carp(x, y, s, facing float64, col colour) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y + dy*s} }
	c.glow(x, y, s*1.5, col.lit(.4).fade(.5))
	c.fill(poly(f(-.3, 0), f(-.62, -.3), f(-.55, 0), f(-.62, .28)), flat(col))
	c.fill(smooth(f(.5, 0), f(.25, -.24), f(-.1, -.24), f(-.4, -.03), f(-.1, .22), f(.25, .22)), around(x, y, s*.55, hex(0xfff0b4), col.lit(.3), col))
	for i := range 4 {
		dx := .16 - .13*float64(i)
		c.fill(limb(s*.025, s*.025, curve(f(dx, -.19), f(dx-.07, 0), f(dx, .18))...), flat(col.shaded(.3).fade(.6)))
	}
	c.fill(ellipse(f(.34, -.05).x, f(.34, -.05).y, s*.045, s*.045), flat(ink))
}
