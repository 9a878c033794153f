package layout_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

func TestThePagesTellTheirGrid(t *testing.T) {
	d := wished(t, func(*bulletin.Issue) {}, 6, 5)
	g := d.Grid
	if g.Columns != 3 || g.Rows < 30 || g.Across(3) <= 3*g.Column {
		t.Fatalf("grid %+v", g)
	}
	for n := 1; n <= g.Columns; n++ {
		if got := g.ColumnsIn(g.Across(n) + g.Column/3); got != n {
			t.Errorf("%d columns and a bit are %d", n, got)
		}
	}
	if g.ColumnsIn(0) != 1 || g.ColumnsIn(1e9) != 3 || g.RowsIn(0) != 1 || g.RowsIn(7*g.Leading+1) != 7 || g.RowsIn(1e9) != g.Rows {
		t.Error("what is outside the page is not brought into it")
	}
}

func TestAHoleIsTold(t *testing.T) {
	d := wished(t, func(i *bulletin.Issue) {
		i.Holes = []bulletin.Hole{{Page: 1, Columns: 9, Rows: 5}, {Page: 2, Columns: 2, Rows: 14}}
	}, twelve...)
	if len(d.Holes) != 1 {
		t.Fatalf("holes %+v", d.Holes)
	}
	h := d.Holes[0]
	if h.Nth != 1 || h.Page != 2 || d.Grid.ColumnsIn(h.Box.Width) != 2 || d.Grid.RowsIn(h.Box.Height) != 14 {
		t.Errorf("hole %+v", h)
	}
	if !isWhite(d.Pages[1], layout.Rect{X: h.Box.X, Y: h.Box.Y + d.Grid.Leading, Width: h.Box.Width, Height: h.Box.Height - 2*d.Grid.Leading}) {
		t.Error("something stands in the hole")
	}
}

func TestPagesTellWhatTheyLeaveWhite(t *testing.T) {
	few := wished(t, func(*bulletin.Issue) {}, 6, 5)
	most := 0
	for _, s := range few.Stories {
		most = max(most, -s.Copyfit)
	}
	if last := few.Pages[len(few.Pages)-1]; last.White < most || last.White == 0 {
		t.Errorf("white %d, a story alone has %d", last.White, most)
	}
	for i, page := range wished(t, func(*bulletin.Issue) {}, twelve...).Pages {
		if page.White < 0 || page.White > 3*80 {
			t.Errorf("page %d leaves %d lines white", i+1, page.White)
		}
	}
}
