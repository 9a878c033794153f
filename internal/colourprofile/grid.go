package colourprofile

import (
	"errors"
	"math"
)

// Grid is what colours of eight bits a channel look like, reckoned beforehand for
// evenly spaced ones. Any number of goroutines may use it at the same time.
type Grid struct {
	channels, steps int
	colours         [][3]int // in parts of 1<<bits; the first channel changes fastest
	places          [256]place
}

// place is where a sample lies: after so many steps, by a share of the next.
type place struct{ step, share int }

const (
	bits      = 8       // finer than a sample, that rounding shows once
	fullShare = 1 << 12 // of the way to the next step
)

// Grid reckons a grid of so many steps, two at least, along each channel. It fails
// where the profile's tables give no colour.
func (l *Look) Grid(steps int) (grid *Grid, err error) {
	defer failing(&err)
	count := 1
	for range l.Channels {
		count *= steps
	}
	grid = &Grid{channels: l.Channels, steps: steps, colours: make([][3]int, count)}
	for i := range grid.colours {
		var colour [4]float64
		for channel, rest := 0, i; channel < l.Channels; channel, rest = channel+1, rest/steps {
			colour[channel] = float64(rest%steps) / float64(steps-1)
		}
		for k, part := range l.RGB(colour) {
			if math.IsNaN(part) {
				return nil, errors.New("colour profile gives no colour")
			}
			grid.colours[i][k] = int(math.Round(255 * (1 << bits) * min(max(part, 0), 1)))
		}
	}
	for v := range grid.places {
		at := v * (steps - 1)
		step := min(at/255, steps-2)
		grid.places[v] = place{step, (at - 255*step) * fullShare / 255}
	}
	return grid, nil
}

// RGB is the sRGB of a colour whose first samples count, as many as the profile
// has channels: the mean of the colours around it, by its share of each step.
func (g *Grid) RGB(samples [4]uint8) (red, green, blue uint8) {
	p := &g.places[samples[0]]
	first, share := p.step, p.share
	var rest [3]place // of the channels after the first: where the next step is, and the share of it
	stride := g.steps
	for channel := 1; channel < g.channels; channel++ {
		p := &g.places[samples[channel]]
		first += p.step * stride
		rest[channel-1] = place{stride, p.share}
		stride *= g.steps
	}
	var around [8][3]int // by the steps of the other channels, those of the first being mixed
	for i := range 1 << (g.channels - 1) {
		at := first + i&1*rest[0].step + i>>1&1*rest[1].step + i>>2*rest[2].step
		around[i] = between(&g.colours[at], &g.colours[at+1], share)
	}
	for channel := range g.channels - 1 {
		for i := range 1 << (g.channels - 2 - channel) {
			around[i] = between(&around[2*i], &around[2*i+1], rest[channel].share)
		}
	}
	return rounded(around[0][0]), rounded(around[0][1]), rounded(around[0][2])
}

// between goes from one colour to another by a share.
func between(from, to *[3]int, share int) [3]int {
	return [3]int{
		from[0] + (to[0]-from[0])*share/fullShare,
		from[1] + (to[1]-from[1])*share/fullShare,
		from[2] + (to[2]-from[2])*share/fullShare,
	}
}

func rounded(part int) uint8 { return uint8(min((part+1<<(bits-1))>>bits, 255)) }
