package illustration

// communalHouse is the red-tiled village hall under its banyan on a feast day.
func communalHouse(c *canvas) {
	c.all(down(0, 640, hex(0x5fb0b5), hex(0x9ccfc3), hex(0xe6ecd0)))
	c.cloud(1240, 250, 300, -1, hex(0xfdf8ea), hex(0xcfe3d8))
	c.cloud(860, 150, 190, -1, hex(0xfdf8ea), hex(0xcfe3d8))
	c.hills(c.ridge(22, 560, 46, 260, .5), hex(0x7fb2a2), hex(0xd6e4c6), 160)
	leaves := foliage{hex(0x2f6b58), hex(0x4f8f62), hex(0x94b765)}
	for i, x := range [...]float64{960, 1060, 1180, 1300, 1420, 1500} {
		c.bush(uint64(80+i), x, 690, 170, -1, leaves.hazed(hex(0xd6e4c6), .25))
	}
	c.areca(1395, 720, 400, .05, hex(0x8b7a66), leaves)
	c.areca(1300, 715, 320, -.04, hex(0x8b7a66), leaves)
	c.fill(rect(0, 690, c.w, 320), down(690, 1000, hex(0xe2b58a), hex(0xcf8f66), hex(0xb8714f)))
	c.courtyard()
	c.hall(430, 712, 800)
	c.banyan()
	c.feast()
}

// courtyard draws the joints of the brick paving in perspective.
func (c *canvas) courtyard() {
	line := hex(0x9a5a42).fade(.35)
	for i := range 9 {
		y := 700 + 8*float64(i*i)*.62
		c.fill(rect(0, y, c.w, 1+float64(i)*.4), flat(line))
	}
	for i := -12; i <= 12; i++ {
		x := 800 + float64(i)*70
		c.fill(poly(pt{x, 695}, pt{x + 1.5, 695}, pt{800 + float64(i)*190 + 4, 1000}, pt{800 + float64(i)*190, 1000}), flat(line))
	}
}

// hall is the house itself, w wide, its floor at y.
func (c *canvas) hall(x, y, w float64) {
	top := y - w*.2
	c.fill(rect(x-w*.03, y-w*.012, w*1.06, w*.045), across(x, x+w, hex(0xe9dcc0), hex(0xb9a68a)))
	c.fill(rect(x+w*.03, top, w*.94, w*.2), down(top, y, hex(0x3a211d), hex(0x5d2f24), hex(0x7a4630)))
	for i := range 5 {
		px := x + w*(.1+.2*float64(i)) - w*.075
		if i != 2 {
			c.fill(rect(px, top+w*.06, w*.15, w*.13), across(px, px+w*.15, hex(0x9c4a32), hex(0x7d3828)))
			for j := range 7 {
				c.fill(rect(px+w*.02*float64(j)+w*.008, top+w*.07, w*.006, w*.11), flat(hex(0x4d231d).fade(.7)))
			}
		} else {
			c.fill(rect(px, top+w*.05, w*.15, w*.14), down(top, y, hex(0x2a1718), hex(0xd08a3e)))
		}
	}
	for i := range 6 {
		cx := x + w*.03 + w*.188*float64(i) - w*.011
		c.fill(rect(cx, top, w*.022, w*.19), across(cx, cx+w*.022, hex(0xb4503a), hex(0x7a2e25)))
		c.fill(rect(cx-w*.005, y-w*.02, w*.032, w*.014), flat(hex(0xd9c7a6)))
	}
	c.sweepingRoof(x, top+w*.03, w)
}

// sweepingRoof has the long curve and raised corners of the northern đình.
func (c *canvas) sweepingRoof(x, y, w float64) {
	red := hex(0xb9452f)
	eave := curve(pt{x - w*.085, y - w*.055}, pt{x + w*.02, y}, pt{x + w*.25, y + w*.022}, pt{x + w*.75, y + w*.022}, pt{x + w*.98, y}, pt{x + w*1.085, y - w*.055})
	crest := curve(pt{x + w*.15, y - w*.225}, pt{x + w*.3, y - w*.205}, pt{x + w*.7, y - w*.205}, pt{x + w*.85, y - w*.225})
	hipL := curve(pt{x - w*.085, y - w*.055}, pt{x + w*.05, y - w*.09}, pt{x + w*.15, y - w*.225})
	hipR := curve(pt{x + w*.85, y - w*.225}, pt{x + w*.95, y - w*.09}, pt{x + w*1.085, y - w*.055})
	outline := append(append(append([]pt(nil), hipL...), crest...), hipR...)
	for i := len(eave) - 1; i >= 0; i-- {
		outline = append(outline, eave[i])
	}
	roof := path{outline}
	c.fill(roof, along(pt{x, y - w*.25}, pt{x + w*.7, y + w*.1}, red.lit(.35), red, red.shaded(.2)))
	c.within(roof, func() {
		for i := range 64 {
			t := float64(i) / 63
			c.fill(limb(w*.0022, w*.003, pt{x + w*(.15+.7*t), y - w*.23}, pt{x + w*(-.1+1.2*t), y + w*.03}), flat(red.shaded(.42).fade(.45)))
		}
		for i := range 8 {
			yy := y - w*.19 + w*.027*float64(i)
			c.fill(rect(x-w*.1, yy, w*1.2, w*.004), flat(red.shaded(.35).fade(.4)))
		}
	})
	dark := flat(hex(0x6e2a24))
	c.fill(limb(w*.011, w*.011, eave...), dark)
	c.fill(limb(w*.022, w*.022, crest...), flat(hex(0xe3cfa6)))
	c.fill(limb(w*.013, w*.013, hipL...), flat(hex(0xe3cfa6)))
	c.fill(limb(w*.013, w*.013, hipR...), flat(hex(0xe3cfa6)))
	for _, s := range [...]float64{-1, 1} {
		cx := x + w*.5 + s*w*.585
		c.fill(limb(w*.016, w*.003, curve(pt{cx - s*w*.02, y - w*.048}, pt{cx + s*w*.02, y - w*.07}, pt{cx + s*w*.022, y - w*.105})...), flat(hex(0xe3cfa6)))
		rx := x + w*.5 + s*w*.35
		c.fill(limb(w*.018, w*.003, curve(pt{rx, y - w*.222}, pt{rx + s*w*.018, y - w*.25}, pt{rx - s*w*.004, y - w*.275})...), flat(hex(0xe3cfa6)))
	}
}

