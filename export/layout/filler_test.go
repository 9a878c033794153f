package layout_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestTheLeadIsNoFiller: the leading story is never left out, whatever number of
// pages is asked for and though it alone is marked.
func TestTheLeadIsNoFiller(t *testing.T) {
	for _, lengths := range [][]int{{9}, {14, 12, 9, 16}, {3, 12, 9, 16, 8}, {30, 12, 10}} {
		for _, multiple := range []int{0, 2, 4} {
			d := wished(t, func(i *bulletin.Issue) {
				i.PageMultiple, i.Slots[0].Filler = multiple, true
			}, lengths...)
			if len(findings(d, "filler_left_out")) != 0 || storyOf(t, d, "bai1").FirstPage != 1 {
				t.Errorf("%v by %d: %v", lengths, multiple, d.Findings)
			}
		}
	}
}

// TestAWholePageMayBeLeftFree on page one, too: the leading story gives way to it
// then, and stands at the head of the next.
func TestAWholePageMayBeLeftFree(t *testing.T) {
	s := style(t, "a4-bulletin-3")
	free := wished(t, func(*bulletin.Issue) {}, twelve...)
	y, size := headAt(free.Pages[0], "bai1")
	rows := s.Grid.Rows - int(y-size-layout.Length(s.Page.Top))/int(s.Grid.Leading) - 3
	d := wished(t, func(i *bulletin.Issue) { i.Holes = []bulletin.Hole{{Page: 1, Columns: 3, Rows: rows}} }, twelve...)
	if len(d.Holes) != 1 || d.Holes[0].Page != 1 || storyOf(t, d, "bai1").FirstPage != 2 || len(findings(d, "hole_page")) != 0 {
		t.Errorf("holes %+v, the lead on page %d; %v", d.Holes, storyOf(t, d, "bai1").FirstPage, d.Findings)
	}
}
