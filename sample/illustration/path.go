package illustration

import "math"

// pt is a point or a vector in units; y grows downwards.
type pt struct{ x, y float64 }

// path is a set of closed outlines, filled by the non-zero rule.
type path [][]pt

func poly(points ...pt) path { return path{points} }

func rect(x, y, w, h float64) path {
	return poly(pt{x, y}, pt{x + w, y}, pt{x + w, y + h}, pt{x, y + h})
}

func ellipse(x, y, rx, ry float64) path {
	const n = 40
	out := make([]pt, n)
	for i := range out {
		s, c := math.Sincos(2 * math.Pi * float64(i) / n)
		out[i] = pt{x + rx*c, y + ry*s}
	}
	return path{out}
}

const curveSteps = 8

// curve is a smooth line through the points (Catmull–Rom).
func curve(points ...pt) []pt {
	n := len(points)
	out := make([]pt, 0, n*curveSteps)
	for i := 0; i+1 < n; i++ {
		a, d := points[max(i-1, 0)], points[min(i+2, n-1)]
		out = appendCurve(out, a, points[i], points[i+1], d)
	}
	return append(out, points[n-1])
}

// smooth is a closed shape with a smooth outline through the points.
func smooth(points ...pt) path {
	n := len(points)
	out := make([]pt, 0, n*curveSteps)
	for i := range points {
		out = appendCurve(out, points[(i+n-1)%n], points[i], points[(i+1)%n], points[(i+2)%n])
	}
	return path{out}
}

// appendCurve adds the stretch from b up to, but without, c.
func appendCurve(out []pt, a, b, c, d pt) []pt {
	for s := range curveSteps {
		t := float64(s) / curveSteps
		out = append(out, pt{spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)})
	}
	return out
}

func spline(a, b, c, d, t float64) float64 {
	return b + .5*t*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}

// under is the area between a line and the level y below it.
func under(line []pt, y float64) path {
	out := append([]pt(nil), line...)
	return path{append(out, pt{line[len(line)-1].x, y}, pt{line[0].x, y})}
}

// between is the area between two lines that run in the same direction.
func between(a, b []pt) path {
	out := append([]pt(nil), a...)
	for i := len(b) - 1; i >= 0; i-- {
		out = append(out, b[i])
	}
	return path{out}
}

// limb is a stroke along a line with round ends whose width goes from w0 to w1.
func limb(w0, w1 float64, line ...pt) path {
	var out path
	width := func(i int) float64 { return w0 + (w1-w0)*float64(i)/float64(max(len(line)-1, 1)) }
	for i := 0; i+1 < len(line); i++ {
		out = append(out, segment(line[i], line[i+1], width(i)/2, width(i+1)/2))
		out = append(out, disc(line[i], width(i)/2))
	}
	return append(out, disc(line[len(line)-1], width(len(line)-1)/2))
}

// segment is a straight piece of a stroke, wound like disc so that the two
// add up under the non-zero rule.
func segment(a, b pt, ra, rb float64) []pt {
	dx, dy := b.x-a.x, b.y-a.y
	if n := math.Hypot(dx, dy); n > 0 {
		dx, dy = dx/n, dy/n
	}
	return []pt{
		{a.x + dy*ra, a.y - dx*ra},
		{b.x + dy*rb, b.y - dx*rb},
		{b.x - dy*rb, b.y + dx*rb},
		{a.x - dy*ra, a.y + dx*ra},
	}
}

func disc(c pt, r float64) []pt {
	const n = 12
	out := make([]pt, n)
	for i := range out {
		s, co := math.Sincos(2 * math.Pi * float64(i) / n)
		out[i] = pt{c.x + r*co, c.y + r*s}
	}
	return out
}

// each returns the path with every point changed by f.
func (p path) each(f func(pt) pt) path {
	out := make(path, len(p))
	for i, outline := range p {
		out[i] = make([]pt, len(outline))
		for j, q := range outline {
			out[i][j] = f(q)
		}
	}
	return out
}

// turned rotates the path about a point, clockwise, in degrees.
func (p path) turned(degrees, x, y float64) path {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return p.each(func(q pt) pt {
		dx, dy := q.x-x, q.y-y
		return pt{x + dx*c - dy*s, y + dx*s + dy*c}
	})
}
