package illustration

// stop is the colour of a gradient at one place, from 0 to 1.
type stop struct {
	at float64
	c  colour
}

// paint is what a path is filled with: a gradient along a line or round a
// point, and how strongly the brush shows.
type paint struct {
	stops  []stop
	from   pt
	to     pt // for a radial gradient: any point of its rim
	radial bool
	grain  float64 // lightness that the brush adds or takes, 0 to 1
}

const brush = 0.035 // the usual grain

func flat(c colour) paint { return paint{stops: []stop{{0, c}}, grain: brush} }

// down is a gradient from y0 to y1 with its colours evenly spaced.
func down(y0, y1 float64, colours ...colour) paint {
	return along(pt{0, y0}, pt{0, y1}, colours...)
}

// across is a gradient from x0 to x1 with its colours evenly spaced.
func across(x0, x1 float64, colours ...colour) paint {
	return along(pt{x0, 0}, pt{x1, 0}, colours...)
}

func along(from, to pt, colours ...colour) paint {
	return paint{stops: spaced(colours), from: from, to: to, grain: brush}
}

// around is a gradient from the middle of a disc to its rim.
func around(x, y, radius float64, colours ...colour) paint {
	return paint{stops: spaced(colours), from: pt{x, y}, to: pt{x + radius, y}, radial: true}
}

// plain is a paint without the grain of the brush.
func (p paint) plain() paint {
	p.grain = 0
	return p
}

func spaced(colours []colour) []stop {
	stops := make([]stop, len(colours))
	for i, c := range colours {
		stops[i] = stop{float64(i) / float64(max(len(colours)-1, 1)), c}
	}
	return stops
}

func (p paint) at(t float64) colour {
	prev := p.stops[0]
	for _, s := range p.stops {
		if t <= s.at {
			if s.at == prev.at {
				return s.c
			}
			return prev.c.to(s.c, (t-prev.at)/(s.at-prev.at))
		}
		prev = s
	}
	return prev.c
}
