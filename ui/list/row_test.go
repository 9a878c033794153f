package list

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/storage"
	"bantin/ui/look"
)

func shownRow(t *testing.T) *row {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	r := newRow()
	r.Resize(fyne.NewSize(260, 70))
	return r
}

func TestARowMarksTwoVersions(t *testing.T) {
	r := shownRow(t)
	r.fill(storage.Summary{Headline: "Một", Conflict: true}, "", About{Lead: "Hai bản · Mai Thắm Nguyễn Thị Hương", Tails: []string{"310 words · 2 photos · 15:04", "310 words · 15:04", "15:04"}})
	test.WidgetRenderer(r).Layout(r.Size())
	about := r.about.Text
	if !r.twins.Visible() || !strings.HasPrefix(about.Text, "Hai bản") || !strings.HasSuffix(about.Text, "15:04") {
		t.Errorf("sign %v, %q", r.twins.Visible(), about.Text)
	}
	if right := about.Position().X + about.Size().Width; right > 260 {
		t.Errorf("ends at %v", right)
	}
	r.fill(storage.Summary{Headline: "Một", Conflict: true}, "", About{Lead: "Hai bản · Hải Yên", Tails: []string{"954 chữ · 1 ảnh · 14:16", "954 chữ · 14:16", "14:16"}})
	if about.Text != "Hai bản · Hải Yên · 954 chữ · 14:16" {
		t.Errorf("the name gives way to the photos: %q", about.Text)
	}
	r.fill(storage.Summary{Headline: "Một"}, "", About{Lead: "Mai Thắm", Tails: []string{"310 words · 2 photos · 15:04", "15:04"}})
	if r.twins.Visible() || !strings.HasSuffix(about.Text, "15:04") {
		t.Errorf("sign %v, %q", r.twins.Visible(), about.Text)
	}
}

func TestWhatWasSearchedForIsMarked(t *testing.T) {
	r := shownRow(t)
	text := "sáng nay bà con năm thôn xuống bãi để trồng rừng và cây đước"
	at := strings.Index(text, "rừng")
	headline := "Đồng Rui ra quân trồng rừng"
	r.fill(storage.Summary{
		Headline: headline, Found: []storage.Span{{Start: len(headline) - len("rừng"), End: len(headline)}},
		Snippet: storage.Excerpt{Text: text, Found: []storage.Span{{Start: at, End: at + len("rừng")}}},
	}, "", About{Tails: []string{"15:04"}})
	if got := r.headline[0].Text.Text; !strings.HasPrefix(got, "Đồng Rui") {
		t.Errorf("headline %q", got)
	}
	if got := r.headline[1].Text.Text; !strings.Contains(got, "rừng") || !strings.HasPrefix(got, "…") {
		t.Errorf("found text %q", got)
	}
	if len(r.headline[1].Objects()) < 2 {
		t.Error("nothing is marked in the found text")
	}
}

func BenchmarkARowAgain(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.Theme{})
	r := newRow()
	r.Resize(fyne.NewSize(260, 70))
	s := storage.Summary{Headline: "Xã Đồng Rui ra quân trồng rừng ngập mặn", Status: "draft"}
	b.ReportAllocs()
	for b.Loop() {
		r.fill(s, "", About{Lead: "Mai Thắm", Tails: []string{"310 chữ · 15:04"}})
	}
}
