package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

func BenchmarkAQuietButtonAgain(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.Theme{})
	for name, q := range map[string]*Quiet{
		"word": NewQuiet("Mở bài", nil, nil), "icon": NewQuiet("", theme.CancelIcon(), nil),
	} {
		b.Run(name, func(b *testing.B) {
			q.Resize(q.MinSize())
			b.ReportAllocs()
			for b.Loop() {
				q.Refresh()
			}
		})
	}
}

// TestAWordIsAsLargeAsItIsDrawn: a button measures its word with the desk's own
// tools, and has the room that Fyne draws it in.
func TestAWordIsAsLargeAsItIsDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for _, word := range []string{"Lưu", "Số, ngày, măng-sét…", "‹ Về bàn viết", ""} {
		for _, bold := range []bool{false, true} {
			q := NewQuiet(word, nil, nil)
			q.Bold = bold
			test.WidgetRenderer(q) // which makes its word
			drawn := q.word.MinSize()
			r := quietRenderer{q}
			if got := r.wordSize(); abs(got.Width-drawn.Width) > 0.5 || abs(got.Height-drawn.Height) > 0.5 {
				t.Errorf("%q, bold %v: %v, drawn in %v", word, bold, got, drawn)
			}
		}
	}
}

func abs(x float32) float32 { return max(x, -x) }

// TestAChoiceIsSeenWhereItsWordIsCut: of a word that is wider than its room the
// beginning is shown, within the room, and still that there is more to choose from.
func TestAChoiceIsSeenWhereItsWordIsCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for _, word := range []string{"Bản tin 19 × 27 cm, ba cột ▾", "Bản tin 19 × 27 cm, ba cột"} {
		q := NewQuiet(word, nil, nil)
		whole := q.MinSize()
		q.Resize(whole)
		if q.word.Text != word {
			t.Errorf("with all its room %q", q.word.Text)
		}
		q.Resize(fyne.NewSize(whole.Width*0.6, whole.Height))
		shown := q.word.Text
		if look.Width(shown, q.word.TextSize, q.word.TextStyle) > whole.Width*0.6 || !strings.HasPrefix(shown, "Bản tin") ||
			strings.HasSuffix(shown, "▾") != strings.HasSuffix(word, "▾") || !strings.Contains(shown, "…") {
			t.Errorf("%q is cut to %q", word, shown)
		}
		if q.MinSize() != whole {
			t.Errorf("%q asks for %v then, for %v before", word, q.MinSize(), whole)
		}
	}
}

// TestTheFocusIsSeenOnEveryButton, on the filled one too.
func TestTheFocusIsSeenOnEveryButton(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for name, q := range map[string]*Quiet{"quiet": NewQuiet("Thôi", nil, nil), "filled": NewGrip("Xuất PDF…", nil)} {
		test.WidgetRenderer(q)
		q.FocusGained()
		if q.ground.StrokeWidth == 0 || q.ground.StrokeColor == q.ground.FillColor {
			t.Errorf("%s: a frame of %v in %v on %v", name, q.ground.StrokeWidth, q.ground.StrokeColor, q.ground.FillColor)
		}
		q.FocusLost()
		if q.ground.StrokeWidth != 0 {
			t.Errorf("%s: the frame stays", name)
		}
	}
}
