package layout_test

import (
	"fmt"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// TestAPinnedBriefStandsBesideALeadThatGoesOn: short news pinned to page one
// find their place there though the leading story fills it.
func TestAPinnedBriefStandsBesideALeadThatGoesOn(t *testing.T) {
	for _, paragraphs := range []int{1, 2, 3} {
		d := wished(t, func(i *bulletin.Issue) { i.Slots[3].Page = 1 }, 60, 9, 7, paragraphs, 8, 14)
		if s := storyOf(t, d, "bai4"); s.FirstPage != 1 || len(findings(d, "wish_page")) != 0 {
			t.Errorf("%d paragraphs: begins on page %d; findings %v", paragraphs, s.FirstPage, d.Findings)
		}
	}
}

// TestAHoleStandsOnItsPageAmongPins: holes and pins are met together.
func TestAHoleStandsOnItsPageAmongPins(t *testing.T) {
	for page := 1; page <= 4; page++ {
		d := wished(t, func(i *bulletin.Issue) {
			i.Holes = []bulletin.Hole{{Page: page, Columns: 2, Rows: 14}}
			i.Slots[4].Page, i.Slots[8].Page, i.Slots[10].Page = page, page%4+1, page%4+1
		}, twelve...)
		if n := len(findings(d, "hole_page")) + len(findings(d, "wish_page")); n != 0 {
			t.Errorf("page %d: findings %v", page, d.Findings)
		}
		if !hasWhite(t, d, page, 2, 14) {
			t.Errorf("page %d: no place is white", page)
		}
	}
}

// TestAHoleThatIsElsewhereIsCalledAHole on a page that something else fills.
func TestAHoleThatIsElsewhereIsCalledAHole(t *testing.T) {
	d := wished(t, func(i *bulletin.Issue) {
		i.Holes = []bulletin.Hole{{Page: 1, Columns: 3, Rows: style(t, "a4-bulletin-3").Grid.Rows}}
	}, 9, 7, 8)
	if len(findings(d, "hole_page")) != 1 || len(findings(d, "wish_page")) != 0 {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestOnePinIsMet: a story that a page can hold stands on any page that the
// issue has.
func TestOnePinIsMet(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		lengths := rapid.SliceOfN(rapid.IntRange(1, 16), 6, 14).Draw(r, "lengths")
		natural := wished(t, func(*bulletin.Issue) {}, lengths...)
		page := rapid.IntRange(1, len(natural.Pages)).Draw(r, "page")
		slot := rapid.IntRange(0, len(lengths)-1).Draw(r, "slot")
		d := wished(t, func(i *bulletin.Issue) { i.Slots[slot].Page = page }, lengths...)
		if s := storyOf(t, d, bulletin.ID(fmt.Sprint("bai", slot+1))); s.FirstPage != page {
			r.Fatalf("pinned to page %d of %d, begins on %d; findings %v", page, len(natural.Pages), s.FirstPage, d.Findings)
		}
	})
}

// TestPinsAreMetOrTold: whatever was pinned where, it stands there, or a
// finding says that it does not.
func TestPinsAreMetOrTold(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		lengths := rapid.SliceOfN(rapid.IntRange(1, 24), 2, 12).Draw(r, "lengths")
		var holes []bulletin.Hole
		for range rapid.IntRange(0, 2).Draw(r, "holes") {
			holes = append(holes, bulletin.Hole{
				Page: rapid.IntRange(1, 5).Draw(r, "hole page"), Columns: rapid.IntRange(1, 3).Draw(r, "columns"), Rows: rapid.IntRange(3, 40).Draw(r, "rows"),
			})
		}
		pins := make([]int, len(lengths))
		for i := range pins {
			pins[i] = rapid.SampledFrom([]int{0, 0, 0, 1, 2, 3, 4, 6}).Draw(r, "pin")
		}
		d := wished(t, func(i *bulletin.Issue) {
			i.Holes = holes
			for k, page := range pins {
				i.Slots[k].Page = page
			}
		}, lengths...)
		told := map[bulletin.ID]bool{}
		for _, f := range findings(d, "wish_page") {
			told[f.Where.Article] = true
		}
		for i, page := range pins {
			id := bulletin.ID(fmt.Sprint("bai", i+1))
			if s := storyOf(t, d, id); page > 0 && (s.FirstPage != page) != told[id] {
				r.Fatalf("%s pinned to %d begins on %d; findings %v", id, page, s.FirstPage, d.Findings)
			}
		}
		elsewhere := len(findings(d, "hole_page"))
		for _, h := range holes {
			if h.Page > len(d.Pages) || !hasWhite(r, d, h.Page, h.Columns, h.Rows) {
				elsewhere--
			}
		}
		if elsewhere < 0 {
			r.Fatalf("holes %v are not all white, or told; findings %v", holes, d.Findings)
		}
	})
}

// hasWhite reports that so many rows of so many columns of a page are white.
func hasWhite(t fataler, d *layout.Document, page, columns, rows int) bool {
	s, err := styles.ByName("a4-bulletin-3")
	if err != nil {
		t.Fatalf("%v", err)
	}
	leading := layout.Length(s.Grid.Leading)
	step := layout.Length(s.ColumnWidth() + s.Grid.Gutter)
	left := layout.Length(s.Page.Inside)
	if page%2 == 0 {
		left = layout.Length(s.Page.Outside)
	}
	for col := range s.Grid.Columns - columns + 1 {
		for row := range s.Grid.Rows - rows + 1 {
			hole := layout.Rect{
				X: left + layout.Length(col)*step, Y: layout.Length(s.Page.Top) + layout.Length(row)*leading,
				Width: layout.Length(columns)*step - layout.Length(s.Grid.Gutter), Height: layout.Length(rows) * leading,
			}
			if isWhite(d.Pages[page-1], hole) {
				return true
			}
		}
	}
	return false
}
