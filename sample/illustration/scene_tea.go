package illustration

// teaHill is a hill of tea in rows, pickers among them, in the cool of morning.
func teaHill(c *canvas) {
	air := hex(0xe4f0de)
	c.all(down(0, 500, hex(0xa9d0d3), hex(0xd3e7dc), hex(0xf6f3da)))
	c.sun(260, 190, 50, hex(0xfffbe6), hex(0xfff3c4))
	c.hills(c.ridge(51, 330, 100, 300, .5), hex(0x9fc3c4), air, 210)
	c.mist(420, 60, air.fade(.8))
	c.hills(c.ridge(57, 410, 80, 260, .5), hex(0x6fa89a), air, 180)
	c.mist(500, 46, air.fade(.75))
	c.teaRows(61, pt{1150, 1500}, 1120, 26, hex(0x5f9a72), hex(0x86b868), 0, 1520)
	c.teaRows(67, pt{250, 1750}, 1230, 40, hex(0x2f7558), hex(0x6fae55), -20, 1500)
	c.teaPickers()
}

// teaRows is a knoll: rings of clipped bushes round a point below the
// picture; radius is that of the topmost row, gap the first distance.
func (c *canvas) teaRows(seed uint64, mid pt, radius, gap float64, shade, light colour, x0, x1 float64) {
	for r := radius; r > 200; r -= gap {
		var line []pt
		for x := x0 - 60; x <= x1+60; x += 14 {
			dx := (x - mid.x) / r
			if dx*dx >= .98 {
				continue
			}
			y := mid.y - r*(1-.5*dx*dx-.1*dx*dx*dx*dx) + gap*.14*wave(seed, x/46+r)
			line = append(line, pt{x, y})
		}
		if len(line) < 2 || line[0].y > c.h+300 && line[len(line)/2].y > c.h+300 {
			break
		}
		near := min(max((radius-r)/760, 0), 1)
		lo, hi := shade.to(hex(0x134a45), near*.55), light.to(hex(0x8fc653), near*.4)
		y := line[len(line)/2].y
		c.fill(under(line, c.h+400), down(y-gap*.2, y+gap*1.1, hi, lo))
		c.leafTips(seed+uint64(r), line, gap, hi)
		gap *= 1.075
	}
}

func (c *canvas) leafTips(seed uint64, line []pt, gap float64, light colour) {
	for i, q := range line {
		x := q.x + 8*lattice(seed, i, 1)
		y := q.y + gap*(.1+.18*lattice(seed, i, 2))
		p := ellipse(x, y, gap*.14, gap*.055)
		c.fill(p.turned(50*lattice(seed, i, 3), x, y), flat(light.lit(.2+.15*lattice(seed, i, 4))))
	}
}

func (c *canvas) teaPickers() {
	cols := [...]colour{hex(0xd9564a), hex(0x2c4f86), hex(0xe8a33c), hex(0x7a4a86), hex(0xf3ead8)}
	for i, p := range [...][4]float64{{1180, 500, 96, -1}, {1320, 540, 104, 1}, {905, 560, 110, 1}, {560, 720, 210, 1}, {250, 740, 220, -1}, {1060, 850, 290, -1}} {
		l := look{skin: skin, hair: hair, top: cols[i%5], bottom: hex(0x25324a), hat: conical}
		how := reaching
		if i%3 == 1 {
			how = bending
		}
		c.hamper(p[0]-p[3]*p[2]*.13, p[1]-p[2]*.62, p[2]*.2)
		c.person(p[0], p[1], p[2], p[3], l, how)
		c.hedge(uint64(700+i), p[0], p[1], p[2])
	}
	c.tree(711, 1405, 480, 170, -1, hex(0x5d4a3c), foliage{hex(0x2f6f5c), hex(0x55906a), hex(0x9fbf6a)})
}

// hamper is the basket on a picker's back.
func (c *canvas) hamper(x, y, s float64) {
	c.fill(poly(pt{x - s*.5, y - s*.6}, pt{x + s*.5, y - s*.6}, pt{x + s*.34, y + s*.7}, pt{x - s*.34, y + s*.7}), across(x-s*.5, x+s*.5, hex(0xe0b878), hex(0x9a6d40)))
	c.fill(ellipse(x, y-s*.6, s*.5, s*.2), flat(hex(0x6fae55)))
}

// hedge hides a picker up to the hips behind the row in front.
func (c *canvas) hedge(seed uint64, x, y, h float64) {
	f := foliage{hex(0x2f7556), hex(0x4f9a58), hex(0x93c65c)}
	for i := range 4 {
		c.bush(seed+uint64(i)*3, x+(float64(i)-1.5)*h*.26, y+h*.06, h*.36, -1, f)
	}
}
