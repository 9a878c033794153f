package illustration

// house is the colours of a house.
type house struct{ roof, wall, door colour }

// cottage is a low house with a tiled gable roof seen from its long side; x is
// its left end, y the ground.
func (c *canvas) cottage(x, y, w, h float64, p house) {
	eave := y - h*.52
	c.fill(rect(x+w*.06, eave, w*.88, h*.52), across(x, x+w, p.wall.lit(.25), p.wall, p.wall.shaded(.15)))
	c.fill(rect(x+w*.06, eave, w*.88, h*.1), down(eave, eave+h*.1, p.wall.shaded(.4), p.wall.shaded(.1)))
	c.fill(rect(x+w*.42, y-h*.4, w*.16, h*.4), flat(p.door))
	for _, at := range [...]float64{.16, .7} {
		c.fill(rect(x+w*at, y-h*.37, w*.14, h*.18), flat(p.door.shaded(.2)))
		c.fill(rect(x+w*at+w*.066, y-h*.37, w*.008, h*.18), flat(p.wall))
	}
	roof := poly(pt{x - w*.02, eave + h*.03}, pt{x + w*.09, y - h}, pt{x + w*.91, y - h}, pt{x + w*1.02, eave + h*.03})
	c.tiles(roof, x, y-h, w, eave+h*.03, p.roof)
}

// tiles fills a roof with courses of tiles from y0 down to y1.
func (c *canvas) tiles(roof path, x, y0, w, y1 float64, col colour) {
	c.fill(roof, along(pt{x, y0}, pt{x + w*.5, y1}, col.lit(.3), col, col.shaded(.18)))
	c.within(roof, func() {
		const courses = 7
		for i := 1; i < courses; i++ {
			y := y0 + (y1-y0)*float64(i)/courses
			c.fill(rect(x-w*.2, y, w*1.4, (y1-y0)*.02), flat(col.shaded(.35).fade(.55)))
		}
		n := int(w / ((y1 - y0) * .1))
		for i := range n {
			tx := x + w*(float64(i)+.5)/float64(n)
			c.fill(rect(tx, y0, (y1-y0)*.014, y1-y0), flat(col.shaded(.3).fade(.22)))
		}
	})
	c.fill(rect(x+w*.09, y0-(y1-y0)*.05, w*.82, (y1-y0)*.09), flat(col.shaded(.3)))
}

// roofTop is a small house far away: a gable and a light wall.
func (c *canvas) roofTop(x, y, w float64, p house) {
	c.fill(rect(x, y-w*.3, w, w*.3), across(x, x+w, p.wall.lit(.2), p.wall.shaded(.1)))
	c.fill(rect(x+w*.4, y-w*.2, w*.16, w*.2), flat(p.door))
	c.fill(poly(pt{x - w*.08, y - w*.28}, pt{x + w*.12, y - w*.58}, pt{x + w*.88, y - w*.58}, pt{x + w*1.08, y - w*.28}),
		along(pt{x, y - w*.58}, pt{x + w, y - w*.28}, p.roof.lit(.25), p.roof.shaded(.12)))
}

// bunting is a string of small pennants that sags between two points.
func (c *canvas) bunting(x0, y0, x1, y1, sag, size float64, colours ...colour) {
	n := int((x1 - x0) / (size * 1.25))
	at := func(t float64) pt { return pt{lerp(x0, x1, t), lerp(y0, y1, t) + sag*4*t*(1-t)} }
	var line []pt
	for i := range n + 1 {
		line = append(line, at(float64(i)/float64(n)))
	}
	c.fill(limb(size*.08, size*.08, line...), flat(ink.fade(.6)))
	for i := range n {
		a, b := at((float64(i)+.1)/float64(n)), at((float64(i)+.9)/float64(n))
		tip := pt{(a.x+b.x)/2 + size*.08*lattice(7, i, 0), (a.y+b.y)/2 + size}
		col := colours[i%len(colours)]
		c.fill(poly(a, b, tip), along(a, b, col.lit(.1), col.shaded(.12)))
	}
}

// festivalFlag is the square flag of five colours that villages raise on
// feast days, on a pole whose foot is at x, y.
func (c *canvas) festivalFlag(x, y, h float64, wind float64) {
	c.fill(limb(h*.018, h*.012, pt{x, y}, pt{x, y - h}), flat(hex(0x6b4a34)))
	s := h * .34
	mid := pt{x + wind*s*.55, y - h + s*.55}
	for i, col := range [...]colour{hex(0xc63a2f), hex(0xf2c23e), hex(0x2f7f5f), hex(0xf5efe0), hex(0x3c63a8)} {
		r := s * (.52 - .1*float64(i))
		c.fill(poly(pt{mid.x - wind*r, mid.y - r}, pt{mid.x + wind*r, mid.y - r*.9}, pt{mid.x + wind*r*1.05, mid.y + r}, pt{mid.x - wind*r, mid.y + r*.95}), flat(col))
	}
}