// banyan stands at the left, its crown over a third of the picture.
func (c *canvas) banyan() {
	bark := hex(0x5c4636)
	c.fill(ellipse(235, 850, 330, 34), flat(hex(0x7c4636).fade(.35)))
	c.fill(smooth(pt{60, 860}, pt{150, 800}, pt{172, 640}, pt{120, 470}, pt{230, 430}, pt{350, 470}, pt{300, 640}, pt{318, 790}, pt{400, 856}, pt{300, 838}, pt{240, 862}, pt{150, 842}),
		across(100, 360, bark.lit(.3), bark, bark.shaded(.35)))
	for i, x := range [...]float64{-30, 30, 92, 330, 392, 450} {
		c.fill(limb(16, 9, curve(pt{x + 20, 430}, pt{x + 6*lattice(91, i, 0), 620}, pt{x, 812 + 8*lattice(91, i, 1)})...), flat(bark.to(bark.shaded(.3), .5+.5*lattice(91, i, 2))))
	}
	for i := range 5 {
		x := 180 + 28*float64(i)
		c.fill(limb(4, 7, curve(pt{x, 480}, pt{x + 12*lattice(92, i, 0), 650}, pt{x - 40 + 24*float64(i), 836})...), flat(bark.shaded(.4).fade(.7)))
	}
	leaves := foliage{hex(0x1f5048), hex(0x347356), hex(0x7fa651)}
	c.crown(101, 60, 330, 260, 190, 1, leaves)
	c.crown(102, 420, 300, 250, 170, 1, leaves)
	c.crown(103, 230, 210, 300, 190, 1, leaves)
	c.crown(104, 250, 380, 240, 110, 1, leaves)
}

func (c *canvas) feast() {
	c.bunting(470, 470, 1250, 470, 60, 34, hex(0xd8483a), hex(0xf4c541), hex(0x2f8f7a), hex(0xf5efe0))
	for i, x := range [...]float64{1270, 1352, 1440} {
		c.festivalFlag(x, 800+float64(i)*22, 300+float64(i)*26, 1)
	}
	red := look{skin: skin, hair: hair, top: hex(0xc8423a), bottom: hex(0xf2ead8), panel: true, bun: true}
	blue := look{skin: skin, hair: hair, top: hex(0x2c5d8c), bottom: hex(0xf2ead8), panel: true, hat: scarf, hatColour: hex(0x26466e)}
	green := look{skin: skin, hair: hair, top: hex(0x2f7d6b), bottom: hex(0xefe6d2), panel: true, hat: longHair}
	elder := look{skin: skin, hair: hex(0xd9d4cc), top: hex(0x5b3a5a), bottom: hex(0xe9e0cc), panel: true}
	man := look{skin: skinDark, hair: hair, top: hex(0xf3eee2), bottom: hex(0x2f3a55)}
	child := look{skin: skin, hair: hair, top: hex(0xf2b441), bottom: hex(0x35507a)}
	c.person(640, 800, 150, 1, man, standing)
	c.person(700, 806, 144, -1, green, standing)
	c.person(1010, 806, 148, -1, elder, walking)
	c.person(850, 866, 196, 1, red, walking)
	c.person(940, 872, 200, -1, blue, standing)
	c.person(560, 884, 132, 1, child, running)
	c.person(1120, 930, 236, -1, look{skin: skin, hair: hair, top: hex(0xe6b9a8), bottom: hex(0xf5efe0), panel: true, hat: longHair}, walking)
	c.person(1212, 938, 150, -1, look{skin: skin, hair: hair, top: hex(0x3f8f8a), bottom: hex(0x3a3f5c)}, walking)
}
