package illustration

// loom is a woman weaving brocade by the window of a stilt house.
func loom(c *canvas) {
	c.all(along(pt{0, 0}, pt{900, 1500}, hex(0x7a4a38), hex(0x5a3530), hex(0x38242c)))
	for i := range 9 {
		x := 120 * float64(i)
		c.fill(rect(x, 0, 114, 1130), across(x, x+114, hex(0x8f5c42).fade(.7), hex(0x5a352f).fade(.5)))
	}
	c.loomWindow()
	c.fill(rect(0, 1130, c.w, 370), down(1130, 1500, hex(0xa87348), hex(0x6d4436)))
	for i := range 6 {
		c.fill(rect(0, 1130+14*float64(i*i)*.9, c.w, 4), flat(hex(0x4d2f2c).fade(.6)))
	}
	c.fill(poly(pt{90, 1130}, pt{430, 1130}, pt{760, 1500}, pt{260, 1500}), flat(hex(0xffdf9a).fade(.3)))
	c.loomFrame()
	c.weaver()
	c.skeins()
	c.fill(poly(pt{80, 180}, pt{420, 200}, pt{1000, 1180}, pt{1000, 1500}, pt{520, 1500}),
		along(pt{200, 200}, pt{800, 1400}, hex(0xffe7ae).fade(.2), hex(0xffe7ae).fade(0)).plain())
}

func (c *canvas) loomWindow() {
	c.fill(rect(66, 150, 380, 440), flat(hex(0x3f2826)))
	c.within(rect(86, 170, 340, 400), func() {
		c.fill(rect(80, 160, 360, 420), down(170, 570, hex(0xbfe0dc), hex(0xf4efcf), hex(0xfbe3a4)))
		c.fill(poly(curve(pt{60, 430}, pt{160, 360}, pt{260, 410}, pt{350, 350}, pt{460, 420}, pt{460, 600}, pt{60, 600})...), down(350, 560, hex(0x86b3ae), hex(0xdfe6bf)))
		c.fill(poly(curve(pt{60, 500}, pt{190, 470}, pt{300, 490}, pt{460, 450}, pt{460, 600}, pt{60, 600})...), down(450, 590, hex(0x5a9a72), hex(0xa9c470)))
		c.banana(380, 600, 240, foliage{hex(0x2f6f52), hex(0x4f9a56), hex(0xa7c85c)})
	})
	for _, x := range [...]float64{170, 255, 340} {
		c.fill(rect(x-6, 170, 12, 400), flat(hex(0x6a4232)))
	}
	c.fill(rect(50, 570, 412, 30), flat(hex(0x9a6642)))
}

// brocade colours, repeated along the cloth.
var thread = [...]colour{hex(0xc8323f), hex(0xf2b53a), hex(0x1f6f7a), hex(0xf3ead4), hex(0x8a2f5a), hex(0x2f8f5a)}

func (c *canvas) loomFrame() {
	wood := hex(0xb98250)
	post := func(x, y0, y1, w float64) {
		c.fill(rect(x, y0, w, y1-y0), across(x, x+w, wood.lit(.35), wood, wood.shaded(.45)))
	}
	post(560, 520, 1240, 34)
	post(900, 480, 1250, 38)
	c.fill(rect(530, 520, 440, 32), down(520, 552, wood.lit(.3), wood.shaded(.3)))
	c.fill(rect(540, 820, 420, 24), down(820, 844, wood, wood.shaded(.4)))
	warp := [...]pt{{470, 985}, {900, 560}, {936, 610}, {560, 1030}}
	c.fill(poly(warp[0], warp[1], warp[2], warp[3]), flat(hex(0xe9dcc0)))
	for i := range 30 {
		t := float64(i) / 29
		a, b := lerpPoint(warp[0], warp[3], t), lerpPoint(warp[1], warp[2], t)
		c.fill(limb(2.4, 2, a, b), flat(thread[(i/2)%6].fade(.85)))
	}
	for _, x := range [...]float64{690, 745} {
		c.fill(limb(5, 5, pt{x, 552}, pt{x, 700}), flat(hex(0xe3d2ae)))
		c.fill(rect(x-10, 690, 20, 190), across(x-10, x+10, wood.lit(.3), wood.shaded(.3)))
	}
	c.brocade()
	post(480, 960, 1290, 36)
	post(850, 1000, 1320, 40)
	c.fill(rect(430, 1060, 500, 30), down(1060, 1090, wood.lit(.35), wood.shaded(.3)))
}

