package illustration

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// canvas is a picture being painted.
type canvas struct {
	img     *image.RGBA
	k       float64 // pixels a unit
	w, h    float64 // extent in units
	raster  vector.Rasterizer
	mask    []uint8 // coverage of the path being filled
	clip    *image.Alpha
	table   []shade // of the paint in use; kept to save memory
	strokes int     // fills so far; shifts the brush texture from shape to shape
}

const longSide = 1500 // units

// newCanvas makes a canvas of width × height pixels.
func newCanvas(width, height int) *canvas {
	k := float64(max(width, height)) / longSide
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 0xff
	}
	return &canvas{img: img, k: k, w: float64(width) / k, h: float64(height) / k}
}

// fill paints a path.
func (c *canvas) fill(p path, with paint) {
	box := c.bounds(p)
	if box.Empty() {
		return
	}
	c.blend(c.cover(p, box), with)
}

// all paints the whole canvas.
func (c *canvas) all(with paint) { c.fill(rect(0, 0, c.w, c.h), with) }

// within lets everything that draw paints show only inside p.
func (c *canvas) within(p path, draw func()) {
	outer := c.clip
	defer func() { c.clip = outer }()
	box := c.bounds(p)
	if box.Empty() {
		return
	}
	m := c.cover(p, box)
	own := *m
	own.Pix = append([]uint8(nil), m.Pix...)
	if outer != nil {
		intersect(&own, outer)
	}
	c.clip = &own
	draw()
}

func intersect(m, with *image.Alpha) {
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			i := m.PixOffset(x, y)
			m.Pix[i] = uint8(int(m.Pix[i]) * int(with.AlphaAt(x, y).A) / 255)
		}
	}
}

// bounds is the part of the canvas, in pixels, that p may touch.
func (c *canvas) bounds(p path) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, outline := range p {
		for _, q := range outline {
			x0, x1 = min(x0, q.x), max(x1, q.x)
			y0, y1 = min(y0, q.y), max(y1, q.y)
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	box := image.Rect(
		c.pixel(math.Floor(x0*c.k)), c.pixel(math.Floor(y0*c.k)),
		c.pixel(math.Ceil(x1*c.k)), c.pixel(math.Ceil(y1*c.k)),
	).Intersect(c.img.Rect)
	if c.clip != nil {
		box = box.Intersect(c.clip.Rect)
	}
	return box
}

// pixel keeps far-away coordinates within the range of int arithmetic.
func (c *canvas) pixel(v float64) int { return int(min(max(v, -1e6), 1e6)) }

// cover rasterises p into the shared mask; it is valid until the next call.
func (c *canvas) cover(p path, box image.Rectangle) *image.Alpha {
	w, h := box.Dx(), box.Dy()
	c.raster.Reset(w, h)
	c.raster.DrawOp = draw.Src
	for _, outline := range p {
		for i, q := range outline {
			x, y := float32(q.x*c.k)-float32(box.Min.X), float32(q.y*c.k)-float32(box.Min.Y)
			if i == 0 {
				c.raster.MoveTo(x, y)
			} else {
				c.raster.LineTo(x, y)
			}
		}
		c.raster.ClosePath()
	}
	if cap(c.mask) < w*h {
		c.mask = make([]uint8, w*h)
	}
	m := &image.Alpha{Pix: c.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	c.raster.Draw(m, m.Rect, image.Opaque, image.Point{})
	m.Rect = box
	return m
}

// blend lays the paint over the picture where the mask and the clip allow.
func (c *canvas) blend(m *image.Alpha, with paint) {
	c.strokes++
	colours := with.shader(c.k, c.table)
	c.table = colours.table
	grain := newBristle(with.grain, c.strokes, c.k)
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		row := m.Pix[(y-m.Rect.Min.Y)*m.Stride:][:m.Rect.Dx()]
		c.blendRow(y, m.Rect.Min.X, row, &colours, &grain)
	}
}

// blendRow blends the pixels from x0 on of one row.
func (c *canvas) blendRow(y, x0 int, row []uint8, colours *shader, grain *bristle) {
	even := colours.startRow(y)
	s := colours.at(x0)
	grain.startRow(y)
	var clip []uint8
	if c.clip != nil {
		clip = c.clip.Pix[c.clip.PixOffset(x0, y):]
	}
	at := c.img.PixOffset(x0, y)
	for i, covered := range row {
		if covered == 0 {
			continue
		}
		a := int32(covered) + int32(covered>>7) // 0 to 256
		if clip != nil {
			a = a * int32(clip[i]) / 255
		}
		if !even {
			s = colours.at(x0 + i)
		}
		if a = a * s.a >> 8; a > 0 {
			c.mix(at+4*i, s, a, grain.at(x0+i))
		}
	}
}

// mix blends one pixel; a is from 0 to 256 and g is added to every channel, in
// 1/16 of a step.
func (c *canvas) mix(i int, s *shade, a, g int32) {
	pix := c.img.Pix[i : i+3 : i+3]
	if a == 256 { // nearly every pixel; the general sum comes to the same
		pix[0], pix[1], pix[2] = opaque(s.r+g), opaque(s.g+g), opaque(s.b+g)
		return
	}
	pix[0] = over(pix[0], s.r+g, a)
	pix[1] = over(pix[1], s.g+g, a)
	pix[2] = over(pix[2], s.b+g, a)
}

func opaque(above int32) uint8 { return uint8(min(max((above+8)>>4, 0), 255)) }

func over(below uint8, above, a int32) uint8 {
	v := (int32(below)<<4*(256-a) + above*a + 2048) >> 12
	return uint8(min(max(v, 0), 255))
}
