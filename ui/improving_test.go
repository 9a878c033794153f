package ui

import "testing"

// TestTheWayOfASearchNeverGoesBack, though it turn out to be longer.
func TestTheWayOfASearchNeverGoesBack(t *testing.T) {
	var far ascent
	before := -1
	for _, told := range [][2]int{{1, 60}, {30, 60}, {57, 60}, {58, 76}, {70, 76}, {76, 76}, {77, 300}, {200, 300}, {201, 250}, {250, 250}} {
		done, total := far.to(told[0], told[1])
		if done < before || total != 1000 || done > total {
			t.Errorf("after %v it is at %d of %d, and was at %d", told, done, total, before)
		}
		if done == before && done < total && told[0] != 58 && told[0] != 77 && told[0] != 201 {
			t.Errorf("after %v it stands still at %d", told, done)
		}
		before = done
	}
	if before != 1000 {
		t.Errorf("it ends at %d", before)
	}
}
