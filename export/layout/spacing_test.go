package layout_test

import (
	"math"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/layout"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// spacing is how evenly justified lines are set: gap ÷ normal space, for each
// line of body text but the last of its paragraph.
type spacing struct {
	lines   int
	rms     float64 // of the deviation from 1
	most    float64
	over1_5 int
}

func measureSpacing(t testing.TB, d *layout.Document) spacing {
	normal := normalSpace(t)
	var s spacing
	var sum float64
	for _, p := range d.Pages {
		for _, item := range p.Items {
			line, ok := item.(layout.Text)
			if !ok || line.Face != fonts.SerifRegular || line.Source.Field != bulletin.FieldBody {
				continue
			}
			last := len(line.Glyphs) - 1
			if line.Glyphs[last].Rune != ' ' {
				continue // the last of its paragraph
			}
			gaps, total := 0, layout.Length(0)
			for _, g := range line.Glyphs[:last] {
				if g.Rune == ' ' {
					gaps++
					total += g.Advance
				}
			}
			if gaps == 0 {
				continue
			}
			ratio := float64(total) / float64(gaps) / (normal * float64(line.Size))
			s.lines++
			s.most = max(s.most, ratio)
			sum += (ratio - 1) * (ratio - 1)
			if ratio > 1.5 {
				s.over1_5++
			}
		}
	}
	s.rms = math.Sqrt(sum / float64(s.lines))
	return s
}

// normalSpace is the width of the body face's space in ems.
func normalSpace(t testing.TB) float64 {
	f, err := sfnt.Parse(fonts.SerifRegular.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	glyph, err := f.GlyphIndex(&b, ' ')
	if err != nil {
		t.Fatal(err)
	}
	upem := int(f.UnitsPerEm())
	advance, err := f.GlyphAdvance(&b, glyph, fixed.I(upem), 0)
	if err != nil {
		t.Fatal(err)
	}
	return float64(advance) / 64 / float64(upem)
}

func TestRealArticleIsSetEvenly(t *testing.T) {
	a, _ := realArticle(t, 1)
	s := measureSpacing(t, article(t, a))
	t.Logf("lines %d, rms %.3f, most %.2f, over 1.5: %d", s.lines, s.rms, s.most, s.over1_5)
	if s.lines < 60 || s.rms > 0.2 || s.over1_5 > 0 || s.most > 1.5 {
		t.Errorf("spacing %+v: uneven", s)
	}
}

// TestSpacingIsWhatStandsThere compares the document's own report with the
// glyphs of its lines.
func TestSpacingIsWhatStandsThere(t *testing.T) {
	a, _ := realArticle(t, 1)
	d := article(t, a)
	got, want := d.Spacing(), measureSpacing(t, d)
	if got.Lines != want.lines || math.Abs(got.RMS-want.rms) > 0.01 || math.Abs(got.Max-want.most) > 0.01 || got.Over != want.over1_5 {
		t.Errorf("reported %+v, measured %+v", got, want)
	}
}

func TestLettersAreHardlyWidened(t *testing.T) {
	widened := 0
	for _, p := range article(t, someWords(30, 2)).Pages {
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok {
				if s.Widen < -20 || s.Widen > 20 {
					t.Errorf("%q is widened by %d thousandths", text(s), s.Widen)
				}
				if s.Widen != 0 {
					widened++
				}
			}
		}
	}
	if widened == 0 {
		t.Error("no line is widened")
	}
}

// TestNoLineIsTornOpen moves a number written in groups through all places of
// a narrow line, among long words: it stays whole, and a line ends short before
// spaces stand open to more than two and a half of their width, and is told as what
// it would have been.
func TestNoLineIsTornOpen(t *testing.T) {
	const widest = 2.5
	s := style(t, "a4-bulletin-3")
	for n := range 24 {
		body := strings.Repeat("xã ", n) + "nghiêng nghiêng Mọi thắc mắc xin gọi số trực 0200 000 117 " +
			"https://congdulieu.example.vn/phuong-an/khong-the-cat nghiêng nghiêng."
		d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Body: paragraphs(body)}}, s)
		if err != nil {
			t.Fatal(err)
		}
		drawn, told := measureSpacing(t, d).most, d.Spacing()
		if drawn > widest+0.001 {
			t.Errorf("%d: spaces of %.2f", n, drawn)
		}
		if torn := told.Max > widest; torn != (told.Torn > 0) {
			t.Errorf("%d: told %+v", n, told)
		}
		lines, _ := linesOf(d, bulletin.FieldBody, 0)
		if !strings.Contains(strings.Join(lines, "\n"), "0200 000 117") {
			t.Errorf("%d: the number is parted:\n%s", n, strings.Join(lines, "\n"))
		}
	}
}
