package illustration

// meeting is the commune's hall from the last rows: a speaker at the desk,
// light from tall windows.
func meeting(c *canvas) {
	c.all(down(0, 620, hex(0xf3e4c4), hex(0xe9cf9f), hex(0xd9b17c)))
	c.fill(poly(pt{0, 0}, pt{1500, 0}, pt{1230, 120}, pt{270, 120}), down(0, 120, hex(0xd8b98a), hex(0xf6ead0)))
	c.fill(poly(pt{0, 0}, pt{270, 120}, pt{270, 640}, pt{0, 800}), across(0, 270, hex(0xcfa878), hex(0xe2c496)))
	c.fill(poly(pt{1500, 0}, pt{1230, 120}, pt{1230, 640}, pt{1500, 800}), across(1230, 1500, hex(0xd0a36f), hex(0xb98a5c)))
	c.hallWindows()
	c.fill(rect(330, 150, 840, 390), down(150, 540, hex(0xa8332f), hex(0x8a2a2e), hex(0x6f2430)))
	for i := range 15 {
		x := 330 + 56*float64(i)
		c.fill(rect(x, 150, 20, 390), across(x, x+20, hex(0xc24a3f).fade(.45), hex(0x5a1c2a).fade(.25)))
	}
	c.fill(rect(430, 205, 640, 62), flat(hex(0xf6e3b0)))
	for i, w := range [...]float64{150, 70, 120, 96} {
		c.fill(rect(468+[...]float64{0, 172, 264, 406}[i], 229, w, 14), flat(hex(0xa8332f)))
	}
	c.bunting(270, 128, 1230, 128, 44, 36, hex(0xd9433a), hex(0xf3c33e))
	c.fill(rect(270, 540, 960, 100), down(540, 640, hex(0xb8814f), hex(0x8f5c3a)))
	c.fill(poly(pt{270, 640}, pt{1230, 640}, pt{1500, 1000}, pt{0, 1000}), down(640, 1000, hex(0xc0905e), hex(0x7a4c38)))
	c.lightShafts()
	c.presidium()
	c.audience()
}

func (c *canvas) hallWindows() {
	for i := range 2 {
		t := float64(i)
		x0, x1 := 30+120*t, 106+104*t
		y0, y1 := 150+34*t, 170+30*t
		b0, b1 := 560-34*t, 530-30*t
		c.fill(poly(pt{x0, y0}, pt{x1, y1}, pt{x1, b1}, pt{x0, b0}), down(150, 560, hex(0xeaf4ea), hex(0xbfe0d2), hex(0x8cc0a8)))
		mx := (x0 + x1) / 2
		c.fill(limb(7, 7, pt{mx, (y0 + y1) / 2}, pt{mx, (b0 + b1) / 2}), flat(hex(0x9a6b44)))
		c.fill(limb(7, 7, pt{x0, (y0 + b0) / 2}, pt{x1, (y1 + b1) / 2}), flat(hex(0x9a6b44)))
		c.fill(limb(9, 9, pt{x0, y0}, pt{x1, y1}, pt{x1, b1}, pt{x0, b0}, pt{x0, y0}), flat(hex(0x85583a)))
	}
}

func (c *canvas) lightShafts() {
	for i := range 2 {
		t := float64(i)
		c.fill(poly(pt{40 + 120*t, 180}, pt{110 + 110*t, 180}, pt{760 + 240*t, 1000}, pt{430 + 240*t, 1000}),
			along(pt{100, 180}, pt{600, 1000}, hex(0xfff6d6).fade(.3), hex(0xfff6d6).fade(.05)).plain())
	}
}

// presidium is the table on the stage and the speaker beside it.
func (c *canvas) presidium() {
	tops := [...]colour{hex(0xf4efe3), hex(0x3b5f8a), hex(0xf4efe3)}
	for i, x := range [...]float64{500, 600, 700} {
		c.person(x, 606, 190, 1, look{skin: skin, hair: hair, top: tops[i], bottom: hex(0x2b2f48), bun: i == 1}, seated)
	}
	c.fill(rect(430, 528, 360, 96), down(528, 624, hex(0x2f6f62), hex(0x215349)))
	c.fill(rect(424, 520, 372, 14), flat(hex(0xf2ead6)))
	for i := range 3 {
		x := 505 + 100*float64(i)
		c.fill(rect(x, 496, 10, 24), flat(white.fade(.9)))
		c.fill(rect(x+26, 508, 40, 12), flat(hex(0xf7f1e2)))
	}
	c.person(985, 622, 226, -1, look{skin: skin, hair: hair, top: hex(0xd35d7a), bottom: hex(0xf4efe3), panel: true, hat: longHair}, reaching)
	c.fill(poly(pt{880, 500}, pt{980, 500}, pt{968, 630}, pt{894, 630}), across(880, 980, hex(0xb47a48), hex(0x7d4c30)))
	c.fill(poly(pt{872, 490}, pt{988, 490}, pt{982, 506}, pt{878, 506}), flat(hex(0xd9a066)))
	c.fill(limb(4, 4, pt{915, 490}, pt{925, 455}), flat(ink))
	for i := range 7 {
		a := ellipse(1080+22*float64(i%3), 590-24*float64(i/3), 22, 18)
		c.fill(a, flat([...]colour{hex(0xe86a5a), hex(0xf3c33e), hex(0xf3e6d8)}[i%3]))
	}
	c.fill(poly(pt{1062, 596}, pt{1146, 596}, pt{1132, 636}, pt{1076, 636}), across(1062, 1146, hex(0x4d86a0), hex(0x2f5a78)))
}

// audience is four rows of people seen from behind.
func (c *canvas) audience() {
	tops := [...]colour{hex(0x34557f), hex(0xf0e7d6), hex(0x8a4a5a), hex(0x3f7468), hex(0xd9a24e), hex(0x59496f), hex(0xc8dbe0), hex(0xb35a42)}
	for row := range 4 {
		t := float64(row)
		s := 74 + 34*t
		y := 712 + 86*t + 6*t*t
		n := 13 - 2*row
		for i := range n {
			x := 750 + (float64(i)-float64(n-1)/2)*s*1.16
			k := uint64(row*20 + i)
			pick := (i*3 + row*5) % len(tops)
			l := look{skin: skin, hair: hair, top: tops[pick].shaded(.05 * t)}
			switch {
			case lattice(k, 1, 1) > .45:
				l.hat = longHair
			case lattice(k, 1, 1) < -.6:
				l.hair = hex(0x8f8a88)
			case lattice(k, 2, 1) > .4:
				l.bun = true
			}
			c.seatedBack(x+6*lattice(k, 3, 1), y+5*lattice(k, 4, 1), s, l)
		}
		c.fill(rect(750-float64(n)*s*.6, y+s*.02, float64(n)*s*1.2, s*.34), down(y, y+s*.4, hex(0x9a6240), hex(0x5d3829)))
	}
}
