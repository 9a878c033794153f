package illustration

// buffalo walks home on the dyke with a boy on its back; a kite is up.
func buffaloOnDyke(c *canvas) {
	c.all(down(0, 640, hex(0x7fb8b4), hex(0xbcd9bd), hex(0xf3edc0), hex(0xfbdfa0)))
	c.sun(1150, 470, 78, hex(0xfff4cf), hex(0xffe39a))
	c.cloud(360, 300, 420, 1, hex(0xfff5dc), hex(0xd9e2c2))
	c.streak(1120, 210, 560, 30, hex(0xfffbe6).fade(.6))
	c.hills(c.ridge(97, 560, 46, 280, .5), hex(0x8fb59a), hex(0xf0e8ba), 120)
	c.fill(rect(0, 590, c.w, 200), down(590, 790, hex(0xfbe6ae), hex(0xb7cfae), hex(0x6fa79c)))
	c.sunPath(13, 1150, 596, 780, 180, hex(0xfff6d2).fade(.8))
	c.ripples(14, 60, 610, 790, 110, hex(0x4f8a86).fade(.3))
	reed := foliage{hex(0x2c5f50), hex(0x4f8553), hex(0x9aa94c)}
	c.bamboo(901, 140, 750, 520, 11, reed)
	c.bamboo(907, 40, 740, 440, 9, reed)
	dyke := curve(pt{-20, 720}, pt{260, 742}, pt{620, 760}, pt{980, 752}, pt{1520, 716})
	c.fill(under(dyke, c.h), down(720, 1000, hex(0x8aa84a), hex(0x4f7f48), hex(0x2f5f4c)))
	c.fill(limb(26, 22, dyke...), flat(hex(0xd9b676)))
	c.tufts(911, 190, -10, 1510, 800, 1010, 80, hex(0x2a5a48), hex(0xa9bf55))
	c.buffalo(700, 756, 300, 1)
	c.person(690, 622, 178, 1, look{skin: skinDark, hair: hair, top: hex(0xc9503f), bottom: hex(0x3a4466), hat: conical}, astride)
	c.buffalo(370, 746, 180, 1)
	c.kite(1040, 160)
	for i := range 5 {
		c.bird(520+60*float64(i), 420+30*float64(i%2)-14*float64(i), 18, white)
	}
}

var astride = pose{
	hip: pt{0, .3}, neck: pt{.03, .64}, head: pt{.05, .735},
	nearElbow: pt{.06, .5}, nearHand: pt{.17, .5}, farElbow: pt{.14, .52}, farHand: pt{.22, .58},
	nearKnee: pt{.15, .2}, nearFoot: pt{.12, -.06}, farKnee: pt{.16, .22}, farFoot: pt{.2, .06},
}

// buffalo stands at x, y; s is its length.
func (c *canvas) buffalo(x, y, s, facing float64) {
	f := func(dx, dy float64) pt { return pt{x + facing*dx*s, y - dy*s} }
	hide := hex(0x54505c)
	far := flat(hide.shaded(.45))
	for _, l := range [...][4]float64{{-.3, -.34, -.3, .3}, {.22, .26, .22, .3}} {
		c.fill(limb(s*.1, s*.055, f(l[0], .3), f(l[0]-.01, .15), f(l[1], .0)), far)
	}
	c.fill(smooth(f(-.46, .5), f(-.36, .6), f(-.1, .585), f(.12, .63), f(.3, .57), f(.36, .42), f(.3, .26), f(.05, .2), f(-.25, .22), f(-.43, .3)),
		down(y-s*.62, y-s*.2, hide.lit(.28), hide, hide.shaded(.4)))
	near := down(y-s*.35, y, hide, hide.shaded(.3))
	for _, l := range [...][3]float64{{-.37, -.39, -.36}, {.26, .29, .27}} {
		c.fill(limb(s*.13, s*.055, f(l[0], .34), f(l[1], .17), f(l[2], .01)), near)
	}
	c.fill(smooth(f(.24, .58), f(.42, .6), f(.52, .52), f(.5, .4), f(.36, .36), f(.24, .4)), flat(hide))
	c.fill(smooth(f(.44, .6), f(.53, .61), f(.6, .52), f(.67, .38), f(.65, .3), f(.58, .29), f(.5, .4), f(.43, .5)), down(y-s*.62, y-s*.3, hide.lit(.2), hide.shaded(.15)))
	horn := hex(0x2f2b36)
	c.fill(limb(s*.05, s*.012, curve(f(.48, .6), f(.4, .68), f(.28, .7), f(.16, .66))...), flat(horn))
	c.fill(limb(s*.045, s*.012, curve(f(.53, .61), f(.56, .7), f(.5, .78), f(.4, .82))...), flat(horn.lit(.2)))
	c.fill(smooth(f(.46, .56), f(.38, .55), f(.33, .5), f(.4, .5)), flat(hide.shaded(.25)))
	c.fill(ellipse(f(.555, .5).x, f(.555, .5).y, s*.012, s*.012), flat(ink))
	c.fill(ellipse(f(.625, .34).x, f(.625, .34).y, s*.035, s*.04), flat(hide.lit(.25)))
	c.fill(limb(s*.022, s*.014, curve(f(-.45, .5), f(-.52, .38), f(-.5, .22))...), flat(hide.shaded(.3)))
	c.fill(ellipse(f(-.5, .18).x, f(-.5, .18).y, s*.02, s*.045), flat(horn))
}

// kite is the crescent flute kite of the delta, with its line.
func (c *canvas) kite(x, y float64) {
	c.fill(limb(1.5, 1.5, curve(pt{x, y + 20}, pt{900, 400}, pt{722, 560})...), flat(ink.fade(.5)))
	c.fill(between(
		curve(pt{x - 120, y + 26}, pt{x - 60, y - 22}, pt{x, y - 34}, pt{x + 60, y - 26}, pt{x + 120, y + 14}),
		curve(pt{x - 120, y + 26}, pt{x - 60, y + 20}, pt{x, y + 10}, pt{x + 60, y + 14}, pt{x + 120, y + 14}),
	), across(x-120, x+120, hex(0xe9a83f), hex(0xd2503f), hex(0xa83a45)))
	c.fill(poly(pt{x - 16, y + 12}, pt{x + 16, y + 12}, pt{x + 34, y + 66}, pt{x - 34, y + 66}), flat(hex(0x2f6f80)))
	c.fill(limb(7, 7, pt{x - 22, y - 40}, pt{x + 22, y - 40}), flat(hex(0x7a5230)))
}
