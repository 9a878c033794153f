package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// TestGalleryCreditsStandAlike looks at the credits of a story told in photos,
// under captions of every length: each begins at the left edge of its photo.
func TestGalleryCreditsStandAlike(t *testing.T) {
	a := bulletin.Article{Headline: "Một ngày cuối thu", Genre: bulletin.PhotoStory, Body: paragraphs("Năm rưỡi sáng, chiếc loa hắng giọng.")}
	for i := range 6 {
		a.Photos = append(a.Photos, bulletin.Photo{
			ID: fmt.Sprint("p", i), SHA256: strings.Repeat("a", 64), WidthPx: 3000, HeightPx: 1500 + 700*(i%3),
			Caption: strings.TrimSpace(strings.Repeat("Chợ họp. ", 1+4*(i%3))), Credit: "Hoài Sa",
		})
	}
	const hangs = layout.Point // what a first letter may stand out by
	for _, name := range styles.Names() {
		d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, style(t, name))
		if err != nil {
			t.Fatal(err)
		}
		left, credits := map[string]layout.Length{}, map[string]layout.Length{}
		for _, p := range d.Pages {
			for _, item := range p.Items {
				switch item := item.(type) {
				case layout.Picture:
					left[item.Source.Photo] = item.Box.X
				case layout.Text:
					if item.Source.Field == bulletin.FieldCredit {
						credits[item.Source.Photo] = item.X
					}
				}
			}
		}
		if len(credits) != len(a.Photos) {
			t.Errorf("%s: %d credits of %d photos", name, len(credits), len(a.Photos))
		}
		for photo, x := range credits {
			if off := x - left[photo]; off < -hangs || off > 0 {
				t.Errorf("%s: the credit of %s stands at %d, its photo at %d", name, photo, x, left[photo])
			}
		}
	}
}

// TestManyPhotosFillTheirPages sets sixty photos with little text, told in
// photos and in words, alone in every style: each stands once, and every page but
// the first and the last is full of them.
func TestManyPhotosFillTheirPages(t *testing.T) {
	for _, genre := range []bulletin.Genre{bulletin.PhotoStory, bulletin.Report} {
		a := bulletin.Article{Headline: "Một ngày cuối thu", Genre: genre, Byline: "Hoài Sa", Body: paragraphs("Năm rưỡi sáng, chiếc loa hắng giọng.", "Chợ họp từ lúc trời còn tối.")}
		for i := range 60 {
			a.Photos = append(a.Photos, bulletin.Photo{
				ID: fmt.Sprint("p", i), SHA256: strings.Repeat("a", 64), WidthPx: 3000, HeightPx: 1700 + 150*(i%3), Caption: "Chợ họp",
			})
		}
		for _, name := range styles.Names() {
			s := style(t, name)
			d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
			if err != nil {
				t.Fatal(err)
			}
			checkPages(t, d)
			if shown := photosShown(d); len(shown) != len(a.Photos) {
				t.Errorf("%s, %s: %d photos", name, genre, len(shown))
			}
			foot := layout.Length(s.Page.Bleed+s.Page.Top) + layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
			for i := 1; i < len(d.Pages)-1; i++ {
				var low layout.Length
				for _, item := range d.Pages[i].Items {
					if pic, ok := item.(layout.Picture); ok {
						low = max(low, pic.Box.Bottom())
					}
				}
				if white := foot - low; white > 5*layout.Length(s.Grid.Leading) {
					t.Errorf("%s, %s: %s pt under the last photos of page %d", name, genre, pt(white), i+1)
				}
			}
		}
	}
}
