package raster

import (
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// shrink averages blocks of n × n pixels of a part of a picture. It takes the
// great step of scaling cheaply, so that the fine filter after it has little
// left to do.
func shrink(whole image.Image, part image.Rectangle, n int) (image.Image, image.Rectangle) {
	photo, ok := whole.(*image.YCbCr)
	if n < 2 || !ok {
		return whole, part
	}
	small := image.NewRGBA(image.Rect(0, 0, part.Dx()/n, part.Dy()/n))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			block := image.Rect(x*n, y*n, x*n+n, y*n+n).Add(part.Min)
			r, g, b := average(photo, block)
			i := small.PixOffset(x, y)
			small.Pix[i], small.Pix[i+1], small.Pix[i+2], small.Pix[i+3] = r, g, b, 0xFF
		}
	}
	return small, small.Rect
}

// average is the mean colour of a block; its colour difference is taken from
// every other pixel, as JPEG mostly stores it so.
func average(photo *image.YCbCr, block image.Rectangle) (r, g, b uint8) {
	var luma, cb, cr, colours int
	for y := block.Min.Y; y < block.Max.Y; y++ {
		row := photo.Y[photo.YOffset(block.Min.X, y):]
		for _, v := range row[:block.Dx()] {
			luma += int(v)
		}
		if (y-block.Min.Y)%2 != 0 {
			continue
		}
		for x := block.Min.X; x < block.Max.X; x += 2 {
			i := photo.COffset(x, y)
			cb, cr, colours = cb+int(photo.Cb[i]), cr+int(photo.Cr[i]), colours+1
		}
	}
	n := block.Dx() * block.Dy()
	return color.YCbCrToRGB(uint8(luma/n), uint8(cb/colours), uint8(cr/colours))
}

// Reduce brings a picture to a longer side of at most so many pixels. It needs
// little memory beside the two pictures: blocks are averaged as long as that
// does not go too far, and the rest is done by the pixels next to each other.
func Reduce(picture image.Image, side int) *image.RGBA {
	whole := picture.Bounds()
	longer := max(whole.Dx(), whole.Dy(), 1)
	side = min(max(side, 1), longer)
	small, part := shrink(picture, whole, longer/side)
	out := image.NewRGBA(image.Rect(0, 0, max(1, whole.Dx()*side/longer), max(1, whole.Dy()*side/longer)))
	draw.ApproxBiLinear.Scale(out, out.Rect, small, part, draw.Src, nil)
	return out
}
