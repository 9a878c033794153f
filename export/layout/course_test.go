package layout

import (
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
)

// TestRunsAreThoseOfTheirWays: the runs of a story by its courses, asked for from
// several lines in any order, are those of measuring each way by itself.
func TestRunsAreThoseOfTheirWays(t *testing.T) {
	runs := 0
	for _, name := range []string{"a4-bulletin", "19x27-bulletin-3"} {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			piece := fewStories(t, 2)[0]
			told := story{piece: piece, rank: rapid.IntRange(0, 2).Draw(t, "rank"), words: piece.Article.Words()}
			b, each := newBench(&s), newBench(&s)
			u, o := b.newUnit(told), each.newUnit(told)
			for range 6 {
				rows := s.Grid.Rows - rapid.SampledFrom([]int{0, 12}).Draw(t, "foot")
				here := rest{row: rapid.IntRange(0, rows-1).Draw(t, "row"), rows: rows, feet: feet{rapid.SampledFrom([]int{0, 9}).Draw(t, "foot of the next page")}}
				span := rapid.IntRange(1, s.Grid.Columns).Draw(t, "span")
				found := b.runsFrom(u, here, span)
				var want []*run
				ways, m := each.waysOfRun(o, span), each.dryMakeup()
				for i := range ways {
					m.restart(here)
					if r, ok := each.runOf(m, o, span, &ways[i]); ok {
						want = keepCheaper(want, &r)
					}
				}
				if len(found) != len(want) {
					t.Fatalf("%s: %d runs from %+v, %d of its ways", name, len(found), here, len(want))
				}
				for i := range want {
					if *found[i] != *want[i] {
						t.Fatalf("%s: from %+v %+v, by itself %+v", name, here, *found[i], *want[i])
					}
				}
				runs += len(want)
			}
		})
	}
	if runs == 0 {
		t.Error("no story ran on")
	}
}
