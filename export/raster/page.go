// Package raster paints the pages of a layout as pictures, for the preview
// and for export as PNG. It is safe for concurrent use; glyphs and scaled
// photos are remembered from page to page.
package raster

import (
	"errors"
	"fmt"
	"image"
	"image/draw"
	"math"

	"bantin/export/layout"
	"bantin/export/softproof"
)

// Page paints one page, counted from 0, at so many dots an inch: the trimmed
// page without its bleed. A photo that cannot be had is painted as a grey box
// and named in the error, which then comes together with the picture; for
// every other error the picture is nil. With nil photos all are grey boxes.
func Page(doc *layout.Document, page int, dpi float64, photos layout.PhotoSource) (*image.RGBA, error) {
	if page < 0 || page >= len(doc.Pages) {
		return nil, fmt.Errorf("paint page %d of %d: no such page", page+1, len(doc.Pages))
	}
	if !(dpi >= 1 && dpi <= 1200) {
		return nil, fmt.Errorf("paint page %d: %g dpi is not between 1 and 1200", page+1, dpi)
	}
	c := newCanvas(doc.Trim, dpi)
	var troubles []error
	for _, item := range doc.Pages[page].Items {
		switch it := item.(type) {
		case layout.Fill:
			c.fill(it.Box, it.Ink)
		case layout.Text:
			c.text(it)
		case layout.Picture:
			if err := c.picture(it, photos); err != nil {
				troubles = append(troubles, fmt.Errorf("paint photo on page %d: %w", page+1, err))
			}
		}
	}
	return c.img, errors.Join(troubles...)
}

// canvas is a page being painted.
type canvas struct {
	img   *image.RGBA
	scale float64 // pixels a point
}

func newCanvas(trim layout.Size, dpi float64) *canvas {
	c := &canvas{scale: dpi / 72}
	c.img = image.NewRGBA(image.Rect(0, 0, max(1, c.round(trim.Width)), max(1, c.round(trim.Height))))
	for i := range c.img.Pix {
		c.img.Pix[i] = 0xFF // paper
	}
	return c
}

func (c *canvas) pixels(l layout.Length) float64 { return l.Points() * c.scale }

func (c *canvas) round(l layout.Length) int { return int(math.Round(c.pixels(l))) }

// fill paints an area on whole pixels, at least one pixel thick, so that
// hairlines neither vanish nor blur.
func (c *canvas) fill(box layout.Rect, ink layout.Ink) {
	draw.Draw(c.img, c.area(box), image.NewUniform(softproof.Colour(ink)), image.Point{}, draw.Src)
}

func (c *canvas) area(box layout.Rect) image.Rectangle {
	r := image.Rect(c.round(box.X), c.round(box.Y), c.round(box.Right()), c.round(box.Bottom()))
	r.Max.X, r.Max.Y = max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1)
	return r
}
