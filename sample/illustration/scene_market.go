package illustration

import "math"

// market is the fruit row of the morning market under coloured awnings.
func market(c *canvas) {
	c.all(down(0, 700, hex(0xf6dfae), hex(0xefc98a), hex(0xc98a5a)))
	for i := range 6 {
		c.roofTop(-40+270*float64(i), 330, 230, house{hex(0x9a6a5a).to(hex(0xf6dfae), .35), hex(0xf0dcb4), hex(0xb98f6a)})
	}
	c.fill(rect(0, 320, c.w, 680), down(320, 1000, hex(0xd9ac78), hex(0xb3805a), hex(0x7d5444)))
	c.crowd()
	c.farStalls()
	c.awnings()
	c.sellers()
	c.baskets()
}

func (c *canvas) crowd() {
	tops := [...]colour{hex(0xb5555a), hex(0x4d7f8c), hex(0xd99a4a), hex(0x6a5a8a), hex(0x5c8a63)}
	scatter(401, 17, 40, 1460, 430, 520, func(i int, x, y, near float64) {
		l := look{skin: skin.to(hex(0xefc98a), .3), hair: hair.to(hex(0xc98a5a), .3), top: tops[i%5].to(hex(0xefc98a), .35-.2*near), bottom: hex(0x5a4a5c)}
		if i%3 != 0 {
			l.hat = conical
		}
		c.person(x, y, 140+50*near, float64(1-2*(i%2)), l, walking)
	})
}

// farStalls are two rows of small baskets behind the sellers.
func (c *canvas) farStalls() {
	fruits := [...]colour{hex(0xe9a23a), hex(0xb7c65a), hex(0xcf4a5a), hex(0x8fae4f), hex(0xd9733a)}
	for i := range 12 {
		c.basket(40+128*float64(i), 545, 96, 12, fruits[i%5].to(hex(0xefc98a), .3))
	}
	for i := range 9 {
		c.basket(110+160*float64(i), 618, 128, 15, fruits[(i+2)%5].to(hex(0xefc98a), .15))
	}
}

func (c *canvas) awnings() {
	cols := [...]colour{hex(0xd2503f), hex(0x2f7f86), hex(0xe9ae3f), hex(0x3d6aa0)}
	for i := range 4 {
		x := -60 + 400*float64(i)
		y := 150 + 26*float64(i%2)
		c.fill(limb(9, 9, pt{x + 30, y + 60}, pt{x + 30, 600}), flat(hex(0x6a4634)))
		awning := poly(curve(pt{x, y + 96}, pt{x + 60, y}, pt{x + 330, y - 8}, pt{x + 400, y + 92}, pt{x + 300, y + 118}, pt{x + 200, y + 104}, pt{x + 100, y + 120}, pt{x, y + 96})...)
		c.fill(awning, down(y, y+120, cols[i].lit(.3), cols[i], cols[i].shaded(.2)))
		c.within(awning, func() {
			for j := range 5 {
				sx := x + 84*float64(j)
				c.fill(poly(pt{sx + 30, y - 10}, pt{sx + 62, y - 10}, pt{sx + 52, y + 130}, pt{sx + 8, y + 130}), flat(hex(0xfbf1da).fade(.75)))
			}
		})
		c.fill(poly(pt{x + 20, y + 118}, pt{x + 390, y + 112}, pt{x + 470, 560}, pt{x + 60, 560}), down(y+110, 560, hex(0x3a2440).fade(.28), hex(0x3a2440).fade(0)).plain())
	}
}

func (c *canvas) sellers() {
	pink := look{skin: skin, hair: hair, top: hex(0xd96a7c), bottom: hex(0x2d2a3f), hat: conical}
	teal := look{skin: skin, hair: hair, top: hex(0x2f7d7a), bottom: hex(0x2d2a3f), hat: scarf, hatColour: hex(0xc9503f)}
	violet := look{skin: skinDark, hair: hair, top: hex(0x6d4f8f), bottom: hex(0x26243a), hat: conical}
	buyer := look{skin: skin, hair: hair, top: hex(0xf1dfb8), bottom: hex(0x4a5f86), hat: longHair}
	c.person(985, 770, 400, -1, buyer, bending)
	for _, x := range [...]float64{320, 735, 1215} {
		c.stool(x, 830, 150)
	}
	c.person(320, 822, 500, 1, pink, seated)
	c.person(735, 816, 480, 1, teal, seated)
	c.person(1215, 826, 510, -1, violet, seated)
	c.person(90, 800, 430, 1, look{skin: skin, hair: hair, top: hex(0x4f7fae), bottom: hex(0x35324a), hat: conical}, walking)
}

