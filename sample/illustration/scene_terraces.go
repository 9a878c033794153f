package illustration

// terraces are ripe rice terraces in the morning: mist in the valleys, the sun
// just over the ridge, three people cutting.
func terraces(c *canvas) {
	air := hex(0xf9e3bd)
	c.all(down(0, 620, hex(0x8fb7c4), hex(0xc9d6c4), hex(0xf7dfae), hex(0xfbe7c4)))
	c.sun(1080, 262, 46, hex(0xfff6dc), hex(0xffe9ae))
	c.streak(330, 120, 620, 34, white.fade(.35))
	c.streak(760, 178, 420, 22, white.fade(.3))
	c.hills(c.ridge(11, 330, 95, 380, .5), hex(0x9db4bf), air, 230)
	c.mist(440, 70, air.fade(.8))
	c.hills(c.ridge(21, 420, 80, 300, .5), hex(0x6f9298), air.to(hex(0xdfe3bf), .4), 220)
	c.mist(530, 60, air.fade(.85))
	c.hills(c.ridge(31, 500, 60, 260, .4), hex(0x4f7a6b), hex(0xd5d9a6), 230)
	c.mist(600, 46, air.fade(.7))
	c.terraceSteps()
	c.terraceLife()
}

func (c *canvas) terraceSteps() {
	gold := [...]colour{hex(0xe9c766), hex(0xdcae45), hex(0xc9bd5e), hex(0xe3b94e), hex(0xd49b3a)}
	y, step := 575.0, 17.0
	for i := 0; y < 1130; i++ {
		line := c.terraceLine(i, y)
		col := gold[i%len(gold)].to(hex(0xf3e2ae), max(0, .5-float64(i)*.06))
		c.fill(under(line, c.h), along(pt{300, y - 60}, pt{1300, y + 120}, col, col.lit(.22), col))
		c.terraceLip(line, step)
		c.stubble(i, line, step, col)
		y += step
		step *= 1.16
	}
}

// terraceLine follows the flank of two knolls, so that the steps swing like
// the lines of a map.
func (c *canvas) terraceLine(i int, y float64) []pt {
	var line []pt
	shift := float64(i) * .07
	for x := -20.0; x <= c.w+20; x += 10 {
		swing := wave(41, x/330+shift) + .35*wave(43, x/130+shift*2)
		line = append(line, pt{x, y + swing*(30+float64(i)*4.5)})
	}
	return line
}

// terraceLip is the earth wall below a step and the light on its edge.
func (c *canvas) terraceLip(line []pt, step float64) {
	lower := make([]pt, len(line))
	for i, q := range line {
		lower[i] = pt{q.x, q.y + step*(.2+.1*wave(47, q.x/90))}
	}
	c.fill(between(line, lower), flat(hex(0x6d7a35).to(hex(0xe9d9a0), max(0, .6-step*.014))))
	upper := make([]pt, len(line))
	for i, q := range line {
		upper[i] = pt{q.x, q.y - step*.07}
	}
	c.fill(between(upper, line), flat(hex(0xfff2c0).fade(.8)))
}

// stubble gives the field its touches of ears.
func (c *canvas) stubble(row int, line []pt, step float64, col colour) {
	for j := 3; j < len(line); j += 2 {
		q := line[j]
		l := lattice(uint64(row)+50, j, 1)
		x, y := q.x+5*l, q.y+step*(.58+.25*lattice(uint64(row)+50, j, 2))
		c.fill(poly(pt{x - step*.05, y}, pt{x + step*.06*l, y - step*.24}, pt{x + step*.05, y}), flat(col.shaded(.22+.1*l)))
	}
}

func (c *canvas) terraceLife() {
	green := foliage{hex(0x2f5a4a), hex(0x4f7f4f), hex(0x93a852)}
	c.tree(61, 1285, 745, 210, -1, hex(0x4a3b32), green)
	c.tree(62, 1392, 772, 150, -1, hex(0x4a3b32), green)
	c.cottage(1140, 752, 120, 78, house{hex(0x8b5a43), hex(0xb98d62), hex(0x4b362c)})
	red := look{skin: skin, hair: hair, top: hex(0xb8433a), bottom: hex(0x2d3350), hat: conical}
	blue := look{skin: skin, hair: hair, top: hex(0x2f5f86), bottom: hex(0x26304a), hat: conical}
	violet := look{skin: skin, hair: hair, top: hex(0x6d4a7d), bottom: hex(0x2a2d45), hat: conical}
	c.person(330, 872, 176, 1, red, bending)
	c.person(520, 900, 188, -1, blue, bending)
	c.person(170, 905, 196, 1, violet, walking)
	for i, x := range [...]float64{625, 680, 655} {
		c.sheaf(x, 905+float64(i)*12, 46)
	}
	c.tufts(71, 110, 0, 1500, 960, 1020, 70, hex(0x8a7a2c), hex(0xf0cf6c))
}

// sheaf is a bundle of cut rice.
func (c *canvas) sheaf(x, y, s float64) {
	c.fill(poly(pt{x - s*.3, y}, pt{x - s*.12, y - s*.55}, pt{x - s*.5, y - s}, pt{x + s*.5, y - s}, pt{x + s*.12, y - s*.55}, pt{x + s*.3, y}),
		across(x-s*.5, x+s*.5, hex(0xf6dc88), hex(0xc79335)))
	c.fill(rect(x-s*.14, y-s*.6, s*.28, s*.09), flat(hex(0x7b5a2a)))
}
