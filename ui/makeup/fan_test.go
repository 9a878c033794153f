package makeup

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

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

// TestWhatTellsVariantsApartIsReadToItsEnd: what becomes of the issue with one of
// them is no more than the card has room for.
func TestWhatTellsVariantsApartIsReadToItsEnd(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	f := newFan(translations.For(translations.Vietnamese), "Con đường ba thôn cùng mở", 600)
	v := desk.Variant{Columns: 2, Pages: 12, White: 64, Now: true}
	v.Story.FirstPage, v.Story.Columns, v.Outline.Goes = 1, 2, 2
	f.add(v)
	f.at = 0
	drawing := f.CreateRenderer().(*fanDrawing)
	drawing.draw()
	said := ""
	for _, line := range drawing.foot {
		said += line.Text + " "
	}
	like, whole := f.words()
	if strings.Join(strings.Fields(said), " ") != like+" "+whole {
		t.Errorf("of %q it says %q", whole, said)
	}
}