// baskets fill the foreground; each holds one fruit.
func (c *canvas) baskets() {
	orange, pomelo := hex(0xf08a2c), hex(0xc3cf5a)
	dragon, persimmon, guava, plum := hex(0xd63f6d), hex(0xe0562f), hex(0x8fbf5a), hex(0x6d3a6a)
	for _, b := range [...]struct {
		x, y, w, size float64
		fruit         colour
	}{
		{130, 775, 230, 26, persimmon},
		{530, 770, 220, 24, plum},
		{1010, 778, 240, 26, guava},
		{1400, 780, 230, 28, orange},
		{300, 880, 320, 34, orange},
		{690, 890, 330, 46, pomelo},
		{1085, 890, 330, 36, dragon},
		{1440, 905, 300, 40, persimmon},
		{-20, 905, 280, 42, guava},
	} {
		c.basket(b.x, b.y, b.w, b.size, b.fruit)
	}
	for i := range 5 {
		c.bananas(470+34*float64(i), 950+6*float64(i%2), 70)
	}
	for i := range 6 {
		c.spray(uint64(500+i), pt{860 + 22*float64(i), 960}, 90, foliage{hex(0x2d6a4a), hex(0x4f9a52), hex(0x9cc85a)})
	}
}

func (c *canvas) basket(x, y, w, size float64, fruit colour) {
	c.fill(ellipse(x, y+w*.3, w*.5, w*.09), flat(hex(0x3a2436).fade(.4)))
	c.fill(ellipse(x, y, w*.5, w*.15), flat(hex(0x5a3a2a)))
	for row := range 4 {
		t := float64(row)
		half := w * .42 * math.Sqrt(1-math.Pow((t-1.2)/3.2, 2))
		n := int(2 * half / (size * 1.55))
		for i := range n {
			fx := x - half + (float64(i)+.5)*2*half/float64(n) + size*.16*lattice(uint64(w)+9, i, row)
			fy := y - w*.13 + t*w*.055 + size*.15*lattice(uint64(w)+8, i, row)
			c.fruit(fx, fy, size, fruit.to(fruit.shaded(.3), .5+.5*lattice(uint64(w), i, row)))
		}
	}
	body := poly(append(curve(pt{x - w*.52, y + w*.01}, pt{x - w*.3, y + w*.11}, pt{x, y + w*.145}, pt{x + w*.3, y + w*.11}, pt{x + w*.52, y + w*.01}), pt{x + w*.38, y + w*.34}, pt{x, y + w*.38}, pt{x - w*.38, y + w*.34})...)
	wicker := hex(0xcf9a58)
	c.fill(body, across(x-w*.5, x+w*.5, wicker.lit(.4), wicker, wicker.shaded(.4)))
	c.within(body, func() {
		for i := range 5 {
			yy := y + w*.03 + w*.068*float64(i)
			c.fill(limb(w*.01, w*.01, curve(pt{x - w*.55, yy - w*.05}, pt{x, yy + w*.08}, pt{x + w*.55, yy - w*.05})...), flat(wicker.shaded(.5).fade(.7)))
			for j := range 13 {
				u := -.5 + float64(j)/12 + .04*float64(i%2)
				c.fill(ellipse(x+u*w, yy+w*.055-u*u*w*.4, w*.017, w*.022), flat(wicker.lit(.5).fade(.55)))
			}
		}
	})
	c.fill(limb(w*.035, w*.035, curve(pt{x - w*.52, y + w*.01}, pt{x - w*.3, y + w*.11}, pt{x, y + w*.145}, pt{x + w*.3, y + w*.11}, pt{x + w*.52, y + w*.01})...), flat(wicker.lit(.35)))
}

func (c *canvas) fruit(x, y, r float64, col colour) {
	c.fill(ellipse(x, y, r, r*.95), around(x-r*.3, y-r*.35, r*1.4, col.lit(.45), col, col.shaded(.3)))
	c.fill(ellipse(x+r*.05, y-r*.8, r*.16, r*.09), flat(hex(0x4f6a3a)))
}

func (c *canvas) bananas(x, y, s float64) {
	c.fill(poly(between(
		curve(pt{x - s*.5, y - s*.5}, pt{x - s*.3, y + s*.1}, pt{x + s*.5, y + s*.3}),
		curve(pt{x - s*.4, y - s*.52}, pt{x - s*.08, y - s*.14}, pt{x + s*.5, y + s*.3}),
	)[0]...), along(pt{x - s*.4, y - s*.4}, pt{x + s*.2, y + s*.3}, hex(0xf8df6e), hex(0xe0a93a)))
}
