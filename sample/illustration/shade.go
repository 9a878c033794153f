package illustration

import "math"

// shade is a colour ready for blending: channels in 1/16 of an 8-bit step, so
// that long gradients do not show bands, and opacity from 0 to 256.
type shade struct{ r, g, b, a int32 }

func (c colour) shade() shade {
	return shade{
		int32(c.r*255*16 + .5), int32(c.g*255*16 + .5), int32(c.b*255*16 + .5), int32(c.a*256 + .5),
	}
}

const shades = 512 // samples of a gradient

// shader gives the shade of every pixel of a shape.
type shader struct {
	table  []shade // one for a flat paint
	dx, dy float64 // gradient per pixel
	c      float64
	x, y   float64 // middle of a radial gradient, in pixels
	scale  float64 // of a radial gradient: samples a pixel; 0 for others
	row    float64
}

// shader prepares the paint for a canvas of k pixels a unit.
func (p paint) shader(k float64, table []shade) shader {
	vx, vy := (p.to.x-p.from.x)*k, (p.to.y-p.from.y)*k
	n := vx*vx + vy*vy
	if len(p.stops) == 1 || n == 0 {
		return shader{table: append(table[:0], p.stops[0].c.shade())}
	}
	s := shader{table: p.sampled(table)}
	if p.radial {
		s.x, s.y, s.scale = p.from.x*k, p.from.y*k, (shades-1)/math.Sqrt(n)
		return s
	}
	s.dx, s.dy = vx/n*(shades-1), vy/n*(shades-1)
	s.c = -(p.from.x*k*s.dx + p.from.y*k*s.dy)
	return s
}

// sampled fills table with the gradient at even steps.
func (p paint) sampled(table []shade) []shade {
	table = table[:0]
	for i := range shades {
		table = append(table, p.at(float64(i)/(shades-1)).shade())
	}
	return table
}

// startRow sets the row that at looks up, and reports whether all its pixels
// have the shade of the first.
func (s *shader) startRow(y int) (even bool) {
	if s.scale > 0 {
		s.row = (float64(y) - s.y) * (float64(y) - s.y)
		return false
	}
	s.row = float64(y)*s.dy + s.c
	return s.dx == 0
}

func (s *shader) at(x int) *shade {
	v := s.row
	if s.scale > 0 {
		dx := float64(x) - s.x
		v = math.Sqrt(v+dx*dx) * s.scale
	} else {
		v += float64(x) * s.dx
	}
	return &s.table[min(max(int(v), 0), len(s.table)-1)]
}
