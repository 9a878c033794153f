package picture

import (
	"image"
	"math"
	"sync"

	"bantin/internal/cores"
	"bantin/internal/subsampling"
)

// shrink gives the picture in a smaller size (or the same) with chroma halved
// both ways, as it will be encoded. Each plane is filtered by itself, in whole
// numbers, so that every machine makes the same bytes (where weights are reckoned, the
// conversions to float64 keep compilers from fusing steps): Catmull-Rom (the cubic
// of a = -½) while details count, and the mean of the area from a third of the
// size down.
func shrink(m *image.YCbCr, size image.Point) *image.YCbCr {
	bounds := m.Bounds()
	if bounds.Min == (image.Point{}) && bounds.Size() == size && m.SubsampleRatio == image.YCbCrSubsampleRatio420 {
		return m
	}
	small := image.NewYCbCr(image.Rectangle{Max: size}, image.YCbCrSubsampleRatio420)
	scaleX := float64(bounds.Dx()) / float64(size.X)
	scaleY := float64(bounds.Dy()) / float64(size.Y)
	shrinkPlane(
		plane{m.Y, m.YStride, bounds.Dx(), bounds.Dy()},
		plane{small.Y, small.YStride, size.X, size.Y}, scaleX, scaleY)

	stepX, stepY := subsampling.Of(m.SubsampleRatio)
	chroma := plane{stride: m.CStride, width: (bounds.Dx() + stepX - 1) / stepX, height: (bounds.Dy() + stepY - 1) / stepY}
	halved := plane{stride: small.CStride, width: half(size.X), height: half(size.Y)}
	for _, samples := range [][2][]uint8{{m.Cb, small.Cb}, {m.Cr, small.Cr}} {
		chroma.samples, halved.samples = samples[0], samples[1]
		shrinkPlane(chroma, halved, scaleX*2/float64(stepX), scaleY*2/float64(stepY))
	}
	return small
}

// plane is one of the three components of a picture.
type plane struct {
	samples       []uint8
	stride        int
	width, height int
}

// shrinkPlane filters from into to, each processor a band of rows. scaleX and
// scaleY are how many samples of from stand for one of to; they may lie below
// one, for the chroma of pictures that are subsampled more than by half.
func shrinkPlane(from, to plane, scaleX, scaleY float64) {
	across := newWeights(from.width, to.width, scaleX)
	down := newWeights(from.height, to.height, scaleY)
	const bandRows = 128
	var bands sync.WaitGroup
	slots := make(chan struct{}, cores.Count())
	for start := 0; start < to.height; start += bandRows {
		slots <- struct{}{}
		bands.Go(func() {
			shrinkBand(from, to, across, down, start, min(start+bandRows, to.height))
			<-slots
		})
	}
	bands.Wait()
}

// shrinkBand makes the rows start … end-1 of to: the rows of from that it
// needs are filtered across once and kept while they are needed.
func shrinkBand(from, to plane, across, down weights, start, end int) {
	first, last := int(down.first[start]), int(down.first[end-1])+down.taps
	narrow := make([]uint8, (last-first)*to.width)
	for y := first; y < last; y++ {
		across.filterRow(narrow[(y-first)*to.width:][:to.width], from.samples[y*from.stride:][:from.width])
	}
	sums := make([]int32, to.width)
	for y := start; y < end; y++ {
		clear(sums)
		for tap, weight := range down.of(y) {
			if weight != 0 {
				addRow(sums, narrow[(int(down.first[y])-first+tap)*to.width:][:to.width], weight)
			}
		}
		row := to.samples[y*to.stride:][:to.width]
		for x, sum := range sums {
			row[x] = sample(sum)
		}
	}
}

func addRow(sums []int32, row []uint8, weight int32) {
	row = row[:len(sums)]
	for x, v := range row {
		sums[x] += int32(v) * weight
	}
}

// weightOne is the sum of all weights of a sample.
const (
	weightBits = 14
	weightOne  = 1 << weightBits
)

func sample(sum int32) uint8 {
	v := (sum + weightOne/2) >> weightBits
	if uint32(v) > 255 {
		return uint8(^(v >> 31)) // 0 below, 255 above
	}
	return uint8(v)
}

// weights say for each sample of a smaller row which samples of the larger one
// it is made of: taps of them from first on.
type weights struct {
	taps  int
	first []int32
	all   []int32
}

func (w weights) of(i int) []int32 { return w.all[i*w.taps:][:w.taps] }

func (w weights) filterRow(to, from []uint8) {
	for x := range to {
		var sum int32
		tapWeights := w.of(x)
		row := from[w.first[x]:][:len(tapWeights)]
		for tap, weight := range tapWeights {
			sum += int32(row[tap]) * weight
		}
		to[x] = sample(sum)
	}
}

// newWeights reckons the weights for a row of from samples that becomes one of
// to; scale is how many of the old samples stand for a new one.
func newWeights(from, to int, scale float64) weights {
	kernel, reach := catmullRom, 2*max(scale, 1)
	if scale >= 3 {
		kernel, reach = area(scale), scale/2+1
	}
	w := weights{taps: min(int(math.Ceil(2*reach)), from)}
	w.first, w.all = make([]int32, to), make([]int32, to*w.taps)
	exact := make([]float64, w.taps)
	for i := range to {
		center := float64((float64(i)+0.5)*scale) - 0.5
		first := min(max(int(math.Ceil(center-reach)), 0), from-w.taps)
		w.first[i] = int32(first)
		for tap := range exact {
			exact[tap] = kernel((float64(first+tap) - center) / max(scale, 1))
		}
		toWhole(w.of(i), exact)
	}
	return w
}

// toWhole scales weights to sum up to weightOne, the remainder going to the
// heaviest, so that an even area keeps its exact tone.
func toWhole(whole []int32, exact []float64) {
	sum, heaviest, rest := 0.0, 0, int32(weightOne)
	for i, v := range exact {
		sum += v
		if v > exact[heaviest] {
			heaviest = i
		}
	}
	for i, v := range exact {
		whole[i] = int32(math.Round(float64(v/sum) * weightOne))
		rest -= whole[i]
	}
	whole[heaviest] += rest
}

// catmullRom is the cubic convolution kernel with a = -½ (Keys, Cubic
// Convolution Interpolation for Digital Image Processing, 1981, eq. 15).
func catmullRom(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return float64(float64(float64(1.5*x)-2.5)*x*x) + 1
	case x < 2:
		return float64((float64((float64(-0.5*x)+2.5)*x)-4)*x) + 2
	}
	return 0
}

// area gives how much of a sample lies in the area of a new one, for samples
// at distances counted in new samples.
func area(scale float64) func(float64) float64 {
	return func(x float64) float64 {
		return min(max(float64((0.5-math.Abs(x))*scale)+0.5, 0), 1)
	}
}
