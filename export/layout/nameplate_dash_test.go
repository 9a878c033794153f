package layout_test

import (
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// TestADashEndsALineWithinTheMargin: where the body's name is parted after a
// dash, at the right of the nameplate, the dash ends with the lines under it.
func TestADashEndsALineWithinTheMargin(t *testing.T) {
	parted := 0
	for _, name := range styles.Names() {
		for words := range 12 {
			s, n := style(t, name), number4()
			n.Office.Body = "Trung tâm " + strings.Repeat("xã ", words) + "Văn hóa – Thông tin và Truyền thông"
			margin := layout.Length(s.Page.Width) - layout.Length(s.Page.Outside)
			d, err := layout.Issue(n, []layout.Piece{{ID: "bai", Article: bulletin.Article{Headline: "Tin", Body: paragraphs("một")}}}, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range d.Pages[0].Items {
				if text, ok := item.(layout.Text); ok && text.Source.Article == "" {
					end, last := endOf(text)
					if last != '–' {
						continue
					}
					if parted++; end > margin {
						t.Errorf("%s: a line ends %d thousandths of a point beyond the margin", name, end-margin)
					}
				}
			}
		}
	}
	if parted == 0 {
		t.Error("no name was parted after its dash")
	}
}

// endOf is where the last letter of a text ends, and which it is.
func endOf(text layout.Text) (end layout.Length, last rune) {
	x := text.X
	for _, g := range text.Glyphs {
		if x += g.Advance; g.Rune != ' ' {
			end, last = x, g.Rune
		}
	}
	return end, last
}
