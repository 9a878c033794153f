package layout_test

import (
	"testing"

	"bantin/export/layout"
)

// TestBriefsBesideALongStoryReachItsFoot: a box of briefs in a column of its own
// on page one is opened, so that it ends with the story beside it.
func TestBriefsBesideALongStoryReachItsFoot(t *testing.T) {
	lead, _ := realArticle(t, 3)
	pieces := []layout.Piece{{ID: "bai", Article: lead}}
	for i := range 5 {
		pieces = append(pieces, brief(lead, i+1))
	}
	s := style(t, "a3-wall")
	d, err := layout.Issue(number4(), pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	var box layout.Rect
	var words layout.Length
	for _, item := range d.Pages[0].Items {
		switch it := item.(type) {
		case layout.Fill:
			if it.Box.Height > 100*layout.Point && it.Box.Y > 150*layout.Point {
				box = it.Box
			}
		case layout.Text:
			if it.Source.Article == "bai" {
				words = max(words, it.Y)
			}
		}
	}
	if box.Height == 0 || box.Width > layout.Length(s.ColumnWidth())*3/2 {
		t.Fatalf("no box in a column of its own on page one: %+v", box)
	}
	if leading := layout.Length(s.Grid.Leading); words-box.Bottom() > 2*leading {
		t.Errorf("the box ends at %s, the story beside it at %s", pt(box.Bottom()), pt(words))
	}
}
