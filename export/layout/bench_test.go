package layout_test

import (
	"fmt"
	"testing"

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
