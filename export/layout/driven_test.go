package layout

import (
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// TestAPageDrivesItsStoriesOut: what pages have over more than their gaps take opens
// the heads of their stories and their text, so that hardly a page ends many rows above
// its foot, and never under it. The last page ends where it does.
func TestAPageDrivesItsStoriesOut(t *testing.T) {
	rows, high := 0, 0
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		foot := Length(s.Page.Top) + Length(s.Grid.Rows)*Length(s.Grid.Leading)
		for seed := range 6 {
			d, err := Issue(bulletin.Issue{Name: "Bản tin", PageMultiple: 4}, unevenPieces(seed), s)
			if err != nil {
				t.Fatal(err)
			}
			for i := range d.Pages[:len(d.Pages)-1] {
				if i == 0 {
					continue
				}
				white := int((foot - lowest(d.Pages[i])) / Length(s.Grid.Leading))
				if white < 0 {
					t.Errorf("%s, seed %d, page %d ends %d rows under its foot", name, seed, i+1, -white)
				}
				rows += white
				if white > 5 {
					high++
				}
			}
		}
	}
	if rows > 180 || high > 14 {
		t.Errorf("%d rows are over, more than five on %d pages", rows, high)
	}
}
