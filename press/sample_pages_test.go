package press_test

import (
	"testing"

	"bantin/assets/styles"
	"bantin/export/layout"
	"bantin/press"
)

// TestTheSampleFillsItsPages: in the styles in which stories of a page would leave a
// fifth of the page before them white, no page of the sample but the last ends more
// than so many grid lines above its foot.
func TestTheSampleFillsItsPages(t *testing.T) {
	f, id := filled(t)
	for name, most := range map[string]int{"a5-bulletin": 4, "19x27-bulletin": 5} {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := press.Layout(t.Context(), f, press.Job{Issue: id, Style: name})
		if err != nil {
			t.Fatal(err)
		}
		foot := layout.Length(s.Page.Top) + layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
		for i, p := range d.Pages[:len(d.Pages)-1] {
			if rows := int((foot - lowestAbove(p, foot)) / layout.Length(s.Grid.Leading)); rows > most {
				t.Errorf("%s, page %d ends %d grid lines above its foot", name, i+1, rows)
			}
		}
	}
}

// lowestAbove is how far down a page is printed above its foot, under which the folio
// stands.
func lowestAbove(p layout.Page, foot layout.Length) (low layout.Length) {
	for _, item := range p.Items {
		var y layout.Length
		switch it := item.(type) {
		case layout.Text:
			y = it.Y
		case layout.Picture:
			y = it.Box.Bottom()
		case layout.Fill:
			y = it.Box.Bottom()
		}
		if y <= foot+3*layout.Point {
			low = max(low, y)
		}
	}
	return low
}
