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

// foot is the last thing in a column: how low it reaches, and whether it is
// a photo with its words.
type foot struct {
	y     layout.Length
	photo bool
}

// feetOf are what a story's columns end with on a page, by column.
func feetOf(s styles.Style, d *layout.Document, page int, id bulletin.ID) map[int]foot {
	feet := map[int]foot{}
	left := layout.Length(s.Page.Inside)
	if page%2 == 0 {
		left = layout.Length(s.Page.Outside)
	}
	pitch := layout.Length(s.ColumnWidth()) + layout.Length(s.Grid.Gutter)
	for _, item := range d.Pages[page-1].Items {
		switch item := item.(type) {
		case layout.Text:
			if item.Source.Article != id {
				continue
			}
			f := foot{y: item.Y}
			switch item.Source.Field {
			case bulletin.FieldBody, bulletin.FieldByline, bulletin.FieldAffiliation:
			case bulletin.FieldCaption, bulletin.FieldCredit:
				f.photo = true
			default:
				continue
			}
			col := int((item.X - left + 6*layout.Point) / pitch)
			if f.y > feet[col].y {
				feet[col] = f
			}
		case layout.Picture:
			if item.Source.Article != id {
				continue
			}
			first, last := int((item.Box.X-left+layout.Point)/pitch), int((item.Box.Right()-left-layout.Point)/pitch)
			for col := first; col <= last; col++ {
				if y := item.Box.Bottom(); y > feet[col].y {
					feet[col] = foot{y, true}
				}
			}
		}
	}
	return feet
}

// photosInColumns counts the photos of a story that stand in one of its columns.
func photosInColumns(s styles.Style, d *layout.Document, story layout.Story) (n int) {
	for _, item := range d.Pages[story.FirstPage-1].Items {
		if pic, ok := item.(layout.Picture); ok && pic.Source.Article == story.Article && pic.Box.Width <= layout.Length(s.ColumnWidth()) {
			n++
		}
	}
	return n
}

// illustratedStories are stories of paragraphs with one to three photos of all
// shapes.
func illustratedStories(r *rapid.T) (pieces []layout.Piece) {
	for i := range rapid.IntRange(1, 6).Draw(r, "stories") {
		a := bulletin.Article{Genre: bulletin.Report, Headline: fmt.Sprintf("Tin thứ %d của thôn", i+1), Byline: "Hoàng Lan"}
		for range rapid.IntRange(1, 8).Draw(r, "paragraphs") {
			words := strings.Repeat("bà con trồng cây ", rapid.IntRange(20, 60).Draw(r, "words"))
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: words})
		}
		for k := range rapid.IntRange(1, 3).Draw(r, "photos") {
			w := rapid.IntRange(1500, 4000).Draw(r, "width")
			a.Photos = append(a.Photos, bulletin.Photo{
				ID: fmt.Sprint("p", k), SHA256: strings.Repeat("a", 64), WidthPx: w, HeightPx: w * 100 / rapid.IntRange(60, 250).Draw(r, "shape"),
				Caption: "Bà con trồng cây", Credit: "Hoài Sa",
			})
		}
		a.Normalize()
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
	}
	return pieces
}

// TestColumnsWithPhotosEndLevel: columns that end in text end within two lines
// of one another, as those of text alone do, or within three where a photo,
// which cannot be cut, stands in one of them. A photo that ends a column parts
// those before it from those after it: text cannot pass it. That nothing more
// level could be had there is what TestNoCutOfTheColumnsIsMoreLevel says.
func TestColumnsWithPhotosEndLevel(t *testing.T) {
	names := styles.Names()
	rapid.Check(t, func(r *rapid.T) {
		s := style(t, rapid.SampledFrom(names).Draw(r, "style"))
		d, err := layout.Issue(number4(), illustratedStories(r), s)
		if err != nil {
			r.Fatal(err)
		}
		leading := layout.Length(s.Grid.Leading)
		for _, story := range d.Stories {
			if story.LastPage > story.FirstPage {
				continue
			}
			feet := feetOf(s, d, story.FirstPage, story.Article)
			most := layout.Length(2)
			if photosInColumns(s, d, story) > 0 {
				most = 3
			}
			var lowest, highest layout.Length
			for _, col := range slices.Sorted(maps.Keys(feet)) {
				f := feet[col]
				if f.photo {
					lowest, highest = 0, 0
					continue
				}
				lowest = max(lowest, f.y)
				if highest == 0 || f.y < highest {
					highest = f.y
				}
				if lowest-highest > most*leading {
					r.Fatalf("%s, page %d: %s over %d columns ends at %v", s.Name, story.FirstPage, story.Article, story.Columns, feet)
				}
			}
		}
	})
}
