package layout_test

import (
	"testing"

	"pgregory.net/rapid"

	"bantin/export/layout"
)

// TestContentsDrawNoPagesOut: stories that fill two or three pages get no more
// pages for the sake of their contents than they take without, nor worse ones.
func TestContentsDrawNoPagesOut(t *testing.T) {
	s := style(t, "19x27-bulletin-3")
	drawn := 0
	rapid.Check(t, func(r *rapid.T) {
		n, pieces := manyStories(r)
		pieces = pieces[:min(len(pieces), 5)]
		n.PageMultiple, n.NoContents, n.Holes = 0, false, nil
		with, err := layout.Issue(n, pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		n.NoContents = true
		without, err := layout.Issue(n, pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		if len(without.Pages) < 4 && with.Badness() > without.Badness() {
			r.Fatalf("%d pages of badness %d, without contents %d of %d", len(with.Pages), with.Badness(), len(without.Pages), without.Badness())
		}
		if len(without.Pages) < 4 {
			drawn++
		}
	})
	if drawn == 0 {
		t.Error("no issue was short")
	}
}
