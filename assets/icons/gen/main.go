// The program gen draws the mark of Bản Tin, a folded news sheet with a
// terracotta nameplate, and writes it as SVG and as PNG from one list of
// shapes, the same bytes every time. Run it with go generate ./assets/icons.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"log"
	"os"
	"strings"

	"golang.org/x/image/vector"
)

// grid is the side of the square in which shapes are given.
const grid = 512

// sides of the PNG files that are written, in pixels.
var sides = []int{512, 1024}

// point is a place on the grid, from the top left corner.
type point struct{ x, y float32 }

// shape is a filled outline: corners in order, each rounded by the radius.
type shape struct {
	fill    color.NRGBA
	radius  float32
	corners []point
}

var (
	ink        = color.NRGBA{0x22, 0x2F, 0x3D, 0xFF}
	paper      = color.NRGBA{0xFD, 0xFA, 0xF3, 0xFF}
	shade      = color.NRGBA{0xD8, 0xCF, 0xBF, 0xFF}
	terracotta = color.NRGBA{0xC9, 0x50, 0x2F, 0xFF}
	grey       = color.NRGBA{0xA9, 0xA3, 0x99, 0xFF}
)

// mark is the drawing, from the back to the front. Its edges lie on multiples
// of 16, so that they are sharp in an icon of 32 pixels.
func mark() []shape {
	return []shape{
		box(ink, 112, 0, 0, 512, 512),
		// the sheet, its lower right corner turned up
		{paper, 0, []point{{96, 64}, {416, 64}, {416, 352}, {320, 448}, {96, 448}}},
		{shade, 0, []point{{416, 352}, {320, 448}, {320, 352}}},
		// nameplate, headline, a picture and a column of text
		box(terracotta, 0, 96, 64, 320, 96),
		box(ink, 0, 128, 192, 256, 48),
		box(terracotta, 0, 128, 272, 128, 144),
		box(grey, 0, 288, 272, 96, 16),
		box(grey, 0, 288, 304, 96, 16),
	}
}

func box(fill color.NRGBA, radius, x, y, width, height float32) shape {
	return shape{fill, radius, []point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}
}

func main() {
	shapes := mark()
	write("bantin.svg", []byte(svg(shapes)))
	for _, side := range sides {
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, paint(shapes, side)); err != nil {
			log.Fatalf("encode the mark: %v", err)
		}
		write(fmt.Sprintf("bantin-%d.png", side), b.Bytes())
	}
}

func write(path string, content []byte) {
	if err := os.WriteFile(path, content, 0o644); err != nil {
		log.Fatalf("write the mark: %v", err)
	}
}

// paint draws the shapes on a transparent square of side pixels.
func paint(shapes []shape, side int) image.Image {
	canvas := image.NewNRGBA(image.Rect(0, 0, side, side))
	scale := float32(side) / grid
	for _, s := range shapes {
		r := vector.NewRasterizer(side, side)
		r.DrawOp = draw.Over
		s.outline(scale, r)
		r.Draw(canvas, canvas.Bounds(), image.NewUniform(s.fill), image.Point{})
	}
	return canvas
}

// svg writes the shapes as a picture of the grid's size.
func svg(shapes []shape) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n", grid, grid)
	for _, s := range shapes {
		var p path
		s.outline(1, &p)
		fmt.Fprintf(&b, "  <path fill=\"#%02x%02x%02x\" d=\"%s\"/>\n", s.fill.R, s.fill.G, s.fill.B, p.String())
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// pen is what both pictures are drawn with.
type pen interface {
	MoveTo(x, y float32)
	LineTo(x, y float32)
	CubeTo(bx, by, cx, cy, x, y float32)
	ClosePath()
}

// roundness makes a Bézier curve follow a quarter of a circle: 4/3·(√2 − 1).
const roundness = 0.5522847

// outline draws the shape, scaled.
func (s shape) outline(scale float32, to pen) {
	for i, corner := range s.corners {
		before := s.corners[(i+len(s.corners)-1)%len(s.corners)]
		after := s.corners[(i+1)%len(s.corners)]
		in, out := toward(corner, before, s.radius), toward(corner, after, s.radius)
		if i == 0 {
			to.MoveTo(in.x*scale, in.y*scale)
		} else {
			to.LineTo(in.x*scale, in.y*scale)
		}
		if s.radius > 0 {
			b, c := toward(corner, before, s.radius*(1-roundness)), toward(corner, after, s.radius*(1-roundness))
			to.CubeTo(b.x*scale, b.y*scale, c.x*scale, c.y*scale, out.x*scale, out.y*scale)
		}
	}
	to.ClosePath()
}

// toward is the point at a distance from one corner along a side that lies
// upright or level; shapes with other sides have no radius.
func toward(from, to point, distance float32) point {
	switch {
	case to.x > from.x && to.y == from.y:
		from.x += distance
	case to.x < from.x && to.y == from.y:
		from.x -= distance
	case to.y > from.y && to.x == from.x:
		from.y += distance
	case to.y < from.y && to.x == from.x:
		from.y -= distance
	}
	return from
}

// path is a pen that writes the path of an SVG picture.
type path struct{ strings.Builder }

func (p *path) MoveTo(x, y float32) { fmt.Fprintf(p, "M%.6g %.6g", x, y) }
func (p *path) LineTo(x, y float32) { fmt.Fprintf(p, "L%.6g %.6g", x, y) }
func (p *path) CubeTo(bx, by, cx, cy, x, y float32) {
	fmt.Fprintf(p, "C%.6g %.6g %.6g %.6g %.6g %.6g", bx, by, cx, cy, x, y)
}
func (p *path) ClosePath() { p.WriteString("Z") }
