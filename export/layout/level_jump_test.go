package layout_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// longStory is a story of many paragraphs, with crossheads, quotations and
// photos of all shapes and sizes between them, that goes on over pages.
func longStory(r *rapid.T) bulletin.Article {
	a := bulletin.Article{Genre: bulletin.Report, Headline: "Con đường ba thôn cùng mở", Byline: "Hoàng Lan"}
	for i := range rapid.IntRange(10, 30).Draw(r, "paragraphs") {
		switch rapid.IntRange(0, 9).Draw(r, "before") {
		case 0, 1:
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Crosshead, Text: "Trồng cây nào, sống cây ấy"})
		case 2:
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Quote, Text: "Cháu trồng cây này, mai kia cháu lớn thì cây cũng lớn."})
		case 3, 4:
			w, id := rapid.IntRange(1500, 4000).Draw(r, "width"), fmt.Sprint("p", i)
			a.Photos = append(a.Photos, bulletin.Photo{
				ID: id, SHA256: strings.Repeat("a", 64), WidthPx: w, HeightPx: w * 100 / rapid.IntRange(60, 250).Draw(r, "shape"),
				Caption: "Bà con trồng cây", Credit: "Hoài Sa", Size: rapid.SampledFrom([]bulletin.SizeWish{"", "small", "column"}).Draw(r, "size"),
			})
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: id})
		}
		words := strings.Repeat("bà con trồng cây ", rapid.IntRange(4, 40).Draw(r, "words"))
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: words})
	}
	a.Normalize()
	return a
}

// TestColumnsBeforeAJumpEndLevel: where a story goes on overleaf, its columns
// end within three lines of one another; the last has one line less, for
// “Xem tiếp trang N”. A photo that ends a column parts those before it from
// those after it.
func TestColumnsBeforeAJumpEndLevel(t *testing.T) {
	names := styles.Names()
	rapid.Check(t, func(r *rapid.T) {
		s := style(t, rapid.SampledFrom(names).Draw(r, "style"))
		var pieces []layout.Piece
		for i := range rapid.IntRange(1, 3).Draw(r, "stories") {
			pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: longStory(r)})
		}
		d, err := layout.Issue(number4(), pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		leading := layout.Length(s.Grid.Leading)
		for _, story := range d.Stories {
			for page := story.FirstPage; page < story.LastPage; page++ {
				if feet := feetOf(s, d, page, story.Article); apart(feet) > 3*leading {
					r.Fatalf("%s, page %d: %s ends at %v before it goes on", s.Name, page, story.Article, feet)
				}
			}
		}
	})
}

// apart is how far the ends of columns in text are from one another, at most:
// of those between two columns that end in photos.
func apart(feet map[int]foot) (most layout.Length) {
	var ends []layout.Length
	for _, col := range slices.Sorted(maps.Keys(feet)) {
		if feet[col].photo {
			ends = nil
			continue
		}
		ends = append(ends, feet[col].y)
		most = max(most, slices.Max(ends)-slices.Min(ends))
	}
	return most
}