func lerpPoint(a, b pt, t float64) pt { return pt{lerp(a.x, b.x, t), lerp(a.y, b.y, t)} }

// brocade is the finished cloth that hangs over the beam towards us.
func (c *canvas) brocade() {
	cloth := poly(pt{430, 1000}, pt{640, 1000}, pt{660, 1330}, pt{450, 1330})
	c.fill(cloth, flat(hex(0x2a2a52)))
	c.within(cloth, func() {
		for row := range 12 {
			y := 1008 + 28*float64(row)
			c.fill(rect(400, y, 300, 4), flat(thread[(row+1)%6]))
			for i := range 12 {
				x := 428 + 22*float64(i) + 1.8*float64(row)
				d := 9.0
				c.fill(poly(pt{x, y + 16 - d}, pt{x + d, y + 16}, pt{x, y + 16 + d}, pt{x - d, y + 16}), flat(thread[(row+i%2*2)%6]))
				c.fill(poly(pt{x, y + 12}, pt{x + 4, y + 16}, pt{x, y + 20}, pt{x - 4, y + 16}), flat(hex(0x2a2a52)))
			}
		}
	})
}

func (c *canvas) weaver() {
	l := look{skin: skin, hair: hex(0x6f686c), top: hex(0x2c3f78), bottom: hex(0x22264a), hat: scarf, hatColour: hex(0x31457f)}
	c.stool(300, 1330, 190)
	c.person(300, 1330, 780, 1, l, weaving)
	c.fill(limb(16, 16, curve(pt{318, 870}, pt{345, 960}, pt{330, 1085})...), flat(hex(0xd9a23f)))
	c.fill(limb(26, 24, pt{255, 1102}, pt{375, 1100}), across(250, 380, hex(0xc8323f), hex(0x8a2f5a)))
	c.fill(ellipse(355, 838, 9, 11), flat(hex(0xe3dccb)))
	c.fill(limb(12, 4, pt{470, 972}, pt{535, 962}), flat(hex(0xe0b070)))
}

var weaving = pose{
	hip: pt{0, .28}, neck: pt{.045, .6}, head: pt{.075, .695},
	nearElbow: pt{.06, .43}, nearHand: pt{.25, .46}, farElbow: pt{.14, .46}, farHand: pt{.3, .5},
	nearKnee: pt{.2, .26}, nearFoot: pt{.2, .01}, farKnee: pt{.23, .27}, farFoot: pt{.27, .03},
}

// skeins of dyed thread hang from the wall and lie in a basket.
func (c *canvas) skeins() {
	c.fill(limb(14, 14, pt{540, 250}, pt{960, 236}), flat(hex(0xa87348)))
	for i := range 6 {
		x := 580 + 66*float64(i)
		col := thread[i]
		c.fill(smooth(pt{x - 18, 246}, pt{x + 18, 246}, pt{x + 27, 340}, pt{x + 16, 425}, pt{x - 16, 425}, pt{x - 27, 340}), across(x-26, x+26, col.lit(.3), col, col.shaded(.35)))
		for j := range 4 {
			c.fill(limb(2, 2, curve(pt{x - 12 + 8*float64(j), 250}, pt{x - 18 + 12*float64(j), 340}, pt{x - 10 + 7*float64(j), 420})...), flat(col.shaded(.45).fade(.5)))
		}
		c.fill(rect(x-22, 290, 44, 12), flat(col.lit(.45)))
	}
	c.basket(810, 1370, 250, 40, thread[0])
	for i := range 5 {
		c.fill(ellipse(730+40*float64(i), 1352-14*float64(i%2), 36, 34), around(720+40*float64(i), 1335, 60, thread[i].lit(.4), thread[i], thread[i].shaded(.35)))
	}
}
