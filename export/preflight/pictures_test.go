package preflight_test

import (
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
)

// placedAt gives the photo so many pixels for its 60 × 40 mm.
func placedAt(width, height int) change {
	return func(in *preflight.Input) {
		for i, item := range in.Document.Pages[0].Items {
			if pic, ok := item.(layout.Picture); ok {
				pic.Shown = layout.PixelRect{Width: width, Height: height}
				in.Document.Pages[0].Items[i] = pic
			}
		}
	}
}

// photoOf makes the photo one of so many pixels, all of them shown.
func photoOf(width, height int) change {
	return both(placedAt(width, height), photo(func(p *bulletin.Photo) { p.WidthPx, p.HeightPx = width, height }), func(in *preflight.Input) {
		for i, item := range in.Document.Pages[0].Items {
			if pic, ok := item.(layout.Picture); ok {
				pic.Pixels = layout.PixelSize{Width: width, Height: height}
				in.Document.Pages[0].Items[i] = pic
			}
		}
	})
}

// chosen crops the photo to a part of its width, in ten-thousandths.
func chosen(part int) change {
	return photo(func(p *bulletin.Photo) { p.Crop = &bulletin.Crop{Width: part, Height: bulletin.CropUnit} })
}

// logoAt gives the nameplate a logo 20 mm wide of so many pixels.
func logoAt(pixels int) change {
	return func(in *preflight.Input) {
		in.Document.Pages[0].Items = append(in.Document.Pages[0].Items, layout.Picture{
			Box: layout.Rect{X: mm(20), Y: mm(20), Width: mm(20), Height: mm(20)}, Pixels: layout.PixelSize{Width: pixels, Height: pixels},
			Shown: layout.PixelRect{Width: pixels, Height: pixels}, Source: layout.Source{Block: -1, Part: layout.PartLogo},
		})
	}
}
