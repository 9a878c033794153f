package layout_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestLeftPagesMirrorRightOnes: stories of one kind, most a page each, have their
// photo at the outer edge, so at the left of a left-hand page, and keep every rule
// there. Overleaf a photo stands where the text has it.
func TestLeftPagesMirrorRightOnes(t *testing.T) {
	for name, stories := range map[string]int{"a4-bulletin-3": 10, "a3-wall": 8} {
		t.Run(name, func(t *testing.T) { mirrors(t, name, stories) })
	}
}

func mirrors(t *testing.T, name string, stories int) {
	t.Helper()
	a, _ := realArticle(t, 1)
	var pieces []layout.Piece
	for i := range stories {
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
	}
	s := style(t, name)
	d, err := layout.Issue(number4(), pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	begins := map[bulletin.ID]int{}
	for _, one := range d.Stories {
		begins[one.Article] = one.FirstPage
	}
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
			if pic.Box.X == edge && begins[pic.Source.Article] == i+1 {
				atLeft[(i+1)%2]++
			}
		}
	}
	if atLeft[0] < 3 || atLeft[1] > 0 {
		t.Errorf("photos at the left: %d on left-hand pages, %d on right-hand ones", atLeft[0], atLeft[1])
	}
}
