package illustration

// colour is red, green, blue and opacity, each from 0 to 1, not premultiplied.
type colour struct{ r, g, b, a float64 }

// hex is the opaque colour written 0xRRGGBB.
func hex(v uint32) colour {
	return colour{
		float64(v>>16&0xff) / 255, float64(v>>8&0xff) / 255, float64(v&0xff) / 255, 1,
	}
}

// to mixes c with d: t = 0 gives c, t = 1 gives d.
func (c colour) to(d colour, t float64) colour {
	return colour{
		c.r + (d.r-c.r)*t, c.g + (d.g-c.g)*t, c.b + (d.b-c.b)*t, c.a + (d.a-c.a)*t,
	}
}

// fade is c with the opacity a.
func (c colour) fade(a float64) colour {
	c.a = a
	return c
}

var (
	white = hex(0xffffff)
	ink   = hex(0x1d1a26) // the darkest tone of every picture; never pure black
)

// lit and shaded lean a colour towards warm light and cool shade, as a painter
// would mix it, instead of towards white and black.
func (c colour) lit(t float64) colour    { return c.to(hex(0xfff1d0).fade(c.a), t) }
func (c colour) shaded(t float64) colour { return c.to(hex(0x2a2447).fade(c.a), t) }
