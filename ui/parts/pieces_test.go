package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin/merge"
	"bantin/ui/look"
)

// TestAChoiceShowsAllOfItsText: a text that can be chosen is there whole, and
// what it leaves out of the old one is not repeated in it.
func TestAChoiceShowsAllOfItsText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	base := strings.Repeat("Ban Tuyên giáo Tỉnh ủy làm việc với huyện. ", 12) + "Hết."
	if got := Whole(merge.Words(base, base)).String(); got != base {
		t.Errorf("the old text is shown as %q", got)
	}
	ours := strings.Replace(base, "huyện", "xã An Phú", 1)
	got := Whole(merge.Words(base, ours)).String()
	if bare := strings.NewReplacer("[−]", "", " ", "").Replace; bare(got) != bare(ours) {
		t.Errorf("%q is shown as %q", ours, got)
	}
	if strings.Count(got, "[−]") != 1 {
		t.Errorf("what went is not marked once in %q", got)
	}
}
