package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// TestColumnsOfAModuleEndLevel: a story of paragraphs alone stands in columns
// that end on one line, or a line apart and what keeps the first and the last
// two lines of a paragraph together.
func TestColumnsOfAModuleEndLevel(t *testing.T) {
	names := styles.Names()
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.SampledFrom(names).Draw(r, "style")
		var pieces []layout.Piece
		for i := range rapid.IntRange(2, 9).Draw(r, "stories") {
			a := bulletin.Article{Genre: bulletin.Report, Headline: fmt.Sprintf("Tin thứ %d của thôn", i+1)}
			for range rapid.IntRange(1, 8).Draw(r, "paragraphs") {
				words := strings.Repeat("bà con trồng cây ", rapid.IntRange(20, 60).Draw(r, "words"))
				a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: words})
			}
			a.Normalize()
			pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
		}
		s, err := styles.ByName(name)
		if err != nil {
			r.Fatal(err)
		}
		d, err := layout.Issue(number4(), pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		leading := layout.Length(s.Grid.Leading)
		for _, story := range d.Stories {
			if story.LastPage > story.FirstPage {
				continue
			}
			ends := endsOfColumns(d.Pages[story.FirstPage-1], story.Article)
			low, high := ends[0], ends[0]
			for _, y := range ends {
				low, high = max(low, y), min(high, y)
			}
			if len(ends) != story.Columns || low-high > 2*leading {
				r.Fatalf("%s: %s over %d columns ends at %v", name, story.Article, story.Columns, ends)
			}
		}
	})
}

// TestSeveralColumnsGiveUpLinesTogether: three columns of text that end level
// only if the first two of them give up lines at once.
func TestSeveralColumnsGiveUpLinesTogether(t *testing.T) {
	a := bulletin.Article{Genre: bulletin.Report, Headline: "Tin thứ 1 của thôn"}
	for _, words := range []int{39, 30, 21, 21, 32} {
		text := strings.Repeat("bà con trồng cây ", words)
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
	}
	a.Normalize()
	b := bulletin.Article{Genre: bulletin.Report, Headline: "Tin thứ 2 của thôn"}
	b.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Repeat("bà con trồng cây ", 20)}}
	b.Normalize()
	s := style(t, "a3-wall")
	d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai1", Article: a}, {ID: "bai2", Article: b}}, s)
	if err != nil {
		t.Fatal(err)
	}
	story := d.Stories[0]
	ends := endsOfColumns(d.Pages[story.FirstPage-1], story.Article)
	if low, high := slices.Max(ends), slices.Min(ends); len(ends) < 2 || low-high > 2*layout.Length(s.Grid.Leading) {
		t.Errorf("over %d columns it ends at %v", story.Columns, ends)
	}
}

// endsOfColumns are the baselines of the last lines of a story's columns.
func endsOfColumns(p layout.Page, id bulletin.ID) []layout.Length {
	var ends []layout.Length
	var before layout.Length
	for _, item := range p.Items {
		s, ok := item.(layout.Text)
		if !ok || s.Source.Article != id || s.Source.Field != bulletin.FieldBody {
			continue
		}
		if len(ends) == 0 || s.Y < before {
			ends = append(ends, s.Y)
		}
		ends[len(ends)-1], before = s.Y, s.Y
	}
	return ends
}

// TestTextBesideATallPhotoStandsInAllItsColumns: no column is left empty.
func TestTextBesideATallPhotoStandsInAllItsColumns(t *testing.T) {
	a := someWords(2, 1)
	a.Genre = bulletin.Report
	a.Photos[0].WidthPx, a.Photos[0].HeightPx = 2000, 2600
	d := wishedArticle(t, a, bulletin.Slot{Columns: 3})
	if ends := endsOfColumns(d.Pages[0], "bai1"); len(ends) < 2 {
		t.Errorf("the text stands in %d columns", len(ends))
	}
}

// wishedArticle makes up an issue of one story in three columns.
func wishedArticle(t testing.TB, a bulletin.Article, wish bulletin.Slot) *layout.Document {
	t.Helper()
	a.Normalize()
	n := number4()
	wish.Article = "bai1"
	n.Slots = []bulletin.Slot{wish}
	d, err := layout.Issue(n, []layout.Piece{{ID: "bai1", Article: a}}, style(t, "a4-bulletin-3"))
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	checkText(t, d, "bai1", a, true)
	return d
}
