// Package raster paints the pages of a layout as pictures, for the preview
// and for export as PNG.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"bantin/export/layout"
)

// Page paints one page, counted from 0, at so many dots an inch, the trimmed
// page without its bleed.
func Page(doc *layout.Document, page int, dpi float64, photos layout.PhotoSource) (*image.RGBA, error) {
	if page < 0 || page >= len(doc.Pages) {
		return nil, fmt.Errorf("paint page %d of %d: no such page", page, len(doc.Pages))
	}
	img := image.NewRGBA(image.Rect(0, 0, pixels(doc.Trim.Width, dpi), pixels(doc.Trim.Height, dpi)))
	draw.Draw(img, img.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	return img, nil
}

func pixels(l layout.Length, dpi float64) int {
	return max(1, int(l.Points()*dpi/72+0.5))
}
