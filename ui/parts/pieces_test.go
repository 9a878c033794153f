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
	var stands, went string
	for _, r := range Whole(merge.Words(base, ours)).runs {
		if r.Fate == Went {
			went += r.Text
		} else {
			stands += r.Text
		}
	}
	if stands != ours {
		t.Errorf("%q is shown as %q", ours, stands)
	}
	if strings.TrimSpace(went) != "huyện" {
		t.Errorf("%q is shown as what went, not “huyện”", went)
	}
}

// TestOfMuchThatWentBothEndsAreShown, never more than there was.
func TestOfMuchThatWentBothEndsAreShown(t *testing.T) {
	const long = "Chiều ngày 10/4, đoàn công tác của Ban Tuyên giáo Tỉnh ủy đã làm việc với Thường trực Huyện ủy. "
	got := ends(long, mostStruck)
	if n := len([]rune(got)); n > mostStruck+4 || n < mostStruck/2 {
		t.Errorf("%d runes are shown: %q", n, got)
	}
	first, last, ok := strings.Cut(got, " … ")
	if !ok || !strings.HasPrefix(long, first) || !strings.HasSuffix(long, last) {
		t.Errorf("%q are not the ends of %q", got, long)
	}
	for _, short := range []string{"", "một", "một hai ", strings.Repeat("dài", 40)} {
		if got := ends(short, mostStruck); got != short {
			t.Errorf("%q is shown as %q", short, got)
		}
	}
}

// TestWhatStayedIsCutBetweenWords, and not at all where that saves next to nothing.
func TestWhatStayedIsCutBetweenWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for n := range 60 {
		before := "Sáng 12/2, " + strings.Repeat("a", n) + " hơn 300 đoàn viên, thanh niên xã Đầm Hà ra quân trồng cây đầu xuân ở thôn Trái. "
		got := Pieces([]merge.Piece{{Text: before}, {Kind: merge.Added, Text: "Mới."}}).String()
		rest, cut := strings.CutPrefix(got, "…")
		if !strings.HasSuffix(before+"+Mới.", rest) || cut && !strings.HasSuffix(strings.TrimSuffix(before, strings.TrimSuffix(rest, "+Mới.")), " ") {
			t.Errorf("%q is shown as %q", before, got)
		}
		if left := len([]rune(before+"+Mới.")) - len([]rune(rest)); cut && left < 5 {
			t.Errorf("to leave out %d letters %q is cut", left, before)
		}
	}
}
