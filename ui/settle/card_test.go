package settle

import (
	"testing"

	"bantin/bulletin/merge"
)

func TestASideWhoseTextWentIsEmpty(t *testing.T) {
	for _, c := range []struct {
		after string
		empty bool
	}{{"", true}, {"Một.", false}, {"Một hai.", false}} {
		if got := isEmpty(merge.Words("Một hai.", c.after)); got != c.empty {
			t.Errorf("%q is empty: %v", c.after, got)
		}
	}
}
