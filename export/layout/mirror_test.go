package layout_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestLeftPagesMirrorRightOnes: stories of one kind, most a page each, have their
// photo, where it is broader than a column, at the outer edge, so at the left of a left-hand page, and keep every
// rule there. The photo has too few pixels to go over a whole page of the wall,
// where it would stand at both edges, and too many to stand there with its words beside
// it.
func TestLeftPagesMirrorRightOnes(t *testing.T) {
	for _, name := range []string{"a4-bulletin-3", "a3-wall"} {
		t.Run(name, func(t *testing.T) { mirrors(t, name) })
	}
}

func mirrors(t *testing.T, name string) {
	t.Helper()
	a, _ := realArticle(t, 1)
	a.Photos[0].WidthPx, a.Photos[0].HeightPx = a.Photos[0].WidthPx*3/5, a.Photos[0].HeightPx*3/5
	var pieces []layout.Piece
	for i := range 12 {
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
	}
	s := style(t, name)
	d, err := layout.Issue(number4(), pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	atLeft := map[int]int{} // lead photos in the first column, by the parity of their page
	for i, p := range d.Pages {
		if i < 2 {
			continue
		}
		for _, item := range p.Items {
			pic, ok := item.(layout.Picture)
			if !ok || pic.Source.Photo != a.Photos[0].ID {
				continue
			}
			edge := layout.Length(s.Page.Inside)
			if i%2 == 1 {
				edge = layout.Length(s.Page.Outside)
			}
			if pic.Box.X == edge && pic.Box.Width > layout.Length(s.ColumnWidth()) {
				atLeft[(i+1)%2]++
			}
		}
	}
	if atLeft[0] < 3 || atLeft[1] > 0 {
		t.Errorf("photos at the left: %d on left-hand pages, %d on right-hand ones", atLeft[0], atLeft[1])
	}
}
