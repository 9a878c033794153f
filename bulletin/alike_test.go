package bulletin_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
)

// TestManyPhotosOfAStoryAreOneThing: nothing is lost or told twice, few stay apart,
// and stories and rules are not mixed.
func TestManyPhotosOfAStoryAreOneThing(t *testing.T) {
	var all []bulletin.Finding
	add := func(rule, article string, n int) {
		for i := range n {
			all = append(all, bulletin.Finding{Rule: rule, Where: bulletin.Place{Article: bulletin.ID(article), Photo: fmt.Sprint("p", i+1)}})
		}
	}
	add("photo_caption", "a", 12)
	add("photo_caption", "b", 2)
	add("photo_credit", "a", 4)
	for range 5 {
		all = append(all, bulletin.Finding{Rule: "headline_long", Where: bulletin.Place{Article: "a"}})
	}
	var sizes []int
	told := 0
	for _, g := range bulletin.GatherPhotos(all) {
		sizes = append(sizes, len(g))
		told += len(g)
		for _, f := range g {
			if f.Rule != g[0].Rule || f.Where.Article != g[0].Where.Article {
				t.Errorf("mixed: %+v with %+v", f, g[0])
			}
		}
	}
	if want := "[12 1 1 4 1 1 1 1 1]"; fmt.Sprint(sizes) != want || told != len(all) {
		t.Errorf("groups of %v, not %s; %d of %d told", sizes, want, told, len(all))
	}
}
