package layout_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// footOf is where the lowest thing of a story stands on a page.
func footOf(p layout.Page) layout.Length {
	var foot layout.Length
	for _, item := range p.Items {
		switch it := item.(type) {
		case layout.Text:
			if it.Source.Article != "" {
				foot = max(foot, it.Y)
			}
		case layout.Picture:
			foot = max(foot, it.Box.Bottom())
		}
	}
	return foot
}

// TestPagesOfAnIssueAreWellFilled makes up issues of stories of all lengths:
// but for the last, no page ends in more than a quarter of white, half of them
// in next to none, and the last holds more than the imprint.
func TestPagesOfAnIssueAreWellFilled(t *testing.T) {
	for seed := range 12 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			var articles []bulletin.Article
			for i := range 14 {
				n := (seed*7 + i*i*5 + i) % 17
				articles = append(articles, someWords(3+n, 1+n/8))
			}
			d := issue(t, number4(), articles...)
			checkPages(t, d)
			s := style(t, "a4-bulletin")
			top := layout.Length(s.Page.Top)
			area := layout.Length(s.Grid.Rows) * layout.Length(s.Grid.Leading)
			filled := 0
			for i, p := range d.Pages[:len(d.Pages)-1] {
				part := (footOf(p) - top) * 100 / area
				if part < 75 {
					t.Errorf("page %d of %d is filled to %d %%", i+1, len(d.Pages), part)
				}
				if part >= 93 {
					filled++
				}
			}
			if filled*2 < len(d.Pages)-1 {
				t.Errorf("only %d of %d pages are full", filled, len(d.Pages))
			}
			if part := (footOf(d.Pages[len(d.Pages)-1]) - top) * 100 / area; part < 20 {
				t.Errorf("the last page is filled to %d %%", part)
			}
		})
	}
}

// TestRememberedTextsComeOutTheSame: what the memory of set texts gives is what
// setting them gives.
func TestRememberedTextsComeOutTheSame(t *testing.T) {
	a := someWords(30, 3)
	before := dump(article(t, a))
	b := a.Clone()
	b.Body[4].Text += " Thêm một câu ở đây."
	article(t, b)
	b.Photos[0].Caption = "漢 " + b.Photos[0].Caption
	for range 2 {
		if n := len(findings(article(t, b), "missing_glyph")); n != 1 {
			t.Errorf("%d findings of a missing letter", n)
		}
	}
	if dump(article(t, a)) != before {
		t.Error("the same article came out differently after another")
	}
}
