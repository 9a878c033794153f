package makeup

import (
	"testing"

	"bantin/assets/translations"
	"bantin/ui/desk"
	"bantin/ui/look"
)

// TestTheNameOfAGroupIsNotCovered: however many variants of each width there are,
// no outline lies over the words above a group.
func TestTheNameOfAGroupIsNotCovered(t *testing.T) {
	for _, counts := range [][]int{{9, 8, 6}, {1, 9, 8, 6}, {12, 1, 1}, {7, 7, 7}, {20, 3, 20}, {2, 2, 2}} {
		f := newFan(translations.For(translations.Vietnamese), "Cồn Nhạn vô địch", 600)
		for i, n := range counts {
			for range n {
				f.add(desk.Variant{Columns: len(counts) - i})
			}
		}
		if len(f.heads) != len(counts) {
			t.Fatalf("%v: %d groups", counts, len(f.heads))
		}
		one := f.outline().AddWidthHeight(2*fanCell, 2*fanCell)
		word := look.Text(11) * 1.5
		for _, h := range f.heads {
			width := look.Width(h.words, look.Text(11), look.Sans)
			for i, c := range f.cells {
				if c.X < h.at.X+width && h.at.X < c.X+one.Width && c.Y+fanCell < h.at.Y+word && h.at.Y < c.Y+one.Height-fanCell {
					t.Errorf("%v: outline %d at %v lies over %q at %v", counts, i, c, h.words, h.at)
				}
			}
		}
	}
}
