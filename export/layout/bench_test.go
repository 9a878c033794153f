package layout_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// BenchmarkSetting shapes and breaks a paragraph that was never set before,
// and one whose words are known.
func BenchmarkSetting(b *testing.B) {
	a, _ := realArticle(b, 1)
	for len(a.Body) > 1 {
		a.Body = a.Body[:len(a.Body)-1]
	}
	a.Photos, a.ThemeBanner, a.Standfirst = nil, "", ""
	text := a.Body[0].Text
	s := style(b, "a4-bulletin-3")
	for _, c := range []struct{ name, word string }{{"new words", "từ%dmới "}, {"known words", "%d "}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n++
				a.Body[0].Text = fmt.Sprintf(c.word, n) + text
				if _, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPictureStory lays out an issue in which one story has many photos,
// from scratch: the levelling of columns once took minutes for it.
func BenchmarkPictureStory(b *testing.B) {
	for _, photos := range []int{12, 30, 60} {
		b.Run(fmt.Sprint(photos), func(b *testing.B) {
			issue, pieces := realIssue(b, 2)
			a := &pieces[1].Article
			for i := range photos {
				p := a.Photos[0]
				p.ID = fmt.Sprintf("them%d", i)
				a.Photos = append(a.Photos, p)
				a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: p.ID})
			}
			s := style(b, "19x27-bulletin-3")
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layout.Issue(issue, pieces, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
