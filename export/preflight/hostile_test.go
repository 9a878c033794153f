package preflight_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
)

// sound looks at what must be true of every finding.
func sound(t *testing.T, found []bulletin.Finding, pages int) {
	t.Helper()
	for _, f := range found {
		if f.Where.Page < 0 || f.Where.Page > pages || f.Severity == "" {
			t.Errorf("%+v", f)
		}
		for _, l := range translations.Languages() {
			s := translations.For(l).Finding(f)
			for name, value := range f.Args { // a text may hold braces of its own
				if text, ok := value.(string); ok && text != "" {
					s = strings.ReplaceAll(s, text, name)
				}
			}
			if strings.ContainsAny(s, "{}") || len([]rune(s)) > 1000 {
				t.Errorf("%s, %s: %q", f.Rule, l, s)
			}
		}
	}
}

func TestInputsThatNobodyMeant(t *testing.T) {
	huge := layout.Length(math.MaxInt64 / 4000)
	for name, in := range map[string]preflight.Input{
		"nothing":         {},
		"empty issue":     {Issue: &bulletin.Issue{}},
		"no document":     {Issue: number4(), Stories: []preflight.Story{story()}},
		"no pages":        {Issue: number4(), Document: &layout.Document{}},
		"empty page":      {Issue: number4(), Document: &layout.Document{Pages: make([]layout.Page, 1)}},
		"unknown purpose": {Issue: number4(), Purpose: "gold", Document: pages()},
		"photos of no size": {Document: &layout.Document{Pages: []layout.Page{{Items: []layout.Item{
			layout.Picture{},
			layout.Picture{Shown: layout.PixelRect{Width: -5, Height: 7}, Box: layout.Rect{Width: -1, Height: 1}},
			layout.Picture{Shown: layout.PixelRect{Width: 1 << 40, Height: 1 << 40}, Box: layout.Rect{Width: 1, Height: 1}},
		}}}}, Printed: func(layout.PixelSize) layout.PixelSize { return layout.PixelSize{} }},
		"far away": {Document: &layout.Document{Trim: layout.Size{Width: mm(100), Height: mm(100)}, Pages: []layout.Page{{Items: []layout.Item{
			layout.Text{X: huge, Y: -huge, Size: 10_000, Glyphs: []layout.Glyph{{Rune: 'a', Advance: -5}}},
			layout.Fill{Box: layout.Rect{X: -huge, Y: -huge, Width: 2 * huge, Height: 2 * huge}, Ink: layout.Ink{C: -5, M: 1 << 30, Y: 4, K: 2000}},
			layout.Text{},
			layout.Fill{},
		}}}}},
		"stories of nothing": {Issue: number4(), Document: pages(), Stories: []preflight.Story{{}, {}, {Missing: true}, {ID: "x", Missing: true, Deleted: true, Conflict: true}}},
		"braces":             {Issue: number4(), Document: pages(), Stories: []preflight.Story{{ID: "x", Article: bulletin.Article{Headline: "{law} {n:một|hai} 😀\xff"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			pages := 0
			if in.Document != nil {
				pages = len(in.Document.Pages)
			}
			sound(t, preflight.Check(in), pages)
		})
	}
}

// TestHostileTextIsLookedOver lays out what nobody should write.
func TestHostileTextIsLookedOver(t *testing.T) {
	style, err := styles.ByName(styles.DefaultIssue)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"ten thousand letters": strings.Repeat("ngườidân", 1250),
		"emoji":                strings.Repeat("👩🏽‍🌾 漢 שלום \U0010FFFF ", 300),
		"capitals":             strings.Repeat("TRUNG TÂM ", 300),
		"braces":               strings.Repeat("{text} <b>{n:a|b} ", 100),
		"blanks":               " \t\u00A0\u200B\uFEFF",
	} {
		t.Run(name, func(t *testing.T) {
			a := bulletin.Article{
				ThemeBanner: s, Kicker: s, Headline: s, Deck: s, Standfirst: s, Byline: s, Section: s, Genre: bulletin.Genre(s),
				Body:   []bulletin.Block{{Kind: bulletin.Paragraph, Text: s}, {Kind: bulletin.Quote, Text: s}},
				Photos: []bulletin.Photo{{ID: "p1", Caption: s}, {ID: "p2", SHA256: "x", WidthPx: 3, HeightPx: 4000, AltText: s}},
			}
			a.Normalize()
			issue := number4()
			issue.Name, issue.Office.Body, issue.Imprint.Licence, issue.Number = s, s, s, s
			issue.Normalize()
			doc, err := layout.Issue(*issue, []layout.Piece{{ID: "bai1", Article: a}}, style)
			if err != nil {
				t.Fatal(err)
			}
			in := preflight.Input{Issue: issue, Document: doc, Day: issue.Date, Stories: []preflight.Story{{ID: "bai1", Article: a}}}
			sound(t, preflight.Check(in), len(doc.Pages))
		})
	}
}

// long is an issue of n stories with photos, laid out.
func long(tb testing.TB, n int) preflight.Input {
	tb.Helper()
	style, err := styles.ByName(styles.DefaultIssue)
	if err != nil {
		tb.Fatal(err)
	}
	in := preflight.Input{Issue: number4(), Day: number4().Date}
	var pieces []layout.Piece
	for i := range n {
		s := story()
		s.ID = bulletin.ID(fmt.Sprint("bai", i))
		s.Article.Photos[0].Credit = ""
		for range 9 {
			s.Article.Body = append(s.Article.Body, bulletin.Block{
				Kind: bulletin.Paragraph,
				Text: strings.Repeat("Mỗi hộ nhận 8 cây giống và 5 kg phân vi sinh. ", 10),
			})
		}
		s.Article.Normalize()
		in.Stories = append(in.Stories, s)
		pieces = append(pieces, layout.Piece{ID: s.ID, Article: s.Article})
	}
	if in.Document, err = layout.Issue(*in.Issue, pieces, style); err != nil {
		tb.Fatal(err)
	}
	return in
}

// BenchmarkCheck40 looks over forty stories of a thousand words.
func BenchmarkCheck40(b *testing.B) {
	in := long(b, 40)
	b.ReportAllocs()
	for b.Loop() {
		preflight.Check(in)
	}
	b.ReportMetric(float64(len(in.Document.Pages)), "pages")
}
