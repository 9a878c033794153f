package intake_test

import (
	"os"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/internal/real"
)

// TestRealArticle reads the article that a newsroom really handed in. Lines
// are counted from 1, as an editor does.
func TestRealArticle(t *testing.T) {
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	d, err := intake.Text(raw)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for l := range strings.SplitSeq(string(raw), "\n") {
		lines = append(lines, strings.Join(strings.Fields(l), " "))
	}
	line := func(n int) string { return lines[n-1] }
	a := d.Article
	for _, field := range []struct{ name, got, want string }{
		{"theme banner", a.ThemeBanner, line(1)},
		{"headline", a.Headline, line(3)},
		{"standfirst", a.Standfirst, line(5)},
		{"kicker", a.Kicker, ""},
		{"deck", a.Deck, ""},
		{"byline", a.Byline, "Mai Thắm"},
		{"affiliation", a.Affiliation, "Trung tâm TT&VH Đầm Hà"},
	} {
		if field.got != field.want {
			t.Errorf("%s:\n got %q\nwant %q", field.name, field.got, field.want)
		}
	}
	wantBody := []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: line(7)},
		{Kind: bulletin.Paragraph, Text: line(9)},
		{Kind: bulletin.Paragraph, Text: line(11)},
		{Kind: bulletin.PhotoAnchor, Photo: "p1"},
		{Kind: bulletin.Paragraph, Text: line(15)},
		{Kind: bulletin.PhotoAnchor, Photo: "p2"},
		{Kind: bulletin.Paragraph, Text: line(19)},
	}
	if len(a.Body) != len(wantBody) {
		t.Fatalf("%d blocks, want %d", len(a.Body), len(wantBody))
	}
	for i, want := range wantBody {
		if a.Body[i] != want {
			t.Errorf("block %d:\n got %+v\nwant %+v", i, a.Body[i], want)
		}
	}
	if len(a.Photos) != 2 || a.Photos[0].Caption != line(13) || a.Photos[1].Caption != line(17) {
		t.Errorf("captions: %+v", a.Photos)
	}
	want := bulletin.CountWords(string(raw)) - bulletin.CountWords(a.ThemeBanner) - bulletin.CountWords(a.Byline) - bulletin.CountWords(a.Affiliation)
	if got := a.Words(); got != want {
		t.Errorf("%d words, want %d", got, want)
	}
}

func BenchmarkRealArticle(b *testing.B) {
	raw, err := os.ReadFile(real.Article(b))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := intake.Text(raw); err != nil {
			b.Fatal(err)
		}
	}
}
