package layout_test

import (
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// TestEveryStyleSetsTheRealArticle sets the real article in each shipped style
// by itself and as an issue of one and of eight, and holds the pages to every
// rule.
func TestEveryStyleSetsTheRealArticle(t *testing.T) {
	for _, name := range styles.Names() {
		t.Run(name, func(t *testing.T) {
			s := style(t, name)
			a, _ := realArticle(t, 1)
			d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
			if err != nil {
				t.Fatal(err)
			}
			checkPages(t, d)
			checkText(t, d, "bai", a, true)
			spacing := d.Spacing()
			if t.Logf("%d pages, %+v", len(d.Pages), spacing); spacing.RMS > 0.25 || spacing.Max > 2 {
				t.Errorf("uneven: %+v", spacing)
			}
			for _, times := range []int{1, 8} {
				var pieces []layout.Piece
				for i := range times {
					pieces = append(pieces, layout.Piece{ID: bulletin.ID('a' + rune(i)), Article: a})
				}
				issue := number4()
				issue.Normalize()
				d, err := layout.Issue(issue, pieces, s)
				if err != nil {
					t.Fatal(err)
				}
				checkPages(t, d)
				for _, p := range pieces {
					checkText(t, d, p.ID, a, true)
				}
			}
		})
	}
}
