package makeup

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/ui/look"
)

// TestARowIsLaidAnewOnlyWhenItChanged: whenever one story has changed all rows are
// filled, and what shows its story already makes nothing of it.
func TestARowIsLaidAnewOnlyWhenItChanged(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	s := newStory()
	a := storyAbout{number: 3, headline: "Ban Tuyên giáo Tỉnh ủy làm việc với huyện", pages: "trang 2", numbers: "2", fit: "vừa khuôn", fitInk: look.Quiet}
	s.Resize(fyne.NewSize(400, storyHeight()))
	s.fill(a)
	if s.headline.Text != a.headline || s.pages.Text != "trang 2" || s.number.Text != "3" {
		t.Fatalf("%q, %q, %q", s.number.Text, s.headline.Text, s.pages.Text)
	}
	if made := testing.AllocsPerRun(20, func() { s.fill(a); s.Resize(s.Size()) }); made > 0 {
		t.Errorf("%v things are made anew for a row that shows its story already", made)
	}
	s.Resize(fyne.NewSize(160, storyHeight()))
	if s.headline.Text == a.headline || !strings.HasSuffix(s.headline.Text, "…") {
		t.Errorf("in a narrow row it says %q", s.headline.Text)
	}
	a.lead, a.headline = true, "Chợ Tết"
	s.fill(a)
	if s.number.Text != "★" || s.headline.Text != "Chợ Tết" {
		t.Errorf("another story: %q, %q", s.number.Text, s.headline.Text)
	}
}
