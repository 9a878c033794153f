package layout_test

import (
	"fmt"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

func TestRealArticle(t *testing.T) {
	for _, times := range []int{1, 10} {
		t.Run(fmt.Sprint(times), func(t *testing.T) {
			a, _ := realArticle(t, times)
			d := article(t, a)
			checkPages(t, d)
			checkText(t, d, "bai", a, true)
			if len(d.Findings) != 0 {
				t.Errorf("findings %v", d.Findings)
			}
			if dump(d) != dump(article(t, a)) {
				t.Error("not the same pages twice")
			}
			for _, p := range photosShown(d) {
				if distance := p.page - p.textPage; distance < 0 || distance > 1 {
					t.Errorf("photo %s on page %d, its text on page %d", p.id, p.page, p.textPage)
				}
			}
		})
	}
}

type shownPhoto struct {
	id             string
	page, textPage int // of the photo and of the text before its place
}

// photosShown gives each photo's page and that of the body text before it.
func photosShown(d *layout.Document) []shownPhoto {
	pageOf := map[int]int{} // of a block's last line
	for i, p := range d.Pages {
		for _, item := range p.Items {
			if t, ok := item.(layout.Text); ok && t.Source.Field == bulletin.FieldBody {
				pageOf[t.Source.Block] = i + 1
			}
		}
	}
	var shown []shownPhoto
	for i, p := range d.Pages {
		for _, item := range p.Items {
			if pic, ok := item.(layout.Picture); ok {
				shown = append(shown, shownPhoto{pic.Source.Photo, i + 1, pageOf[pic.Source.Block-1]})
			}
		}
	}
	return shown
}

func BenchmarkArticle(b *testing.B) {
	for _, times := range []int{1, 10} {
		b.Run(fmt.Sprint("times", times), func(b *testing.B) {
			a, _ := realArticle(b, times)
			s := style(b, "a4-article")
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkIssue40 makes up forty stories with forty photos: the same text
// forty times, whose lines are known but for the first round; and texts that
// all differ, each time as if the program had just been started, typefaces and
// all.
func BenchmarkIssue40(b *testing.B) {
	s := style(b, "a4-bulletin")
	b.Run("same_text", func(b *testing.B) {
		a, _ := realArticle(b, 1)
		var pieces []layout.Piece
		for i := range 40 {
			pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i)), Article: a})
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := layout.Issue(number4(), pieces, s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("from_scratch", func(b *testing.B) {
		issue, pieces := realIssue(b, 40)
		for i := range pieces {
			onePhoto(&pieces[i].Article)
		}
		b.ReportAllocs()
		pages := 0
		for b.Loop() {
			layout.ForgetAll()
			d, err := layout.Issue(issue, pieces, s)
			if err != nil {
				b.Fatal(err)
			}
			pages = len(d.Pages)
		}
		b.ReportMetric(float64(pages), "pages")
	})
}

// onePhoto leaves an article its first photo.
func onePhoto(a *bulletin.Article) {
	first := a.Photos[0].ID
	a.Photos = a.Photos[:1]
	a.Body = slices.DeleteFunc(a.Body, func(b bulletin.Block) bool { return b.Kind == bulletin.PhotoAnchor && b.Photo != first })
}
