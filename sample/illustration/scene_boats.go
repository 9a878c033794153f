package illustration

// boats come home at sunset: silhouettes on a copper sea.
func boats(c *canvas) {
	c.all(down(0, 560, hex(0x4b3a6e), hex(0x9a4f78), hex(0xe0705a), hex(0xf6a862), hex(0xfcd48a)))
	c.sun(640, 486, 92, hex(0xfff0c0), hex(0xffc777))
	c.duskClouds()
	c.hills(c.ridge(15, 512, 60, 300, .4), hex(0x8a4d6f), hex(0xe08a66), 120)
	c.hills(c.ridge(19, 545, 34, 210, .4), hex(0x6a3a62), hex(0xc4695f), 80)
	sea := rect(0, 560, c.w, 440)
	c.fill(sea, down(560, 1000, hex(0xf4ad69), hex(0xd6695c), hex(0x7b3f6a), hex(0x3c2a55)))
	c.sunPath(3, 640, 566, 990, 300, hex(0xffe9ae).fade(.85))
	c.ripples(5, 120, 570, 995, 150, hex(0xffcf8a).fade(.4))
	c.ripples(8, 90, 600, 1000, 190, hex(0x3a2456).fade(.35))
	c.fleet()
}

func (c *canvas) duskClouds() {
	for i, s := range [...][3]float64{{300, 120, 760}, {1080, 90, 620}, {980, 220, 700}, {240, 268, 520}, {1240, 330, 480}, {420, 382, 560}} {
		col := hex(0xf08a70).to(hex(0x6d3f72), float64(i%3)/2.4)
		c.streak(s[0], s[1], s[2], 46, col.fade(.55))
		c.streak(s[0]+30, s[1]+13, s[2]*.7, 18, hex(0xffc98a).fade(.5))
	}
}

func (c *canvas) fleet() {
	far := hex(0x6e3a5c)
	c.boat(1010, 586, 110, 1, far, far.lit(.2))
	c.boat(330, 592, 90, 1, far, far.lit(.2))
	c.boat(1260, 610, 140, 1, hex(0x5a3052), hex(0xa8606a))
	c.reflection(4, 430, 716, 330, 90, hex(0x2b1b40).fade(.6))
	c.boat(430, 708, 360, 1, hex(0x3d2547), hex(0xc96a55))
	c.crew(400, 688, 118)
	c.reflection(9, 1030, 856, 500, 130, hex(0x22173a).fade(.7))
	c.boat(1030, 846, 560, -1, hex(0x2c2040), hex(0xd9704f))
	c.crew(1110, 816, 176)
	c.person(905, 812, 172, -1, look{skin: hex(0x8a5a4c), hair: ink, top: hex(0x3b2c4f), bottom: hex(0x261d38), hat: conical}, reaching)
	for i, b := range [...][2]float64{{760, 300}, {812, 280}, {850, 318}, {700, 262}, {905, 292}} {
		c.bird(b[0], b[1], 20+float64(i%3)*5, hex(0x3f2a52))
	}
}

func (c *canvas) crew(x, y, h float64) {
	c.person(x, y, h, 1, look{skin: hex(0x8a5a4c), hair: ink, top: hex(0x7a3b4c), bottom: hex(0x2b2140), hat: conical}, bending)
}

// bird is a gull in the distance.
func (c *canvas) bird(x, y, s float64, col colour) {
	c.fill(between(
		curve(pt{x - s, y - s*.1}, pt{x - s*.5, y - s*.42}, pt{x, y}, pt{x + s*.5, y - s*.46}, pt{x + s, y - s*.2}),
		curve(pt{x - s, y - s*.1}, pt{x - s*.48, y - s*.28}, pt{x, y + s*.16}, pt{x + s*.52, y - s*.3}, pt{x + s, y - s*.2}),
	), flat(col))
}
