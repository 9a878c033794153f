package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// dpiOf is the lower of a picture's two resolutions.
func dpiOf(p layout.Picture) layout.Length {
	const inch = 72 * layout.Point
	return min(layout.Length(p.Shown.Width)*inch/p.Box.Width, layout.Length(p.Shown.Height)*inch/p.Box.Height)
}

// sharpPhotos are photos of all shapes with enough pixels to be seen at all.
func sharpPhotos(r *rapid.T, most int) []bulletin.Photo {
	var photos []bulletin.Photo
	for i := range rapid.IntRange(1, most).Draw(r, "photos") {
		w := rapid.IntRange(400, 4000).Draw(r, "width")
		h := max(400, w*100/rapid.IntRange(45, 320).Draw(r, "shape"))
		photos = append(photos, bulletin.Photo{
			ID: fmt.Sprint("p", i), SHA256: strings.Repeat("a", 64), WidthPx: w, HeightPx: h,
			Caption: strings.TrimSpace(strings.Repeat("Chợ họp sớm. ", rapid.IntRange(0, 5).Draw(r, "words"))), Credit: "Hoài Sa",
		})
	}
	return photos
}

// TestNoPhotoShowsItsPixels: stories told in photos and others, with photos of
// all sizes and shapes, never set one at under 150 dpi that nobody asked to go
// across.
func TestNoPhotoShowsItsPixels(t *testing.T) {
	names := styles.Names()
	rapid.Check(t, func(r *rapid.T) {
		s := style(t, rapid.SampledFrom(names).Draw(r, "style"))
		var pieces []layout.Piece
		for i := range rapid.IntRange(1, 4).Draw(r, "stories") {
			a := someWords(rapid.IntRange(1, 12).Draw(r, "paragraphs"), 0)
			a.Genre = rapid.SampledFrom([]bulletin.Genre{bulletin.Report, bulletin.PhotoStory}).Draw(r, "genre")
			a.Photos = sharpPhotos(r, 7)
			a.Normalize()
			pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
		}
		d, err := layout.Issue(number4(), pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		checkPages(r, d)
		for _, p := range pieces {
			shown := pictures(d, p.ID)
			if len(shown) != len(p.Article.Photos) {
				r.Fatalf("%s: %d of %d photos", s.Name, len(shown), len(p.Article.Photos))
			}
			for _, pic := range shown {
				if dpi := dpiOf(pic); dpi < 149 {
					r.Fatalf("%s: %s of %s (%s) stands at %d dpi, %d×%d of its pixels on %d×%d pt", s.Name, pic.Source.Photo, p.ID, p.Article.Genre,
						dpi, pic.Shown.Width, pic.Shown.Height, pic.Box.Width/layout.Point, pic.Box.Height/layout.Point)
				}
			}
		}
	})
}
